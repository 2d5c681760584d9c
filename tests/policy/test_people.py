"""Dates that rules count with."""

from datetime import date

import pytest

from blogsmith.policy.people import months_later


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 6, 1), 12, date(2026, 6, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2025, 11, 15), 1, date(2025, 12, 15)),
        (date(2025, 3, 10), 0, date(2025, 3, 10)),
    ],
)
def test_some_months_on_it_is_the_same_day_or_the_months_last(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later
