"""Feeds in three formats of the whole blog, each language, category, author, and author within a category."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from html import escape

from blogsmith.model.page import PagePlan
from blogsmith.model.post import Post
from blogsmith.model.words import say
from blogsmith.pages.body import body_of_post
from blogsmith.pages.choice import Choice
from blogsmith.pages.disclosure import disclosure_of
from blogsmith.pages.ground import Ground
from blogsmith.pages.urls import FEED_FILES, Urls, output_of
from blogsmith.pages.views import FeedItemView, FeedLinkView, FeedView, LinkView
from blogsmith.text.patterns import pattern

ALL = "/all/"
"""Address under which the feeds of all languages together stand, where there is more than one."""

_AT_HAND = 400
"""Entries that are kept for the next feeds: those of one writer stand side by side."""
_TEMPLATES = {"rss.xml": "machine/rss.xml", "atom.xml": "machine/atom.xml", "feed.json": "machine/feed.json"}
_RELATIVE = pattern(r'(<(?:a|img|source|video)\b[^>]*?\s(?:href|src)=")(/(?!/)|#)')


def feed_links(urls: Urls, address: str, title: str) -> tuple[FeedLinkView, ...]:
    """The three feeds that stand under an address."""
    return tuple(
        FeedLinkView(title=title, url=urls.href(address + name), type=kind)  # type: ignore[arg-type]
        for name, kind in FEED_FILES.items()
    )


def feed_pages(ground: Ground) -> Iterator[PagePlan]:
    """Every feed of the site."""
    config, urls = ground.site.config, ground.urls
    items: dict[str, FeedItemView] = {}
    if len(config.languages) > 1:
        title = say(config.site.title, config.site.language)
        yield from _feeds(ground, ALL, urls.home(config.site.language), title, ground.site.posts, items)
    for language, shelf in ground.library.shelves.items():
        title = say(config.site.title, language)
        home = urls.home(language)
        yield from _feeds(ground, home, home, title, shelf.posts, items)
        for category, view in ground.categories[language].items():
            address = urls.category(language, category)
            posts = shelf.by_category.get(category, ())
            yield from _feeds(ground, address, address, f"{view.label} · {title}", posts, items)
        for author in ground.library.people:
            address = urls.author(language, author)
            posts = shelf.by_author.get(author, ())
            heading = f"{ground.authors[language][author].name} · {title}"
            yield from _feeds(ground, address, address, heading, posts, items)
            for category in dict.fromkeys(post.category for post in posts):
                part = tuple(post for post in posts if post.category == category)
                label = ground.categories[language][category].label
                yield from _feeds(ground, f"{address}{category}/", address, f"{label} · {heading}", part, items)


def last_change(post: Post) -> datetime:
    """When a reader last had reason to look again."""
    return max((post.updated or post.date, *(correction.date for correction in post.corrections)))


def _feeds(
    ground: Ground, address: str, home: str, title: str, posts: tuple[Post, ...], items: dict[str, FeedItemView]
) -> Iterator[PagePlan]:
    newest = posts[: ground.site.config.feeds.items]
    config, urls = ground.site.config, ground.urls
    language = (
        config.site.language if address == ALL else (newest[0].language if newest else _language(ground, address))
    )
    bodies, shows = tuple(post.path for post in newest), tuple(post.id for post in newest)
    choose = partial(Choice, posts=newest)
    of_all = partial(
        FeedView,
        title=title,
        description=say(config.site.description, language) or title,
        language=language,
        home=urls.absolute(home),
        updated=max((last_change(post) for post in newest), default=None),
        rights=say(config.legal.copyright, language) or say(config.legal.licence, language),
        icon="",
        generator=f"blogsmith {ground.version}",
    )
    for name, template in _TEMPLATES.items():
        view = partial(_filled, partial(of_all, url=urls.absolute(address + name)), ground, items)
        output = output_of(address + name)
        yield PagePlan(output=output, template=template, view=view, bodies=bodies, shows=shows, choose=choose)


def _filled(frame: Callable[..., FeedView], ground: Ground, items: dict[str, FeedItemView], choice: Choice) -> FeedView:
    """A feed with its entries; `items` are those that were made for the feeds before."""
    if len(items) > _AT_HAND:
        items.clear()
    entries = (items.get(post.id) or items.setdefault(post.id, _item(ground, post)) for post in choice.posts)
    return frame(items=tuple(entries))


def _language(ground: Ground, address: str) -> str:
    config = ground.site.config
    first = address.split("/")[1]
    return first if first in config.languages else config.site.language


def _item(ground: Ground, post: Post) -> FeedItemView:
    card, urls = ground.cards[post.id], ground.urls
    content = ""
    if ground.site.config.feeds.full_text:
        body = body_of_post(ground, post)
        content = with_absolute_urls(body, origin=urls.origin, page=card.absolute_url)
    return FeedItemView(
        id=urls.absolute(urls.short(post.id)),
        url=card.absolute_url,
        title=post.title,
        language=post.language,
        summary=card.summary,
        content=_disclosed(disclosure_of(ground.site, post), content),
        date=post.date,
        updated=last_change(post),
        authors=tuple(
            LinkView(label=author.name, url=urls.origin + author.url if author.url else "") for author in card.authors
        ),
        category=card.category.label,
        tags=post.tags,
        image=card.cover.image.absolute_url if card.cover.image else "",
    )


def _disclosed(disclosure: str, content: str) -> str:
    """A disclosure comes first wherever the text is read."""
    if not disclosure or not content:
        return content
    return f"<p><strong>{escape(disclosure)}</strong></p>\n{content}"


def with_absolute_urls(body: str, *, origin: str, page: str) -> str:
    """A body for readers who see it elsewhere: links and pictures lead to the site."""
    return _RELATIVE.sub(lambda found: found[1] + (origin + "/" if found[2] == "/" else page + "#"), body)
