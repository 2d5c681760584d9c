"""What is not prose (code, comments, shortcodes) is taken out of a body, and put back when the prose is converted.

A token (two noncharacters around a number) stands in its place: no source text holds one, and no pattern splits one.
"""

import re
from collections.abc import Sequence

from blogsmith.importers.shortcode_syntax import SHORTCODE, ShortcodeTag, address_of, read_shortcode
from blogsmith.model.frozen import frozen


@frozen
class Fence:
    """A fenced code block, without the indent of what it stands in."""

    info: str
    code: str
    """Ends with a line end where it is not empty."""


@frozen
class Verbatim:
    """A code span, an autolink, a comment: kept as it is written."""

    text: str


Kept = Fence | Verbatim | ShortcodeTag


@frozen
class Masked:
    """A body with tokens, and what they stand for."""

    text: str
    kept: tuple[Kept, ...]


TOKEN = re.compile("\ufdd0(\\d+)\ufdd1")

_FENCE = r"""(?P<fence>^(?P<lead>[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)
    (?P<ticks>`{3,}(?=[^`\n]*\n)|~{3,})(?P<info>[^\n]*)\n
    (?P<code>(?:.*\n)*?)(?P<end>[ \t>]*(?P=ticks)[`~]*[ \t]*$|\Z))"""
_INDENTED = r"(?P<indented>(?:\A|(?<=\n\n))(?:(?:[ ]{4}|\t)(?![ \t]*(?:<|[-*+][ ]|\d+[.)][ ]))[^\n]*\S[^\n]*\n?)+)"
_SPAN = r"(?P<span>(?<![`\\])(?P<tick>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])+?(?<!`)(?P=tick)(?!`))"
_CODE = re.compile(rf"{_FENCE}|{_SPAN}", re.VERBOSE | re.MULTILINE)
_PIECES = re.compile(
    rf"""(?P<comment><!--.*?-->)
    |{_FENCE}
    |{_INDENTED}
    |(?P<shortcode>{SHORTCODE})
    |{_SPAN}
    |(?P<auto><(?:https?|mailto):[^\s<>]*>|<[\w.!#$%&'*+/=?^{{|}}~-]+@[\w-]+(?:\.[\w-]+)+>)""",
    re.VERBOSE | re.MULTILINE,
)
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?|(?:[-*+]|\d+[.)])[ \t]+)*")
_ADDRESS_BEFORE = re.compile(r"""(?:\]\(\s*<?|=["']?|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?)\Z""", re.MULTILINE)
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")
_BLANK = re.compile(r"^[ \t\u00a0]+$", re.MULTILINE)


def mask(body: str) -> Masked:
    """`body` with every code block, code span, autolink, comment and shortcode as a token.

    A shortcode that stands where an address does becomes one (`hugo-ref:` or `hugo-file:` and its first argument).
    """
    text = _NONCHARACTERS.sub("", _BLANK.sub("", body.replace("\r\n", "\n")))
    kept: list[Kept] = []
    return Masked(text=_masked(text, kept, in_list=False), kept=tuple(kept))


def _masked(text: str, kept: list[Kept], *, in_list: bool) -> str:
    """`text` with tokens for what is added to `kept`; in a list an indent makes no code."""
    out: list[str] = []
    at = 0
    while match := _PIECES.search(text, at):
        out.append(text[at : match.start()])
        at = match.end()
        before = text[max(0, match.start() - 300) : match.start()]
        if match["indented"] and (in_list or _in_a_list(text, match.start())):
            out.append(_masked("\ufddc" + match.group(), kept, in_list=True)[1:])
        elif match["shortcode"] and _ADDRESS_BEFORE.search(before):
            out.append(address_of(read_shortcode(match["shortcode"])))
        else:
            lead, piece, tail = _piece(match)
            out.append(f"{lead}\ufdd0{len(kept)}\ufdd1{tail}")
            kept.append(piece)
    return "".join([*out, text[at:]])


def mask_code(text: str, kept: Sequence[Kept]) -> Masked:
    """Masked text whose code, which an importer wrote since, is masked too."""
    pieces = list(kept)

    def keep(match: re.Match[str]) -> str:
        if match["fence"] is not None:
            pieces.append(Fence(info=match["info"].strip(), code=_dedented(match["code"], match["lead"])))
            return f"{match['lead']}\ufdd0{len(pieces) - 1}\ufdd1"
        pieces.append(Verbatim(text=match.group()))
        return f"\ufdd0{len(pieces) - 1}\ufdd1"

    return Masked(text=_CODE.sub(keep, text), kept=tuple(pieces))


def unmask(text: str, kept: Sequence[Kept]) -> str:
    """`text` with what its tokens stand for; a code block takes the indent of the line its token stands on."""

    def put_back(match: re.Match[str]) -> str:
        piece = kept[int(match[1])]
        # Code that was masked later may hold tokens of what was masked before, never the other way round.
        earlier = kept[: int(match[1])]
        if isinstance(piece, Verbatim):
            return unmask(piece.text, earlier)
        if isinstance(piece, ShortcodeTag):
            return ""
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        fence = Fence(info=piece.info, code=unmask(piece.code, earlier))
        return _fenced(fence).replace("\n", "\n" + continuation(line))

    return TOKEN.sub(put_back, text)


def continuation(line: str) -> str:
    """What further lines of the list item or quote that `line` begins must start with."""
    prefix = _PREFIX.match(line)
    return re.sub(r"[-*+.)\d]", " ", prefix.group()) if prefix else ""


def _piece(match: re.Match[str]) -> tuple[str, Kept, str]:
    """What stands before the token, what the token stands for, and what stands behind it."""
    if match["fence"] is not None:
        return match["lead"], Fence(info=match["info"].strip(), code=_dedented(match["code"], match["lead"])), ""
    if match["indented"]:
        code = re.sub(r"^(?: {4}|\t)", "", match["indented"], flags=re.MULTILINE)
        return "", Fence(info="", code=code.rstrip("\n") + "\n"), "\n"
    if match["shortcode"]:
        tag = read_shortcode(match["shortcode"])
        return "", Verbatim(text=tag.raw) if tag.escaped else tag, ""
    text = match.group()
    if match["span"]:
        # A line of a span that begins with a tag would begin a block of HTML.
        text = re.sub(r"\s*\n[ \t]*", " ", text)
        text = re.sub(r"\{\{([<%])/\*(.*?)\*/([>%])\}\}", r"{{\1\2\3}}", text)
    return "", Verbatim(text="" if re.fullmatch(r"<!--\s*more\s*-->", text) else text), ""


def _dedented(code: str, lead: str) -> str:
    """Lines of a code block without the quote marks and the indent that stand before the fence."""
    width, quotes = len(lead.expandtabs(4)), lead.count(">")
    pattern = re.compile(rf"(?:[ \t]*>[ ]?){{0,{quotes}}}" if quotes else rf"[ ]{{0,{width}}}")
    lines = [
        pattern.sub("", line.expandtabs(4) if width and not quotes else line, count=1) for line in code.split("\n")
    ]
    return "\n".join(lines)


def _fenced(fence: Fence) -> str:
    longest = max((len(run) for run in re.findall(r"^\s*(`{3,})", fence.code, re.MULTILINE)), default=2)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}{fence.info}\n{fence.code}{ticks}"


def _in_a_list(text: str, at: int) -> bool:
    """Whether the indented line at `at` continues a list item rather than being code."""
    for line in reversed(text[:at].split("\n")):
        if line.strip() and not line.startswith(("    ", "\t")):
            return bool(_LIST_ITEM.match(line) or line.startswith(("  ", ":")))
    return False
