"""A Markdown file is split into its front matter, with the place of every key and value, and the body under it.

Strict on purpose: a file whose front matter is not understood whole gives no value, so that nothing of it is published.
"""

import re

from blogsmith.model.diagnostic import Checked, Diagnostic, Severity
from blogsmith.model.source import FrontMatter, Place, SourceFile
from blogsmith.text.patterns import pattern
from blogsmith.text.yaml_faults import HeadFault, RefusedError

_LINE = r"---[ \t]*(?=\n|\Z)"
_FENCE, _CLOSING = pattern(_LINE), pattern(rf"\n{_LINE}")
_RULE = pattern(r"[ \t]*(?:[-–—*_][ \t]*){2,}|\+\+\+[ \t]*|;;;[ \t]*")
_NEARLY = pattern(r"[ \t]*(?:-{2,}|[–—]+-*|\.\.\.)[ \t]*")
_ODD = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML 1.2 forbids, and the line ends that libyaml alone counts (U+0085, U+2028, U+2029), which shift lines."""


def front_matter_end(text: str) -> int:
    """Where the front matter of a decoded text ends, its closing fence included; 0 where there is none."""
    _, closing = _fences(text)
    return closing.end() if closing is not None else 0


def _fences(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    opening = _FENCE.match(text)
    return opening, _CLOSING.search(text, opening.end()) if opening is not None else None


def split_front_matter(source: SourceFile, *, limit_bytes: int, placed: bool = True) -> Checked[FrontMatter | None]:
    """The front matter of `source`; None where it can not be understood.

    Reports front-matter/missing, /fence, /unclosed, /too-large, /yaml, /forbidden, /not-a-mapping, /duplicate-key
    and /key. Values follow the core schema of YAML 1.2; texts and keys are NFC. `places` also holds the whole: `()`.
    `placed`: as of `read_table`.
    """
    from blogsmith.text.yaml_table import read_table  # YAML: of an edited body no head is read

    text = source.text.removeprefix("\ufeff")
    opening, closing = _fences(text)
    if opening is None:
        return _refused(source, _no_fence(text.split("\n")))
    if closing is None:
        return _refused(source, _unclosed(text.split("\n")))
    block = text[opening.end() + 1 : closing.start() + 1]
    fault = _unreadable(block, limit_bytes)
    if fault is not None:
        return _refused(source, fault)
    try:
        read = read_table(text[: closing.end()].split("\n"), placed=placed)
    except RefusedError as error:
        return _refused(source, error.fault)
    front = FrontMatter(
        table=read.table,
        places={**read.places, (): Place(line=1, column=1, length=3)},
        keys=read.keys,
        body=text[closing.end() + 1 :],
        first_line=block.count("\n") + 3,
    )
    return Checked(value=front, diagnostics=tuple(_diagnostic(source, fault) for fault in read.faults))


def _unreadable(block: str, limit_bytes: int) -> HeadFault | None:
    """What keeps the block from being looked at."""
    size = len(block.encode("utf-8", "replace"))
    if size > limit_bytes:
        facts = (("size", size), ("limit", limit_bytes))
        return HeadFault(name="too-large", place=Place(line=1, column=1, length=3), facts=facts)
    odd = None if block.replace("\n", "").isprintable() else _ODD.search(block)
    if odd is None:
        return None
    before = block[: odd.start()]
    place = Place(line=before.count("\n") + 2, column=odd.start() - before.rfind("\n"))
    return HeadFault(name="yaml", place=place, variant="character", facts=(("value", f"U+{ord(odd.group()):04X}"),))


def _refused(source: SourceFile, *faults: HeadFault) -> Checked[FrontMatter | None]:
    return Checked(value=None, diagnostics=tuple(_diagnostic(source, fault) for fault in faults))


def _diagnostic(source: SourceFile, fault: HeadFault) -> Diagnostic:
    return Diagnostic(
        rule=f"front-matter/{fault.name}",
        severity=Severity.ERROR,
        location=fault.place.within(source.path),
        facts=fault.facts,
        variant=fault.variant,
    )


def _no_fence(lines: list[str]) -> HeadFault:
    number, line = next(((number, line) for number, line in enumerate(lines) if line.strip()), (0, ""))
    place = Place(line=number + 1, column=1, length=max(1, len(line.rstrip())))
    if number and _FENCE.fullmatch(line):
        return HeadFault(name="fence", place=place, variant="late", facts=(("line", number + 1),))
    if _RULE.fullmatch(line):
        variant = "toml" if line.startswith("+++") else ""
        return HeadFault(name="fence", place=place, variant=variant, facts=(("value", line.strip()),))
    return HeadFault(name="missing", place=Place(line=1, column=1))


def _unclosed(lines: list[str]) -> HeadFault:
    place = Place(line=1, column=1, length=3)
    for number, line in enumerate(lines[1:], 2):
        if _NEARLY.fullmatch(line):
            return HeadFault(
                name="unclosed", place=place, variant="nearly", facts=(("value", line.strip()), ("line", number))
            )
    return HeadFault(name="unclosed", place=place)
