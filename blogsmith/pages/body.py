"""A Document and what its references lead to become the HTML of a body."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Protocol

from blogsmith.model.document import Body, Heading, Hole, Link
from blogsmith.model.page import Media
from blogsmith.model.post import Post
from blogsmith.model.words import PostId
from blogsmith.pages.ground import Ground
from blogsmith.pages.links import Resolved
from blogsmith.pages.urls import Urls
from blogsmith.pages.views import Html, TocView
from blogsmith.text.markdown import ID_PREFIX
from blogsmith.text.sponsors import paid_links
from blogsmith.text.urls import encoded


class Card(Protocol):
    """What a body shows of another post."""

    @property
    def title(self) -> str:
        """Headline."""

    @property
    def summary(self) -> str:
        """One or two sentences."""

    @property
    def url(self) -> str:
        """Where it stands."""


def body_of_post(ground: Ground, post: Post) -> Html:
    """The filled body of a post; links that were paid for are marked."""
    site, body = ground.site, ground.bodies[post.path]
    authors = [site.authors[name] for name in post.authors]
    return with_paid_links(body_of(ground, post.path), paid_links(body, post, authors, site.config.policy.sponsors))


def body_of(ground: Ground, path: str) -> Html:
    """The filled body of a post, page or bio."""
    return fill(ground.bodies[path], ground.resolved[path], media=ground.media, urls=ground.urls, cards=ground.cards)


def fill(
    content: Body,
    resolved: Sequence[Resolved],
    *,
    media: Mapping[str, Media],
    urls: Urls,
    cards: Mapping[PostId, Card],
) -> Html:
    """The body's HTML with every hole filled; `resolved` is in the order of `content.references`."""
    parts = []
    for piece in content.pieces:
        if isinstance(piece, str):
            parts.append(piece)
        else:
            parts.append(_filling(piece, resolved[piece.reference], media, urls, cards))
    return "".join(parts)


def with_paid_links(body: Html, paid: Iterable[Link]) -> Html:
    """The body with `rel="sponsored"` on links that were paid for."""
    for link in paid:
        opening = f'<a href="{escape(encoded(link.target))}" rel="'
        body = body.replace(opening + 'noopener"', opening + 'sponsored noopener"')
    return body


def table_of_contents(headings: Sequence[Heading], *, depth: int) -> tuple[TocView, ...]:
    """Headings down to level `depth`, nested; a level left out nests no deeper than one."""
    wanted = [heading for heading in headings if heading.level <= depth]
    tree, rest = _branches(wanted, 0)
    return tree if not rest else tree + table_of_contents(rest, depth=depth)


def _branches(headings: Sequence[Heading], above: int) -> tuple[tuple[TocView, ...], Sequence[Heading]]:
    found: list[TocView] = []
    while headings and headings[0].level > above:
        head, *rest = headings
        children, headings = _branches(rest, head.level)
        found.append(TocView(id=ID_PREFIX + head.id, text=head.text, children=children))
    return tuple(found), headings


def _filling(hole: Hole, target: Resolved, media: Mapping[str, Media], urls: Urls, cards: Mapping[PostId, Card]) -> str:
    if hole.kind == "title":
        return escape(target.title)
    if hole.kind == "link":
        href = target.href or (urls.href(media[target.path].address) if target.path in media else "")
        title = f' title="{escape(hole.text)}"' if hole.text else ""
        return f'<a href="{escape(href)}"{title}>' if href else "<a>"
    if hole.kind == "image":
        return _image(hole.text, media.get(target.path), urls)
    if hole.kind == "file":
        return _file(hole.text, media.get(target.path), urls)
    return _card(target, cards)


def _image(alt: str, picture: Media | None, urls: Urls) -> str:
    if picture is None:
        return escape(alt)
    size = f' width="{picture.width}" height="{picture.height}"' if picture.width and picture.height else ""
    source = escape(urls.href(picture.address))
    return f'<img src="{source}" alt="{escape(alt)}"{size} loading="lazy" decoding="async">'


def _file(words: str, file: Media | None, urls: Urls) -> str:
    if file is None:
        return escape(words)
    ending = file.address.rpartition(".")[2].upper()
    href, name = escape(urls.href(file.address)), escape(words or file.source.rpartition("/")[2])
    return f'<a class="file" href="{href}" download><span>{name}</span> <small>{ending}, {_size(file.size)}</small></a>'


def _size(size: int) -> str:
    if size < 1024:
        return f"{size} B"
    return f"{size / 1024:.0f} kB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


def _card(target: Resolved, cards: Mapping[PostId, Card]) -> str:
    card = cards.get(PostId(target.post_id))
    if card is None or not target.href:
        return f"<p>{escape(target.title)}</p>" if target.title else ""
    return (
        f'<p class="post-card"><a href="{escape(card.url)}">{escape(card.title)}</a>'
        f" <span>{escape(card.summary)}</span></p>"
    )
