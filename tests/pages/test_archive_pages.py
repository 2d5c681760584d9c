"""A year of the archive is cut into pages before it weighs more than a phone likes."""

from pathlib import Path

from lxml import html

from blogsmith.pages.archive import PER_PAGE
from tests.site import CONFIG, build, write_site

BLOG = f'-- config.toml --\n{CONFIG}\n[categories.tech]\nlabel = "Tech"\n'


def posts(year: int, count: int) -> str:
    """So many posts of one year."""
    return "".join(
        f"-- content/posts/p{year}-{number}.md --\n---\nid: p{year}-{number}\ntitle: Well {number}\n"
        f"date: {year}-{1 + number % 12:02}-{1 + number % 28:02}\nauthors: [jane]\ncategory: tech\n---\nI dug it.\n"
        for number in range(count)
    )


def rows(page: Path) -> list[str]:
    """The addresses of the posts that a page lists."""
    return [str(link.get("href")) for link in html.parse(page).xpath("//ul[contains(@class, 'rows')]/li//h3/a")]


def test_every_post_of_a_long_year_stands_on_one_of_its_pages(tmp_path: Path) -> None:
    write_site(tmp_path, BLOG + posts(2025, PER_PAGE + 2) + posts(2024, 3))
    assert build(tmp_path).exit_code == 0
    archive = tmp_path / "public/archive"
    first, second = rows(archive / "2025/index.html"), rows(archive / "2025/page/2/index.html")
    assert (len(first), len(second)) == (PER_PAGE, 2)
    assert len({*first, *second}) == PER_PAGE + 2
    assert rows(archive / "index.html") == first
    assert len(rows(archive / "2024/index.html")) == 3
    assert not (archive / "2024/page").exists()


def test_the_pages_of_a_year_lead_to_each_other(tmp_path: Path) -> None:
    write_site(tmp_path, BLOG + posts(2025, PER_PAGE + 2))
    assert build(tmp_path).exit_code == 0
    first = html.parse(tmp_path / "public/archive/2025/index.html")
    second = html.parse(tmp_path / "public/archive/2025/page/2/index.html")
    assert first.xpath("//nav[contains(@class, 'pager')]//a[@rel='next']/@href") == ["/archive/2025/page/2/"]
    assert second.xpath("//nav[contains(@class, 'pager')]//a[@rel='prev']/@href") == ["/archive/2025/"]
    assert "2025 (2/2)" in second.xpath("string(//title)")


def test_a_post_may_not_stand_where_a_page_of_a_year_does(tmp_path: Path) -> None:
    alias = posts(2025, PER_PAGE + 2).replace(
        "category: tech\n", "category: tech\naliases: [/archive/2025/page/2/]\n", 1
    )
    write_site(tmp_path, BLOG + alias)
    result = build(tmp_path)
    assert result.exit_code == 1
    assert "output/two-sources" in result.stderr
