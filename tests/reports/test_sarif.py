"""The report for code scanning, against the part of the SARIF 2.1.0 schema that it uses.

The schema below is cut down from OASIS's: the same names, required properties, types and ranges, and closed where
the original is closed.
"""

import json
from typing import Any

import jsonschema
import pytest

from blogsmith.reports.sarif import render
from blogsmith.reports.words import Words
from blogsmith.version import VERSION
from tests.reports.cases import TWICE, UNKNOWN, WHOLE_FILE


def closed(required: str, **properties: Any) -> dict[str, Any]:
    """An object with these properties and no other."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required.split(),
        "properties": properties,
    }


TEXT = {"type": "string"}
MESSAGE = closed("text", text=TEXT, markdown=TEXT, id=TEXT, arguments={"type": "array", "items": TEXT})
FROM_ONE = {"type": "integer", "minimum": 1}
REGION = closed("", startLine=FROM_ONE, startColumn=FROM_ONE, endLine=FROM_ONE, endColumn=FROM_ONE)
ARTIFACT = closed("", uri={"type": "string", "format": "uri-reference"}, uriBaseId=TEXT)
PHYSICAL = closed("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
LOCATION = closed("", id={"type": "integer", "minimum": -1}, physicalLocation=PHYSICAL, message=MESSAGE)
LOCATIONS = {"type": "array", "items": LOCATION}
RULE = closed("id", id=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE, helpUri=TEXT)
RESULT = closed(
    "message",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations=LOCATIONS,
    relatedLocations={**LOCATIONS, "uniqueItems": True},
)
DRIVER = closed("name", name=TEXT, version=TEXT, rules={"type": "array", "items": RULE, "uniqueItems": True})
RUN = closed(
    "tool",
    tool=closed("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = closed(
    "version runs",
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"enum": ["2.1.0"]},
    runs={"type": "array", "items": RUN},
)


def written(words: Words) -> dict[str, Any]:
    """A log of three findings."""
    log: dict[str, Any] = json.loads(render([UNKNOWN, TWICE, WHOLE_FILE], words))
    return log


def test_a_log_follows_the_schema(words: Words) -> None:
    jsonschema.validate(written(words), LOG, format_checker=jsonschema.FormatChecker())


def test_an_empty_log_follows_the_schema(words: Words) -> None:
    jsonschema.validate(json.loads(render([], words)), LOG)


def test_the_schema_refuses_a_line_zero(words: Words) -> None:
    log = written(words)
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, LOG)


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
