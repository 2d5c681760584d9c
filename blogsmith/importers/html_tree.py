"""Markdown with HTML in it becomes a tree: text as it stands, and an element for every tag that is one.

Forgiving as browsers are: a tag that nobody closes ends with what holds it; an end tag without a beginning is dropped.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from blogsmith.importers.draft import Remark
from blogsmith.importers.html_vocabulary import BLOCKS, VOID
from blogsmith.importers.masking import Kept
from blogsmith.importers.shortcode_syntax import ShortcodeTag
from blogsmith.model.frozen import frozen


@frozen
class Element:
    """A tag with what is in it, or a shortcode (its name in braces: `{{youtube}}`)."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    """Keys in lower case, values without entities."""
    children: "tuple[Node, ...]" = ()
    raw: str = ""
    """The start tag as written; empty where an importer made the element."""
    closed: bool = True
    """False where no end tag was found."""


Node = str | Element | Remark
"""A remark stands where something was lost."""

_TAG = re.compile(
    r"""(?P<raw><(?P<hidden>script|style)\b(?:"[^"]*"|'[^']*'|[^"'<>])*>.*?</(?P=hidden)\s*>)
    |(?<!\]\()<(?P<open>[A-Za-z][\w:-]*)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'<>])*>
    |</(?P<close>[A-Za-z][\w:-]*)\s*>
    |<!(?i:doctype)[^<>]*>|<!\[endif\]-->
    |\ufdd0(?P<token>\d+)\ufdd1""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ENDED_BY = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tr": ({"tr", "td", "th"}, {"table", "tbody", "thead", "tfoot"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
}
"""Which open elements a start tag ends, and where the search for them stops."""
_MAY_STAY_OPEN = frozenset({"p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd"})


def parse_html(text: str, kept: Sequence[Kept]) -> tuple[Node, ...]:
    """The tree of a masked text; tokens of shortcodes become elements, other tokens stay in the text."""
    grower = _Grower(frozenset(piece.name for piece in kept if isinstance(piece, ShortcodeTag) and piece.closes))
    at = 0
    for match in _TAG.finditer(text):
        token = match["token"]
        piece = kept[int(token)] if token else None
        if token and not isinstance(piece, ShortcodeTag):
            continue
        grower.text(text[at : match.start()])
        at = match.end()
        if isinstance(piece, ShortcodeTag):
            grower.shortcode(piece)
        elif match["hidden"]:
            grower.add(Element(name=match["hidden"].lower(), raw=match.group()))
        elif match["close"]:
            grower.close(match["close"].lower())
        elif match["open"]:
            grower.open(match["open"].lower(), attributes_of(match.group()), match.group())
    grower.text(text[at:])
    return grower.whole()


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of a start tag; of two with one name the first."""
    reader = _TagReader(convert_charrefs=True)
    reader.feed(tag)
    return reader.found


def elements(nodes: Sequence[Node], *names: str) -> Iterator[Element]:
    """Every element of these names in `nodes` and below, but not below one that was found."""
    for node in nodes:
        if isinstance(node, Element):
            if node.name in names:
                yield node
            else:
                yield from elements(node.children, *names)


def remarks_in(nodes: Sequence[Node]) -> Iterator[Remark]:
    """Every remark in `nodes`, in the order of the text."""
    for node in nodes:
        if isinstance(node, Remark):
            yield node
        elif isinstance(node, Element):
            yield from remarks_in(node.children)


def plain(nodes: Sequence[Node]) -> str:
    """The text of `nodes` without tags."""
    return "".join(
        node if isinstance(node, str) else plain(node.children) for node in nodes if not isinstance(node, Remark)
    )


class _TagReader(HTMLParser):
    def reset(self) -> None:
        super().reset()
        self.found: dict[str, str] = {}

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            self.found.setdefault(key.lower(), value or "")


@dataclass(slots=True)
class _Branch:
    name: str
    attributes: Mapping[str, str]
    raw: str
    children: list[Node] = field(default_factory=list)


class _Grower:
    """The tree while it grows: the open elements, the innermost last."""

    def __init__(self, paired: frozenset[str]) -> None:
        self._open = [_Branch("", {}, "")]
        self._paired = paired
        """Shortcodes that are closed somewhere; all others stand alone."""

    def text(self, text: str) -> None:
        if text:
            self._open[-1].children.append(text)

    def add(self, node: Node) -> None:
        self._open[-1].children.append(node)

    def open(self, name: str, attributes: Mapping[str, str], raw: str) -> None:
        self._end_what_it_ends(name)
        if name in VOID or (raw.endswith("/>") and name not in BLOCKS | {"a", "span"}):
            self.add(Element(name=name, attributes=attributes, raw=raw))
        else:
            self._open.append(_Branch(name, attributes, raw))

    def close(self, name: str) -> None:
        depth = next((depth for depth in range(len(self._open) - 1, 0, -1) if self._open[depth].name == name), 0)
        if depth:
            self._fell_down_to(depth + 1)
            branch = self._open.pop()
            self.add(_element(branch, closed=True))
        elif name == "br":
            self.add(Element(name="br"))

    def shortcode(self, tag: ShortcodeTag) -> None:
        name = f"{{{{{tag.name}}}}}"
        if tag.closes:
            self.close(name)
        elif tag.alone or tag.name not in self._paired:
            self.add(Element(name=name, attributes=tag.values, raw=tag.raw))
        else:
            self._open.append(_Branch(name, tag.values, tag.raw))

    def whole(self) -> tuple[Node, ...]:
        self._fell_down_to(1)
        return tuple(self._open[0].children)

    def _end_what_it_ends(self, name: str) -> None:
        ended, fence = _ENDED_BY.get(name, (set(), set()))
        if name in BLOCKS and self._open[-1].name == "p":
            ended = ended | {"p"}
        for depth in range(len(self._open) - 1, 0, -1):
            here = self._open[depth].name
            if here in fence:
                return
            if here in ended:
                self._fell_down_to(depth)
                if name not in ("tr",):
                    return

    def _fell_down_to(self, depth: int) -> None:
        """Ends every element above `depth` that nobody closed; where HTML asks for an end tag, the words alone stay."""
        while len(self._open) > depth:
            branch = self._open.pop()
            if branch.name in _MAY_STAY_OPEN:
                self.add(_element(branch, closed=True))
            else:
                self.add(Element(name=branch.name, attributes=branch.attributes, raw=branch.raw, closed=False))
                self._open[-1].children += branch.children


def _element(branch: _Branch, *, closed: bool) -> Element:
    return Element(
        name=branch.name,
        attributes=branch.attributes,
        children=tuple(branch.children),
        raw=branch.raw,
        closed=closed,
    )
