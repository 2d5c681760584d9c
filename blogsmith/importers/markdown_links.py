"""Every link and image in masked Markdown, to be written anew by whoever knows where it leads."""

import html
import re
from collections.abc import Callable
from typing import Literal

from blogsmith.model.frozen import frozen

_LABEL = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*\])*"
_TARGET = r"<[^<>\n]*>|(?:[^\s()\\<]|\\.|\((?:[^\s()]|\([^\s()]*\))*\))*"
_TITLE = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_REST = rf"\[(?P<words>{_LABEL})\]\([ \t]*\n?(?P<target>{_TARGET})(?:\s+(?P<title>{_TITLE}))?\s*\)"
_IMAGE = re.compile(rf"(?<!\\)(?P<sign>!){_REST}", re.DOTALL)
_LINK = re.compile(rf"(?<!\\)(?P<sign>){_REST}", re.DOTALL)
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?P<label>(?!\^)[^\[\]\n]+)\]:[ \t]*(?P<target><[^<>\n]*>|\S+)"
    rf"(?:[ \t]+(?P<title>{_TITLE}))?[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_BY_LABEL = re.compile(rf"(?<!\\)(?P<sign>!?)\[(?P<words>{_LABEL})\](?:\[(?P<label>[^\[\]\n]*)\])?(?![\[(:{{])")
_BARE = re.compile(r"(?<![\w/@=<&;\\])https?://(?:[^\s<>\[\]()\"'`*|\\\u3000-\u303f\ufdd0-\ufdef]|\\[_*~&])+")
_DONE = re.compile("\ufdda(\\d+)\ufddb")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@frozen
class Link:
    """A link or an image as it was written."""

    kind: Literal["link", "image"]
    words: str
    """Markdown of a link's words; an image's alternative text."""
    target: str
    """Without brackets, backslashes and entities."""
    title: str
    raw: str
    in_heading: bool


def rewrite_links(text: str, write: Callable[[Link], str]) -> str:
    """`text` with each image and then each link as `write` has it; a bare URL becomes a link."""
    text = _with_inline_links(text)
    done: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        if "\n\n" in match["words"]:
            return match.group()
        done.append(write(_link(match)))
        return f"\ufdda{len(done) - 1}\ufddb"

    text = _BARE.sub(_pointed, _LINK.sub(replaced, _IMAGE.sub(replaced, text)))
    while _DONE.search(text):
        text = _DONE.sub(lambda match: done[int(match[1])], text)
    return text


def destination(target: str) -> str:
    """A target as it stands between the brackets of a link."""
    target = re.sub(r"\s", "%20", target)
    if re.search(r"[()<>\\]", target):
        return "<" + target.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C") + ">"
    return target


def _link(match: re.Match[str]) -> Link:
    target = match["target"].strip()
    if target.startswith("<"):
        target = target[1:-1].strip()
    start = match.string.rfind("\n", 0, match.start()) + 1
    return Link(
        kind="image" if match["sign"] else "link",
        words=match["words"].strip(),
        target=html.unescape(_ESCAPED.sub(r"\1", target)).strip(),
        title=html.unescape(_ESCAPED.sub(r"\1", (match["title"] or "")[1:-1])),
        raw=match.group(),
        in_heading=bool(re.match(r"[ \t>]*#{1,6}[ \t]", match.string[start : match.start() + 1])),
    )


def _with_inline_links(text: str) -> str:
    """`[words][label]` as `[words](target)`; the definitions go."""
    definitions = {_key(match["label"]): match for match in reversed(list(_DEFINITION.finditer(text)))}
    if not definitions:
        return text

    def inlined(match: re.Match[str]) -> str:
        definition = definitions.get(_key(match["label"] or match["words"]))
        if definition is None:
            return match.group()
        title = f" {definition['title']}" if definition["title"] else ""
        return f"{match['sign']}[{match['words']}]({definition['target']}{title})"

    return _BY_LABEL.sub(inlined, _DEFINITION.sub("", text))


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()


def _pointed(match: re.Match[str]) -> str:
    url = match.group()
    bare = url.rstrip(".,;:!?_~'’”")
    address = _ESCAPED.sub(r"\1", bare)
    return f"<{address}>{url[len(bare) :]}"
