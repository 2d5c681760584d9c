"""A promise is counted in days on which the desk works."""

from datetime import date
from typing import Any

import pytest

from blogsmith.desk.workdays import Workdays
from blogsmith.model.conversation import CommentsConfig


def workdays(**config: Any) -> Workdays:
    return Workdays(CommentsConfig(**config))


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 11, 26), date(2026, 11, 30)),  # Thursday: Friday, Monday
        (date(2026, 11, 28), date(2026, 12, 1)),  # Saturday: Monday, Tuesday
        (date(2026, 2, 13), date(2026, 2, 20)),  # the Friday before Seollal, which takes Monday to Wednesday
        (date(2026, 5, 22), date(2026, 5, 27)),  # Buddha's birthday falls on a Sunday, so that Monday is off
        (date(2026, 9, 22), date(2026, 9, 28)),  # Chuseok takes Thursday and Friday
    ],
)
def test_two_days_skip_weekends_and_korean_holidays_with_their_substitutes(asked: date, due: date) -> None:
    assert workdays(holidays="KR").after(asked, 2) == due


def test_a_region_has_holidays_of_its_own() -> None:
    corpus_christi = date(2026, 6, 4)
    assert [workdays(holidays=place).is_working(corpus_christi) for place in ("DE", "DE-BY", "")] == [True, False, True]


def test_the_desk_has_days_of_its_own() -> None:
    desk = workdays(working_days=("tue", "thu"), days_off=(date(2026, 11, 26),))
    assert desk.after(date(2026, 11, 23), 2) == date(2026, 12, 1)


def test_days_between_count_the_last_one_and_not_the_first() -> None:
    desk = workdays()
    friday, monday = date(2026, 11, 27), date(2026, 11, 30)
    assert (desk.between(friday, friday), desk.between(friday, monday), desk.between(monday, friday)) == (0, 1, 0)


def test_a_desk_that_is_closed_for_ever_comes_to_an_end() -> None:
    off = tuple(date.fromordinal(date(2026, 1, 1).toordinal() + step) for step in range(3000))
    assert workdays(days_off=off).after(date(2026, 1, 1), 2) > date(2027, 1, 1)


@pytest.mark.parametrize("place", ["KO", "DE-XX", "kr-", "utils", "HolidayBase", "NYSE", "__doc__"])
def test_holidays_of_no_known_place_are_refused(place: str) -> None:
    with pytest.raises(ValueError, match=place):
        workdays(holidays=place)


def test_a_week_without_a_working_day_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^$"):
        workdays(working_days=())
