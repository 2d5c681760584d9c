"""The sitemap: every page that search engines may list; in parts, with an index of them, where it is long.

Source: sitemaps.org/protocol.html.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from blogsmith.model.page import PagePlan
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Site
from blogsmith.pages.feeds import last_change
from blogsmith.pages.ground import Ground
from blogsmith.pages.shelf import Library
from blogsmith.pages.urls import Urls
from blogsmith.pages.views import SitemapEntryView, SitemapIndexView, SitemapView

NAME: Final = "sitemap.xml"
_MOST: Final = 1_000
"""Pages in one file: below what a page may weigh, whatever the languages, and far below the 50,000 of the protocol."""

_Entry = Callable[[], SitemapEntryView]


def sitemap_pages(ground: Ground) -> Iterator[PagePlan]:
    """The one file, or the index and its parts."""
    entries = tuple(_entries(ground))
    names = part_names(len(entries))
    if not names:
        yield PagePlan(output=NAME, template="machine/sitemap.xml", view=partial(_part, entries))
        return
    urls = tuple(ground.urls.absolute(f"/{name}") for name in names)
    yield PagePlan(output=NAME, template="machine/sitemap-index.xml", view=partial(SitemapIndexView, urls=urls))
    for number, name in enumerate(names):
        part = entries[number * _MOST :][:_MOST]
        yield PagePlan(output=name, template="machine/sitemap.xml", view=partial(_part, part))


def part_names(count: int) -> tuple[str, ...]:
    """The files beside the index of so many pages; none where they stand in one file."""
    parts = -(-count // _MOST)
    return tuple(f"sitemap-{number}.xml" for number in range(1, parts + 1)) if parts > 1 else ()


def count_entries(site: Site, library: Library, handbooks: int) -> int:
    """How many pages the sitemap lists. `handbooks`: in how many languages the house rules are published."""
    posts = sum(_is_listed(post) for post in site.posts)
    pages = sum(not page.noindex for page in site.pages)
    shelves = library.shelves.values()
    lists = sum(1 + len(shelf.by_category) + len(shelf.by_tag) + len(shelf.by_series) for shelf in shelves)
    return posts + pages + handbooks + lists + len(shelves) * len(library.people)


def _part(entries: Sequence[_Entry]) -> SitemapView:
    return SitemapView(entries=tuple(make() for make in entries))


def _entries(ground: Ground) -> Iterator[_Entry]:
    urls, library = ground.urls, ground.library
    config = ground.site.config
    for post in ground.site.posts:
        if _is_listed(post):
            yield partial(_of_post, ground, post)
    for page in ground.site.pages:
        if not page.noindex:
            yield partial(_of_page, ground, page)
    handbooks = {code: urls.handbook(code) for code in ground.handbooks}
    for address in handbooks.values():
        yield partial(_entry, urls, address, handbooks, ())
    for language, shelf in library.shelves.items():
        homes = {code: urls.home(code) for code in config.languages}
        yield partial(_entry, urls, urls.home(language), homes, shelf.posts)
        for category, posts in shelf.by_category.items():
            both = {
                code: urls.category(code, category)
                for code, other in library.shelves.items()
                if category in other.by_category
            }
            yield partial(_entry, urls, urls.category(language, category), both, posts)
        for author in library.people:
            both = {code: urls.author(code, author) for code in config.languages}
            yield partial(_entry, urls, urls.author(language, author), both, shelf.by_author.get(author, ()))
        for slug, posts in shelf.by_tag.items():
            yield partial(_entry, urls, urls.tag(language, slug), {}, posts)
        for series, posts in shelf.by_series.items():
            both = {
                code: urls.series(code, series) for code, other in library.shelves.items() if series in other.by_series
            }
            yield partial(_entry, urls, urls.series(language, series), both, posts)


def _is_listed(post: Post) -> bool:
    return not post.noindex and not post.canonical


def _of_post(ground: Ground, post: Post) -> SitemapEntryView:
    urls = ground.urls
    translations = {code: urls.post(other) for code, other in ground.library.translations[post.group].items()}
    return _entry(urls, urls.post(post), translations, (post,))


def _of_page(ground: Ground, page: StaticPage) -> SitemapEntryView:
    urls = ground.urls
    versions = {code: urls.page(other) for code, other in ground.library.page_groups[page.group].items()}
    return SitemapEntryView(
        url=urls.absolute(urls.page(page)), updated=page.updated, alternates=_alternates(urls, versions)
    )


def _entry(urls: Urls, address: str, translations: Mapping[str, str], posts: Sequence[Post]) -> SitemapEntryView:
    updated = max((last_change(post) for post in posts), default=None)
    return SitemapEntryView(url=urls.absolute(address), updated=updated, alternates=_alternates(urls, translations))


def _alternates(urls: Urls, translations: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    if len(translations) < 2:
        return ()
    return tuple((code, urls.absolute(address)) for code, address in translations.items())
