"""The formats by name."""

import pytest

from blogsmith.reports import as_json, github, junit, sarif, text
from blogsmith.reports.format import FORMATS, render_as
from blogsmith.reports.words import Words
from tests.reports.cases import UNKNOWN


def line_of(_path: str, _number: int) -> str | None:
    """Every line of every file."""
    return "authors: [jnae]"


def test_every_format_is_the_one_it_is_called(words: Words) -> None:
    assert {name: render_as(name, [UNKNOWN], words, excerpt=line_of) for name in FORMATS} == {
        "text": text.render([UNKNOWN], words, excerpt=line_of, colour=False),
        "json": as_json.render([UNKNOWN], words),
        "github": github.render([UNKNOWN], words),
        "sarif": sarif.render([UNKNOWN], words),
        "junit": junit.render([UNKNOWN], words),
    }


def test_an_unknown_format_is_a_bug(words: Words) -> None:
    with pytest.raises(KeyError):
        render_as("yaml", [UNKNOWN], words, excerpt=line_of)
