"""Long lists are cut into pages: where one stands among them, and what it is called."""

from itertools import pairwise

from blogsmith.pages.urls import Urls
from blogsmith.pages.views import PageLinkView, PaginationView


def pages_of(posts: int, per_page: int) -> int:
    """How many pages a list of so many posts has: at least one."""
    return max(1, -(-posts // per_page))


def pagination_of(urls: Urls, address: str, *, number: int, per_page: int, posts: int) -> PaginationView:
    """Page `number` of the list at `address`."""
    total = pages_of(posts, per_page)
    shown = sorted({1, *range(max(1, number - 1), min(total, number + 1) + 1), total})
    return PaginationView(
        number=number,
        total=total,
        posts=posts,
        previous_url=urls.href(urls.numbered(address, number - 1)) if number > 1 else "",
        next_url=urls.href(urls.numbered(address, number + 1)) if number < total else "",
        pages=tuple(
            PageLinkView(
                number=other,
                url=urls.href(urls.numbered(address, other)),
                current=other == number,
                skips=other - before > 1,
            )
            for before, other in pairwise((0, *shown))
        ),
    )


def numbered_title(title: str, pagination: PaginationView) -> str:
    """Titles of further pages differ, for search engines and tab bars."""
    return title if pagination.number == 1 else f"{title} ({pagination.number}/{pagination.total})".lstrip()
