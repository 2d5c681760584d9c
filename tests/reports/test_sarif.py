"""The report for code scanning, against the whole schema of SARIF 2.1.0 (see the notice beside it)."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from blogsmith.reports.sarif import render
from blogsmith.reports.words import Words
from blogsmith.version import VERSION
from tests.reports.cases import TWICE, UNKNOWN, WHOLE_FILE

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))


def written(words: Words) -> dict[str, Any]:
    """A log of three findings."""
    log: dict[str, Any] = json.loads(render([UNKNOWN, TWICE, WHOLE_FILE], words))
    return log


def test_a_log_follows_the_schema(words: Words) -> None:
    jsonschema.validate(written(words), SCHEMA, format_checker=jsonschema.FormatChecker())


def test_an_empty_log_follows_the_schema(words: Words) -> None:
    jsonschema.validate(json.loads(render([], words)), SCHEMA)


def test_the_schema_refuses_a_line_zero(words: Words) -> None:
    log = written(words)
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SCHEMA)


def test_the_schema_refuses_a_key_that_sarif_does_not_know(words: Words) -> None:
    log = written(words)
    log["runs"][0]["results"][0]["severity"] = "error"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SCHEMA)


def test_the_tool_lists_each_broken_rule_once_with_its_help(words: Words) -> None:
    assert written(words)["runs"][0]["tool"]["driver"] == {
        "name": "blogsmith",
        "version": VERSION,
        "rules": [
            {
                "id": "author/unknown",
                "shortDescription": {"text": "Readers meet every writer."},
                "help": {"text": "Readers meet every writer.\n\nblogsmith explain author/unknown"},
            },
            {
                "id": "file/other",
                "shortDescription": {"text": "file/other"},
                "help": {"text": "file/other\n\nblogsmith explain file/other"},
            },
        ],
    }


def test_a_result_names_its_rule_and_marks_its_characters(words: Words) -> None:
    run = written(words)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][2] == {
        "ruleId": "author/unknown",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": "`jnae` has no profile in authors/\ndid you mean `jane`?  A new writer: `blogsmith new author jnae`"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/posts/first-robot.md"},
                    "region": {"startLine": 4, "startColumn": 11, "endColumn": 15},
                }
            }
        ],
    }


def test_notes_are_related_locations_with_their_paths_as_uris(words: Words) -> None:
    assert written(words)["runs"][0]["results"][0]["relatedLocations"] == [
        {"id": 1, "message": {"text": "first written in 2 lines"}},
        {
            "id": 2,
            "message": {"text": "also here"},
            "physicalLocation": {
                "artifactLocation": {"uri": "authors/j%C3%A4n%20e.md"},
                "region": {"startLine": 3, "startColumn": 1, "endColumn": 2},
            },
        },
    ]


def test_a_finding_about_a_whole_file_has_no_region(words: Words) -> None:
    assert written(words)["runs"][0]["results"][1]["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "content/posts/first-robot.md"}}}
    ]
