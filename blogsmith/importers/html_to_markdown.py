"""A tree of text and HTML becomes Markdown of our dialect. Text counts as Markdown already and stays as it is.

What has no Markdown keeps its words, and a remark says what it was.
"""

import html
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence

from blogsmith.importers.draft import Remark
from blogsmith.importers.html_embeds import as_embed
from blogsmith.importers.html_tables import Cell, columns_of, pipe_table, table_rows
from blogsmith.importers.html_tree import Element, Node, elements, parse_html, plain
from blogsmith.importers.html_vocabulary import BLOCKS, EMBEDS, HIDDEN, PARTS, WORDS_ALONE
from blogsmith.importers.html_words import WORDS
from blogsmith.importers.layout import block, in_one_line, lay_out, soft_block
from blogsmith.importers.marks import Marks, gap

ANCHOR = re.compile("\ufdd6([^\ufdd7]*)\ufdd7")
"""Where an id stood that a link may aim at."""

_INDENT = re.compile(r"\n[ \t]+(?![-*+][ \t]|\d+[.)][ \t])")
_ITEM_LIST = re.compile(r"[-*+][ \t]|\d+[.)][ \t]")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def as_markdown(nodes: Sequence[Node], marks: Marks) -> str:
    """Markdown with the tokens of masked text still in it; ANCHOR marks where ids stood."""
    return lay_out(_rendered(nodes, marks))


def html_to_markdown(text: str, marks: Marks | None = None) -> str:
    """Markdown for HTML that holds no Markdown of its own."""
    from_tree = as_markdown(settled(parse_html(text, ())), marks or Marks())
    return ANCHOR.sub("", from_tree).strip()


def settled(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The tree without what has no Markdown; a remark stands in its place."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, Element):
            out += _settled(node)
        else:
            out.append(node)
    return tuple(out)


def _settled(element: Element) -> Sequence[Node]:
    name = element.name
    if name in HIDDEN:
        needle = element.raw or f"<{name}"
        return (Remark(rule="import/html-dropped", value=f"<{name}>", needle=needle),)
    if name in EMBEDS:
        return as_embed(element)
    children = settled(element.children)
    if name in WORDS or name in _BLOCK_RENDERERS or name in WORDS_ALONE | PARTS or name.startswith("blogsmith-"):
        return (_with(element, children),)
    remark = Remark(rule="import/unknown-tag", value=f"<{name}>", needle=element.raw)
    if element.closed:
        return (remark, *children)
    return (remark, element.raw.replace("<", "&lt;").replace(">", "&gt;"), *children)


def _with(element: Element, children: tuple[Node, ...]) -> Element:
    return Element(
        name=element.name,
        attributes=element.attributes,
        children=children,
        raw=element.raw,
        closed=element.closed,
    )


def _rendered(nodes: Sequence[Node], marks: Marks) -> str:
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif isinstance(node, Element):
            parts.append(_anchor(node) + _element(node, marks))
    return "".join(parts)


def _anchor(element: Element) -> str:
    if element.name.startswith("blogsmith-"):
        return ""
    given = element.attributes.get("id") or (element.attributes.get("name", "") if element.name == "a" else "")
    return f"\ufdd6{given}\ufdd7" if given.strip() else ""


def _element(element: Element, marks: Marks) -> str:
    if element.name in _BLOCK_RENDERERS:
        return _BLOCK_RENDERERS[element.name](element, marks)
    if element.name in BLOCKS - WORDS.keys():
        return block(_inside(element.children, marks)) if element.closed else block("")
    words = _rendered(element.children, marks)
    return WORDS[element.name](element, words) if element.name in WORDS else _phrase(element, words)


def _phrase(element: Element, words: str) -> str:
    language = element.attributes.get("lang", "")
    if language and words.strip() and re.fullmatch(r"[A-Za-z-]{2,10}", language) and "\n\n" not in words:
        return f"[{words}]{{lang={language.lower()}}}"
    return words


def _inside(nodes: Sequence[Node], marks: Marks) -> str:
    """What stands in a block element, laid out, without the indent that HTML is written with."""
    flat = [_INDENT.sub("\n", node) if isinstance(node, str) else node for node in nodes]
    return lay_out(_rendered(flat, marks).strip())


def _body(nodes: Sequence[Node], marks: Marks) -> str:
    """What stands in a shortcode: Markdown, whose indents mean something."""
    return textwrap.dedent(lay_out(_rendered(nodes, marks)).strip("\n")).strip()


def _line(nodes: Sequence[Node], marks: Marks) -> str:
    """What stands in an element, as one line."""
    return " ".join(_inside(nodes, marks).replace("\\\n", " ").split())


def _figure(element: Element, marks: Marks) -> str:
    """A caption becomes the title of the one image; otherwise a paragraph."""
    caption = next(elements(element.children, "figcaption"), None)
    images = tuple(elements(element.children, "img"))
    if caption is None or len(images) != 1 or len(plain(element.children).strip()) > len(plain(caption.children)) + 5:
        return block(_inside(element.children, marks))
    words = html.unescape(" ".join(plain(caption.children).split()))
    image = Element(name="img", attributes={**images[0].attributes, "caption": words})
    return block(lay_out(WORDS["img"](image, "")))


def _heading(element: Element, marks: Marks) -> str:
    return block("#" * _HEADINGS[element.name] + " " + _line(element.children, marks))


def _list(element: Element, marks: Marks) -> str:
    numbered = element.name == "ol"
    start = element.attributes.get("start", "1")
    number = int(start) if numbered and start.isdigit() else 1
    items: list[str] = []
    for node in element.children:
        if isinstance(node, Element) and node.name == "li":
            body, anchor = _tight(_inside(node.children, marks)), _anchor(node)
        elif isinstance(node, Element):
            body, anchor = _inside((node,), marks), ""
        else:
            body, anchor = (node.strip(), "") if isinstance(node, str) else ("", "")
        if body or anchor:
            sign = f"{number + len(items)}. " if numbered else "- "
            items.append(sign + anchor + re.sub(r"\n(?!\n)", "\n" + " " * len(sign), body))
    loose = any("\n\n" in item for item in items)
    return block(("\n\n" if loose else "\n").join(items))


def _tight(body: str) -> str:
    """An item of one paragraph and a list under it needs no empty line between them."""
    first, _, rest = body.partition("\n\n")
    is_list = _ITEM_LIST.match(rest) and not _ITEM_LIST.match(first)
    return f"{first}\n{rest}" if is_list and "\n\n" not in rest and "\n" not in first else body


def _stray_item(element: Element, marks: Marks) -> str:
    return _list(Element(name="ul", children=(element,)), marks)


def _terms(element: Element, marks: Marks) -> str:
    lines: list[str] = []
    for node in element.children:
        if isinstance(node, Element) and node.name in ("dt", "dd"):
            words = _line(node.children, marks)
            lines.append(f": {words}\n" if node.name == "dd" else words)
    return block("\n".join(lines))


def _quote(element: Element, marks: Marks) -> str:
    body = _inside(element.children, marks)
    return block("\n".join(f"> {line}".rstrip() for line in body.split("\n"))) if body else ""


def _table(element: Element, marks: Marks) -> str:
    if not element.closed:
        return ""
    caption = next(elements(element.children, "caption"), None)
    rows = [[_cell(cell, marks) for cell in row] for row in table_rows(element)]
    before = f"**{_line(caption.children, marks)}**\n\n" if caption and plain(caption.children).strip() else ""
    return block(before + pipe_table(rows))


def _cell(cell: Element, marks: Marks) -> Cell:
    return Cell(words=in_one_line(_inside(cell.children, marks)), heads=cell.name == "th", columns=columns_of(cell))


def _details(element: Element, marks: Marks) -> str:
    summary = next((node for node in element.children if isinstance(node, Element) and node.name == "summary"), None)
    rest = [node for node in element.children if node is not summary]
    title = f"**{_line(summary.children, marks)}**\n\n" if summary else ""
    return block(title + _inside(rest, marks))


def _container(name: str, attributes: Mapping[str, str], body: str) -> str:
    """A block of the dialect, with one colon more than any block within it."""
    inner = max((len(run) for run in re.findall(r"^[ \t]*(:{3,})", body, re.MULTILINE)), default=2)
    colons = ":" * max(3, inner + 1)
    pairs = "".join(f' {key}="{" ".join(_quoted(value).split())}"' for key, value in attributes.items() if value)
    return block(f"{colons} {name}{pairs}\n\n{body}\n\n{colons}" if body else f"{colons} {name}{pairs}\n{colons}")


def _quoted(value: str) -> str:
    return re.sub(r"\*\*|[\\`]", "", html.unescape(value)).replace('"', "”")


def _callout(element: Element, marks: Marks) -> str:
    body = _body(element.children, marks)
    title = element.attributes.get("title", "")
    heading = re.match(r"#{1,6} (.+?)(?: #+)?(?:\n|\Z)", body)
    if heading and not title and not re.search(r"[\]`*\ufdd0]", heading[1]):
        title, body = heading[1], body[heading.end() :].strip()
    return _container("callout", {"kind": element.attributes.get("kind", "note"), "title": title}, body)


def _video(element: Element, marks: Marks) -> str:
    shown = {"id": element.attributes["id"], "title": element.attributes.get("title") or marks.video}
    return _container(element.attributes["provider"], shown, _body(element.children, marks))


_BLOCK_RENDERERS: Mapping[str, Callable[[Element, Marks], str]] = {
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(("ul", "ol", "menu"), _list),
    "li": _stray_item,
    "figure": _figure,
    "hr": lambda _element, _marks: block("---"),
    "dl": _terms,
    "blockquote": _quote,
    "table": _table,
    "details": _details,
    "blogsmith-block": lambda element, marks: block(_body(element.children, marks)),
    "blogsmith-callout": _callout,
    "blogsmith-video": _video,
    "blogsmith-gap": lambda element, _marks: soft_block(gap(element.attributes["kind"], element.attributes["words"])),
}
