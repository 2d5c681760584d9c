"""One line of a source file becomes the line a report shows and the marks under it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from blogsmith.reports.visible import cells, shown

_WIDEST = 100
_BEFORE = 40
_CUT = "…"
_NEAR = 500
"""Characters on either side of a place that are looked at: a line may be a whole book, and have a thousand faults."""


def excerpt_of(line: str, column: int | None, length: int = 1) -> tuple[str, str]:
    """`line` as it can be shown, cut around the mark where it is long, and the mark's own line; empty without column.

    A mark past the end of the line stands behind it; one that is longer than the line ends with it.
    """
    place = min(max((column or 1) - 1, 0), len(line))
    skipped = max(0, place - _NEAR)
    near = line[skipped : place + _NEAR]
    is_plain = near.isascii() and near.isprintable()
    pieces = near if is_plain else [shown(character) for character in near]
    start = place - skipped
    end = max(start + 1, min(start + length, len(pieces)))
    ends = range(len(near) + 1) if is_plain else [0, *accumulate(map(cells, pieces))]
    first, last = _window(ends, start)
    head = _CUT if first or skipped else ""
    tail = _CUT if last < len(pieces) or place + _NEAR < len(line) else ""
    text = head + "".join(pieces[first:last]) + tail
    if column is None:
        return text, ""
    lead = cells(head + "".join(pieces[first:start]))
    marked = cells("".join(pieces[start : min(end, max(last, start + 1))]))
    return text, " " * lead + "^" * max(marked, 1)


def _window(ends: Sequence[int], start: int) -> tuple[int, int]:
    """First index and the one behind the last of what fits; holds `start`, with some of what stands before it. `ends`:
    how many cells stand before each sign, and in all.
    """
    if ends[-1] <= _WIDEST:
        return 0, len(ends) - 1
    from_cell = min(max(ends[start] - _BEFORE, 0), ends[-1] - _WIDEST)
    first = bisect_left(ends, from_cell)
    return first, bisect_right(ends, ends[first] + _WIDEST) - 1
