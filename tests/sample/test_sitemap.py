"""The sitemap and robots.txt lead search engines to every page, and only to pages."""

from collections.abc import Mapping
from datetime import datetime

import pytest
from lxml import etree

from tests.published import Published

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
MOST_URLS = 50_000
"""Source: sitemaps.org, protocol."""


@pytest.fixture(scope="module")
def entries(sample: Published) -> list[etree._Element]:
    """Each `url` of the sitemap."""
    root = etree.fromstring(sample.read("sitemap.xml"))
    assert root.tag == SITEMAP + "urlset"
    return root.findall(SITEMAP + "url")


@pytest.fixture(scope="module")
def alternates(entries: list[etree._Element]) -> Mapping[str, Mapping[str, str]]:
    """URL by language, by the URL that names them."""
    return {
        _url(entry): {link.get("hreflang", ""): link.get("href", "") for link in entry.findall(LINK)}
        for entry in entries
    }


def _url(entry: etree._Element) -> str:
    return entry.findtext(SITEMAP + "loc") or ""


def test_every_url_is_a_page_that_may_be_indexed(sample: Published, entries: list[etree._Element]) -> None:
    lost = [
        url
        for url in map(_url, entries)
        if (path := sample.file_of(url)) is None
        or sample.pages[path].xpath("//meta[@name='robots' and contains(@content, 'noindex')]")
        or sample.pages[path].xpath("//link[@rel='canonical']/@href") != [url]
    ]
    assert lost == []


def test_every_post_is_listed(sample: Published, entries: list[etree._Element]) -> None:
    listed = {_url(entry) for entry in entries}
    dated = "//meta[@property='article:published_time']"
    posts = {sample.url_of(path) for path, page in sample.read_pages.items() if page.xpath(dated)}
    assert len(posts) > 30
    assert sorted(posts - listed) == []


def test_no_url_is_listed_twice(entries: list[etree._Element]) -> None:
    urls = [_url(entry) for entry in entries]
    assert len(urls) == len(set(urls)) <= MOST_URLS


def test_times_are_whole(entries: list[etree._Element]) -> None:
    times = [entry.findtext(SITEMAP + "lastmod") for entry in entries]
    assert [time for time in times if time and datetime.fromisoformat(time).tzinfo is None] == []


def test_elements_stand_in_the_order_of_the_schema(entries: list[etree._Element]) -> None:
    """Source: sitemap.xsd, tUrl; other namespaces come last."""
    order = [SITEMAP + "loc", SITEMAP + "lastmod", LINK]
    tags = [[child.tag for child in entry] for entry in entries]
    assert [row for row in tags if row != sorted(row, key=order.index)] == []


def test_translations_name_each_other(alternates: Mapping[str, Mapping[str, str]]) -> None:
    one_way = [
        f"{url} -> {other}"
        for url, languages in alternates.items()
        for other in languages.values()
        if alternates.get(other) != languages
    ]
    assert one_way == []


def test_a_url_names_itself_among_its_languages(alternates: Mapping[str, Mapping[str, str]]) -> None:
    assert [url for url, languages in alternates.items() if languages and url not in languages.values()] == []


def test_sitemap_and_pages_name_the_same_translations(
    sample: Published, alternates: Mapping[str, Mapping[str, str]]
) -> None:
    differing = []
    for url, languages in alternates.items():
        links = sample.pages[sample.file_of(url) or ""].xpath("//link[@rel='alternate' and @hreflang]")
        told = {link.get("hreflang"): link.get("href") for link in links if link.get("hreflang") != "x-default"}
        differing += [url] if told != languages else []
    assert differing == []


def test_robots_leads_to_the_sitemap(sample: Published) -> None:
    assert f"Sitemap: {sample.base_url}sitemap.xml" in sample.read("robots.txt").decode().splitlines()
