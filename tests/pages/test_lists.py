"""What pages of lists show beside the list itself: the home page, a category, a profile, the page that is not there."""

from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from tests.site import CONFIG, build, write_site

KEPT = (
    CONFIG
    + """
[categories.tech]
label = "Tech"
editor = "jane"
[categories.people]
label = "People"
[categories.culture]
label = "Culture"
[categories.global]
label = "Global"

[series.legs]
title = "Nine legs"

[comments]
reply_days = 2
"""
)

SU = """\
---
name: Su Kim
kind: external
role: Potter
organisation: Studio Su
relationship: Paid for each post.
agreement: {signed: 2025-01-01, expires: 2027-06-30}
training: [2025-02-01]
links: [{label: {en: Kiln, ko: 가마}, url: "https://su.example/"}]
---
I fire bowls, and write down which of them crack.
"""


def post(number: int, *, category: str = "tech", author: str = "jane", more: str = "") -> str:
    """A post of 2026-01, later ones with a higher number."""
    return (
        f"-- content/posts/p{number}.md --\n---\nid: p{number}\ntitle: Post {number}\n"
        f"date: 2026-01-{number:02}\nauthors: [{author}]\ncategory: {category}\n{more}---\nI did it.\n"
    )


def published(folder: Path, *parts: str) -> Path:
    """The folder that a site of these posts, of Jane and of Su is built into."""
    write_site(folder, f"-- config.toml --\n{KEPT}\n-- authors/su.md --\n{SU}\n" + "".join(parts))
    assert build(folder).exit_code == 0
    return folder / "public"


def page(path: Path) -> HtmlElement:
    """A page as an element."""
    return html.fromstring(path.read_bytes())


def words(elements: list[HtmlElement]) -> list[str]:
    """The text of each element, white space as one space."""
    return [" ".join(element.text_content().split()) for element in elements]


def test_the_home_page_ends_with_the_newest_posts_that_stand_nowhere_on_it_yet(tmp_path: Path) -> None:
    home = page(published(tmp_path, *(post(number) for number in range(1, 13))) / "index.html")
    rows = words(home.xpath("//ul[contains(@class, 'rows')]//h3"))
    assert rows == [f"Post {number}" for number in (8, 7, 6, 5, 4, 3)]
    assert words(home.xpath("//ul[contains(@class, 'rows')]//time"))[0] == "2026.01.08"


def test_where_every_post_has_its_place_there_is_no_heading_over_nothing(tmp_path: Path) -> None:
    home = page(published(tmp_path, *(post(number) for number in range(1, 5))) / "index.html")
    assert home.xpath("//ul[contains(@class, 'rows')]") == []
    assert "Also new" not in words(home.xpath("//h2"))


def test_a_category_names_its_series_and_who_writes_in_it(tmp_path: Path) -> None:
    guest = post(3, author="su", more="disclosure: Su Kim was paid for it.\n")
    posts = (post(1, more="series: legs\n"), post(2), guest)
    category = page(published(tmp_path, *posts) / "category/tech/index.html")
    assert words(category.xpath("//aside//li")) == ["Nine legs 1", "Jane Doe 2", "Su Kim 1"]
    assert words(category.xpath("//p[@class='kept']")) == ["Looked after by Jane Doe · 3 posts · answers within 2 days"]


def test_a_writer_of_the_house_is_known_by_what_they_keep_and_learned(tmp_path: Path) -> None:
    profile = page(published(tmp_path, post(1)) / "author/jane/index.html")
    assert words(profile.xpath("//dl[@class='facts']/div")) == [
        "Posts1 post",
        "Looks afterTech answers within 2 days",
        "Writers’ trainingFebruary 2026",
    ]


def test_a_writer_from_outside_is_known_by_their_agreement(tmp_path: Path) -> None:
    guest = post(1, author="su", more="disclosure: Su Kim was paid for it.\n")
    profile = page(published(tmp_path, guest) / "author/su/index.html")
    facts = words(profile.xpath("//dl[@class='facts']/div"))
    assert facts == ["Posts1 post, of which paid or in kind: 1", "Agreementuntil June 2027"]
    assert words(profile.xpath("//a[@rel='me']")) == ["Kiln"]


def test_the_page_that_is_not_there_offers_the_newest_post_of_three_categories(tmp_path: Path) -> None:
    posts = [post(1, category="global"), post(2, category="people"), post(3, category="culture"), post(4), post(5)]
    missing = page(published(tmp_path, *posts) / "404.html")
    assert words(missing.xpath("//h3")) == ["Post 5", "Post 3", "Post 2"]
