"""Where everything stands."""

from dataclasses import replace
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogsmith.model.config import Config, PermalinkConfig, SiteConfig
from blogsmith.pages.shelf import tag_slug
from blogsmith.pages.urls import address_book, output_of
from tests.pages.library import CONFIG, post

URLS = address_book(CONFIG)


@pytest.mark.parametrize(
    ("base_url", "origin", "base_path"),
    [
        ("https://blog.example.com/", "https://blog.example.com", "/"),
        ("https://blog.example.com", "https://blog.example.com", "/"),
        ("https://example.com/blog/", "https://example.com", "/blog/"),
        ("https://example.com/blog", "https://example.com", "/blog/"),
        ("http://localhost:8000/a/b/", "http://localhost:8000", "/a/b/"),
    ],
)
def test_a_base_url_is_an_origin_and_a_base_path(base_url: str, origin: str, base_path: str) -> None:
    urls = address_book(Config(site=SiteConfig(base_url=base_url)))
    assert (urls.origin, urls.base_path) == (origin, base_path)
    assert urls.absolute("/a/") == f"{origin}{base_path}a/"


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("/", "/blog/"),
        ("/ko/", "/blog/ko/"),
        ("/첫-우물/", "/blog/%EC%B2%AB-%EC%9A%B0%EB%AC%BC/"),
        ("/c++/", "/blog/c++/"),
        ('/a"b<c>/', "/blog/a%22b%3Cc%3E/"),
        ("/100%/", "/blog/100%25/"),
        ("/a?b#c/", "/blog/a%3Fb%23c/"),
    ],
)
def test_a_link_has_the_base_path_and_is_percent_encoded(address: str, href: str) -> None:
    assert URLS.href(address) == href


@pytest.mark.parametrize(
    ("shape", "address"),
    [
        ("/{slug}/", "/well/"),
        ("/{year}/{month}/{day}/{slug}/", "/2026/03/05/well/"),
        ("/posts/{id}/", "/posts/well/"),
        ("/{category}/{slug}/", "/tech/well/"),
    ],
)
def test_a_permalink_has_the_shape_that_is_asked_for(shape: str, address: str) -> None:
    urls = address_book(replace(CONFIG, permalinks=PermalinkConfig(post=shape)))
    assert urls.post(post("well", date="2026-03-05")) == address


def test_another_language_stands_under_its_tag() -> None:
    assert URLS.post(post("well", more="lang: ko")) == "/ko/well/"
    assert (URLS.home("en"), URLS.home("ko")) == ("/", "/ko/")


def test_a_slug_that_looks_like_a_placeholder_is_taken_as_it_is() -> None:
    urls = address_book(replace(CONFIG, permalinks=PermalinkConfig(post="/{slug}/{id}/")))
    assert urls.post(post("well", more='slug: "{id}"')) == "/{id}/well/"


@pytest.mark.parametrize(
    ("address", "output"),
    [
        ("/", "index.html"),
        ("/ko/", "ko/index.html"),
        ("/well", "well/index.html"),
        ("/well.html", "well.html"),
        ("/v1.2/", "v1.2/index.html"),
        ("/v1.2/well", "v1.2/well/index.html"),
        ("/rss.xml", "rss.xml"),
    ],
)
def test_an_address_is_written_to_the_file_that_hosts_look_for(address: str, output: str) -> None:
    assert output_of(address) == output


def test_the_further_pages_of_a_list_have_numbers() -> None:
    assert [URLS.numbered("/ko/", number) for number in (1, 2)] == ["/ko/", "/ko/page/2/"]


@pytest.mark.parametrize(
    ("tag", "slug"),
    [("C++", "c-plus-plus"), ("C#", "c-sharp"), ("C", "c"), ("R&D", "r-and-d"), ("우물 깊이", "우물-깊이")],
)  # fmt: skip
def test_a_tag_has_a_part_of_a_url_of_its_own(tag: str, slug: str) -> None:
    assert tag_slug(tag) == slug


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_every_tag_has_a_part_of_a_url(tag: str) -> None:
    assert tag_slug(tag)
    assert "/" not in tag_slug(tag)


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_a_link_leads_back_to_its_address(name: str) -> None:
    address = f"/{name}/"
    parts = urlsplit("https://example.com" + URLS.href(address))
    assert unquote(parts.path) == "/blog" + address
    assert (parts.query, parts.fragment) == ("", "")
