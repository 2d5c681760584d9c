"""Pages in several languages say so of each other, and in the same words."""

from collections.abc import Mapping

import pytest

from tests.published import Published

LANGUAGES = ("ko", "en")


@pytest.fixture(scope="module")
def alternates(sample: Published) -> Mapping[str, Mapping[str, str]]:
    """URL by hreflang of each page that has translations, by the page's own URL."""
    links = "//link[@rel='alternate' and @hreflang]"
    return {
        sample.url_of(path): {link.get("hreflang", ""): link.get("href", "") for link in page.xpath(links)}
        for path, page in sample.read_pages.items()
        if page.xpath(links)
    }


def test_posts_profiles_and_lists_have_translations(sample: Published, alternates: Mapping[str, object]) -> None:
    paths = ("", "rope-stretch/", "author/yun-haeri/", "category/tech/", "series/well-meter/", "about/")
    assert [path for path in paths if sample.base_url + path not in alternates] == []


def test_a_page_names_itself_among_its_languages(alternates: Mapping[str, Mapping[str, str]]) -> None:
    assert [url for url, languages in alternates.items() if url not in languages.values()] == []


def test_translations_name_each_other(alternates: Mapping[str, Mapping[str, str]]) -> None:
    one_way = [
        f"{url} -> {other}"
        for url, languages in alternates.items()
        for other in languages.values()
        if alternates.get(other) != languages
    ]
    assert one_way == []


def test_the_default_is_the_page_in_the_default_language(alternates: Mapping[str, Mapping[str, str]]) -> None:
    assert [url for url, languages in alternates.items() if languages.get("x-default") != languages.get("ko")] == []


def test_a_page_is_in_the_language_it_is_named_for(
    sample: Published, alternates: Mapping[str, Mapping[str, str]]
) -> None:
    wrong = [
        f"{url}: {code}"
        for languages in alternates.values()
        for code, url in languages.items()
        if code != "x-default" and sample.pages[sample.file_of(url) or ""].get("lang") != code
    ]
    assert wrong == []


def test_every_page_is_in_a_language_of_the_blog(sample: Published) -> None:
    assert [path for path, page in sample.pages.items() if page.get("lang") not in LANGUAGES] == []


def test_every_page_names_one_address_of_its_own(sample: Published) -> None:
    wrong = [
        path
        for path, page in sample.read_pages.items()
        if path != "404.html" and page.xpath("//link[@rel='canonical']/@href") != [sample.url_of(path)]
    ]
    assert wrong == []


def test_no_two_pages_of_a_language_share_a_title(sample: Published) -> None:
    seen: dict[tuple[str | None, str], str] = {}
    twice = []
    for path, page in sample.read_pages.items():
        title = (page.get("lang"), page.xpath("string(//title)"))
        if title in seen:
            twice.append(f"{seen[title]} and {path}: {title[1]}")
        seen[title] = path
    assert twice == []


def test_every_page_has_one_heading_of_the_first_level(sample: Published) -> None:
    assert [path for path, page in sample.read_pages.items() if len(page.xpath("//h1")) != 1] == []
