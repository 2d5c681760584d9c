"""The 404 page, and the note wherever a post was taken down: it says when, and nothing of what stood there."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial

from blogsmith.model.page import PagePlan
from blogsmith.model.takedown import Takedown
from blogsmith.pages.ground import Ground
from blogsmith.pages.meta import Head, meta_of
from blogsmith.pages.urls import output_of
from blogsmith.pages.views import NotFoundView

_NOT_FOUND = "/404.html"
_INSTEAD = 3
"""So many posts are offered to read instead."""


def not_found(ground: Ground) -> PagePlan:
    """One for the whole blog."""
    view = partial(_view, ground, _NOT_FOUND, ground.site.config.site.language, None)
    return PagePlan(output=output_of(_NOT_FOUND), template="404.html", view=view)


def gone_addresses(ground: Ground, lists: frozenset[str]) -> dict[str, Takedown]:
    """Where posts stood that were taken down, less what something else has taken since."""
    site, urls = ground.site, ground.urls
    live = {*lists, *(urls.post(post) for post in site.posts), *(urls.page(page) for page in site.pages)}
    live |= {urls.short(post.id) for post in site.posts}
    live |= {alias for post in site.posts for alias in post.aliases}
    live |= {alias for page in site.pages for alias in page.aliases}
    taken = {output_of(address).casefold() for address in live}
    return {
        address: entry
        for entry in site.takedowns
        for address in entry.addresses
        if output_of(address).casefold() not in taken
    }


def gone_pages(ground: Ground, gone: Mapping[str, Takedown]) -> Iterator[PagePlan]:
    """The note at each of these addresses, in the language of the post."""
    for address, entry in gone.items():
        language = entry.language if entry.language in ground.sites else ground.site.config.site.language
        view = partial(_view, ground, address, language, entry.date.astimezone(ground.site.now.tzinfo))
        yield PagePlan(output=output_of(address), template="404.html", view=view)


def _view(ground: Ground, address: str, language: str, gone: datetime | None) -> NotFoundView:
    code = "410" if gone else "404"
    head = Head(
        title=code,
        description=code,
        address=address,
        language=language,
        translations={language: address},
        noindex=True,
    )
    newest = [posts[0] for posts in ground.library.shelves[language].by_category.values()]
    posts = ground.cards_of(newest[:_INSTEAD])
    return NotFoundView(site=ground.sites[language], meta=meta_of(ground, head), gone=gone, posts=posts)
