"""A sitemap that grows long becomes an index and its parts; together they say what one file would."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from blogsmith.model.site import Site
from blogsmith.pages.shelf import Library
from blogsmith.pages.sitemap import count_entries, part_names
from tests.refusal import assert_refused
from tests.site import build
from tests.sites.golden import SITES

Published = Callable[[str], Path]

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parents[1] / "themes/sitemap.xsd"))
HEAD = "title: A well\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n"


def post(number: int, more: str = "") -> str:
    """One of many posts, with further lines in its head."""
    return f"-- content/posts/p{number}.md --\n---\nid: p{number}\n{HEAD}{more}---\nI dug it.\n"


def urls(folder: Path, name: str = "sitemap.xml") -> list[str]:
    """What a sitemap, or its index, leads to."""
    return [place.text or "" for place in etree.parse(folder / name).iter(f"{NAMESPACE}loc")]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sitemaps of four pages: a stand-in for a thousand."""
    monkeypatch.setattr("blogsmith.pages.sitemap._MOST", 4)


def built(out: Path) -> Path:
    """The site of everything."""
    result = build(SITES / "everything", "--out", str(out), "--now", "2026-06-01T12:00:00", "--no-memory")
    assert result.exit_code == 0, result.output
    return out


def test_the_parts_together_list_what_one_file_would(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = urls(built(tmp_path / "whole"))
    monkeypatch.setattr("blogsmith.pages.sitemap._MOST", 4)
    out = built(tmp_path / "parts")
    names = [url.rpartition("/")[2] for url in urls(out)]
    assert names == [f"sitemap-{number}.xml" for number in range(1, len(names) + 1)]
    assert [url for name in names for url in urls(out, name)] == whole
    assert {len(urls(out, name)) for name in names[:-1]} == {4}


def test_as_many_pages_are_counted_as_are_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []

    def count(site: Site, library: Library, handbooks: int) -> int:
        counted.append(count_entries(site, library, handbooks))
        return counted[-1]

    monkeypatch.setattr("blogsmith.pages.all_pages.count_entries", count)
    assert {len(urls(built(tmp_path / "whole")))} == {*counted}


@pytest.mark.usefixtures("short")
def test_index_and_parts_are_what_search_engines_read(tmp_path: Path) -> None:
    out = built(tmp_path / "parts")
    index = etree.parse(out / "sitemap.xml").getroot()
    assert (index.tag, {child.tag for child in index}) == (f"{NAMESPACE}sitemapindex", {f"{NAMESPACE}sitemap"})
    for url in urls(out):
        SCHEMA.assertValid(etree.parse(out / url.rpartition("/")[2]))
    assert "/sitemap.xml\n" in (out / "robots.txt").read_text()


@pytest.mark.usefixtures("short")
def test_a_post_that_is_gone_takes_its_part_with_it(published: Published) -> None:
    folder = published("".join(map(post, range(9))))
    assert build(folder).exit_code == 0
    before = sorted(path.name for path in (folder / "public").glob("sitemap-*"))
    for number in range(2, 9):
        (folder / f"content/posts/p{number}.md").unlink()
    assert build(folder).exit_code == 0
    after = sorted(path.name for path in (folder / "public").glob("sitemap-*"))
    assert len(after) < len(before)
    assert [name for url in urls(folder / "public") if (name := url.rpartition("/")[2]) not in after] == []


@pytest.mark.usefixtures("short")
def test_an_alias_cannot_take_the_place_of_a_part(published: Published) -> None:
    folder = published("".join(map(post, range(8))) + post(8, "aliases: [/sitemap-2.xml]\n"))
    assert_refused(folder, "output/two-sources content/posts/p8.md:7:11")


def test_a_thousand_pages_need_no_parts_and_one_more_does() -> None:
    assert (part_names(0), part_names(1_000), len(part_names(1_001)), len(part_names(250_000))) == ((), (), 2, 250)


def test_what_hosts_are_told_is_no_page_that_grew_too_large(published: Published) -> None:
    config = '-- config.toml --\n[site]\nbase_url = "https://blog.example.com/"\n[limits]\npage_mb = 1\n'
    posts = ""
    for number in range(80):
        aliases = ", ".join(f"/{number}{'w' * 90}{alias}/" for alias in range(130))
        posts += post(number, f"aliases: [{aliases}]\n")
    folder = published(config + posts)
    result = build(folder)
    assert result.exit_code == 0, result.output
    assert (folder / "public/_redirects").stat().st_size > 1024 * 1024
