"""Where something in the text of an inline token stands in the body.

markdown-it notes the lines of a block alone; the text of its lines is the tail of the lines of the source, less what
quotes and lists put before it. A cell of a table is found by counting the pipes of its row.
"""

import itertools
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from blogsmith.model.frozen import frozen
from blogsmith.model.source import Place
from blogsmith.text.patterns import pattern

Span = tuple[int, int]
Definitions = Mapping[str, Mapping[str, Any]]
"""markdown-it's table of `[label]: target` lines by label; `map` holds their lines."""

_ROW_START = pattern(r"(?:[\s>*+\-:]|\d+[.)]|\[\^[^\]\s]+\]:)*")
_LAST_LABEL = pattern(r"\[((?:\\.|[^\[\]\\])*)\]$", re.DOTALL)
_DEFINED = pattern(r"\]:[ \t]*(?:<(?P<angled>[^<>]*)>|(?P<bare>\S+))")


@frozen
class Spot:
    """An inline token and the body in which it stands."""

    lines: Sequence[str]
    inline: Token
    cell: int | None = None
    """Which cell of its row it is, where it is one."""


def place_of(spot: Spot, span: Span) -> Place:
    """The place of `span` in the token's `content`, as far as its line goes."""
    start, end = span
    content, inline = spot.inline.content, spot.inline
    line_start = content.rfind("\n", 0, start) + 1
    line_end = content.find("\n", start)
    line_end = len(content) if line_end < 0 else line_end
    number = (inline.map[0] if inline.map else 0) + content.count("\n", 0, start)
    source = spot.lines[number] if number < len(spot.lines) else ""
    length = max(1, min(end, line_end) - start)
    if spot.cell is not None:
        first, last = _in_cell(source, spot.cell, start), _in_cell(source, spot.cell, start + length)
        return Place(line=number + 1, column=first + 1, length=max(1, last - first))
    column = _tail(source, content[line_start:line_end]) + start - line_start
    return Place(line=number + 1, column=max(0, column) + 1, length=length)


def _tail(source: str, text: str) -> int:
    """Where `text` begins in the line `source`, the tail of it but for spaces and a heading's closing signs."""
    if source.endswith(text):
        return len(source) - len(text)
    trimmed, bare = source.rstrip(), text.strip()
    lead = len(text) - len(text.lstrip())
    if trimmed.endswith(bare):
        return len(trimmed) - len(bare) - lead
    return max(0, source.find(bare)) - lead


def _in_cell(source: str, cell: int, offset: int) -> int:
    """Where the character `offset` of a cell stands in its row; `\\|` in the row is one character of the cell."""
    bounds = _cells(source)
    start, end = bounds[cell] if cell < len(bounds) else (0, len(source))
    position = start
    for _ in range(offset):
        position += 2 if source.startswith("\\|", position) else 1
    return min(position, end)


@lru_cache(maxsize=16)
def _cells(source: str) -> list[Span]:
    """The bounds of each cell's text in a row, as markdown-it's table rule cuts it."""
    pipes = [at for at, char in enumerate(source) if char == "|" and source[at - 1 : at] != "\\"]
    prefix = _ROW_START.match(source)
    first = prefix.end() if prefix else 0
    edges = [first - 1, *(at for at in pipes if at >= first), len(source)]
    if first in pipes:
        edges.pop(0)
    cells = []
    for left, right in itertools.pairwise(edges):
        text = source[left + 1 : right]
        cells.append((left + 1 + len(text) - len(text.lstrip()), left + 1 + len(text.rstrip())))
    return cells


def target_place(spot: Spot, span: Span, target: str, references: Definitions) -> Place:
    """Where the target of the link or image at `span` is written: in its parentheses, or behind its `[label]:`."""
    written = spot.inline.content[slice(*span)]
    inside = _destination(written, target)
    if inside is not None:
        return place_of(spot, (span[0] + inside[0], span[0] + inside[1]))
    return _definition(spot.lines, written, references) or place_of(spot, span)


def _destination(written: str, target: str) -> Span | None:
    """Bounds of the destination within `<target>`, `[text](target "title")` or the same with `!`."""
    if written.startswith("<"):
        return 1, len(written) - 1
    at = written.rfind("](")
    while at >= 0:
        start = at + 2 + _spaces(written, at + 2)
        found = parseLinkDestination(written, start, len(written))
        if found.ok and found.str == target and _ends(written, found.pos):
            angled = written.startswith("<", start)
            return (start + 1, found.pos - 1) if angled else (start, max(start + 1, found.pos))
        at = written.rfind("](", 0, at)
    return None


def _ends(written: str, at: int) -> bool:
    """True where nothing but a title stands between `at` and the closing parenthesis."""
    at += _spaces(written, at)
    title = parseLinkTitle(written, at, len(written), None)
    if title.ok:
        at = title.pos + _spaces(written, title.pos)
    return at == len(written) - 1


def _spaces(text: str, at: int) -> int:
    return len(text[at:]) - len(text[at:].lstrip(" \t\n"))


def _definition(lines: Sequence[str], written: str, references: Definitions) -> Place | None:
    last = _LAST_LABEL.search(written)
    whole = re.sub(r"\[\]$", "", written).removeprefix("!")[1:-1]
    for label in (last[1] if last else "", whole):
        entry = references.get(normalizeReference(label)) if label else None
        if entry is not None:
            return _defined_at(lines, entry["map"])
    return None


def _defined_at(lines: Sequence[str], bounds: Sequence[int]) -> Place:
    text = "\n".join(lines[bounds[0] : bounds[1]])
    match = _DEFINED.search(text) or re.search(r"\]:\s*(?P<bare>\S+)", text)
    if match is None:
        return Place(line=bounds[0] + 1, column=1)
    group = "angled" if match.groupdict().get("angled") is not None else "bare"
    start, end = match.span(group)
    before = text[:start]
    return Place(line=bounds[0] + before.count("\n") + 1, column=start - before.rfind("\n"), length=max(1, end - start))
