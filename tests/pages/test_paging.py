"""Where one stands in a long list: a few links, however long it is."""

import pytest

from blogsmith.model.config import Config
from blogsmith.pages.paging import pagination_of
from blogsmith.pages.urls import address_book


def pager(number: int, pages: int) -> str:
    """The numbers that page `number` of a list links to, in brackets where one stands, `…` where some are left out."""
    urls = address_book(Config())
    found = pagination_of(urls, "/tag/a/", number=number, per_page=20, posts=20 * pages)
    assert all(link.url == urls.href(urls.numbered("/tag/a/", link.number)) for link in found.pages)
    return " ".join(
        f"{'… ' if link.skips else ''}{f'[{link.number}]' if link.current else link.number}" for link in found.pages
    )


@pytest.mark.parametrize(
    ("number", "pages", "shown"),
    [
        (1, 1, "[1]"),
        (1, 2, "[1] 2"),
        (2, 3, "1 [2] 3"),
        (1, 9, "[1] 2 … 9"),
        (3, 9, "1 2 [3] 4 … 9"),
        (5, 9, "1 … 4 [5] 6 … 9"),
        (7, 9, "1 … 6 [7] 8 9"),
        (9, 9, "1 … 8 [9]"),
        (2_500, 5_000, "1 … 2499 [2500] 2501 … 5000"),
    ],
)
def test_the_first_the_last_and_the_pages_beside_are_linked(number: int, pages: int, shown: str) -> None:
    assert pager(number, pages) == shown
