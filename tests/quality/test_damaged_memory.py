"""Whatever becomes of what blogsmith remembers, it publishes what a clean build publishes: three hundred times over."""

from pathlib import Path

import pytest

from tests.trust.figures import Figure
from tests.trust.test_damaged_memory import changed_by_damage


@pytest.mark.parametrize("seed", range(4))
def test_no_damage_of_the_memory_changes_a_byte(tmp_path: Path, figure: Figure, seed: int) -> None:
    changed = changed_by_damage(tmp_path / "site", 75, seed=seed)
    figure("P16", "{} of {} damaged memories changed what was published", len(changed), 75)
    assert changed == []
