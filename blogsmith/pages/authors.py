"""Profiles: one page a writer and language, and the page that names them all."""

from collections import Counter
from collections.abc import Iterator

from blogsmith.model.page import Page
from blogsmith.model.words import AuthorId, say
from blogsmith.pages.feeds import feed_links
from blogsmith.pages.ground import Ground
from blogsmith.pages.listings import cards_of, writers
from blogsmith.pages.meta import Head, in_every_language, meta_of, section_feeds
from blogsmith.pages.posts import bio_of
from blogsmith.pages.shelf import Shelf
from blogsmith.pages.structured import profile_page
from blogsmith.pages.urls import output_of
from blogsmith.pages.views import AuthorsView, AuthorView, FeedLinkView, LinkView, MetaView


def author_pages(ground: Ground) -> Iterator[Page]:
    """The profile of everyone whom something published names, in each language; and all writers."""
    for shelf in ground.library.shelves.values():
        yield _everyone(ground, shelf)
        for author in ground.library.people:
            address = ground.urls.author(shelf.language, author)
            view = _profile(ground, shelf, author)
            yield Page(
                output=output_of(address), template="author.html", view=view, source=ground.site.authors[author].path
            )


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
        links=tuple(LinkView(label=link.label, url=link.url) for link in author.links),
        posts=cards_of(ground, posts),
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
    bio = author.bios.get(shelf.language) or author.bios.get(ground.site.config.site.language)
    about = ground.documents[bio.path].summary if bio else card.role
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
        image=card.photo.absolute_url if card.photo else "",
        image_alt=card.photo.alt if card.photo else "",
        nodes=(subject,),
    )
    return meta_of(ground, head)


def _everyone(ground: Ground, shelf: Shelf) -> Page:
    address = ground.urls.authors(shelf.language)
    site = ground.sites[shelf.language]
    head = Head(
        title="",
        description=site.description or site.title,
        address=address,
        language=shelf.language,
        translations=in_every_language(ground, address, shelf.language),
    )
    view = AuthorsView(
        site=site,
        meta=meta_of(ground, head),
        in_house=writers(ground, shelf, "in-house"),
        external=writers(ground, shelf, "external"),
        former=writers(ground, shelf, "former"),
    )
    return Page(output=output_of(address), template="authors.html", view=view)
