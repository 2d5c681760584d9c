"""Lists of posts: home, category, tag, series, archive; each in every language it exists in."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from operator import itemgetter
from typing import Any

from blogsmith.model.page import PagePlan
from blogsmith.model.post import Post
from blogsmith.model.words import AuthorId, say
from blogsmith.pages.archive import archive_pages
from blogsmith.pages.choice import parts_of
from blogsmith.pages.gone import not_found
from blogsmith.pages.ground import Ground
from blogsmith.pages.meta import Head, in_every_language, meta_of, section_feeds
from blogsmith.pages.paging import numbered_title, pages_of, pagination_of
from blogsmith.pages.posts import blog_node, series_card
from blogsmith.pages.shelf import Shelf
from blogsmith.pages.urls import output_of
from blogsmith.pages.views import (
    AuthorCardView,
    CategoryPageView,
    CategoryShelfView,
    CategoryView,
    CoverView,
    HomeView,
    LinkView,
    MetaView,
    PaginationView,
    PostCardView,
    SeriesView,
    TagView,
)

_ON_SHELF = 3
_OTHERS = 6
_MOST_WRITERS = 5
_Placed = tuple[int, PagePlan]
"""The place on the shelf of the first post in a list."""


def listing_pages(ground: Ground) -> Iterator[PagePlan]:
    """Every list of the site, and the page for what is not there. Those that begin with posts of one time stand
    together: they show the same ones, and what is said of one may be said again.
    """
    for shelf in ground.library.shelves.values():
        yield from (plan for _, plan in sorted(_numbered(ground, shelf), key=itemgetter(0)))
        for series in shelf.by_series:
            yield _series(ground, shelf, series)
        yield from archive_pages(ground, shelf)
    yield not_found(ground)


def _numbered(ground: Ground, shelf: Shelf) -> Iterator[_Placed]:
    """The lists that go on over several pages."""
    yield from _home(ground, shelf)
    for category in ground.categories[shelf.language].values():
        yield from _category(ground, shelf, category)
    for slug, posts in shelf.by_tag.items():
        yield from _tag(ground, shelf, slug, posts)


def _paginated(
    ground: Ground,
    shelf: Shelf,
    posts: Sequence[Post],
    address: str,
    template: str,
    view: Callable[[tuple[PostCardView, ...], PaginationView, str], Any],
) -> Iterator[_Placed]:
    """One page for every `per_page` posts, at least one; `view` makes it from cards, pagination and address."""
    size = ground.site.config.lists.per_page
    for number in range(1, pages_of(len(posts), size) + 1):
        here = ground.urls.numbered(address, number)
        filled = partial(_one_of_many, ground, posts, number, address, view)
        place = shelf.place[posts[(number - 1) * size].id] if posts else 0
        yield place, PagePlan(output=output_of(here), template=template, view=filled)


def _one_of_many(
    ground: Ground,
    posts: Sequence[Post],
    number: int,
    address: str,
    view: Callable[[tuple[PostCardView, ...], PaginationView, str], Any],
) -> Any:
    """One page of a list: nothing of it is made before somebody asks."""
    urls, size = ground.urls, ground.site.config.lists.per_page
    shown = posts[(number - 1) * size : number * size]
    pagination = pagination_of(urls, address, number=number, per_page=size, posts=len(posts))
    return view(ground.cards_of(shown), pagination, urls.numbered(address, number))


def _head(ground: Ground, shelf: Shelf, address: str, pagination: PaginationView, **words: Any) -> MetaView:
    """The head of a list's page."""
    urls = ground.urls
    number = pagination.number
    base = address if number == 1 else address[: address.rindex("page/")]
    head = Head(
        address=address,
        language=shelf.language,
        previous=urls.numbered(base, number - 1) if number > 1 else "",
        next=urls.numbered(base, number + 1) if number < pagination.total else "",
        **words,
    )
    return meta_of(ground, head)


def _home(ground: Ground, shelf: Shelf) -> Iterator[_Placed]:
    site, address = ground.sites[shelf.language], ground.urls.home(shelf.language)
    everywhere = in_every_language(ground, address, shelf.language)

    def view(cards: tuple[PostCardView, ...], pagination: PaginationView, here: str) -> HomeView:
        first = pagination.number == 1
        lead = _lead(ground, shelf) if first else None
        return HomeView(
            site=site,
            meta=_head(
                ground,
                shelf,
                here,
                pagination,
                title=numbered_title("", pagination),
                description=site.description or site.title,
                translations=everywhere if first else {shelf.language: here},
                nodes=(blog_node(ground, shelf.language),) if first else (),
            ),
            lead=ground.cards[lead.id] if lead else None,
            shelves=_shelves(ground, shelf, lead) if first else (),
            others=_others(ground, shelf, lead) if first else (),
            posts=cards,
            in_house=writers(ground, shelf, "in-house") if first else (),
            external=writers(ground, shelf, "external") if first else (),
            pagination=pagination,
        )

    yield from _paginated(ground, shelf, shelf.posts, address, "home.html", view)


def _lead(ground: Ground, shelf: Shelf) -> Post | None:
    featured = (post for post in shelf.posts if post.featured)
    return next(featured, shelf.posts[0] if shelf.posts else None)


def _shelves(ground: Ground, shelf: Shelf, lead: Post | None) -> tuple[CategoryShelfView, ...]:
    views = []
    for name, category in ground.categories[shelf.language].items():
        posts = shelf.by_category.get(name, ())
        shown = ground.cards_of(_on_shelf(posts, lead))
        views.append(CategoryShelfView(category=category, count=len(posts), posts=shown))
    return tuple(views)


def _on_shelf(posts: Sequence[Post], lead: Post | None) -> list[Post]:
    return [post for post in posts if lead is None or post.id != lead.id][:_ON_SHELF]


def _others(ground: Ground, shelf: Shelf, lead: Post | None) -> tuple[PostCardView, ...]:
    """The newest posts that the first page does not show yet."""
    shown = {lead.id} if lead is not None else set()
    shown.update(post.id for posts in shelf.by_category.values() for post in _on_shelf(posts, lead))
    rest = [post for post in shelf.posts if post.id not in shown]
    return ground.cards_of(rest[:_OTHERS])


def writers(ground: Ground, shelf: Shelf, kind: str) -> tuple[AuthorCardView, ...]:
    """Writers of a kind with a post in any language, by name in the shelf's language."""
    cards = ground.authors[shelf.language]
    written = {name for other in ground.library.shelves.values() for name in other.by_author}
    found = [cards[AuthorId(name)] for name in written if cards[AuthorId(name)].kind == kind]
    return tuple(sorted(found, key=lambda card: (card.name, card.id)))


def _category(ground: Ground, shelf: Shelf, category: CategoryView) -> Iterator[_Placed]:
    posts, address = shelf.by_category.get(category.id, ()), ground.urls.category(shelf.language, category.id)
    editor = ground.site.config.categories[category.id].editor

    def view(cards: tuple[PostCardView, ...], pagination: PaginationView, here: str) -> CategoryPageView:
        first = pagination.number == 1
        return CategoryPageView(
            site=ground.sites[shelf.language],
            meta=_head(
                ground,
                shelf,
                here,
                pagination,
                title=numbered_title(category.label, pagination),
                description=category.description or f"{category.label} · {ground.sites[shelf.language].title}",
                translations=in_every_language(ground, address, shelf.language) if first else {shelf.language: here},
                crumbs=(LinkView(label=category.label, url=ground.urls.href(here)),),
                feeds=section_feeds(ground, address, category.label),
                section=category.label,
            ),
            category=category,
            editor=ground.authors[shelf.language].get(AuthorId(editor)) if editor else None,
            reply_days=ground.site.config.comments.reply_days,
            series=_series_of(ground, shelf, posts) if first else (),
            writers=_writers_of(ground, shelf, posts) if first else (),
            posts=cards,
            pagination=pagination,
            cover=CoverView(
                image=None, decorative=True, letter=category.letter, dye=category.dye, seed=f"category:{category.id}"
            ),
        )

    yield from _paginated(ground, shelf, posts, address, "category.html", view)


def _series_of(ground: Ground, shelf: Shelf, posts: Sequence[Post]) -> tuple[tuple[LinkView, int], ...]:
    counts = Counter(post.series for post in posts if post.series is not None)
    config, urls = ground.site.config.series, ground.urls
    found = []
    for name, number in counts.items():
        url = urls.href(urls.series(shelf.language, name))
        found.append((LinkView(label=say(config[name].title, shelf.language), url=url), number))
    return tuple(sorted(found, key=lambda item: (item[0].label, item[0].url)))


def _writers_of(ground: Ground, shelf: Shelf, posts: Sequence[Post]) -> tuple[tuple[AuthorCardView, int], ...]:
    counts = Counter(name for post in posts for name in dict.fromkeys(post.authors))
    cards = ground.authors[shelf.language]
    found = [(cards[name], number) for name, number in counts.items()]
    return tuple(sorted(found, key=lambda item: (-item[1], item[0].name, item[0].id))[:_MOST_WRITERS])


def _tag(ground: Ground, shelf: Shelf, slug: str, posts: tuple[Post, ...]) -> Iterator[_Placed]:
    label, address = shelf.tag_labels[slug], ground.urls.tag(shelf.language, slug)

    def view(cards: tuple[PostCardView, ...], pagination: PaginationView, here: str) -> TagView:
        return TagView(
            site=ground.sites[shelf.language],
            meta=_head(
                ground,
                shelf,
                here,
                pagination,
                title=numbered_title(label, pagination),
                description=f"{label} · {ground.sites[shelf.language].title}",
                translations={shelf.language: here},
                crumbs=(LinkView(label=label, url=ground.urls.href(here)),),
            ),
            tag=label,
            posts=cards,
            pagination=pagination,
        )

    yield from _paginated(ground, shelf, posts, address, "tag.html", view)


def _series(ground: Ground, shelf: Shelf, series: str) -> PagePlan:
    address = ground.urls.series(shelf.language, series)
    view = partial(_series_view, ground, shelf, series, address)
    return PagePlan(output=output_of(address), template="series.html", view=view)


def _series_view(ground: Ground, shelf: Shelf, series: str, address: str) -> SeriesView:
    card = series_card(ground, shelf.language, series, parts_of(shelf, series))
    head = Head(
        title=card.title,
        description=card.description or card.title,
        address=address,
        language=shelf.language,
        translations={
            code: ground.urls.series(code, series)
            for code, other in ground.library.shelves.items()
            if series in other.by_series
        },
        crumbs=(LinkView(label=card.title, url=card.url),),
    )
    return SeriesView(site=ground.sites[shelf.language], meta=meta_of(ground, head), series=card)
