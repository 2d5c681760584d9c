"""A Markdown file is split into its front matter, with the place of every key and value, and the body under it.

Strict on purpose: a file whose front matter is not understood whole gives no value, so that nothing of it is published.
Nothing is loaded before an event scan has refused what a header never needs.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import yaml

from blogsmith.model.diagnostic import Checked, Diagnostic, Fact, Severity
from blogsmith.model.source import FrontMatter, Place, SourceFile
from blogsmith.text.core_schema import plain_value
from blogsmith.text.yaml_faults import Complaint, Mark, YamlFault, understand

MAX_DEPTH = 8
MAX_EVENTS = 2_000

Path = tuple[str | int, ...]

_FENCE = re.compile(r"---[ \t]*")
_RULE = re.compile(r"[ \t]*(?:[-–—*_][ \t]*){2,}|\+\+\+[ \t]*|;;;[ \t]*")
_NEARLY = re.compile(r"[ \t]*(?:-{2,}|[–—]+-*|\.\.\.)[ \t]*")
_ODD = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.2 forbids, and the line ends that libyaml alone counts (U+0085, U+2028, U+2029), which shift lines."""


def split_front_matter(source: SourceFile, *, limit_bytes: int) -> Checked[FrontMatter | None]:
    """The front matter of `source`; None where it can not be understood.

    Reports front-matter/missing, /fence, /unclosed, /too-large, /yaml, /forbidden, /not-a-mapping, /duplicate-key
    and /key. Values follow the core schema of YAML 1.2; texts and keys are NFC. `places` also holds the whole: `()`.
    """
    lines = source.text.removeprefix("\ufeff").split("\n")
    if not _FENCE.fullmatch(lines[0]):
        return _refused(source, _no_fence(lines))
    end = next((number for number, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None)
    if end is None:
        return _refused(source, _unclosed(lines))
    block = "\n".join(lines[1:end]) + "\n"
    size = len(block.encode("utf-8", "replace"))
    if size > limit_bytes:
        facts = (("size", size), ("limit", limit_bytes))
        return _refused(source, _Fault("too-large", Place(line=1, column=1, length=3), facts=facts))
    fault = _unreadable(block, lines[1:end])
    if fault is not None:
        return _refused(source, fault)
    return _loaded(source, block, lines, end)


@dataclass(frozen=True, slots=True)
class _Fault:
    """A fault whose place counts lines of the file."""

    name: str
    place: Place
    variant: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()


def _refused(source: SourceFile, *faults: _Fault) -> Checked[FrontMatter | None]:
    return Checked(value=None, diagnostics=tuple(_diagnostic(source, fault) for fault in faults))


def _diagnostic(source: SourceFile, fault: _Fault) -> Diagnostic:
    return Diagnostic(
        rule=f"front-matter/{fault.name}",
        severity=Severity.ERROR,
        location=fault.place.within(source.path),
        facts=fault.facts,
        variant=fault.variant,
    )


def _no_fence(lines: list[str]) -> _Fault:
    number, line = next(((number, line) for number, line in enumerate(lines) if line.strip()), (0, ""))
    place = Place(line=number + 1, column=1, length=max(1, len(line.rstrip())))
    if number and _FENCE.fullmatch(line):
        return _Fault("fence", place, "late", (("line", number + 1),))
    if _RULE.fullmatch(line):
        variant = "toml" if line.startswith("+++") else ""
        return _Fault("fence", place, variant, (("value", line.strip()),))
    return _Fault("missing", Place(line=1, column=1))


def _unclosed(lines: list[str]) -> _Fault:
    place = Place(line=1, column=1, length=3)
    for number, line in enumerate(lines[1:], 2):
        if _NEARLY.fullmatch(line):
            return _Fault("unclosed", place, "nearly", (("value", line.strip()), ("line", number)))
    return _Fault("unclosed", place)


def _unreadable(block: str, lines: list[str]) -> _Fault | None:
    """The first fault that keeps the block from being loaded."""
    odd = _ODD.search(block)
    if odd is not None:
        before = block[: odd.start()]
        place = Place(line=before.count("\n") + 2, column=odd.start() - before.rfind("\n"))
        return _Fault("yaml", place, "character", (("value", f"U+{ord(odd.group()):04X}"),))
    try:
        return _scan(block)
    except yaml.MarkedYAMLError as error:
        fault = understand(_complaint(error), lines)
        return _Fault("yaml", _in_file(fault), fault.variant, fault.facts)


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    return Complaint(
        problem=error.problem or "",
        at=_mark(error.problem_mark or error.context_mark),
        context=error.context or "",
        since=_mark(error.context_mark) if error.context_mark else None,
    )


def _in_file(fault: YamlFault) -> Place:
    return Place(line=fault.place.line + 1, column=fault.place.column, length=fault.place.length)


def _scan(block: str) -> _Fault | None:
    """Refuses what makes a small header expensive or unclear, before anything is built from it."""
    depth = 0
    for count, event in enumerate(yaml.parse(block, Loader=yaml.CSafeLoader)):
        variant, value = _forbidden(event)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                variant, value = "deep", str(MAX_DEPTH)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if count > MAX_EVENTS:
            variant, value = "long", str(MAX_EVENTS)
        if variant:
            return _Fault("forbidden", _event_place(event), variant, (("value", value),))
    return None


def _forbidden(event: yaml.Event) -> tuple[str, str]:
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


def _event_place(event: yaml.Event) -> Place:
    start, end = _mark(event.start_mark), _mark(event.end_mark)
    length = end[1] - start[1] if start[0] == end[0] else 1
    return Place(line=start[0] + 2, column=start[1] + 1, length=max(1, length))


def _mark(mark: Any) -> Mark:
    return (mark.line, mark.column) if mark else (0, 0)


def _loaded(source: SourceFile, block: str, lines: list[str], end: int) -> Checked[FrontMatter | None]:
    loader = yaml.CSafeLoader(block)
    try:
        node = loader.get_single_node()
    finally:
        loader.dispose()
    reader = _Reader(lines=lines)
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value and not node.style):
        table: Any = {}
    elif isinstance(node, yaml.MappingNode):
        table = reader.mapping(node, ())
    else:
        kind = "list" if isinstance(node, yaml.SequenceNode) else ""
        return _refused(source, _Fault("not-a-mapping", reader.place(node), kind))
    reader.places[()] = Place(line=1, column=1, length=3)
    front = FrontMatter(
        table=table,
        places=reader.places,
        keys=reader.keys,
        body="\n".join(lines[end + 1 :]),
        first_line=end + 2,
    )
    return Checked(value=front, diagnostics=tuple(_diagnostic(source, fault) for fault in reader.faults))


@dataclass(slots=True)
class _Reader:
    """Nodes become plain values, and their places are kept."""

    lines: list[str]
    """Of the file."""
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    faults: list[_Fault] = field(default_factory=list)

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        """The table of a mapping; the first of two equal keys counts."""
        table: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            if key is None:
                continue
            here = (*path, key)
            if key in table:
                facts: tuple[tuple[str, Fact], ...] = (("value", key), ("line", self.keys[here].line))
                self.faults.append(_Fault("duplicate-key", self.place(key_node), facts=facts))
                continue
            self.keys[here] = self.place(key_node)
            table[key] = self.value(value_node, here)
        return table

    def value(self, node: yaml.Node, path: Path) -> Any:
        """A plain value of YAML's core schema."""
        self.places[path] = self.place(node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
        quoted = isinstance(node, yaml.ScalarNode) and node.style
        return _text(node.value) if quoted else plain_value(_text(node.value))

    def place(self, node: yaml.Node) -> Place:
        """Where `node` begins in the file and how much of that line it takes."""
        start, end = _mark(node.start_mark), _mark(node.end_mark)
        return Place(line=start[0] + 2, column=start[1] + 1, length=max(1, self._length(start, end)))

    def _length(self, start: Mark, end: Mark) -> int:
        line = self.lines[start[0] + 1]
        last = end[1] if start[0] == end[0] else len(line)
        return len(line[start[1] : last].rstrip())

    def _key(self, node: yaml.Node) -> str | None:
        if isinstance(node, yaml.ScalarNode):
            text = _text(node.value)
            if node.style or isinstance(plain_value(text), str):
                return text
            shown = text
        else:
            shown = "?"
        self.faults.append(_Fault("key", self.place(node), facts=(("value", shown),)))
        return None


def _text(value: str) -> str:
    return value if value.isascii() else unicodedata.normalize("NFC", value)
