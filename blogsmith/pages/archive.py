"""The archive of a language: a page for every year, and one that leads to all of them."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from blogsmith.model.page import PagePlan
from blogsmith.model.post import Post
from blogsmith.pages.choice import parts_of
from blogsmith.pages.ground import Ground
from blogsmith.pages.meta import Head, meta_of
from blogsmith.pages.paging import numbered_title, pages_of, pagination_of
from blogsmith.pages.posts import series_card
from blogsmith.pages.shelf import Shelf
from blogsmith.pages.urls import Urls, output_of
from blogsmith.pages.views import ArchiveView, LinkView, PaginationView, YearView

PER_PAGE = 400
"""Posts that one page of a year lists: with more it would weigh more than a phone likes."""


def archive_pages(ground: Ground, shelf: Shelf) -> Iterator[PagePlan]:
    """The pages of every year; the archive's own page shows the newest posts."""
    newest = max(shelf.by_year, default=0)
    yield _archive_page(ground, shelf, newest, 1, ground.urls.archive(shelf.language))
    for year in sorted(shelf.by_year, reverse=True):
        for number, address in enumerate(year_addresses(ground.urls, shelf, year), start=1):
            yield _archive_page(ground, shelf, year, number, address)


def year_addresses(urls: Urls, shelf: Shelf, year: int) -> list[str]:
    """Where the pages of a year stand."""
    base = urls.archive(shelf.language, year)
    total = pages_of(len(shelf.by_year[year]), PER_PAGE)
    return [urls.numbered(base, number) for number in range(1, total + 1)]


def _archive_page(ground: Ground, shelf: Shelf, shown: int, number: int, address: str) -> PagePlan:
    view = partial(_archive_view, ground, shelf, shown, number, address)
    return PagePlan(output=output_of(address), template="archive.html", view=view)


def _archive_view(ground: Ground, shelf: Shelf, shown: int, number: int, address: str) -> ArchiveView:
    urls, site = ground.urls, ground.sites[shelf.language]
    whole = address == urls.archive(shelf.language)
    posts, base = shelf.by_year.get(shown, ()), urls.archive(shelf.language, shown)
    pagination = pagination_of(urls, base, number=number, per_page=PER_PAGE, posts=len(posts))
    title = "" if whole else numbered_title(str(shown), pagination)
    head = Head(
        title=title,
        description=f"{site.title} · {title}" if title else site.description or site.title,
        address=address,
        language=shelf.language,
        translations=_translations(ground, shelf, None if whole else shown, pagination),
        previous=urls.numbered(base, number - 1) if number > 1 else "",
        next=urls.numbered(base, number + 1) if number < pagination.total else "",
    )
    return ArchiveView(
        site=site,
        meta=meta_of(ground, head),
        years=tuple(
            _year(ground, shelf, year, posts[(number - 1) * PER_PAGE : number * PER_PAGE] if year == shown else ())
            for year in sorted(shelf.by_year, reverse=True)
        ),
        shown=shown,
        pagination=pagination,
        tags=tuple(
            (LinkView(label=shelf.tag_labels[slug], url=urls.href(urls.tag(shelf.language, slug))), len(posts))
            for slug, posts in shelf.by_tag.items()
        ),
        series=tuple(
            series_card(ground, shelf.language, series, parts_of(shelf, series)) for series in sorted(shelf.by_series)
        ),
    )


def _translations(ground: Ground, shelf: Shelf, year: int | None, pagination: PaginationView) -> dict[str, str]:
    """A year's first page in each language; further pages list other posts in each."""
    if year is not None and pagination.number > 1:
        here = ground.urls.archive(shelf.language, year)
        return {shelf.language: ground.urls.numbered(here, pagination.number)}
    return {
        code: ground.urls.archive(code, year)
        for code, other in ground.library.shelves.items()
        if year is None or year in other.by_year
    }


def _year(ground: Ground, shelf: Shelf, year: int, shown: Sequence[Post]) -> YearView:
    months = groupby(shown, key=lambda post: post.date.month)
    return YearView(
        year=year,
        url=ground.urls.href(ground.urls.archive(shelf.language, year)),
        count=len(shelf.by_year[year]),
        months=tuple((month, ground.cards_of(tuple(found))) for month, found in months),
    )
