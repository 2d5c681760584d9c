"""How machines find the pages: sitemap, robots.txt, every redirect as a page, and what hosts are told."""

from collections.abc import Iterable, Iterator
from functools import partial

from blogsmith.model.page import PagePlan
from blogsmith.model.post import Post, StaticPage
from blogsmith.pages.feeds import last_change
from blogsmith.pages.ground import Ground
from blogsmith.pages.hosts import host_files
from blogsmith.pages.urls import Urls, output_of
from blogsmith.pages.views import LinesView, RedirectView, SitemapEntryView, SitemapView


def discovery_pages(ground: Ground, gone: Iterable[str]) -> Iterator[PagePlan]:
    """sitemap.xml, robots.txt, and every redirect. `gone`: addresses of what was taken down."""
    yield PagePlan(output="sitemap.xml", template="machine/sitemap.xml", view=partial(_sitemap, ground))
    robots = ("User-agent: *", "Allow: /", "", f"Sitemap: {ground.urls.absolute('/sitemap.xml')}")
    yield PagePlan(output="robots.txt", template="machine/lines.txt", view=partial(LinesView, lines=robots))
    redirects = tuple(_redirects(ground))
    for address, target, owner in redirects:
        view = partial(RedirectView, target=ground.urls.absolute(target), title=owner.title, language=owner.language)
        shows = (owner.id,) if isinstance(owner, Post) else ()
        yield PagePlan(output=output_of(address), template="machine/redirect.html", view=view, shows=shows)
    moved = tuple((address, target) for address, target, _ in redirects)
    for name, lines in host_files(ground, moved, gone):
        yield PagePlan(output=name, template="machine/lines.txt", view=partial(LinesView, lines=lines))


def _sitemap(ground: Ground) -> SitemapView:
    return SitemapView(entries=tuple(_entries(ground)))


def _redirects(ground: Ground) -> Iterator[tuple[str, str, Post | StaticPage]]:
    """From, to, and whose it is, of each address that leads elsewhere."""
    for post in ground.site.posts:
        target = ground.urls.post(post)
        for address in (ground.urls.short(post.id), *post.aliases):
            yield address, target, post
    for page in ground.site.pages:
        for alias in page.aliases:
            yield alias, ground.urls.page(page), page


def _entries(ground: Ground) -> Iterator[SitemapEntryView]:
    urls, library = ground.urls, ground.library
    config = ground.site.config
    for post in ground.site.posts:
        if not post.noindex and not post.canonical:
            translations = {code: urls.post(other) for code, other in library.translations[post.group].items()}
            yield _entry(urls, urls.post(post), translations, [post])
    for page in ground.site.pages:
        if not page.noindex:
            versions = {code: urls.page(other) for code, other in library.page_groups[page.group].items()}
            yield SitemapEntryView(
                url=urls.absolute(urls.page(page)), updated=page.updated, alternates=_alternates(urls, versions)
            )
    handbooks = {code: urls.handbook(code) for code in ground.handbooks}
    for address in handbooks.values():
        yield _entry(urls, address, handbooks, [])
    for language, shelf in library.shelves.items():
        homes = {code: urls.home(code) for code in config.languages}
        yield _entry(urls, urls.home(language), homes, shelf.posts)
        for category, posts in shelf.by_category.items():
            both = {
                code: urls.category(code, category)
                for code, other in library.shelves.items()
                if category in other.by_category
            }
            yield _entry(urls, urls.category(language, category), both, posts)
        for author in library.people:
            both = {code: urls.author(code, author) for code in config.languages}
            yield _entry(urls, urls.author(language, author), both, shelf.by_author.get(author, ()))
        for slug, posts in shelf.by_tag.items():
            yield _entry(urls, urls.tag(language, slug), {}, posts)
        for series, posts in shelf.by_series.items():
            both = {
                code: urls.series(code, series) for code, other in library.shelves.items() if series in other.by_series
            }
            yield _entry(urls, urls.series(language, series), both, posts)


def _entry(
    urls: Urls, address: str, translations: dict[str, str], posts: tuple[Post, ...] | list[Post]
) -> SitemapEntryView:
    updated = max((last_change(post) for post in posts), default=None)
    return SitemapEntryView(url=urls.absolute(address), updated=updated, alternates=_alternates(urls, translations))


def _alternates(urls: Urls, translations: dict[str, str]) -> tuple[tuple[str, str], ...]:
    if len(translations) < 2:
        return ()
    return tuple((code, urls.absolute(address)) for code, address in translations.items())
