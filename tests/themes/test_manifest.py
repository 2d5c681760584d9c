"""A `theme.toml` is read strictly, and so is what a site says to its theme."""

from pathlib import Path
from typing import Any

import pytest

from blogsmith.themes.manifest import Manifest, Option, read_manifest
from tests.themes.tiny import Plain, faults, plain


def found_in(text: str) -> list[Plain]:
    return [plain(item) for item in read_manifest(text, "theme.toml").diagnostics]


def test_a_whole_manifest_is_read() -> None:
    text = """
name = "Paper"
extends = "default"
stylesheets = ["a.css", "b.css"]
scripts = ["a.js"]
boot_scripts = []
dyes = ["red"]
[options.columns]
type = "integer"
default = 20
description = "Columns."
choices = [10, 20]
[extra.letters]
red = "ㄱ"
"""
    option = Option(type="integer", default=20, description="Columns.", choices=(10, 20))
    assert read_manifest(text, "theme.toml").value == Manifest(
        name="Paper",
        extends="default",
        stylesheets=("a.css", "b.css"),
        scripts=("a.js",),
        boot_scripts=(),
        dyes=("red",),
        options={"columns": option},
        extra={"letters": {"red": "ㄱ"}},
    )


def test_what_is_not_said_is_left_to_the_parent() -> None:
    assert read_manifest("", "theme.toml").value.stylesheets is None


@pytest.mark.parametrize(
    ("text", "rule", "line", "facts"),
    [
        ("a = 1\nb = = 2", "theme/toml", 2, {"message": "Invalid value"}),
        ('a = "', "theme/toml", 1, {"message": "Unterminated string"}),
        ('name = "a"\nscript = []', "theme/unknown-key", 2, {"value": "script", "suggestion": "scripts"}),
        ("zzz = 1", "theme/unknown-key", 1, {"value": "zzz"}),
        ("name = 1", "theme/type@text", 1, {"value": "name"}),
        ('scripts = "a.js"', "theme/type@texts", 1, {"value": "scripts"}),
        ("dyes = [1]", "theme/type@texts", 1, {"value": "dyes"}),
        ("extra = 1", "theme/type@table", 1, {"value": "extra"}),
        ("options.a = 1", "theme/type@table", 1, {"value": "options.a"}),
        ('[options.a]\ntype = "text"', "theme/missing-key", 1, {"value": "default", "key": "options.a"}),
        (
            '\n[options.a]\ntype = "int"\ndefault = 1',
            "theme/option-type",
            2,
            {"value": "int", "key": "a", "suggestion": "integer"},
        ),
        ('[options.a]\ntype = "integer"\ndefault = "1"', "theme/option-default", 1, {"value": "1", "key": "a"}),
        ('[options.a]\ntype = "integer"\ndefault = true', "theme/option-default", 1, {"value": "True", "key": "a"}),
        (
            '[options.a]\ntype = "integer"\ndefault = 1\nchoices = [2]',
            "theme/option-default@choices",
            1,
            {"value": "1", "key": "a"},
        ),
        (
            '[options.a]\ntype = "text"\ndefault = "x"\ndefaults = "y"',
            "theme/unknown-key",
            4,
            {"value": "defaults", "suggestion": "default"},
        ),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, rule: str, line: int, facts: dict[str, Any]) -> None:
    assert found_in(text) == [(rule, "theme.toml", line, facts)]


OPTIONS = """
-- theme.toml --
[options.columns]
type = "integer"
default = 20
choices = [10, 20]
[options.paper]
type = "text"
default = "white"
"""


@pytest.mark.parametrize(
    ("options", "rule", "facts"),
    [
        ({"colums": 10}, "theme/option", {"value": "colums", "suggestion": "columns"}),
        ({"columns": "10"}, "theme/option@integer", {"value": "columns"}),
        ({"columns": True}, "theme/option@integer", {"value": "columns"}),
        ({"paper": 1}, "theme/option@text", {"value": "paper"}),
        ({"columns": 15}, "theme/option@choices", {"value": "15", "key": "columns", "choices": "10, 20"}),
    ],
)
def test_what_a_site_says_to_its_theme_is_checked(
    tmp_path: Path, options: dict[str, Any], rule: str, facts: dict[str, Any]
) -> None:
    [(told, path, _, told_facts)] = faults(tmp_path, OPTIONS, options=options)
    told_facts.pop("suggestion", None) if rule.endswith("choices") else None
    assert (told, path, told_facts) == (rule, "config.toml", facts)
