"""Names of another site become names that are allowed here."""

import re

import pytest

from blogsmith.importers.identifiers import ascii_id, own_address, slug_for, unique_id, unique_slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Jane O'Neil", "jane-oneil"), ("José Núñez", "jose-nunez"), ("홍길동", "honggildong"), ("18F Team", "18f-team")],
)
def test_an_id_is_made_of_small_latin_letters(name: str, expected: str) -> None:
    assert ascii_id(name) == expected


def test_a_name_without_latin_letters_gets_an_id_that_stays() -> None:
    assert ascii_id("张伟") == ascii_id("张伟") != ascii_id("王芳")
    assert re.fullmatch(r"n-[a-z2-7]{6}", ascii_id("张伟"))


def test_a_long_id_is_cut_and_stays_its_own() -> None:
    first, second = ascii_id("word " * 30 + "a"), ascii_id("word " * 30 + "b")
    assert (len(first) <= 64, first == second) == (True, False)


def test_namesakes_differ_by_where_they_come_from() -> None:
    assert unique_id("One", "a.md", ()) == "one"
    assert unique_id("One", "b.md", {"one"}) not in {"one", unique_id("One", "c.md", {"one"})}


@pytest.mark.parametrize(
    ("given", "otherwise", "expected"),
    [
        ("v1.2_final", "", "v1.2_final"),
        ("/old/Path Name/", "", "path-name"),
        ("", "우물 깊이", "우물-깊이"),
        ("%ec%9a%b0%eb%ac%bc", "", "우물"),
        ("what?", "", "what"),
    ],
)
def test_a_slug_stays_what_it_was_where_that_is_possible(given: str, otherwise: str, expected: str) -> None:
    assert slug_for(given, otherwise) == expected


def test_a_slug_is_free_and_none_of_our_own_addresses() -> None:
    assert unique_slug("one", {"one", "one-2"}) == "one-3"
    assert unique_slug("tag", set()) == "tag-2"


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        ("/old/address", "/old/address/"),
        (" old ", "/posts/old/"),
        ("https://old.example.com/a.html?x#y", "/a.html"),
        ("/a//b/", "/a/b/"),
        ("/a b/", ""),
        ("/../etc/", ""),
        ("mailto:x", ""),
        ("/", ""),
    ],
)
def test_a_former_address_is_a_path_of_the_site_or_none(alias: str, expected: str) -> None:
    assert own_address(alias, "/posts/") == expected
