"""Where the keys of a TOML text stand."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from blogsmith.sources.toml_places import toml_places


def place(text: str, *path: str | int) -> tuple[int, int, int]:
    """Line, column and length of a key."""
    found = toml_places(text)[path]
    return found.line, found.column, found.length


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ('title = "A"\n', ("title",), (1, 1, 5)),
        ('[site]\ntitle = "A"\n', ("site",), (1, 2, 4)),
        ('[site]\n  title="A"\n', ("site", "title"), (2, 3, 5)),
        ("[categories.tech]\n", ("categories", "tech"), (1, 2, 15)),
        ("[categories.tech]\n", ("categories",), (1, 2, 15)),
        ('[categories."side-story"]\nlabel = 1\n', ("categories", "side-story", "label"), (2, 1, 5)),
        ("[ a . b ]\n", ("a", "b"), (1, 3, 5)),
        ('site.title = "A"\n', ("site", "title"), (1, 1, 10)),
        ('site.title = "A"\n', ("site",), (1, 1, 10)),
        ('"site" = 1\n', ("site",), (1, 1, 6)),
        ('title = { ko = "가", en = "A" }\n', ("title", "ko"), (1, 11, 2)),
        ('title = { ko = "가", en = "A" }\n', ("title", "en"), (1, 21, 2)),
        ('[[navigation]]\nlabel = "A"\n', ("navigation", 0, "label"), (2, 1, 5)),
        ("[[navigation]]\n[[navigation]]\nlabel = 1\n", ("navigation", 1, "label"), (3, 1, 5)),
        ("[[navigation]]\n[[navigation]]\n", ("navigation", 1), (2, 3, 10)),
        ("[[navigation]]\n[[navigation]]\n", ("navigation",), (1, 3, 10)),
        ("[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 1\n", ("a",), (1, 3, 1)),
        ("# title = 1\ntitle = 2\n", ("title",), (2, 1, 5)),
        ("a = 1\r\nb = 2\r\n", ("b",), (2, 1, 1)),
    ],
)
def test_a_key_stands_where_it_is_written(
    text: str, path: tuple[str | int, ...], expected: tuple[int, int, int]
) -> None:
    assert place(text, *path) == expected


def test_an_empty_text_has_no_keys() -> None:
    assert toml_places("") == {}


EVERYTHING = """\
top = 1
[site]
title = { en = "A", ko = "가" }
languages = ["en", "ko"]
[categories.tech]
label = "Tech"
[categories.side-story.label]
en = "Side story"
[[navigation]]
label = "About"
url = "/about/"
[[navigation]]
label = "Else"
url = { en = "/else/" }
"""


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every key and table of a list in what tomllib reads."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield (*path, key)
            yield from paths(item, (*path, key))
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        for index, item in enumerate(value):
            yield (*path, index)
            yield from paths(item, (*path, index))


def test_every_key_that_the_parser_reads_has_a_place() -> None:
    assert sorted(map(str, paths(tomllib.loads(EVERYTHING)))) == sorted(map(str, toml_places(EVERYTHING)))
