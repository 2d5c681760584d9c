"""Profiles: one page a writer and language, and the page that names them all."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from blogsmith.model.page import PagePlan
from blogsmith.model.words import AuthorId, say
from blogsmith.pages.csp import players
from blogsmith.pages.feeds import feed_links
from blogsmith.pages.ground import Ground
from blogsmith.pages.listings import writers
from blogsmith.pages.meta import Head, in_every_language, meta_of, section_feeds
from blogsmith.pages.posts import bio_in, bio_of
from blogsmith.pages.shelf import Shelf
from blogsmith.pages.structured import profile_page
from blogsmith.pages.urls import output_of
from blogsmith.pages.views import AuthorsView, AuthorView, FeedLinkView, LinkView, MetaView


def author_pages(ground: Ground) -> Iterator[PagePlan]:
    """The profile of everyone whom something published names, in each language; and all writers."""
    for shelf in ground.library.shelves.values():
        yield _everyone(ground, shelf)
        for author in ground.library.people:
            address = ground.urls.author(shelf.language, author)
            view, source = partial(_profile, ground, shelf, author), ground.site.authors[author].path
            bio = bio_in(ground, author, shelf.language)
            bodies = (bio.path,) if bio is not None else ()
            yield PagePlan(output=output_of(address), template="author.html", view=view, source=source, bodies=bodies)


def _profile(ground: Ground, shelf: Shelf, author_id: AuthorId) -> AuthorView:
    author, card = ground.site.authors[author_id], ground.authors[shelf.language][author_id]
    posts = shelf.by_author.get(author_id, ())
    counts: Counter[str] = Counter(post.category for post in posts)
    categories = ground.categories[shelf.language]
    return AuthorView(
        site=ground.sites[shelf.language],
        meta=_meta(ground, shelf, author_id),
        author=card,
        bio=bio_of(ground, author_id, shelf.language),
        status=author.status,
        relationship=say(author.relationship, shelf.language),
        since=author.since,
        until=author.until,
        trained=max(author.training, default=None),
        agreement_until=author.agreement.expires if author.agreement is not None else None,
        keeps=tuple(
            categories[name] for name, kept in ground.site.config.categories.items() if kept.editor == author_id
        ),
        reply_days=ground.site.config.comments.reply_days,
        links=tuple(LinkView(label=say(link.label, shelf.language), url=link.url) for link in author.links),
        posts=ground.cards_of(posts),
        counts=tuple((view, counts[name]) for name, view in categories.items() if counts[name]),
        feeds=_feeds(ground, shelf, author_id, [name for name in categories if counts[name]]),
        extra=author.extra,
    )


def _feeds(ground: Ground, shelf: Shelf, author_id: AuthorId, categories: list[str]) -> tuple[FeedLinkView, ...]:
    address = ground.urls.author(shelf.language, author_id)
    name = ground.authors[shelf.language][author_id].name
    links = list(feed_links(ground.urls, address, name))
    for category in categories:
        label = ground.categories[shelf.language][category].label
        links += feed_links(ground.urls, f"{address}{category}/", f"{name} · {label}")
    return tuple(links)


def _meta(ground: Ground, shelf: Shelf, author_id: AuthorId) -> MetaView:
    author, card = ground.site.authors[author_id], ground.authors[shelf.language][author_id]
    address = ground.urls.author(shelf.language, author_id)
    bio = bio_in(ground, author_id, shelf.language)
    about = ground.outlines[bio.path].summary if bio else card.role
    subject = profile_page(
        card,
        url=ground.urls.absolute(address),
        description=about,
        links=[link.url for link in author.links],
        origin=ground.urls.origin,
    )
    head = Head(
        title=card.name,
        description=about or card.name,
        address=address,
        language=shelf.language,
        translations=in_every_language(ground, address, shelf.language),
        crumbs=(LinkView(label=card.name, url=ground.urls.href(address)),),
        feeds=section_feeds(ground, address, card.name),
        kind="profile",
        image=card.photo,
        nodes=(subject,),
        fetches=players(ground, (bio.path,) if bio else ()),
    )
    return meta_of(ground, head)


def _everyone(ground: Ground, shelf: Shelf) -> PagePlan:
    address = ground.urls.authors(shelf.language)
    view = partial(_everyone_view, ground, shelf, address)
    return PagePlan(output=output_of(address), template="authors.html", view=view)


def _everyone_view(ground: Ground, shelf: Shelf, address: str) -> AuthorsView:
    site = ground.sites[shelf.language]
    head = Head(
        title="",
        description=site.description or site.title,
        address=address,
        language=shelf.language,
        translations=in_every_language(ground, address, shelf.language),
    )
    return AuthorsView(
        site=site,
        meta=meta_of(ground, head),
        in_house=writers(ground, shelf, "in-house"),
        external=writers(ground, shelf, "external"),
        former=writers(ground, shelf, "former"),
    )
