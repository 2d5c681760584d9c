"""Templates see views and nothing else, and every view is made of values that have a fingerprint."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from blogsmith.model.page import Page
from blogsmith.pages import views
from blogsmith.pages.all_pages import all_pages
from blogsmith.pipeline.fingerprint import Digester
from blogsmith.pipeline.handbook import handbooks
from blogsmith.pipeline.layout import lay_out
from blogsmith.pipeline.read import read_collection
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.study import Desk
from blogsmith.pipeline.trip import make_tools
from blogsmith.sources.site import through_the_gate
from tests.sites.golden import SITES

NESTED = {
    "AuthorCardView", "CategoryShelfView", "CategoryView", "CommentView", "CommentsView", "CorrectionView", "CoverView",
    "CreditView", "ExceptionView", "HandbookFamilyView", "HandbookRuleView", "WeightView", "WidgetView",
    "FeedItemView", "FeedLinkView", "ImageView", "LanguageView", "LinkView", "MetaView", "PageLinkView",
    "PaginationView", "PostCardView", "SealView", "SeriesCardView", "SitemapEntryView", "SiteView", "TocView",
    "YearView",
}  # fmt: skip
"""Views that stand within others."""
LARGE = {"SitemapIndexView"}
"""Of sites with thousands of pages alone: `tests/pages/test_sitemap_parts.py`."""


def pages_of(root: Path, now: datetime) -> tuple[Page, ...]:
    """Every page of the published site in `root`."""
    request = Request(root=root, config=root / "config.toml", now=now, remember=False)
    tools = make_tools(request)
    collection = read_collection(root, tools.config_file).value
    site, _ = through_the_gate(collection, now.replace(tzinfo=ZoneInfo(tools.config.site.time_zone)))
    books = handbooks(tools.config, tools.bench, now.date(), tools.memory)
    desk = Desk(memory=tools.memory, config=tools.config, bench=tools.bench)
    return tuple(all_pages(lay_out(tools, collection, site, {}, books, desk=desk, also=()).value.ground))


@pytest.fixture(scope="module")
def pages() -> tuple[Page, ...]:
    """The pages of the site of everything."""
    return pages_of(SITES / "everything", datetime(2026, 6, 1, 12))


def parts_of(value: Any) -> list[Any]:
    """A value and all that it holds."""
    if is_dataclass(value):
        inner: Sequence[Any] = [getattr(value, part.name) for part in fields(value)]
    elif isinstance(value, Mapping):
        inner = [*value.keys(), *value.values()]
    elif isinstance(value, tuple | list):
        inner = value
    else:
        return [value]
    return [value, *(part for item in inner for part in parts_of(item))]


def test_every_page_has_a_fingerprint(pages: tuple[Page, ...]) -> None:
    digests = {page.output: Digester().digest(page.view) for page in pages}
    assert len(digests) == len(pages)


def test_a_second_laying_out_gives_the_same_views_and_fingerprints(pages: tuple[Page, ...]) -> None:
    again = pages_of(SITES / "everything", datetime(2026, 6, 1, 12))
    assert again == pages
    assert [Digester().digest(page.view) for page in again] == [Digester().digest(page.view) for page in pages]


def test_pages_that_differ_have_different_fingerprints(pages: tuple[Page, ...]) -> None:
    digester = Digester()
    by_digest: dict[str, Any] = {}
    for page in pages:
        assert by_digest.setdefault(digester.digest(page.view), page.view) == page.view


def test_every_kind_of_view_is_among_them(pages: tuple[Page, ...]) -> None:
    kinds = {name for name in views.__all__ if name.endswith("View")} - LARGE
    assert {type(page.view).__name__ for page in pages} == kinds - NESTED
    assert {type(part).__name__ for page in pages for part in parts_of(page.view) if is_dataclass(part)} == kinds


def test_a_view_holds_views_and_plain_values_alone(pages: tuple[Page, ...]) -> None:
    plain = (str, int, float, bool, type(None), date, datetime, tuple, list, Mapping)
    held = {type(part) for page in pages for part in parts_of(page.view)}
    strange = {kind for kind in held if not issubclass(kind, plain) and kind.__module__ != views.__name__}
    assert {kind for kind in strange if not kind.__module__.startswith(f"{views.__name__}.")} == set()


def test_no_view_can_be_changed(pages: tuple[Page, ...]) -> None:
    for view in {type(page.view): page.view for page in pages}.values():
        name = fields(view)[0].name
        with pytest.raises(AttributeError):
            setattr(view, name, "changed")


def test_a_text_that_changes_changes_the_pages_that_show_it(site: Callable[[str], Path]) -> None:
    post = "---\nid: {0}\ntitle: About {0}\ndate: 2026-03-0{1}\nauthors: [jane]\ncategory: tech\n---\n{2}\n"
    posts = {name: post.format(name, day, "I built it.") for day, name in enumerate("abc", 1)}
    folder = site("".join(f"-- content/posts/{name}.md --\n{text}" for name, text in posts.items()))
    before = {page.output: Digester().digest(page.view) for page in pages_of(folder, datetime(2026, 6, 1))}
    (folder / "content/posts/a.md").write_text(posts["a"] + "\nTwice.\n")
    after = {page.output: Digester().digest(page.view) for page in pages_of(folder, datetime(2026, 6, 1))}
    changed = {output for output in after if before[output] != after[output]}
    assert {output for output in changed if output.endswith(".html")} == {"a/index.html"}
