"""How machines find the pages: sitemap, robots.txt, every redirect as a page, and what hosts are told."""

from collections.abc import Iterable, Iterator
from functools import partial

from blogsmith.model.page import PagePlan
from blogsmith.model.post import Post, StaticPage
from blogsmith.pages.choice import Choice
from blogsmith.pages.ground import Ground
from blogsmith.pages.hosts import host_files
from blogsmith.pages.sitemap import NAME, sitemap_pages
from blogsmith.pages.urls import output_of
from blogsmith.pages.views import LinesView, RedirectView


def discovery_pages(ground: Ground, gone: Iterable[str]) -> Iterator[PagePlan]:
    """The sitemap, robots.txt, and every redirect. `gone`: addresses of what was taken down."""
    yield from sitemap_pages(ground)
    robots = ("User-agent: *", "Allow: /", "", f"Sitemap: {ground.urls.absolute(f'/{NAME}')}")
    yield PagePlan(output="robots.txt", template="machine/lines.txt", view=partial(LinesView, lines=robots))
    redirects = tuple(_redirects(ground))
    yield from (_redirect(ground, *redirect) for redirect in redirects)
    moved = tuple((address, target) for address, target, _ in redirects)
    for name, lines in host_files(ground, moved, gone):
        yield PagePlan(output=name, template="machine/lines.txt", view=partial(LinesView, lines=lines))


def redirects_to(ground: Ground, post: Post) -> Iterator[PagePlan]:
    """The pages that lead to a post."""
    target = ground.urls.post(post)
    return (_redirect(ground, address, target, post) for address in (ground.urls.short(post.id), *post.aliases))


def _redirect(ground: Ground, address: str, target: str, owner: Post | StaticPage) -> PagePlan:
    posts = (owner,) if isinstance(owner, Post) else ()
    return PagePlan(
        output=output_of(address),
        template="machine/redirect.html",
        view=partial(_leading, ground, target, owner),
        shows=tuple(post.id for post in posts),
        choose=partial(Choice, posts=posts),
    )


def _leading(ground: Ground, target: str, owner: Post | StaticPage, _choice: Choice) -> RedirectView:
    return RedirectView(target=ground.urls.absolute(target), title=owner.title, language=owner.language)


def _redirects(ground: Ground) -> Iterator[tuple[str, str, Post | StaticPage]]:
    """From, to, and whose it is, of each address that leads elsewhere."""
    for post in ground.site.posts:
        target = ground.urls.post(post)
        for address in (ground.urls.short(post.id), *post.aliases):
            yield address, target, post
    for page in ground.site.pages:
        for alias in page.aliases:
            yield alias, ground.urls.page(page), page
