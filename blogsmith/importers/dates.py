"""Dates as other tools accept them become dates of ours."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone

_FULL = re.compile(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"
    r"(?:[T ]+(?P<hour>\d{1,2})(?::(?P<minute>\d{1,2}))?(?::(?P<second>\d{1,2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{1,2})?"
    r"(?:\s+[A-Z]{2,5})?)?",
    re.ASCII,
)
_WRITTEN = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%a, %d %b %Y %H:%M:%S %z", "%a %b %d %H:%M:%S %Y")


def lenient_date(text: str) -> datetime | date | None:
    """A moment (with an offset where there was one) or a day; None for what is neither. `1:15:08 -0400` passes."""
    text = text.strip()
    match = _FULL.fullmatch(text)
    if match:
        try:
            return _from_parts(match)
        except ValueError:
            return None
    if not text:
        return None
    for form in _WRITTEN:
        try:
            moment = datetime.strptime(text, form)
        except ValueError:
            continue
        return moment if "%H" in form else moment.date()
    return None


def as_moment(value: datetime | date) -> datetime:
    """A moment to compare by: a day begins at midnight, and what names no offset is UTC."""
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def as_day(value: datetime | date) -> date:
    """The day of a moment, where it was written down."""
    return value.date() if isinstance(value, datetime) else value


def date_in_path(parts: Sequence[str]) -> date | None:
    """The day that a path names: `2019-03-26-title.md`, `2019/03/26/title.md`."""
    match = re.search(r"(?:^|/)(\d{4})[-/](\d\d)[-/](\d\d)(?=[-/])", "/".join(parts))
    found = lenient_date("-".join(match.groups())) if match else None
    return as_day(found) if found else None


def _from_parts(match: re.Match[str]) -> datetime | date:
    day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    if match["hour"] is None:
        return day
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "Pp" else 0)
    at = time(hour, int(match["minute"] or 0), int(match["second"] or 0), tzinfo=_zone(match["zone"]))
    return datetime.combine(day, at)


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text in ("Z", "UTC", "GMT"):
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    return timezone((-1 if text[0] == "-" else 1) * timedelta(hours=int(hours), minutes=int(minutes)))
