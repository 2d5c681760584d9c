"""How machines find the pages: sitemap, robots.txt, redirects as pages and as files for hosts."""

from collections.abc import Iterator

from blogsmith.model.page import Page
from blogsmith.model.post import Post
from blogsmith.pages.feeds import last_change
from blogsmith.pages.ground import Ground
from blogsmith.pages.urls import Urls, output_of
from blogsmith.pages.views import LinesView, RedirectView, SitemapEntryView, SitemapView

_HOST_FILES = {"netlify": "_redirects", "nginx": "redirects.nginx.conf", "apache": ".htaccess"}


def discovery_pages(ground: Ground) -> Iterator[Page]:
    """sitemap.xml, robots.txt, and every redirect."""
    yield Page(output="sitemap.xml", template="machine/sitemap.xml", view=SitemapView(entries=tuple(_entries(ground))))
    robots = LinesView(lines=("User-agent: *", "Allow: /", "", f"Sitemap: {ground.urls.absolute('/sitemap.xml')}"))
    yield Page(output="robots.txt", template="machine/lines.txt", view=robots)
    redirects = tuple(_redirects(ground))
    for address, target, title, language in redirects:
        view = RedirectView(target=ground.urls.absolute(target), title=title, language=language)
        yield Page(output=output_of(address), template="machine/redirect.html", view=view)
    for host in ground.site.config.build.hosts:
        lines = tuple(_host_line(host, ground.urls, address, target) for address, target, _, _ in redirects)
        yield Page(output=_HOST_FILES[host], template="machine/lines.txt", view=LinesView(lines=lines))


def _redirects(ground: Ground) -> Iterator[tuple[str, str, str, str]]:
    """From, to, title and language of each address that leads elsewhere."""
    for post in ground.site.posts:
        target = ground.urls.post(post)
        for address in (ground.urls.short(post.id), *post.aliases):
            yield address, target, post.title, post.language
    for page in ground.site.pages:
        for alias in page.aliases:
            yield alias, ground.urls.page(page), page.title, page.language


def _host_line(host: str, urls: Urls, address: str, target: str) -> str:
    """Sources: Netlify's redirect file, nginx rewrite module, Apache mod_alias."""
    old, new = urls.href(address), urls.href(target)
    if host == "netlify":
        return f"{old} {new} 301"
    if host == "nginx":
        return f"location = {old} {{ return 301 {new}; }}"
    return f"Redirect 301 {old} {new}"


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
