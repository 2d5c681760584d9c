"""A Range header becomes the part of a file that it asks for. Source: RFC 9110, 14.1.2."""

from typing import Literal

from blogsmith.model.frozen import frozen
from blogsmith.text.patterns import pattern

_ONE = pattern(r"bytes=(\d{0,15})-(\d{0,15})")


@frozen
class Part:
    """From `start` to before `end`."""

    start: int
    end: int


def part_of(header: str, size: int) -> Part | Literal["nothing"] | None:
    """The part; `nothing` where the file has no such part; None for what is answered with the whole file."""
    found = _ONE.fullmatch(header.strip())
    if found is None or found[0] == "bytes=-":
        return None
    if not found[1]:
        length = min(int(found[2]), size)
        return Part(start=size - length, end=size) if length else "nothing"
    start = int(found[1])
    end = min(int(found[2]) + 1, size) if found[2] else size
    if found[2] and int(found[2]) < start:
        return None
    return Part(start=start, end=end) if start < size else "nothing"
