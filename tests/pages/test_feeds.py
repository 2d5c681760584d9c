"""What feeds hold, and that what stands in them leads back to the site."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from blogsmith.pages.feeds import last_change, with_absolute_urls
from tests.pages.library import post
from tests.site import build, tree

Site = Callable[[str], Path]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a href="/blog/x/">x</a>', '<a href="https://example.com/blog/x/">x</a>'),
        ('<a href="#h-part">x</a>', '<a href="https://example.com/blog/me/#h-part">x</a>'),
        ('<img alt="a" src="/blog/a.svg">', '<img alt="a" src="https://example.com/blog/a.svg">'),
        ('<a href="https://other.example/">x</a>', '<a href="https://other.example/">x</a>'),
        ('<a href="//other.example/">x</a>', '<a href="//other.example/">x</a>'),
        ('<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'),
        ('<code>href="/x/"</code>', '<code>href="/x/"</code>'),
    ],
)
def test_links_in_a_body_lead_to_the_site(body: str, expected: str) -> None:
    assert with_absolute_urls(body, origin="https://example.com", page="https://example.com/blog/me/") == expected


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ("", 12),
        ("updated: 2026-03-20", 20),
        ("corrections: [{date: 2026-03-25, text: It was two.}]\nupdated: 2026-03-20", 25),
        ("corrections: [{date: 2026-03-15, text: It was two.}]", 15),
    ],
)
def test_a_post_last_changed_when_it_was_last_mended(more: str, day: int) -> None:
    assert last_change(post("a", more=more)).day == day


def posts(count: int) -> str:
    """A site's posts, one a day."""
    head = "authors: [jane]\ncategory: tech\n"
    return "".join(
        f"-- content/posts/p{day}.md --\n---\nid: p{day}\ntitle: Day {day}\ndate: 2026-03-{day:02}\n{head}---\n"
        f"I went <{day}> & [back](#day).\n\n## Day\n"
        for day in range(1, count + 1)
    ).replace("<", "&lt;")


CONFIG = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://example.com/blog/"
[policy]
since = 2100-01-01
[feeds]
items = 3
"""


def items(folder: Path, path: str = "feed.json") -> list[dict[str, str]]:
    """The items of a JSON Feed."""
    found: list[dict[str, str]] = json.loads(tree(folder / "public")[path])["items"]
    return found


def test_a_feed_holds_the_newest_posts_alone(site: Site) -> None:
    folder = site(CONFIG + posts(5))
    assert build(folder).exit_code == 0
    assert [item["title"] for item in items(folder)] == ["Day 5", "Day 4", "Day 3"]
    assert items(folder, "category/tech/feed.json") == items(folder, "author/jane/tech/feed.json") == items(folder)


def test_an_item_is_known_by_the_address_that_never_changes(site: Site) -> None:
    folder = site(CONFIG + posts(1).replace("id: p1\n", "id: p1\nslug: moved\n"))
    assert build(folder).exit_code == 0
    (item,) = items(folder)
    assert (item["id"], item["url"]) == ("https://example.com/blog/p/p1/", "https://example.com/blog/moved/")


def test_an_item_holds_the_whole_text(site: Site) -> None:
    folder = site(CONFIG + posts(1))
    assert build(folder).exit_code == 0
    back = '<a href="https://example.com/blog/p1/#h-day">back</a>'
    assert f"I went &lt;1> &amp; {back}" in items(folder)[0]["content_html"].replace("&gt;", ">")


def test_an_item_holds_its_summary_where_the_site_wants_it_so(site: Site) -> None:
    folder = site(CONFIG + "full_text = false\n" + posts(1))
    assert build(folder).exit_code == 0
    (item,) = items(folder)
    assert (item["content_text"], item["summary"], "content_html" in item) == (
        "I went <1> & back.",
        "I went <1> & back.",
        False,
    )


def test_a_category_without_posts_has_a_feed_without_items(site: Site) -> None:
    folder = site(CONFIG + posts(1))
    assert build(folder).exit_code == 0
    assert items(folder, "category/people/feed.json") == []
