"""What a YAML parser complains about becomes the fault a writer made, and the place where it is mended."""

import re
from collections.abc import Sequence

from blogsmith.model.diagnostic import Fact
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Place
from blogsmith.text.patterns import pattern

Mark = tuple[int, int]
"""Line and column, both from 0."""


@frozen
class HeadFault:
    """A fault whose place counts lines of the file."""

    name: str
    place: Place
    variant: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()


class RefusedError(Exception):
    """Nothing can be made of the block, and why."""

    def __init__(self, fault: HeadFault) -> None:
        super().__init__(fault.name)
        self.fault = fault


@frozen
class Complaint:
    """What the parser said; the wording is libyaml's."""

    problem: str
    at: Mark
    context: str = ""
    since: Mark | None = None
    """Where the thing began that was being read."""


@frozen
class YamlFault:
    """A fault within the block; `place` counts from 1."""

    place: Place
    variant: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()


_KEY = pattern(
    r"(?P<indent>[ ]*(?:- +)*)(?P<key>[^\s:#\[\]{},'\"-][^:#\[\]{},'\"]*?)(?P<colon>:[ \t]+)(?P<value>\S.*?)[ \t]*$"
)
_GLUED = pattern(r"[ ]*(?:- +)*(?P<key>[^\s:#'\"-][^\s:#'\"]*):(?P<value>[^\s/].*)$")
_STARTERS = "@`%*&|>!,]}"
_OPEN = {"flow sequence": "[", "flow mapping": "{"}


def understand(complaint: Complaint, lines: Sequence[str]) -> YamlFault:
    """The writer's fault behind `complaint` in `lines`.

    Variants: `tab`, `starter` (a value begins with a sign that YAML keeps for itself), `colon` (an unquoted colon),
    `glued` (no space after the colon), `no-colon`, `bracket`, `quote` (never closed), `after-quote`, `escape`, "".
    """
    for guess in (_tab, _starter, _open_quote, _escape, _glued, _colon, _after_quote, _bracket, _no_colon):
        found = guess(complaint, lines)
        if found is not None:
            return found
    return YamlFault(place=_place(complaint.at, lines))


def _tab(complaint: Complaint, lines: Sequence[str]) -> YamlFault | None:
    line, _ = complaint.at
    indent = re.match(r"[ \t]*", _line(lines, line))
    tab = indent.group().find("\t") if indent else -1
    if tab < 0:
        return None
    return YamlFault(place=Place(line=line + 1, column=tab + 1), variant="tab")


def _starter(complaint: Complaint, lines: Sequence[str]) -> YamlFault | None:
    where = complaint.since or complaint.at
    char = _char(lines, where)
    named = "cannot start any token", "an alias", "an anchor", "a tag", "a block scalar", "expected node content"
    if char not in _STARTERS or not any(words in f"{complaint.context} {complaint.problem}" for words in named):
        return None
    before, value = _line(lines, where[0])[: where[1]], _line(lines, where[0])[where[1] :].strip()
    if "[" in before or "{" in before:
        value = re.split(r"[,\]}]", value)[0] or char
    place = Place(line=where[0] + 1, column=where[1] + 1, length=max(1, len(value)))
    return YamlFault(place=place, variant="starter", facts=(("value", char), ("text", _quoted(value))))


def _open_quote(complaint: Complaint, lines: Sequence[str]) -> YamlFault | None:
    if "quoted scalar" not in complaint.context or "unexpected end of stream" not in complaint.problem:
        return None
    return _opened(complaint, lines, "quote")


def _escape(complaint: Complaint, lines: Sequence[str]) -> YamlFault | None:
    if "quoted scalar" not in complaint.context or "escape" not in complaint.problem:
        return None
    line, column = complaint.at
    value = _line(lines, line)[column : column + 2]
    return YamlFault(
        place=Place(line=line + 1, column=column + 1, length=max(1, len(value))),
        variant="escape",
        facts=(("value", value),),
    )


def _colon(complaint: Complaint, lines: Sequence[str]) -> YamlFault | None:
    if "mapping values are not allowed" not in complaint.problem:
        return None
    line, column = complaint.at
    match = _KEY.match(_line(lines, line))
    if match is None or column < match.start("value"):
        return None
    return YamlFault(
        place=Place(line=line + 1, column=column + 1),
        variant="colon",
        facts=(("key", match["key"]), ("text", _quoted(match["value"]))),
    )


def _glued(complaint: Complaint, lines: Sequence[str]) -> YamlFault | None:
    """`title:words` is one word to YAML, and the fault shows on the line after it."""
    wanted = "mapping values are not allowed", "could not find expected ':'"
    if not any(words in complaint.problem for words in wanted):
        return None
    first = complaint.since[0] if complaint.since else complaint.at[0]
    for line in (first, first - 1):
        match = _GLUED.match(_line(lines, line)) if line >= 0 else None
        if match is not None and ": " not in _line(lines, line):
            place = Place(line=line + 1, column=match.end("key") + 1)
            return YamlFault(place=place, variant="glued", facts=(("key", match["key"]), ("text", match["value"])))
    return None


def _after_quote(complaint: Complaint, lines: Sequence[str]) -> YamlFault | None:
    line, column = complaint.at
    match = _KEY.match(_line(lines, line))
    if match is None or column < match.start("value"):
        return None
    value = match["value"]
    if value[:1] not in ("'", '"') or "did not find expected" not in complaint.problem:
        return None
    inner = value[1:-1] if len(value) > 1 and value[-1] == value[0] else value
    place = Place(line=line + 1, column=match.start("value") + 1, length=len(value))
    return YamlFault(place=place, variant="after-quote", facts=(("key", match["key"]), ("text", _quoted(inner))))


def _bracket(complaint: Complaint, lines: Sequence[str]) -> YamlFault | None:
    if any(name in complaint.context for name in _OPEN):
        return _opened(complaint, lines, "bracket")
    if "flow node" in complaint.context:
        opened = _last_open(lines, complaint.at)
        if opened is not None:
            place = Place(line=opened[0] + 1, column=opened[1] + 1)
            return YamlFault(place=place, variant="bracket", facts=(("value", _char(lines, opened)),))
    return None


def _no_colon(complaint: Complaint, lines: Sequence[str]) -> YamlFault | None:
    if "could not find expected ':'" not in complaint.problem or complaint.since is None:
        return None
    line, column = complaint.since
    text = _line(lines, line)[column:].strip()
    place = Place(line=line + 1, column=column + 1, length=max(1, len(text)))
    return YamlFault(place=place, variant="no-colon", facts=(("value", text),))


def _opened(complaint: Complaint, lines: Sequence[str], variant: str) -> YamlFault:
    since = complaint.since or complaint.at
    place = Place(line=since[0] + 1, column=since[1] + 1)
    return YamlFault(place=place, variant=variant, facts=(("value", _char(lines, since)),))


def _last_open(lines: Sequence[str], end: Mark) -> Mark | None:
    """The innermost bracket that is open before `end`; quotes are not looked into."""
    stack: list[Mark] = []
    for number, line in enumerate(lines[: end[0] + 1]):
        for column, char in enumerate(line):
            if (number, column) >= end:
                break
            if char in "[{":
                stack.append((number, column))
            elif char in "]}" and stack:
                stack.pop()
    return stack[-1] if stack else None


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number] if 0 <= number < len(lines) else ""


def _char(lines: Sequence[str], mark: Mark) -> str:
    return _line(lines, mark[0])[mark[1] : mark[1] + 1] or " "


def _place(mark: Mark, lines: Sequence[str]) -> Place:
    """A mark past the last line stands at the end of it: a person can go there."""
    line, column = mark
    if line >= len(lines):
        line = max(0, len(lines) - 1)
        column = len(_line(lines, line))
    return Place(line=line + 1, column=column + 1)
