"""A block of YAML becomes plain values, each with its place, in one pass over what the parser meets.

What a header never needs is refused where it is met, so that nothing expensive is ever built from a small text.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from blogsmith.model.diagnostic import Fact
from blogsmith.model.source import Place
from blogsmith.text.core_schema import plain_value
from blogsmith.text.yaml_faults import Complaint, HeadFault, Mark, RefusedError, understand

MAX_DEPTH = 8
MAX_EVENTS = 2_000

Path = tuple[str | int, ...]

_SCALAR = yaml.ScalarEvent
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


@dataclass(slots=True)
class YamlTable:
    """What a block says. Texts and keys are NFC; the first of two equal keys counts."""

    table: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    """Where each value stands; the whole is `()`."""
    keys: dict[Path, Place] = field(default_factory=dict)
    """Where each key stands."""
    faults: list[HeadFault] = field(default_factory=list)
    """duplicate-key and key."""


def read_table(lines: Sequence[str], *, placed: bool = True) -> YamlTable:
    """What stands between the first and the last of the lines with which a file begins, by the core schema of YAML 1.2.

    `placed`: else each place is that of the first line, which is a quarter quicker.

    Raises RefusedError with yaml, forbidden or not-a-mapping.
    """
    block = lines[1:-1]
    loader = yaml.CBaseLoader("\n".join(block) + "\n")  # what a scalar means is not YAML's to say
    try:
        return _Reader(lines, loader.get_event, placed=placed).document()
    except yaml.MarkedYAMLError as error:
        found = understand(_complaint(error), block)
        place = Place(line=found.place.line + 1, column=found.place.column, length=found.place.length)
        raise RefusedError(HeadFault(name="yaml", place=place, variant=found.variant, facts=found.facts)) from error
    finally:
        loader.dispose()


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    return Complaint(
        problem=error.problem or "",
        at=_mark(error.problem_mark or error.context_mark),
        context=error.context or "",
        since=_mark(error.context_mark) if error.context_mark else None,
    )


def _mark(mark: Any) -> Mark:
    return (mark.line, mark.column) if mark else (0, 0)


class _Reader:
    """Takes one event after the other, none of which can be had twice."""

    def __init__(self, lines: Sequence[str], next_event: Callable[[], Any], *, placed: bool) -> None:
        self._lines, self._next = lines, next_event
        self._place_in = _place_in if placed else _on_the_first_line
        self._count = self._depth = 0
        self._found = YamlTable()

    def document(self) -> YamlTable:
        """The one table that there is; an empty one where there is nothing."""
        self._event()
        if type(self._event()) is yaml.StreamEndEvent:
            return self._found
        root, fault = self._event(), None
        if type(root) is yaml.MappingStartEvent:
            self._found.table = self._mapping((), root)
        elif type(root) is not yaml.ScalarEvent or root.value or root.style:
            kind = "list" if type(root) is yaml.SequenceStartEvent else ""
            place = self._place_in(self._lines, root.start_mark, self._skipped(root))
            fault = HeadFault(name="not-a-mapping", place=place, variant=kind)
        self._event()
        after = self._event()
        if type(after) is not yaml.StreamEndEvent:
            line = self._lines[after.start_mark.line + 1].rstrip()
            place = Place(line=after.start_mark.line + 2, column=1, length=len(line))
            fault = HeadFault(name="yaml", place=place, variant="document", facts=(("value", line),))
        if fault is not None:
            raise RefusedError(fault)
        return self._found

    def _event(self) -> Any:
        """The next one. Raises RefusedError for what makes a small header expensive or unclear."""
        event = self._next()
        self._count += 1
        if self._count > MAX_EVENTS + 1:
            self._refuse(event, "long", str(MAX_EVENTS))
        if type(event) is _SCALAR:
            if event.anchor or event.tag or event.value == "<<":
                self._refuse(event, *_forbidden(event))
            return event
        if type(event) in _ENDS:
            self._depth -= 1
            return event
        self._refuse(event, *_forbidden(event))
        self._depth += type(event) in _STARTS
        if self._depth > MAX_DEPTH:
            self._refuse(event, "deep", str(MAX_DEPTH))
        return event

    def _refuse(self, event: Any, variant: str, value: str) -> None:
        if variant:
            start, end = _mark(event.start_mark), _mark(event.end_mark)
            length = end[1] - start[1] if start[0] == end[0] else 1
            place = Place(line=start[0] + 2, column=start[1] + 1, length=max(1, length))
            raise RefusedError(HeadFault(name="forbidden", place=place, variant=variant, facts=(("value", value),)))

    def _mapping(self, path: Path, start: Any) -> dict[str, Any]:
        table: dict[str, Any] = {}
        found = self._found
        while type(event := self._event()) is not yaml.MappingEndEvent:
            key, place = self._key(event)
            if key is None:
                self._skipped(self._event())
            elif key in table:
                facts: tuple[tuple[str, Fact], ...] = (("value", key), ("line", found.keys[*path, key].line))
                found.faults.append(HeadFault(name="duplicate-key", place=place, facts=facts))
                self._skipped(self._event())
            else:
                own = (*path, key)
                found.keys[own] = place
                table[key] = self._value(self._event(), own)
        found.places[path] = self._place_in(self._lines, start.start_mark, event.end_mark)
        return table

    def _value(self, event: Any, path: Path) -> Any:
        """A plain value of YAML's core schema."""
        if type(event) is _SCALAR:
            self._found.places[path] = self._place_in(self._lines, event.start_mark, event.end_mark)
            return _text(event.value) if event.style else plain_value(_text(event.value))
        if type(event) is yaml.MappingStartEvent:
            return self._mapping(path, event)
        items: list[Any] = []
        while type(item := self._event()) is not yaml.SequenceEndEvent:
            items.append(self._value(item, (*path, len(items))))
        self._found.places[path] = self._place_in(self._lines, event.start_mark, item.end_mark)
        return items

    def _key(self, event: Any) -> tuple[str | None, Place]:
        """The key that begins with an event, and its place; None, and a fault, where it is no text."""
        shown = "?"
        if type(event) is _SCALAR:
            shown, place = _text(event.value), self._place_in(self._lines, event.start_mark, event.end_mark)
            if event.style or isinstance(plain_value(shown), str):
                return shown, place
        else:
            place = self._place_in(self._lines, event.start_mark, self._skipped(event))
        self._found.faults.append(HeadFault(name="key", place=place, facts=(("value", shown),)))
        return None, place

    def _skipped(self, event: Any) -> Any:
        """The mark behind what begins with an event; all of it is passed over."""
        outside = self._depth - (type(event) in _STARTS)
        while self._depth > outside:
            event = self._event()
        return event.end_mark


def _place_in(lines: Sequence[str], start: Any, end: Any) -> Place:
    """Where something begins in the file and how much of that line it takes."""
    row, column = start.line, start.column
    line = lines[row + 1]
    shown = line[column : end.column] if row == end.line else line[column:]
    return _place(Place, (row + 2, column + 1, len(shown.rstrip()) or 1))


_place = tuple.__new__  # twice as fast as Place(…), and nothing is made as often


_FIRST_LINE = Place(line=1, column=1)


def _on_the_first_line(lines: Sequence[str], start: Any, end: Any) -> Place:
    return _FIRST_LINE


def _forbidden(event: Any) -> tuple[str, str]:
    if isinstance(event, yaml.AliasEvent):
        return "alias", f"*{event.anchor}"
    if isinstance(event, yaml.NodeEvent) and event.anchor:
        return "anchor", f"&{event.anchor}"
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        return "tag", event.tag.replace("tag:yaml.org,2002:", "!!")
    if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        return "directive", "%YAML"
    if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and event.implicit[0]:
        return "merge", "<<"
    return "", ""


def _text(value: str) -> str:
    return value if value.isascii() else unicodedata.normalize("NFC", value)
