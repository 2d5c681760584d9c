"""What a file's name says, and which names may stand in a URL."""

import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogsmith.sources.names import is_safe_address, is_safe_slug, read_name, slug_of

LANGUAGES = ("ko", "en", "pt-br")


@pytest.mark.parametrize(
    ("path", "stem", "language", "group"),
    [
        ("posts/well.md", "well", "", "posts/well"),
        ("posts/well.en.md", "well", "en", "posts/well"),
        ("posts/well.pt-br.md", "well", "pt-br", "posts/well"),
        ("posts/well.de.md", "well.de", "", "posts/well.de"),
        ("posts/2026/well/index.md", "well", "", "posts/2026/well/index"),
        ("posts/2026/well/index.en.md", "well", "en", "posts/2026/well/index"),
        ("posts/2026-04-01-well.md", "well", "", "posts/2026-04-01-well"),
        ("posts/2026-04-01-well/index.md", "well", "", "posts/2026-04-01-well/index"),
        ("posts/2026-04-01.md", "2026-04-01", "", "posts/2026-04-01"),
        ("posts/v1.2.md", "v1.2", "", "posts/v1.2"),
        ("posts/.md", "", "", "posts"),
        ("posts/en.md", "en", "", "posts/en"),
        ("posts/우물.ko.md", "우물", "ko", "posts/우물"),
    ],
)
def test_a_path_says_stem_language_and_group(path: str, stem: str, language: str, group: str) -> None:
    name = read_name(path, LANGUAGES)
    assert (name.stem, name.language, name.group) == (stem, language, group)


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("First Well", "first-well"),
        ("첫 우물", "첫-우물"),
        (unicodedata.normalize("NFD", "우물"), "우물"),
        ("v1.2", "v1-2"),
        ("C++ & C#", "c-c"),
        ("!!!", ""),
        ("-a-", "a"),
        ("Straße", "straße"),
    ],
)
def test_a_slug_is_made_from_the_stem(stem: str, slug: str) -> None:
    assert slug_of(stem) == slug


@pytest.mark.parametrize("slug", ["well", "첫-우물", "a.b", "C++", "well_2", "é", "con-tent", "console", "~jane"])
def test_a_plain_name_is_a_safe_slug(slug: str) -> None:
    assert is_safe_slug(slug)


@pytest.mark.parametrize(
    "slug",
    ["", ".", "..", "a/b", "/a", "a\\b", "a b", "a?b", "a#b", "a%2fb", "a:b", "a*", 'a"b', "a<b", "a|b", ".a", "a.",
     "con", "CON", "aux.html", "lpt1", "nul.", "a\nb", "a\0b", "a\x1fb", "\u202ea", "a\u2066", "a\u3000b", "가" * 67],
)  # fmt: skip
def test_a_name_that_no_disk_or_url_takes_is_no_safe_slug(slug: str) -> None:
    assert not is_safe_slug(slug)


@pytest.mark.parametrize("address", ["/old/", "/old", "/a/b/c/", "/old.html", "/옛-우물/", "/2019/12/31/a/"])
def test_a_path_of_this_site_is_a_safe_address(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address", ["", "/", "//", "//evil/", "old", "/../x", "/a/../b", "/a//b", "/./a", "https://a/"]
)
def test_what_is_no_path_of_this_site_is_no_safe_address(address: str) -> None:
    assert not is_safe_address(address)


@given(st.text())
def test_a_slug_made_from_any_stem_is_safe_or_empty_or_told(stem: str) -> None:
    slug = slug_of(stem)
    assert slug_of(slug) == slug
    assert unicodedata.is_normalized("NFC", slug)
    assert "/" not in slug


@given(st.text())
def test_a_safe_address_stays_inside_of_the_output(address: str) -> None:
    if is_safe_address(address):
        parts = PurePosixPath("/public" + address).parts
        assert ".." not in parts
        assert parts[:2] == ("/", "public")
