"""Blocks that stand within lines get lines of their own, inside the list item or quote that the line belongs to.

The renderer marks them with noncharacters; nothing of these is left when this is done.
"""

import re

from blogsmith.importers.masking import continuation

BREAK = "\ufdd8"
"""A line break within a paragraph."""

_BLOCK = re.compile("\ufdd2([^\ufdd2\ufdd3]*)\ufdd3")
_SOFT = re.compile("\ufdd4([^\ufdd4\ufdd5]*)\ufdd5")
_ALONE = re.compile(r"^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)\ufdd4([^\ufdd4\ufdd5\n]*)\ufdd5[ \t]*$", re.MULTILINE)
_IN_TITLE = re.compile(r"^[ \t]*#{1,6}[ \t][^\n\ufdd2\ufdd3]*\ufdd4[^\n\ufdd2\ufdd3]*$", re.MULTILINE)
_OWN_VIDEO = re.compile(
    r'^[ ]*:::+ (?P<provider>youtube|vimeo) id="(?P<id>[\w-]+)" title="(?P<title>[^"\n]*)"$', re.MULTILINE
)
_OWN_BLOCK = re.compile(r"^[ ]*:::.*$", re.MULTILINE)
_BREAKS = re.compile(rf"{BREAK}(?:\s*{BREAK})+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")
_TITLE = re.compile(r"[ \t>]*#{1,6}[ \t]")


def block(text: str) -> str:
    """`text` marked as lines of their own."""
    return f"\ufdd2{text.strip(chr(10))}\ufdd3"


def soft_block(text: str) -> str:
    """`text` marked as a paragraph of its own where it stands alone on its line, and as words of the line where not."""
    return f"\ufdd4{text}\ufdd5"


def lay_out(text: str) -> str:
    """`text` with every marked block in its place and every break as Markdown writes it."""
    text = _BREAKS.sub(block(""), text)
    text = _IN_TITLE.sub(_below_title, text)
    text = _ALONE.sub(lambda match: match[1] + block(match[2]), text)
    text = _SOFT.sub(lambda match: match[1], text)
    out, at, owed = "", 0, None
    for match in _BLOCK.finditer(text):
        out = _with_prose(out, text[at : match.start()], owed)
        out, owed = _with_block(out, match[1])
        at = match.end()
    out = _with_prose(out, text[at:], owed)
    return re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", _with_breaks(out))


def _below_title(match: re.Match[str]) -> str:
    """A heading without its pictures, which follow it: they are no part of its name."""
    title = " ".join(_SOFT.sub("", match.group()).split())
    pictures = "".join(block(found) for found in _SOFT.findall(match.group()))
    return f"{title}\n{pictures}" if title.strip("# ") else pictures


def _video_link(match: re.Match[str]) -> str:
    host = "https://youtu.be/" if match["provider"] == "youtube" else "https://vimeo.com/"
    return f"[{match['title']}]({host}{match['id']})"


def in_one_line(text: str) -> str:
    """Lines and list items one behind the other, for a heading or a table's cell."""
    text = _OWN_BLOCK.sub("", _OWN_VIDEO.sub(_video_link, text))
    parts = [_ITEM.sub("", line, count=1).strip(" \\") for line in text.split("\n")]
    is_list = any(_ITEM.match(line) for line in text.split("\n"))
    return ("; " if is_list else " ").join(part for part in parts if part)


def _with_prose(out: str, prose: str, owed: str | None) -> str:
    """`out` and what follows a block: behind an empty line, and in the same list item or quote, indented by `owed`."""
    if owed is None:
        return out + (prose.lstrip(" ") if out.endswith(" ") else prose)
    prose = prose.lstrip(" \t")
    if not prose:
        return out
    if prose.startswith("\n"):
        return f"{out}\n{owed.rstrip()}{prose}"
    return f"{out}\n{owed.rstrip()}\n{owed}{prose}"


def _with_block(out: str, text: str) -> tuple[str, str | None]:
    """`out` with the block behind it, and the indent that its surroundings ask of further lines; None for no block."""
    head, newline, line = out.rpartition("\n")
    before = line[len(continuation(line)) :]
    if before.startswith("|") or _TITLE.match(line):
        return f"{out.rstrip()} {in_one_line(text)} ", None
    owed = _sensible(continuation(line), head)
    if before.strip():
        out = f"{out.rstrip()}\n{owed.rstrip()}\n{owed}"
    elif not _ITEM.match(line):
        gap = "" if not head.strip() or head.endswith("\n") or not head.rpartition("\n")[2].strip("> \t") else "\n"
        out = f"{head}{newline}{owed.rstrip() if gap else ''}{gap}{owed}"
    lines = text.split("\n")
    return out + ("\n" + owed).join(lines).replace("\n" + owed + "\n", "\n" + owed.rstrip() + "\n"), owed


def _sensible(owed: str, head: str) -> str:
    """An indent that no list asks for would turn the block into code."""
    if owed.strip() or len(owed.expandtabs(4)) < 2:
        return owed
    for line in reversed(head.split("\n")):
        if line.strip() and len(line) - len(line.lstrip()) < len(owed):
            return owed if _ITEM.match(line) or line.startswith("  ") else ""
    return owed if _ITEM.match(head.rpartition("\n")[2]) else ""


def _with_breaks(text: str) -> str:
    """Breaks as a backslash before the line end; none at the edge of a paragraph, in a heading or in a table."""
    if BREAK not in text:
        return text
    lines = []
    for line in text.split("\n"):
        if line.lstrip().startswith("|") or _TITLE.match(line):
            lines.append(line.replace(BREAK, " "))
            continue
        first, *rest = line.split(BREAK)
        indent = continuation(line)
        lines.append("\n".join([first.rstrip() + "\\" if rest else first, *_further(rest, indent)]))
    text = "\n".join(lines)
    text = re.sub(r"^([ \t>]*)\\$\n?", r"\1", text, flags=re.MULTILINE)
    return re.sub(r"\\\n(?=[ \t>]*(?:\n|\Z))", "\n", text + "\n")[:-1]


def _further(parts: list[str], indent: str) -> list[str]:
    """The lines behind a break; the last one ends where the line ended before."""
    *middle, last = [part.strip() for part in parts] or [""]
    kept = [f"{indent}{part}\\" for part in middle if part]
    return [*kept, f"{indent}{last}"] if last else kept
