"""Hugo's shortcodes, its own and those that themes commonly add, become elements that have Markdown.

An unknown one leaves what is in it, or marked text, and a remark. Source: gohugo.io, Embedded shortcodes.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from blogsmith.importers.draft import Remark
from blogsmith.importers.html_embeds import YOUTUBE_ID, paragraph_link, shown, video
from blogsmith.importers.html_tree import Element, Node, parse_html, plain
from blogsmith.importers.hugo_front_matter import plain_words
from blogsmith.importers.marks import Marks
from blogsmith.importers.shortcode_syntax import FILE, REF
from blogsmith.model.frozen import frozen

Children = tuple[Node, ...]


@frozen
class Shop:
    """What shortcodes ask the rest of the site for."""

    marks: Marks
    title: str
    """Of the post: names a video that has no title."""
    image_words: Mapping[str, str]
    """Alternative text by an image's name in `data/`."""


@frozen
class Call:
    """One use of a shortcode."""

    name: str
    values: Mapping[str, str]
    children: Children
    raw: str
    shop: Shop

    def value(self, *keys: str) -> str:
        """The first of these values that is not empty."""
        return next((self.values[key] for key in keys if self.values.get(key)), "")


def expanded(nodes: Sequence[Node], shop: Shop) -> Children:
    """The tree with every shortcode as what it stands for."""
    out: list[Node] = []
    for node in nodes:
        if not isinstance(node, Element):
            out.append(node)
            continue
        children = expanded(node.children, shop)
        if node.name.startswith("{{"):
            call = Call(name=node.name[2:-2], values=node.attributes, children=children, raw=node.raw, shop=shop)
            out += _stands_for(call, closed=node.closed)
        else:
            attributes, raw = node.attributes, node.raw
            out.append(Element(name=node.name, attributes=attributes, children=children, raw=raw, closed=node.closed))
    return tuple(out)


def _stands_for(call: Call, *, closed: bool) -> Children:
    handler = _BY_NAME.get(call.name) or _by_word(call.name)
    if handler is not None and (closed or not call.children):
        return handler(call)
    remark = Remark(rule="import/unknown-shortcode", value=call.name or call.raw, needle=call.raw)
    if "".join(plain(call.children).split()) or any(isinstance(node, Element) for node in call.children):
        return (remark, _block(call.children))
    url = call.value("href", "url", "link", "src", "0")
    words = call.value("title", "text", "label", "caption", "name")
    if re.match(r"https?://\S+$", url):
        return (remark, paragraph_link(url, words or shown(url)))
    label = f"{call.shop.marks.shortcode}: {call.name}" if call.name else call.shop.marks.shortcode
    return (remark, _gap(label, words or call.value("0", *call.values)))


def _by_word(name: str) -> Callable[[Call], Children] | None:
    """A theme's own name that says what it is: `legacy-img-right`, `responsive-image`, `card-policy`."""
    parts = re.split(r"[-_/.]", name)
    return next((_BY_WORD[part] for part in parts if part in _BY_WORD), None)


def _gap(kind: str, words: str) -> Element:
    return Element(name="blogsmith-gap", attributes={"kind": kind, "words": words})


def _block(children: Children) -> Element:
    return Element(name="blogsmith-block", children=children)


def _paragraph(*children: Node) -> Element:
    return Element(name="p", children=children)


def _rich(words: str) -> Element:
    """A paragraph of a value that may hold Markdown and HTML."""
    return Element(name="p", children=parse_html(words, ()))


def _strong(words: str) -> Element:
    return Element(name="strong", children=(words,))


def _link(url: str, words: str) -> Element:
    return Element(name="a", attributes={"href": url}, children=(words,))


def _file_address(source: str) -> str:
    return source if re.match(r"(?:https?:)?//|data:", source) else FILE + source


def _image(call: Call) -> Children:
    source = call.value("src", "0", "image", "file", "name", "path", "url")
    if not source:
        return (Remark(rule="import/unknown-shortcode", value=call.name, needle=call.raw),)
    words = (
        call.value("alt") or call.shop.image_words.get(source, "") or plain_words(call.value("title", "caption", "1"))
    )
    caption = plain_words(" ".join((call.value("caption"), call.value("credit", "attr"))))
    attributes = {"src": _file_address(source).replace(" ", "%20"), "alt": words, "caption": caption}
    image: Node = Element(name="img", attributes=attributes, raw=call.raw)
    link = call.value("link", "href")
    return (Element(name="a", attributes={"href": link}, children=(image,)) if link else image, *call.children)


def _youtube(call: Call) -> Children:
    given = call.value("id", "0", "src", "url")
    title = call.value("title") or call.shop.title
    address = f"https://youtu.be/{given}" if YOUTUBE_ID.fullmatch(given) else given
    return _video(call, address, title)


def _vimeo(call: Call) -> Children:
    given = call.value("id", "0", "src", "url")
    return _video(call, f"https://vimeo.com/{given}" if given.isdigit() else given, call.value("title"))


def _video(call: Call, address: str, title: str) -> Children:
    known = video(address, title or call.shop.title)
    if known is not None:
        body = call.children if plain(call.children).strip() else ()
        return (Element(name=known.name, attributes=known.attributes, children=body),)
    remark = Remark(rule="import/embed", value=address or call.name, needle=call.raw)
    if re.match(r"https?://", address):
        return (remark, paragraph_link(address, title or shown(address)))
    return (remark, _gap(call.shop.marks.shortcode, f"{call.shop.marks.video} {address}".strip()))


def _callout(kind: str) -> Callable[[Call], Children]:
    def handler(call: Call) -> Children:
        said = call.value("type", "kind", "level", "0").lower()
        title = call.value("title", "heading", "header", "summary", "kicker", "1")
        attributes = {"kind": _KINDS.get(said, kind), "title": title}
        intro = call.value("intro", "text", "content", "message")
        prompt = call.value("prompt")
        lead = [_rich(words) for words in (intro, prompt) if words]
        url, words = (
            call.value("src", "href", "button-url", "url", "link"),
            call.value("button-text", "link-text", "cta"),
        )
        tail = (_paragraph(_link(url, words or title or shown(url))),) if url else ()
        return (Element(name="blogsmith-callout", attributes=attributes, children=(*lead, *call.children, *tail)),)

    return handler


def _titled(call: Call) -> Children:
    """What folds away elsewhere stands open here, under its title."""
    title = ": ".join(
        filter(None, (call.value("kicker"), call.value("title", "summary", "label", "name", "header", "0")))
    )
    return (_block(((_paragraph(_strong(title)),) if title else ()) + ("\n\n", *call.children)),)


def _quote(call: Call) -> Children:
    source = call.value("cite", "author", "source", "attribution", "by")
    words: Children = (_rich(call.value("text", "quote")),) if call.value("text", "quote") else call.children
    cite = (_rich(f"— {source}"),) if source else ()
    return (Element(name="blockquote", children=(*words, *cite)),)


def _button(call: Call) -> Children:
    url = call.value("href", "url", "link", "relref", "src", "0")
    words = call.value("text", "label", "title", "name", "1") or plain(call.children).strip()
    address = url if re.match(r"[a-z]+:|/|#", url) else REF + url
    return (_paragraph(_link(address, words or shown(url))),) if url else _transparent(call)


def _file(call: Call) -> Children:
    source = call.value("file", "src", "path", "href", "url", "0")
    words = call.value("label", "text", "title", "name", "1") or plain(call.children).strip() or shown(source)
    return (_paragraph(_link(_file_address(source), words)),)


def _reference(call: Call) -> Children:
    """A reference that stands among the words rather than in a link."""
    target = call.value("path", "link", "href", "page", "0")
    words = plain(call.children).strip() or call.value("title", "text", "kicker", "1")
    return (_link(target if re.match(r"[a-z]+:", target) else REF + target, words or target),)


def _resource(call: Call) -> Children:
    return (_paragraph(*_reference(call)), *call.children)


def _post_elsewhere(call: Call) -> Children:
    """A message of a network: its address says all that a page needs."""
    user, number = call.value("user", "0"), call.value("id", "1", "0")
    if call.name in ("instagram", "instagram_simple"):
        url, words = f"https://www.instagram.com/p/{number}/", "Instagram"
    elif call.name in ("gist",):
        url, words = f"https://gist.github.com/{user}/{number}", f"gist {user}/{number}"
    elif user.isdigit() or not user or user == number:
        url, words = f"https://twitter.com/i/status/{number}", "Twitter"
    else:
        url, words = f"https://twitter.com/{user.lstrip('@')}/status/{number}", f"@{user.lstrip('@')}, Twitter"
    return (paragraph_link(url, words),)


def _embed(call: Call) -> Children:
    return _video(call, call.value("src", "url", "href", "0"), call.value("title"))


def _highlight(call: Call) -> Children:
    """With a language: code. Without: words that stand out."""
    language = call.value("0", "lang", "language")
    if not language:
        return (Element(name="strong", children=call.children),)
    attributes = {"language": language}
    return (Element(name="pre", attributes=attributes, children=(plain(call.children).strip("\n"),)),)


def _transparent(call: Call) -> Children:
    return call.children


def _contained(call: Call) -> Children:
    return (_block(call.children),)


_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("warning", "danger", "error", "caution", "important", "attention", "alert", "bug"), "warning"),
    **dict.fromkeys(("tip", "success", "hint", "check", "example"), "tip"),
    **dict.fromkeys(("note", "info", "abstract", "question", "quote"), "note"),
}

_POSTS = ("tweet", "twitter", "x", "twitter_simple", "instagram", "instagram_simple", "gist")
_SHELLS = ("tabs", "tabgroup", "columns", "column", "row", "rawhtml", "raw", "html", "lead", "center")
_BY_NAME: Mapping[str, Callable[[Call], Children]] = {
    **dict.fromkeys(("ref", "relref", "link", "tmp", "xref"), _reference),
    **dict.fromkeys(_POSTS, _post_elsewhere),
    **dict.fromkeys(_SHELLS, _contained),
    **dict.fromkeys(("box", "ring", "aside", "panel"), _callout("note")),
    **dict.fromkeys(("tab", "details", "expand", "accordion", "spoiler", "collapse", "dropdown"), _titled),
    "highlight": _highlight,
    "mark": _highlight,
    "youtube": _youtube,
    "yt": _youtube,
    "vimeo": _vimeo,
    "vimeo_simple": _vimeo,
    "featured-resource": _resource,
}

_BY_WORD: Mapping[str, Callable[[Call], Children]] = {
    **dict.fromkeys(("img", "image", "figure", "fig", "picture", "imgproc", "photo", "screenshot"), _image),
    **dict.fromkeys(("youtube",), _youtube),
    **dict.fromkeys(("note", "info", "callout", "admonition", "notice", "card", "prompt"), _callout("note")),
    **dict.fromkeys(("warning", "alert", "caution", "danger", "important"), _callout("warning")),
    **dict.fromkeys(("tip", "hint", "success"), _callout("tip")),
    **dict.fromkeys(("quote", "blockquote", "quotation", "pullquote"), _quote),
    **dict.fromkeys(("button", "btn", "cta"), _button),
    **dict.fromkeys(("file", "asset", "download", "attachment", "pdf"), _file),
    **dict.fromkeys(("iframe", "video", "audio", "embed"), _embed),
    **dict.fromkeys(("accordion", "details", "collapse"), _titled),
}
