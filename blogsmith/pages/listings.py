"""Lists of posts: home, category, tag, series, archive; each in every language it exists in."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from blogsmith.model.page import Page
from blogsmith.model.post import Post
from blogsmith.model.words import AuthorId
from blogsmith.pages.ground import Ground
from blogsmith.pages.meta import Head, in_every_language, meta_of, section_feeds
from blogsmith.pages.posts import blog_node, series_card
from blogsmith.pages.shelf import Shelf
from blogsmith.pages.urls import output_of
from blogsmith.pages.views import (
    ArchiveView,
    AuthorCardView,
    CategoryPageView,
    CategoryShelfView,
    CategoryView,
    CoverView,
    HomeView,
    LinkView,
    MetaView,
    NotFoundView,
    PaginationView,
    PostCardView,
    SeriesView,
    TagView,
    YearView,
)

_ON_SHELF = 3


def listing_pages(ground: Ground) -> Iterator[Page]:
    """Every list of the site, and the page for what is not there."""
    for shelf in ground.library.shelves.values():
        yield from _home(ground, shelf)
        for category in ground.categories[shelf.language].values():
            yield from _category(ground, shelf, category)
        for slug, posts in shelf.by_tag.items():
            yield from _tag(ground, shelf, slug, posts)
        for series in shelf.by_series:
            yield _series(ground, shelf, series)
        yield from _archive(ground, shelf)
    yield _not_found(ground)


def cards_of(ground: Ground, posts: Sequence[Post]) -> tuple[PostCardView, ...]:
    """The cards of posts, in their order."""
    return tuple(ground.cards[post.id] for post in posts)


def _paginated(
    ground: Ground,
    posts: Sequence[Post],
    address: str,
    template: str,
    view: Callable[[tuple[PostCardView, ...], PaginationView, str], Any],
) -> Iterator[Page]:
    """One page for every `per_page` posts, at least one; `view` makes it from cards, pagination and address."""
    size, urls = ground.site.config.lists.per_page, ground.urls
    total = max(1, -(-len(posts) // size))
    for number in range(1, total + 1):
        here = urls.numbered(address, number)
        pagination = PaginationView(
            number=number,
            total=total,
            posts=len(posts),
            previous_url=urls.href(urls.numbered(address, number - 1)) if number > 1 else "",
            next_url=urls.href(urls.numbered(address, number + 1)) if number < total else "",
            pages=tuple(
                LinkView(label=str(other), url=urls.href(urls.numbered(address, other)), current=other == number)
                for other in range(1, total + 1)
            ),
        )
        cards = cards_of(ground, posts[(number - 1) * size : number * size])
        yield Page(output=output_of(here), template=template, view=view(cards, pagination, here))


def _numbered(title: str, pagination: PaginationView) -> str:
    """Titles of further pages differ, for search engines and tab bars."""
    return title if pagination.number == 1 else f"{title} ({pagination.number}/{pagination.total})".lstrip()


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


def _home(ground: Ground, shelf: Shelf) -> Iterator[Page]:
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
                title=_numbered("", pagination),
                description=site.description or site.title,
                translations=everywhere if first else {shelf.language: here},
                nodes=(blog_node(ground, shelf.language),) if first else (),
            ),
            lead=ground.cards[lead.id] if lead else None,
            shelves=_shelves(ground, shelf, lead) if first else (),
            posts=cards,
            in_house=writers(ground, shelf, "in-house") if first else (),
            external=writers(ground, shelf, "external") if first else (),
            pagination=pagination,
        )

    yield from _paginated(ground, shelf.posts, address, "home.html", view)


def _lead(ground: Ground, shelf: Shelf) -> Post | None:
    featured = (post for post in shelf.posts if post.featured)
    return next(featured, shelf.posts[0] if shelf.posts else None)


def _shelves(ground: Ground, shelf: Shelf, lead: Post | None) -> tuple[CategoryShelfView, ...]:
    views = []
    for name, category in ground.categories[shelf.language].items():
        posts = shelf.by_category.get(name, ())
        shown = [post for post in posts if lead is None or post.id != lead.id][:_ON_SHELF]
        views.append(CategoryShelfView(category=category, count=len(posts), posts=cards_of(ground, shown)))
    return tuple(views)


def writers(ground: Ground, shelf: Shelf, kind: str) -> tuple[AuthorCardView, ...]:
    """Writers of a kind with a post in any language, by name in the shelf's language."""
    cards = ground.authors[shelf.language]
    written = {name for other in ground.library.shelves.values() for name in other.by_author}
    found = [cards[AuthorId(name)] for name in written if cards[AuthorId(name)].kind == kind]
    return tuple(sorted(found, key=lambda card: (card.name, card.id)))


def _category(ground: Ground, shelf: Shelf, category: CategoryView) -> Iterator[Page]:
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
                title=_numbered(category.label, pagination),
                description=category.description or f"{category.label} · {ground.sites[shelf.language].title}",
                translations=in_every_language(ground, address, shelf.language) if first else {shelf.language: here},
                crumbs=(LinkView(label=category.label, url=ground.urls.href(here)),),
                feeds=section_feeds(ground, address, category.label),
                section=category.label,
            ),
            category=category,
            editor=ground.authors[shelf.language].get(AuthorId(editor)) if editor else None,
            posts=cards,
            pagination=pagination,
            cover=CoverView(
                image=None, decorative=True, letter=category.letter, dye=category.dye, seed=f"category:{category.id}"
            ),
        )

    yield from _paginated(ground, posts, address, "category.html", view)


def _tag(ground: Ground, shelf: Shelf, slug: str, posts: tuple[Post, ...]) -> Iterator[Page]:
    label, address = shelf.tag_labels[slug], ground.urls.tag(shelf.language, slug)

    def view(cards: tuple[PostCardView, ...], pagination: PaginationView, here: str) -> TagView:
        return TagView(
            site=ground.sites[shelf.language],
            meta=_head(
                ground,
                shelf,
                here,
                pagination,
                title=_numbered(label, pagination),
                description=f"{label} · {ground.sites[shelf.language].title}",
                translations={shelf.language: here},
                crumbs=(LinkView(label=label, url=ground.urls.href(here)),),
            ),
            tag=label,
            posts=cards,
            pagination=pagination,
        )

    yield from _paginated(ground, posts, address, "tag.html", view)


def _series(ground: Ground, shelf: Shelf, series: str) -> Page:
    card, address = series_card(ground, shelf.language, series), ground.urls.series(shelf.language, series)
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
    view = SeriesView(site=ground.sites[shelf.language], meta=meta_of(ground, head), series=card)
    return Page(output=output_of(address), template="series.html", view=view)


def _archive(ground: Ground, shelf: Shelf) -> Iterator[Page]:
    """One page a year; the archive's own page shows the newest one."""
    years = sorted(shelf.by_year, reverse=True)
    yield _archive_page(ground, shelf, years, years[0] if years else 0, ground.urls.archive(shelf.language))
    for year in years:
        yield _archive_page(ground, shelf, years, year, ground.urls.archive(shelf.language, year))


def _archive_page(ground: Ground, shelf: Shelf, years: list[int], shown: int, address: str) -> Page:
    urls = ground.urls
    whole = address == urls.archive(shelf.language)
    title = "" if whole else str(shown)
    site = ground.sites[shelf.language]
    translations = {
        code: urls.archive(code, None if whole else shown)
        for code, other in ground.library.shelves.items()
        if whole or shown in other.by_year
    }
    head = Head(
        title=title,
        description=f"{site.title} · {title}" if title else site.description or site.title,
        address=address,
        language=shelf.language,
        translations=translations,
    )
    view = ArchiveView(
        site=site,
        meta=meta_of(ground, head),
        years=tuple(_year(ground, shelf, year, filled=year == shown) for year in years),
        shown=shown,
        tags=tuple(
            (LinkView(label=shelf.tag_labels[slug], url=urls.href(urls.tag(shelf.language, slug))), len(posts))
            for slug, posts in shelf.by_tag.items()
        ),
        series=tuple(series_card(ground, shelf.language, series) for series in sorted(shelf.by_series)),
    )
    return Page(output=output_of(address), template="archive.html", view=view)


def _year(ground: Ground, shelf: Shelf, year: int, *, filled: bool) -> YearView:
    posts = shelf.by_year[year]
    months = groupby(posts, key=lambda post: post.date.month) if filled else ()
    return YearView(
        year=year,
        url=ground.urls.href(ground.urls.archive(shelf.language, year)),
        count=len(posts),
        months=tuple((month, cards_of(ground, tuple(found))) for month, found in months),
    )


def _not_found(ground: Ground) -> Page:
    language = ground.site.config.site.language
    head = Head(
        title="404",
        description="404",
        address="/404.html",
        language=language,
        translations={language: "/404.html"},
        noindex=True,
    )
    view = NotFoundView(site=ground.sites[language], meta=meta_of(ground, head))
    return Page(output="404.html", template="404.html", view=view)
