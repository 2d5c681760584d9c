"""A finding becomes what can be typed for the writer: each fix leaves the rest of the text as it is."""

from collections.abc import Iterator, Sequence

from blogsmith.editor.head import end_of_head, keys_in_head
from blogsmith.model.diagnostic import Diagnostic, Fact
from blogsmith.model.frozen import frozen
from blogsmith.policy.catalogue import RULES

_QUOTING = ("colon", "glued", "after-quote")
"""Faults of YAML whose mended value is among their facts."""
_WAIVABLE = frozenset(rule.id for rule in RULES.all)


@frozen
class Edit:
    """`length` characters of a line give way to `text`, which may hold several lines."""

    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    length: int = 0
    text: str


@frozen
class Fix:
    """One way to mend a finding."""

    key: str
    """Of its words in `[cli]`."""
    facts: tuple[tuple[str, Fact], ...]
    edit: Edit
    mends: bool = True
    """False where something is left for the writer to fill in."""


def fixes_of(finding: Diagnostic, lines: Sequence[str]) -> Iterator[Fix]:
    """Every way that is known to mend a finding of a file that holds `lines`; the best first."""
    yield from _own_fixes(finding, lines)
    yield from _replacements(finding, lines)
    if finding.rule in _WAIVABLE and finding.location.path.startswith("content/posts/"):
        yield from _waivers(finding, lines)


def _own_fixes(finding: Diagnostic, lines: Sequence[str]) -> Iterator[Fix]:
    facts = dict(finding.facts)
    if finding.rule == "post/missing-id":
        yield _new_line(2, "id", str(facts["id"]))
    elif finding.rule == "conversation/no-responder" and "suggestion" in facts:
        end = end_of_head(lines)
        if end is not None:
            yield _new_line(end + 1, "responder", str(facts["suggestion"]))
    elif finding.rule == "front-matter/yaml" and finding.variant in _QUOTING:
        yield from _requoted(finding, lines)
    elif finding.rule == "craft/cover-alt":
        yield from _cover_words(finding, lines)


def _new_line(line: int, key: str, value: str) -> Fix:
    text = f"{key}: {value}"
    return Fix(key="fix-add", facts=(("text", text),), edit=Edit(line=line, column=1, text=f"{text}\n"))


def _requoted(finding: Diagnostic, lines: Sequence[str]) -> Iterator[Fix]:
    facts, number = dict(finding.facts), finding.location.line or 1
    line, key = _line(lines, number), str(facts.get("key", ""))
    start = line.find(key)
    if key and start >= 0 and "text" in facts:
        text = f"{key}: {facts['text']}"
        edit = Edit(line=number, column=start + 1, length=len(line) - start, text=text)
        yield Fix(key="fix-write", facts=(("text", text),), edit=edit)


def _cover_words(finding: Diagnostic, lines: Sequence[str]) -> Iterator[Fix]:
    where = finding.location
    line, number = _line(lines, where.line or 1), where.line or 1
    alone = line.lstrip().startswith("src:")
    for key, value, mends in (("alt", '""', False), ("decorative", "true", True)):
        if alone:
            indent = line[: len(line) - len(line.lstrip())]
            edit = Edit(line=number + 1, column=1, text=f"{indent}{key}: {value}\n")
        else:
            edit = Edit(line=number, column=(where.column or 1) + where.length, text=f", {key}: {value}")
        yield Fix(key="fix-add", facts=(("text", f"{key}: {value}"),), edit=edit, mends=mends)


def _replacements(finding: Diagnostic, lines: Sequence[str]) -> Iterator[Fix]:
    """The nearest known word in place of what was typed, where that stands at the finding's place."""
    facts, where = dict(finding.facts), finding.location
    value, suggestion = facts.get("value"), facts.get("suggestion")
    if value is None or suggestion is None or where.line is None:
        return
    line, start = _line(lines, where.line), (where.column or 1) - 1
    at = line.find(str(value), start)
    if at >= 0:
        edit = Edit(line=where.line, column=at + 1, length=len(str(value)), text=str(suggestion))
        yield Fix(key="fix-replace", facts=(("value", value), ("suggestion", suggestion)), edit=edit)


def _waivers(finding: Diagnostic, lines: Sequence[str]) -> Iterator[Fix]:
    """An exception without its reason: that one stays a fault until the writer gives one."""
    end = end_of_head(lines)
    if end is None:
        return
    number, facts = finding.location.line or 1, (("rule", finding.rule),)
    if number > end + 1:
        line = _first_line_of_block(lines, number, end)
        text = f"<!-- blogsmith: allow {finding.rule} because … -->\n"
        yield Fix(key="fix-allow-here", facts=facts, edit=Edit(line=line, column=1, text=text), mends=False)
    item = f'  - rule: {finding.rule}\n    reason: "…"\n'
    if "allow" not in keys_in_head(lines):
        edit = Edit(line=end + 1, column=1, text=f"allow:\n{item}")
        yield Fix(key="fix-allow", facts=facts, edit=edit, mends=False)
        return
    above = next((place for place, line in enumerate(lines[:end], 1) if line.rstrip() == "allow:"), None)
    if above is not None:
        yield Fix(key="fix-allow", facts=facts, edit=Edit(line=above + 1, column=1, text=item), mends=False)


def _first_line_of_block(lines: Sequence[str], number: int, end: int) -> int:
    """The line, from 1, on which the block with line `number` begins."""
    number = min(number, len(lines))
    while number - 1 > end + 1 and lines[number - 2].strip():
        number -= 1
    return number


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""
