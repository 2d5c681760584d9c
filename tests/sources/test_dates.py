"""Dates as people type them."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogsmith.sources.dates import read_day, read_moment

SEOUL = ZoneInfo("Asia/Seoul")
BERLIN = ZoneInfo("Europe/Berlin")


def in_utc(moment: datetime | str) -> datetime:
    """A moment without the ambiguity of its zone. Source: PEP 495, "inter-zone comparison"."""
    assert isinstance(moment, datetime)
    return moment.astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-12", datetime(2026, 3, 12)),
        ("2026-03-12 09:00", datetime(2026, 3, 12, 9)),
        ("2026-03-12T09:00", datetime(2026, 3, 12, 9)),
        ("2026-03-12 09:00:30", datetime(2026, 3, 12, 9, 0, 30)),
        ("2026-03-12 09:00:30.999", datetime(2026, 3, 12, 9, 0, 30)),
        (" 2026-03-12 ", datetime(2026, 3, 12)),
        ("2024-02-29", datetime(2024, 2, 29)),
    ],
)
def test_a_date_without_an_offset_is_in_the_sites_time_zone(text: str, moment: datetime) -> None:
    assert read_moment(text, SEOUL) == moment.replace(tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-12T09:00:00+09:00", datetime(2026, 3, 12)),
        ("2026-03-12 09:00+0900", datetime(2026, 3, 12)),
        ("2026-03-12 00:00Z", datetime(2026, 3, 12)),
        ("2026-03-12 09:00 -05:30", datetime(2026, 3, 12, 14, 30)),
    ],
)
def test_a_date_with_an_offset_is_that_moment_shown_in_the_sites_time_zone(text: str, moment: datetime) -> None:
    read = read_moment(text, SEOUL)
    assert isinstance(read, datetime)
    assert (read, read.tzinfo) == (moment.replace(tzinfo=UTC), SEOUL)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "12.03.2026",
        "2026-3-12",
        "2026/03/12",
        "20260312",
        "2026-03",
        "26-03-12",
        "2026-03-12 9:00",
        "2026-03-12 09",
        "2026-03-12T",
        "2026-03-12 09:00 KST",
        "2026-03-12 09:00+9",
        "２０２６-03-12",
        "2026-W10-4",
        "2026-03-12\n2026",
    ],
)
def test_what_is_not_written_as_a_date_is_none(text: str) -> None:
    assert read_moment(text, SEOUL) == "form"


@pytest.mark.parametrize(
    "text",
    [
        "2026-13-45",
        "2026-02-29",
        "2026-00-10",
        "2026-04-31",
        "0000-01-01",
        "2026-03-12 24:00",
        "2026-03-12 09:60",
        "2026-03-12 09:00:60",
        "2026-03-12 09:00+25:00",
        "0001-01-01 00:00+14:00",
    ],
)
def test_a_day_or_time_that_does_not_exist_is_impossible(text: str) -> None:
    assert read_moment(text, SEOUL) == "impossible"


@pytest.mark.parametrize("text", ["2026-03-29 02:00", "2026-03-29 02:30", "2026-03-29T02:59:59"])
def test_a_time_that_the_clocks_leave_out_is_a_gap(text: str) -> None:
    assert read_moment(text, BERLIN) == "gap"


@pytest.mark.parametrize(
    ("text", "offset"),
    [("2026-03-29 01:59:59", 1), ("2026-03-29 03:00", 2), ("2026-10-25 01:59", 2), ("2026-10-25 03:00", 1)],
)
def test_a_time_beside_the_change_of_clocks_has_its_own_offset(text: str, offset: int) -> None:
    read = read_moment(text, BERLIN)
    assert isinstance(read, datetime)
    assert read.utcoffset() == timedelta(hours=offset)


def test_a_time_that_exists_twice_is_the_first_of_the_two() -> None:
    assert in_utc(read_moment("2026-10-25 02:30", BERLIN)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_offset_reaches_the_second_of_the_two() -> None:
    assert in_utc(read_moment("2026-10-25 02:30+01:00", BERLIN)) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_gap_with_an_offset_is_a_moment() -> None:
    assert read_moment("2026-03-29 02:30+01:00", BERLIN) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_midnight_that_the_clocks_leave_out_is_a_gap_for_a_day_as_well() -> None:
    assert read_moment("2018-11-04", ZoneInfo("America/Sao_Paulo")) == "gap"


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31 23:59"])
def test_the_ends_of_time_are_read(text: str) -> None:
    assert isinstance(read_moment(text, SEOUL), datetime)


def test_a_day_is_the_day_in_the_sites_time_zone() -> None:
    assert read_day("2026-03-12", SEOUL) == date(2026, 3, 12)
    assert read_day("2026-03-12 23:30Z", SEOUL) == date(2026, 3, 13)
    assert (read_day("2026-02-30", SEOUL), read_day("x", SEOUL)) == ("impossible", "form")


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(lambda moment: moment.replace(microsecond=0)),
    st.integers(-14 * 60, 14 * 60),
    st.sampled_from(["Asia/Seoul", "Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC"]),
)
def test_a_moment_with_an_offset_is_never_moved(moment: datetime, minutes: int, zone: str) -> None:
    written = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    assert in_utc(read_moment(written.isoformat(), ZoneInfo(zone))) == written


@given(st.text())
def test_any_text_is_a_date_or_has_a_fault(text: str) -> None:
    assert read_moment(text, SEOUL) in ("form", "impossible") or isinstance(read_moment(text, SEOUL), datetime)
