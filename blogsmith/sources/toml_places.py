"""Where the keys of a TOML text stand: the parser of the standard library keeps no places."""

import re
from collections.abc import Mapping

from blogsmith.model.source import Place
from blogsmith.text.patterns import pattern

_KEY = r"(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')"
_TABLE = pattern(rf"\s*(\[\[?)\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*\]\]?")
_ASSIGNMENT = pattern(rf"\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*=\s*(\S.*)?")
_INLINE = pattern(rf"[{{,]\s*({_KEY})\s*=")


def toml_places(text: str) -> Mapping[tuple[str | int, ...], Place]:
    """The place of each table header and key by its path; for an inline table also of the keys in it."""
    places: dict[tuple[str | int, ...], Place] = {}
    table: tuple[str | int, ...] = ()
    counts: dict[tuple[str | int, ...], int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        header = _TABLE.match(line)
        assignment = None if header else _ASSIGNMENT.match(line)
        if header:
            table = _split(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            place = _place(number, line, header.start(2), header.end(2))
            for depth in range(1, len(table) + 1):
                places.setdefault(table[:depth], place)
        elif assignment:
            path = (*table, *_split(assignment[1]))
            place = _place(number, line, assignment.start(1), assignment.end(1))
            for depth in range(len(table) + 1, len(path) + 1):
                places.setdefault(path[:depth], place)
            for inner in _INLINE.finditer(line, assignment.end(1)):
                places.setdefault((*path, *_split(inner[1])), _place(number, line, inner.start(1), inner.end(1)))
    return places


def _split(dotted: str) -> tuple[str | int, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))


def _place(number: int, line: str, start: int, end: int) -> Place:
    return Place(line=number, column=start + 1, length=max(1, end - start))
