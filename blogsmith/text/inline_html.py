"""Inline tokens become HTML: text, emphasis, links, images, tags."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from blogsmith.model.document import Remark
from blogsmith.model.source import Place
from blogsmith.text.passages import plain_text
from blogsmith.text.patterns import pattern
from blogsmith.text.places import Spot, place_of, target_place
from blogsmith.text.urls import UrlKind, encoded, url_kind, url_scheme
from blogsmith.text.writer import Writer

_TAG = pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_NOTE_SIGN = pattern(r"\[\^[^\]\s]+\]")

_MARKUP = {
    "softbreak": "\n",
    "hardbreak": "<br>\n",
    "em_open": "<em>",
    "em_close": "</em>",
    "strong_open": "<strong>",
    "strong_close": "</strong>",
    "s_open": "<s>",
    "s_close": "</s>",
}


def write_inline(writer: Writer, inline: Token) -> None:
    """Writes the children of an inline token.

    Reports link/scheme, link/remote-image, markdown/empty-link, /raw-html, /language-tag and /footnote.
    """
    children = inline.children or ()
    writer.spot = Spot(lines=writer.lines, inline=inline, cell=writer.cell)
    for number, child in enumerate(children):
        markup = _MARKUP.get(child.type)
        if markup is not None:
            writer.write(markup)
        else:
            _WRITERS[child.type](writer, children, number)
        if writer.full:
            return


def _place(writer: Writer, token: Token) -> Place:
    span = token.meta.get("span")
    if writer.spot is None or span is None:
        return Place(line=1, column=1)
    return place_of(writer.spot, span)


def _target_place(writer: Writer, token: Token, target: str) -> Place:
    span = token.meta.get("span")
    if writer.spot is None or span is None:
        return Place(line=1, column=1)
    return target_place(writer.spot, span, target, writer.definitions)


def _text(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    content = tokens[number].content
    writer.write_words(content)
    if "[^" in content and writer.spot is not None:
        written = writer.spot.inline.content
        for sign in _NOTE_SIGN.findall(content):
            at = written.find(sign)
            if at >= 0 and written[at - 1 : at] != "\\":
                place = place_of(writer.spot, (at, at + len(sign)))
                writer.report("markdown/footnote", place, variant="missing", warning=True, value=sign)


def _code(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    writer.write(f"<code>{escapeHtml(tokens[number].content)}</code>")


def _link(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    token = tokens[number]
    href, title = str(token.attrs.get("href", "")), str(token.attrs.get("title", ""))
    empty = tokens[number + 1].type == "link_close"
    kind = url_kind(href)
    if kind is UrlKind.REFUSED:
        place = _target_place(writer, token, href)
        writer.report("link/scheme", place, value=href, scheme=url_scheme(href))
        writer.begin("", "")
    elif kind in (UrlKind.WEB, UrlKind.CONTACT):
        rel = ' rel="noopener"' if kind is UrlKind.WEB else ""
        hint = f' title="{escapeHtml(title)}"' if title else ""
        writer.begin(f'<a href="{escapeHtml(encoded(href))}"{rel}{hint}>', "</a>")
    else:
        _own_link(writer, token, href, title, empty=empty)
        return
    if empty:
        _empty_link(writer, token, href)


def _own_link(writer: Writer, token: Token, href: str, title: str, *, empty: bool) -> None:
    place = _target_place(writer, token, href)
    target = unicodedata.normalize("NFC", href)
    if url_kind(href) is UrlKind.POST:
        target = target.strip()[len("post:") :]
        place = Place(line=place.line, column=place.column + 5, length=max(1, place.length - 5))
        reference = writer.refer("post", target, place)
    else:
        reference = writer.refer("link", target, place)
    writer.leave_hole("link", reference, title)
    writer.closers.append("</a>")
    if empty and (writer.references[reference].kind == "post" or ".md" in target):
        writer.leave_hole("title", reference)
    elif empty:
        _empty_link(writer, token, href)


def _empty_link(writer: Writer, token: Token, href: str) -> None:
    writer.report("markdown/empty-link", _place(writer, token), value=href)
    writer.write_words(href)


def _link_end(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    writer.end()


def _image(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    token = tokens[number]
    target, title = str(token.attrs.get("src", "")), str(token.attrs.get("title", ""))
    alt = _alt(token)
    figure = bool(token.meta.get("figure"))
    writer.write("<figure>\n" if figure else "")
    write_image(writer, target, alt, _target_place(writer, token, target))
    if figure:
        caption = f"\n<figcaption>{escapeHtml(title)}</figcaption>" if title else ""
        writer.write(f"{caption}\n</figure>\n")


def write_image(writer: Writer, target: str, alt: str, place: Place) -> None:
    """Leaves the hole for an image of this site; of any other, its alternative text. Reports link/remote-image."""
    if url_kind(target) is UrlKind.OWN:
        reference = writer.refer("image", unicodedata.normalize("NFC", target), place)
        writer.leave_hole("image", reference, alt)
        return
    remote = url_kind(target) is UrlKind.WEB or url_scheme(target) == "//"
    if remote:
        writer.report("link/remote-image", place, value=target)
    else:
        writer.report("link/scheme", place, value=target, scheme=url_scheme(target), variant="image")
    writer.write_words(alt)


def _alt(token: Token) -> str:
    """Alternative text: the words of what stands in the brackets. Source: CommonMark 0.31.2, 6.4."""
    parts = []
    for child in token.children or ():
        if child.type == "image":
            parts.append(_alt(child))
        else:
            parts.append("\n" if child.type in ("softbreak", "hardbreak") else child.content)
    return "".join(parts)


def _tag(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    token = tokens[number]
    writer.write_words(token.content)
    report_tag(writer, token.content, _place(writer, token), unclosed=bool(token.meta.get("unclosed")))


def report_tag(writer: Writer, content: str, place: Place, *, unclosed: bool = False) -> None:
    """Reports markdown/raw-html; an end tag only where its start tag was not reported."""
    if unclosed:
        writer.report("markdown/raw-html", place, variant="comment", value="<!--")
        return
    match = _TAG.search(content)
    name = match[2].lower() if match else ""
    if match is not None and match[1] and name in writer.tags:
        return
    writer.tags.add(name)
    value = match.group() + ">" if match else content.partition("\n")[0][:40]
    writer.report("markdown/raw-html", place, value=value)


def _remark(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    token = tokens[number]
    writer.remarks.append(Remark(text=token.content, place=_place(writer, token)))


def _phrase(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    language = str(tokens[number].attrs["lang"])
    if _LANGUAGE.fullmatch(language):
        writer.begin(f'<span lang="{language}">', "</span>")
    else:
        writer.report("markdown/language-tag", _place(writer, tokens[number]), value=language)
        writer.begin("", "")


def _phrase_end(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    writer.end()


def _note_sign(writer: Writer, tokens: Sequence[Token], number: int) -> None:
    meta = tokens[number].meta
    shown = meta["id"] + 1
    own = note_sign_id(meta["id"], meta["subId"])
    writer.write(f'<sup class="footnote-ref"><a href="#fn-{shown}" id="{own}" role="doc-noteref">{shown}</a></sup>')


def note_sign_id(note: int, sign: int) -> str:
    """The id of a footnote's sign in the text; `sign` counts from 0 where a note is referred to more than once."""
    return f"fnref-{note + 1}-{sign + 1}" if sign else f"fnref-{note + 1}"


def words_of(inline: Token) -> str:
    """The plain words of an inline token."""
    return plain_text(inline.children or ())


_WRITERS: Mapping[str, Callable[[Writer, Sequence[Token], int], None]] = {
    "text": _text,
    "code_inline": _code,
    "link_open": _link,
    "link_close": _link_end,
    "image": _image,
    "html_inline": _tag,
    "remark": _remark,
    "phrase_open": _phrase,
    "phrase_close": _phrase_end,
    "footnote_ref": _note_sign,
}
