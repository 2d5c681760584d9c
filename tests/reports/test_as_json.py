"""The report for programs."""

import json
from dataclasses import replace

from blogsmith.reports.as_json import printable_json, render
from blogsmith.reports.words import Words
from tests.reports.cases import TWICE, UNKNOWN


def test_a_finding_is_an_object_with_exactly_these_keys(words: Words) -> None:
    assert json.loads(render([UNKNOWN, TWICE], words)) == [
        {
            "rule": "author/unknown",
            "severity": "note",
            "path": "authors/jane.md",
            "line": 10,
            "column": None,
            "message": "`x, 100%: y` has no profile in authors/",
            "help": "teams do not sign posts",
            "notes": [
                {"message": "first written in 2 lines", "path": None, "line": None, "column": None},
                {"message": "also here", "path": "authors/jän e.md", "line": 3, "column": 1},
            ],
        },
        {
            "rule": "author/unknown",
            "severity": "error",
            "path": "content/posts/first-robot.md",
            "line": 4,
            "column": 11,
            "message": "`jnae` has no profile in authors/",
            "help": "did you mean `jane`?  A new writer: `blogsmith new author jnae`",
            "notes": [],
        },
    ]


def test_no_finding_is_an_empty_array(words: Words) -> None:
    assert render([], words) == "[]\n"


def test_korean_stays_readable_and_a_terminal_command_does_not_stay_one() -> None:
    value = ["한글", "\x1b[31m\x7f\x9b\u202e\udce9"]
    text = printable_json(value)
    assert (text, json.loads(text)) == ('[\n  "한글",\n  "\\u001b[31m\\u007f\\u009b\\u202e\\udce9"\n]\n', value)


def test_a_path_that_is_no_unicode_can_be_written(words: Words) -> None:
    odd = replace(UNKNOWN, location=replace(UNKNOWN.location, path="caf\udce9.md"))
    assert render([odd], words).encode()
