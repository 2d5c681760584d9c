"""What machines read of a run: exactly the findings on stdout, and nothing else."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site import Result, build, check, run

Site = Callable[[str], Path]

TWINS = """
-- content/posts/a.md --
---
id: same
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
---
# I built it.
-- content/posts/b.md --
---
id: same
title: B robot
date: 2026-03-12
authors: [jnae]
category: tech
---
I built it, too.
"""

EXPECTED = [
    {
        "rule": "post/duplicate-id",
        "severity": "error",
        "path": "content/posts/a.md",
        "line": 2,
        "column": 5,
        "message": "the id `same` belongs to two posts",
        "help": "give the newer post another id, such as a few characters more at its end",
        "notes": [{"message": "also here", "path": "content/posts/b.md", "line": 2, "column": 5}],
    },
    {
        "rule": "markdown/h1",
        "severity": "warning",
        "path": "content/posts/a.md",
        "line": 8,
        "column": 3,
        "message": "a heading of the first level: `I built it.`",
        "help": "write `##`; the title in the front matter is the page's first heading",
        "notes": [],
    },
    {
        "rule": "post/duplicate-id",
        "severity": "error",
        "path": "content/posts/b.md",
        "line": 2,
        "column": 5,
        "message": "the id `same` belongs to two posts",
        "help": "give the newer post another id, such as a few characters more at its end",
        "notes": [{"message": "also here", "path": "content/posts/a.md", "line": 2, "column": 5}],
    },
    {
        "rule": "author/unknown",
        "severity": "error",
        "path": "content/posts/b.md",
        "line": 5,
        "column": 11,
        "message": "`jnae` has no profile in authors/",
        "help": "did you mean `jane`?  A new writer: `blogsmith new author jnae`",
        "notes": [],
    },
]


def told(result: Result) -> list[dict[str, object]]:
    """The findings in JSON."""
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def test_json_holds_every_finding_whole(site: Site) -> None:
    assert told(check(site(TWINS), "--format", "json")) == EXPECTED


def test_the_keys_stand_in_one_order(site: Site) -> None:
    result = check(site(TWINS), "--format", "json")
    assert {tuple(item) for item in told(result)} == {tuple(EXPECTED[0])}


def test_build_says_the_same_as_check(site: Site) -> None:
    folder = site(TWINS)
    assert build(folder, "--format", "json").stdout == check(folder, "--format", "json").stdout


def test_without_a_place_line_and_column_are_null(site: Site) -> None:
    folder = site("-- content/posts/robot.md --\n" + "x" * 300_000)
    (item,) = told(check(folder, "--format", "json"))
    assert (item["path"], item["line"], item["column"]) == ("content/posts/robot.md", None, None)


def test_a_path_is_from_the_root_with_forward_slashes_wherever_one_stands(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = site(TWINS)
    monkeypatch.chdir(folder / "content")
    here = told(run("check", "--format", "json"))
    assert here == told(check(folder, "--format", "json"))


@pytest.mark.parametrize(
    ("form", "empty"),
    [("json", "[]\n"), ("github", "")],
)
def test_where_nothing_is_found_stdout_says_so_to_machines(site: Site, form: str, empty: str) -> None:
    result = check(site("-- content/pages/a.md --\n---\ntitle: A\n---\n"), "--format", form)
    assert (result.stdout, result.exit_code) == (empty, 0)


def test_github_gets_a_workflow_command_a_finding(site: Site) -> None:
    lines = check(site(TWINS), "--format", "github").stdout.splitlines()
    assert lines[3] == (
        "::error file=content/posts/b.md,line=5,col=11,title=author/unknown::`jnae` has no profile in authors/"
        "%0Adid you mean `jane`?  A new writer: `blogsmith new author jnae`"
    )
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::error", "::error"]


def test_sarif_names_each_place(site: Site) -> None:
    log = json.loads(check(site(TWINS), "--format", "sarif").stdout)
    (only,) = log["runs"]
    places = [
        (
            item["ruleId"],
            item["level"],
            item["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            item["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for item in only["results"]
    ]
    assert log["version"] == "2.1.0"
    assert places == [(item["rule"], item["severity"], item["path"], item["line"]) for item in EXPECTED]


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_what_stops_everything_is_told_in_the_same_format(site: Site, form: str) -> None:
    result = check(site("-- config.toml --\n[stie]\n"), "--format", form)
    assert result.exit_code == 2
    assert "config/unknown-key" in json.dumps(json.loads(result.stdout))


def test_talk_stays_away_from_what_machines_read(site: Site) -> None:
    result = build(site("-- content/pages/a.md --\n---\ntitle: A\n---\n"), "--format", "json")
    assert (result.stdout, result.exit_code) == ("[]\n", 0)
    assert "files in public" in result.stderr


def test_a_title_cannot_break_out_of_its_line(site: Site) -> None:
    folder = site('-- content/posts/a.md --\n---\nid: "a\\n::error::b\\u202e"\ntitle: A\ndate: 2026-03-12\n---\n')
    said = check(folder, "--format", "github").stdout
    assert not [line for line in said.splitlines() if not line.startswith("::error file=")]
    assert "\u202e" not in check(folder).stderr + check(folder, "--format", "json").stdout + said
