"""Dates as other tools accept them become dates of ours."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from blogsmith.importers.dates import as_day, as_moment, date_in_path, lenient_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014-05-20 1:15:08 -0400", datetime(2014, 5, 20, 1, 15, 8, tzinfo=timezone(timedelta(hours=-4)))),
        ("2019-03-26", date(2019, 3, 26)),
        ("2019-03-26T12:38:00.123456789Z", datetime(2019, 3, 26, 12, 38, tzinfo=UTC)),
        ("2019-3-6 9:05", datetime(2019, 3, 6, 9, 5)),
        ("2019/03/26 03:04 PM", datetime(2019, 3, 26, 15, 4)),
        ("2019-03-26 12:00:00 +9", datetime(2019, 3, 26, 12, tzinfo=timezone(timedelta(hours=9)))),
        ("March 5, 2019", date(2019, 3, 5)),
        ("Tue, 26 Mar 2019 12:38:00 +0000", datetime(2019, 3, 26, 12, 38, tzinfo=UTC)),
        ("2019-02-30", None),
        ("2019-03-26 25:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_it_was_meant(text: str, expected: datetime | date | None) -> None:
    assert lenient_date(text) == expected


def test_a_day_and_a_moment_can_be_compared() -> None:
    assert as_moment(date(2019, 3, 26)) == datetime(2019, 3, 26, tzinfo=UTC)
    assert as_day(datetime(2019, 3, 26, 23, tzinfo=timezone(timedelta(hours=-4)))) == date(2019, 3, 26)


def test_a_path_may_name_the_day() -> None:
    assert date_in_path(("posts", "2019-03-26-title")) == date(2019, 3, 26)
    assert date_in_path(("2019", "03", "26", "title")) == date(2019, 3, 26)
    assert date_in_path(("posts", "title")) is None
