"""A Markdown file becomes cases (a site, a command line, what it says), and takes in what was said instead.

A `## heading` begins a case. Fences: `site` (files under `-- path --`; one above the first heading lies under every
case), `run` (a command line; `check -q` where there is none), `says` and `says ko` (all that is printed, exactly).
A fence that holds fences has more backticks. A line `exit: N` outside of fences states the exit code; else it is 1
where an error is told, and 0 where none is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

KINDS = ("site", "run", "says", "says ko")

_OPENING = re.compile(r"^(`{3,})\s*(.*?)\s*$")
_EXIT = re.compile(r"^exit: (\d+)$")
_ERROR = re.compile(r"^(error|오류)\[", re.MULTILINE)


class SpecError(Exception):
    """A spec file that cannot be understood: says its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The text inside a fence."""

    kind: str
    text: str
    opening: int
    """Index of the opening fence's line."""
    closing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One heading of a spec file and what stands under it."""

    name: str
    line: int
    """Counts from 1."""
    sites: tuple[str, ...]
    """Each written over the one before."""
    command: str
    says: Mapping[str, str]
    """What is expected, by language."""
    exit_code: int
    exits: tuple[int, ...]
    """Indices of the lines that state it."""
    blocks: tuple[Block, ...]


def cases_of(text: str) -> tuple[Case, ...]:
    """Every case of a spec file, in order. Raises SpecError."""
    lines = text.split("\n")
    blocks = _blocks(lines)
    headings = _headings(lines, blocks)
    starts = [line for line, _ in headings]
    shared = tuple(block.text for block in blocks if block.kind == "site" and block.opening < min(starts, default=0))
    ends = [*starts[1:], len(lines)]
    cases = tuple(
        _case(lines, blocks, shared, name, range(start, end)) for (start, name), end in zip(headings, ends, strict=True)
    )
    names = [case.name for case in cases]
    for case in cases:
        if names.count(case.name) > 1:
            raise SpecError(f"line {case.line}: a second case with this heading: {case.name}")
    return cases


def mismatch(case: Case, language: str, *, said: str, exit_code: int) -> str:
    """What differs from the case's words, as a diff to read; empty where nothing does."""
    faults = []
    expected = case.says.get(language)
    if expected is not None and expected.rstrip() != said.rstrip():
        faults.append(f"expected:\n{_indented(expected)}\nsaid:\n{_indented(said)}")
    if exit_code != case.exit_code:
        faults.append(f"expected exit: {case.exit_code}, exited with {exit_code}; said:\n{_indented(said)}")
    return "\n\n".join(faults)


def rewritten(text: str, name: str, said: Mapping[str, str], *, exit_code: int) -> str:
    """The spec file with what was said, by language, in the case called `name`; a case without `says` gets one.

    A line `exit: N` stands under the case where the code does not follow from the words.
    """
    case = _named(text, name)
    lines = text.split("\n")
    for index in reversed(case.exits):
        del lines[index]
    lines = _with_words(lines, _named("\n".join(lines), name), said)
    case = _named("\n".join(lines), name)
    if case.exit_code != exit_code:
        behind = max(block.closing for block in case.blocks) + 1
        lines[behind:behind] = [f"exit: {exit_code}"]
    return "\n".join(lines)


def _with_words(lines: list[str], case: Case, said: Mapping[str, str]) -> list[str]:
    lines = list(lines)
    present = {block.kind for block in case.blocks}
    for block in sorted(case.blocks, key=lambda block: block.opening, reverse=True):
        language = _language(block.kind)
        if language in said:
            lines[block.opening : block.closing + 1] = _fenced(block.kind, said[language])
    if "says" not in present and "en" in said:
        behind = max((block.closing for block in case.blocks), default=case.line - 1) + 1
        lines[behind:behind] = ["", *_fenced("says", said["en"])]
    return lines


def _named(text: str, name: str) -> Case:
    return next(case for case in cases_of(text) if case.name == name)


def _blocks(lines: Sequence[str]) -> tuple[Block, ...]:
    blocks = []
    opening: tuple[int, str, str] | None = None
    for index, line in enumerate(lines):
        found = _OPENING.match(line)
        if opening is None and found:
            opening = (index, found[1], found[2])
        elif opening is not None and found and len(found[1]) >= len(opening[1]) and not found[2]:
            start, _, kind = opening
            text = "".join(f"{inner}\n" for inner in lines[start + 1 : index])
            blocks.append(Block(kind=kind, text=text, opening=start, closing=index))
            opening = None
    if opening is not None:
        raise SpecError(f"line {opening[0] + 1}: this fence is never closed")
    for block in blocks:
        if block.kind not in KINDS:
            raise SpecError(f"line {block.opening + 1}: a fence is one of {', '.join(KINDS)}, not `{block.kind}`")
    return tuple(blocks)


def _headings(lines: Sequence[str], blocks: Sequence[Block]) -> list[tuple[int, str]]:
    fenced = {index for block in blocks for index in range(block.opening, block.closing + 1)}
    return [
        (index, line.removeprefix("## ").strip())
        for index, line in enumerate(lines)
        if line.startswith("## ") and index not in fenced
    ]


def _case(lines: Sequence[str], blocks: Sequence[Block], shared: tuple[str, ...], name: str, span: range) -> Case:
    own = tuple(block for block in blocks if block.opening in span)
    fenced = {index for block in own for index in range(block.opening, block.closing + 1)}
    said = {_language(block.kind): block.text for block in own if _language(block.kind)}
    exits = {index: found[1] for index in span if index not in fenced and (found := _EXIT.match(lines[index]))}
    tells_error = any(_ERROR.search(text) for text in said.values())
    return Case(
        name=name,
        line=span.start + 1,
        sites=(*shared, *(block.text for block in own if block.kind == "site")),
        command=next((block.text.strip() for block in own if block.kind == "run"), "check -q"),
        says=said,
        exit_code=int(next(iter(exits.values()), tells_error)),
        exits=tuple(exits),
        blocks=own,
    )


def _language(kind: str) -> str:
    return {"says": "en", "says ko": "ko"}.get(kind, "")


def _fenced(kind: str, text: str) -> list[str]:
    inside = text.rstrip().split("\n") if text.strip() else []
    longest = max((len(line) - len(line.lstrip("`")) for line in inside), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}{kind}", *inside, fence]


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.rstrip().split("\n"))
