"""What a reader has to load beside the words."""

import gzip
from urllib.parse import urljoin

import pytest

from tests.published import Published

POST_BYTES = 14_000
"""HTML and CSS of a post, compressed, beside its text."""

SCRIPT_BYTES = 12_000

STYLES = "//link[@rel='stylesheet']/@href"


def linked(site: Published, path: str, what: str) -> list[bytes]:
    """The files of this site that a page links with the expression `what`."""
    urls = (urljoin(site.url_of(path), str(address)) for address in site.pages[path].xpath(what))
    return [site.read(found) for url in urls if (found := site.file_of(url))]


def posts(site: Published) -> list[str]:
    """Path of every post."""
    return [path for path, page in site.read_pages.items() if page.xpath("//meta[@property='article:published_time']")]


def test_no_post_weighs_more_than_its_words_ask_for(sample: Published) -> None:
    heavy = {}
    for path in posts(sample):
        text = "".join(sample.pages[path].xpath("//article//text()[not(ancestor::script)]"))
        words = len(gzip.compress(text.encode(), 9, mtime=0))
        page = len(gzip.compress(sample.read(path), 9, mtime=0))
        styles = sum(len(gzip.compress(css, 9, mtime=0)) for css in linked(sample, path, STYLES))
        if page - words + styles > POST_BYTES:
            heavy[path] = page - words + styles
    assert heavy == {}


def test_scripts_stay_small(sample: Published) -> None:
    scripts = linked(sample, posts(sample)[0], "//script/@src")
    assert scripts
    assert sum(map(len, scripts)) <= SCRIPT_BYTES


@pytest.mark.parametrize("what", ["//script[not(@src) and not(@type='application/ld+json')]", "//style", "//@style"])
def test_nothing_stands_inline_that_a_strict_policy_would_refuse(sample: Published, what: str) -> None:
    assert [path for path, page in sample.pages.items() if page.xpath(what)] == []


@pytest.mark.parametrize("what", ["//*[@*[starts-with(name(), 'on')]]"])
def test_no_element_carries_a_handler(sample: Published, what: str) -> None:
    assert [path for path, page in sample.pages.items() if page.xpath(what)] == []
