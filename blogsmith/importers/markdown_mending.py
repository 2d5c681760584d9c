"""Markdown that other tools accept becomes Markdown in which our own checks find no fault."""

import re
from collections.abc import Iterator, Mapping, Sequence

from blogsmith.importers.draft import Remark
from blogsmith.importers.html_to_markdown import ANCHOR
from blogsmith.importers.masking import Fence, Kept
from blogsmith.model.config import MarkdownConfig
from blogsmith.model.document import Document, Fault
from blogsmith.text.code import is_known, marked_lines
from blogsmith.text.markdown import parse_markdown

_UNDERLINED = re.compile(
    r"^(?P<text>(?![ \t]*(?:[-*+>#|]|\d+[.)][ \t]|:::))[ ]{0,3}\S[^\n]*)\n[ ]{0,3}(?P<line>=+|-{2,})[ \t]*$",
    re.MULTILINE,
)
_HEADING = re.compile(
    r"^(?P<lead>[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?)(?P<signs>#{1,6})(?P<text>[ \t]+[^\n]*?)??(?:[ \t]+#+)?[ \t]*$",
    re.MULTILINE,
)
_ATTRIBUTES = re.compile(r"[ \t]*\{(?![{%<])(?P<inner>[^{}\n]*[#.=][^{}\n]*)\}[ \t]*$")
_ATTRIBUTE_LINE = re.compile(r"^[ \t]*\{[.#][\w .#=\"'-]*\}[ \t]*\n?", re.MULTILINE)
_AFTER_IMAGE = re.compile(r"(?<=\))\{(?!lang=)[^{}\n]*[=.#][^{}\n]*\}")
_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
_STRAY_TAG = re.compile(r"(?<!\\)(?<!\]\()(?<!\]: )<(?=[A-Za-z/!?])")
_OWN_BLOCK = re.compile(r"^([ \t>]*):::", re.MULTILINE)
_HUGO_OPTION = re.compile(r"(\w+)\s*=\s*(\[[^\]]*\]|\"[^\"]*\"|[^\s,}]+)")
_BLOCK_FAULTS = frozenset(
    f"markdown/{name}" for name in ("unknown-block", "unclosed-block", "block-argument", "block-body")
)
_NESTING = 40
_ROUNDS = 16
"""Escaping one sign can bring out another; few bodies need more than two."""


def guarded(text: str) -> str:
    """Masked prose of another tool in which nothing looks like a block of ours."""
    return _OWN_BLOCK.sub(r"\1\\:::", text)


def mend_prose(text: str) -> tuple[str, tuple[Remark, ...]]:
    """Masked Markdown: headings from level 2 on without gaps, no attributes, no stray tag; and what was mended."""
    text = _UNDERLINED.sub(lambda match: f"{'#' if match['line'][0] == '=' else '##'} {match['text'].strip()}", text)
    text = _STRAY_TAG.sub("&lt;", text)
    without = _AFTER_IMAGE.sub("", _ATTRIBUTE_LINE.sub("", text))
    remarks = [Remark(rule="import/attributes", value="{…}", needle="{", note=True)] if without != text else []
    text, moved = _with_levels(without)
    if moved:
        remarks.append(Remark(rule="import/headings", value=moved, needle=moved, note=True))
    return text, tuple(remarks)


def mend_code(kept: Sequence[Kept]) -> tuple[tuple[Kept, ...], tuple[Remark, ...]]:
    """Kept pieces whose code blocks name a language we know and lines that exist."""
    pieces: list[Kept] = []
    remarks: list[Remark] = []
    for piece in kept:
        if not isinstance(piece, Fence):
            pieces.append(piece)
            continue
        info, unknown = _code_head(piece)
        pieces.append(Fence(info=info, code=piece.code))
        if unknown:
            remarks.append(Remark(rule="import/unknown-language", value=unknown, needle=piece.info, note=True))
    return tuple(pieces), tuple(remarks)


def document_of(body: str) -> Document:
    """The body as our own reader understands it."""
    return parse_markdown(body, config=MarkdownConfig(), nesting=_NESTING)


def mend_faults(body: str) -> tuple[str, tuple[Remark, ...]]:
    """`body` with what our reader still calls an error written so that readers see the signs; the last net."""
    remarks: list[Remark] = []
    for _ in range(_ROUNDS):
        faults = [fault for fault in document_of(body).faults if not fault.warning]
        if not faults:
            return body, tuple(remarks)
        lines = body.split("\n")
        for fault in reversed(faults):
            number = fault.place.line - 1
            lines[number] = _escaped(lines[number], fault)
        remarks += [_left(fault) for fault in faults if not remarks]
        body = "\n".join(lines)
    return body, tuple(remarks)


def anchors_in(body: str) -> tuple[str, Mapping[str, str], frozenset[str]]:
    """`body` without the marks of old ids; the id of ours each of them stands for; and all ids of ours."""
    lines = body.split("\n")
    marked = [(found, number) for number, line in enumerate(lines, 1) for found in ANCHOR.findall(line)]
    clean = ANCHOR.sub("", body)
    document = document_of(clean)
    bare = clean.split("\n")
    anchors: dict[str, str] = {}
    for old, number in marked:
        here = [heading for heading in document.headings if heading.place.line <= _reach(bare, number)]
        if here:
            anchors.setdefault(old, here[-1].id)
    return clean, anchors, document.ids


def _reach(lines: Sequence[str], number: int) -> int:
    """The last line that a mark on line `number` belongs to: a mark alone stands for the heading that follows."""
    if lines[number - 1].strip():
        return number
    return next((later + 1 for later in range(number, len(lines)) if lines[later].strip()), number)


def _with_levels(text: str) -> tuple[str, str]:
    """Headings as an outline that begins at level 2; and the first heading that was moved."""
    above: list[int] = []
    moved = ""

    def outlined(match: re.Match[str]) -> str:
        nonlocal moved
        words = (match["text"] or "").strip()
        attributes = _ATTRIBUTES.search(words)
        words = words[: attributes.start()] if attributes else words
        anchor = re.search(r"#([^\s#.{}]+)", attributes["inner"]) if attributes else None
        if not words.strip("#*_ \\"):
            return ""
        if _PICTURE.fullmatch(words.strip()):
            return f"{match['lead']}{words.strip()}"
        level = len(match["signs"])
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        new = min(6, len(above) + 1)
        moved = moved or (words if new != level else "")
        mark = f"\ufdd6{anchor[1]}\ufdd7" if anchor else ""
        return f"{match['lead']}{'#' * new} {mark}{words}"

    return _HEADING.sub(outlined, text), moved


def _code_head(fence: Fence) -> tuple[str, str]:
    """The info string in our dialect, and the language where it is one we do not know."""
    info = fence.info.strip()
    options: dict[str, str] = dict(_HUGO_OPTION.findall(info))
    first = re.match(r"\{?\s*\.?(?P<language>[\w+#./-]*)", info)
    language = first["language"].lower() if first and "=" not in info.split("{")[0].split(" ")[0] else ""
    language = "" if language in options else language
    unknown = language if language and not is_known(language) else ""
    named = next((options[key] for key in ("title", "filename", "name") if key in options), "")
    title = named.strip("\"'").replace('"', "”")
    lines = ",".join(re.findall(r"\d+(?:-\d+)?", options.get("hl_lines", "")))
    mark = lines if lines and marked_lines(lines, fence.code.count("\n")) else ""
    if not unknown and not language and (title or mark):
        language = "text"
    parts = ["" if unknown else language, f'title="{title}"' if title else "", f'mark="{mark}"' if mark else ""]
    parts[0] = "text" if unknown and (title or mark) else parts[0]
    return " ".join(filter(None, parts)), unknown


def _escaped(line: str, fault: Fault) -> str:
    """The line with the sign that the fault is about written as itself."""
    at = max(0, fault.place.column - 1)
    if fault.rule == "markdown/code-argument":
        return re.sub(r"((?:`{3,}|~{3,})\w*).*$", r"\1", line)
    if fault.rule == "markdown/empty-link":
        at = line.find("[", at)
        return line if at < 0 else f"{line[:at]}\\{line[at:]}"
    if fault.rule in _BLOCK_FAULTS and ":::" in line:
        return line.replace(":::", "\\:::", 1)
    if fault.rule == "markdown/raw-html" and "<" in line:
        at = line.index("<", at) if "<" in line[at:] else line.rindex("<")
        return f"{line[:at]}&lt;{line[at + 1 :]}"
    if "](" in line[:at]:
        at = line.rindex("](", 0, at)
        return f"{line[: at + 1]}\\{line[at + 1 :]}"
    return line


def _left(fault: Fault) -> Remark:
    return Remark(
        rule="import/mended", value=str(dict(fault.facts).get("value", fault.rule)), needle="", variant="", note=True
    )


def remarks_once(remarks: Sequence[Remark]) -> Iterator[Remark]:
    """Each remark of the notes once; of what is lost, every one."""
    seen: set[Remark] = set()
    for remark in remarks:
        if remark.note and remark in seen:
            continue
        seen.add(remark)
        yield remark
