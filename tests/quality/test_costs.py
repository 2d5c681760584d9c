"""A post has a bounded cost, however its body is made: every family of text that costs parsers more than it looks."""

from pathlib import Path

import pytest

from tests.trust.costs import cost_of
from tests.trust.figures import Figure
from tests.trust.pathological import FAMILIES
from tests.trust.test_costs import MEGABYTES, SECONDS


@pytest.mark.parametrize("size", [250_000, 50_000, 10_000])
def test_every_body_is_published_or_refused_within_its_bounds(tmp_path: Path, figure: Figure, size: int) -> None:
    """Sizes in characters; a source of more than 256 KB is refused before it is read."""
    costs = {
        name: cost_of(family(size)[:size], tmp_path / f"{at}") for at, (name, family) in enumerate(FAMILIES.items())
    }
    slowest = max(costs, key=lambda name: costs[name].seconds)
    told = f"slowest {costs[slowest].seconds:.1f} s ({slowest}), most memory "
    told += f"{max(cost.megabytes for cost in costs.values())} MB"
    figure("P7", f"{size // 1000} KB: {{}} families published or refused, {told}", len(costs))
    broken = {
        name: cost
        for name, cost in costs.items()
        if cost.code not in (0, 1) or cost.seconds > SECONDS or cost.megabytes > MEGABYTES
    }
    assert broken == {}
