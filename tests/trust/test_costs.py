"""No body that a parser could trip over costs more than it may; `make quality` tries every family, and larger ones."""

from pathlib import Path

import pytest

from tests.trust.costs import cost_of
from tests.trust.pathological import FAMILIES

SECONDS, MEGABYTES = 10, 300
SAMPLE = (
    ("brackets", 20_000),
    ("growing quotes", 20_000),
    ("footnotes", 20_000),
    ("one Hangul word", 20_000),
    ("one long address", 250_000),
    ("a wide table", 250_000),
    ("tags", 50_000),
)
"""Families and characters: one of each kind of cost."""


def test_there_are_as_many_families_as_were_promised() -> None:
    assert len(FAMILIES) >= 51


@pytest.mark.parametrize(("family", "size"), SAMPLE)
def test_a_body_is_published_or_refused_within_its_bounds(tmp_path: Path, family: str, size: int) -> None:
    cost = cost_of(FAMILIES[family](size), tmp_path / "site")
    assert cost.code in (0, 1)
    assert (cost.seconds < SECONDS, cost.megabytes < MEGABYTES) == (True, True), cost


def test_a_body_that_is_larger_than_a_source_may_be_is_refused_at_once(tmp_path: Path) -> None:
    cost = cost_of("[" * 300_000, tmp_path / "site")
    assert (cost.code, cost.seconds < 2) == (1, True)
