"""Dates as people type them become moments in the site's time zone, or the name of what is wrong with them."""

import re
from datetime import UTC, date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from blogsmith.text.patterns import pattern

DateFault = Literal["form", "impossible", "gap"]
"""`form`: not how a date is written. `impossible`: no such day or time. `gap`: skipped when clocks went forward."""

_MOMENT = pattern(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.ASCII)


def read_moment(text: str, zone: ZoneInfo) -> datetime | DateFault:
    """`2026-03-12`, `2026-03-12 09:00`, `2026-03-12T09:00:00+09:00` as an aware moment in `zone`.

    A date alone is midnight. A time that exists twice (clocks went back) is the first of the two.
    """
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        return "form"
    try:
        parts = [int(part or 0) for part in match.groups()[:6]]
        naive = datetime(*parts)  # type: ignore[arg-type]  # six whole numbers
        if match[7]:
            offset = match[7].replace("Z", "+00:00")
            return datetime.fromisoformat(f"{naive.isoformat()}{offset}").astimezone(zone)
    except (ValueError, OverflowError):
        return "impossible"
    local = naive.replace(tzinfo=zone)
    if naive.year > 1 and local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != naive:
        return "gap"
    return local


def read_day(text: str, zone: ZoneInfo) -> date | DateFault:
    """`2026-03-12` as a day; of a moment, its day in `zone`."""
    moment = read_moment(text, zone)
    return moment.date() if isinstance(moment, datetime) else moment
