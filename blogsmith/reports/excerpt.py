"""One line of a source file becomes the line a report shows and the marks under it."""

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
    first, last = _window(pieces, start)
    head = _CUT if first or skipped else ""
    tail = _CUT if last < len(pieces) or place + _NEAR < len(line) else ""
    text = head + "".join(pieces[first:last]) + tail
    if column is None:
        return text, ""
    lead = cells(head + "".join(pieces[first:start]))
    marked = cells("".join(pieces[start : min(end, max(last, start + 1))]))
    return text, " " * lead + "^" * max(marked, 1)


def _window(pieces: Sequence[str], start: int) -> tuple[int, int]:
    """First index and the one behind the last of what fits; holds `start`, with some of what stands before it."""
    if isinstance(pieces, str):  # each sign takes one cell, as in most lines
        first = min(max(start - _BEFORE, 0), max(len(pieces) - _WIDEST, 0))
        return first, min(first + _WIDEST, len(pieces))
    ends = [0, *accumulate(cells(piece) for piece in pieces)]
    if ends[-1] <= _WIDEST:
        return 0, len(pieces)
    from_cell = min(max(ends[start] - _BEFORE, 0), ends[-1] - _WIDEST)
    first = next(index for index, cell in enumerate(ends) if cell >= from_cell)
    last = next((index for index, cell in enumerate(ends) if cell > ends[first] + _WIDEST), len(ends)) - 1
    return first, last
