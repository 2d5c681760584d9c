"""Front matter that is not understood whole: one finding at its place, and nothing is published."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.refusal import assert_refused, findings
from tests.site import build, check, tree

Published = Callable[[str], Path]

ROBOT = "content/posts/robot.md"

HEAD = """\
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
"""


def spoilt(published: Published, text: str) -> Path:
    """The published site with this text as a further post."""
    return published(f"-- {ROBOT} --\n{text}")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (f"---\n{HEAD}\nI built it.\n", "front-matter/unclosed {}:1:1"),
        (f"---\n{HEAD}--\nI built it.\n", "front-matter/unclosed {}:1:1"),
        (f"---\n{HEAD}----\nI built it.\n", "front-matter/unclosed {}:1:1"),
        (f"----\n{HEAD}----\nI built it.\n", "front-matter/fence {}:1:1"),
        ("***\n\nI built it.\n", "front-matter/fence {}:1:1"),
        ("---\n\nI built it, after a rule.\n\n---\n\nMore.\n", "front-matter/not-a-mapping {}:3:1"),
        (f"+++\n{HEAD}+++\nI built it.\n", "front-matter/fence {}:1:1"),
        (f"\n---\n{HEAD}---\nI built it.\n", "front-matter/fence {}:2:1"),
        (f"—\n{HEAD}---\n", "front-matter/missing {}:1:1"),
        ("I built it.\n", "front-matter/missing {}:1:1"),
        ("", "front-matter/missing {}:1:1"),
        ("---\n- id: robot\n- title: A robot\n---\n", "front-matter/not-a-mapping {}:2:1"),
        ("---\njust words\n---\n", "front-matter/not-a-mapping {}:2:1"),
    ],
    ids=[
        "unclosed",
        "two-dashes-below",
        "four-dashes-below",
        "four-dashes-above",
        "rule-of-stars",
        "leading-rule",
        "toml",
        "empty-line-above",
        "em-dash-above",
        "none",
        "empty-file",
        "list",
        "words",
    ],
)
def test_what_does_not_begin_and_end_as_front_matter_is_refused(published: Published, text: str, finding: str) -> None:
    assert_refused(spoilt(published, text), finding.format(ROBOT))


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("2026-03-12", "2026-13-45", "front-matter/date {}:4:7"),
        ("2026-03-12", "2026-02-29 09:00", "front-matter/date {}:4:7"),
        ("2026-03-12", "2026-03-12 25:00", "front-matter/date {}:4:7"),
        ("2026-03-12", "next tuesday", "front-matter/date {}:4:7"),
        ("2026-03-12", "12.03.2026", "front-matter/date {}:4:7"),
        ("2026-03-12", "20260312", "front-matter/type {}:4:7"),
        ("2026-03-12", "", "front-matter/type {}:4:6"),
        ("A robot", "Robots: a start", "front-matter/yaml {}:3:14"),
        ("A robot", "[A, robot]", "front-matter/type {}:3:8"),
        ("A robot", "2026", "front-matter/type {}:3:8"),
        ("A robot", '"A robot', "front-matter/yaml {}:3:8"),
        ("[jane]", "@jane", "front-matter/yaml {}:5:10"),
        ("[jane]", "[@jane]", "front-matter/yaml {}:5:11"),
        ("[jane]", "jane", "front-matter/type {}:5:10"),
        ("[jane]", "[jane", "front-matter/yaml {}:5:10"),
        ("[jane]", "[]", "author/missing {}:5:10"),
        ("[jane]", "[[jane]]", "front-matter/type {}:5:11"),
        ("category: tech", "category: no", "post/unknown-category {}:6:11"),
        ("category: tech", "category: [tech]", "front-matter/type {}:6:11"),
        ("category: tech", "category:tech", "front-matter/yaml {}:6:9"),
        ("category: tech", "Category: tech", "front-matter/unknown-key {}:6:1"),
        ("id: robot", "id: Robot", "post/id {}:2:5"),
        ("id: robot", "id: 123", "front-matter/type {}:2:5"),
        ("id: robot", f"id: {'r' * 65}", "post/id {}:2:5"),
    ],
)
def test_a_value_that_cannot_be_is_refused_where_it_stands(
    published: Published, old: str, new: str, finding: str
) -> None:
    assert old in HEAD
    assert_refused(spoilt(published, f"---\n{HEAD.replace(old, new)}---\nI built it.\n"), finding.format(ROBOT))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A robot", "no"),
        ("A robot", "12:30"),
        ("A robot", "0x1f"),
        ("id: robot", "id: 0123"),
        ("2026-03-12", "2026-03-12 09:00"),
        ("2026-03-12", '"2026-03-12T09:00:00+09:00"'),
    ],
)
def test_a_value_that_older_yaml_takes_for_something_else_is_the_text_it_looks_like(
    published: Published, old: str, new: str
) -> None:
    folder = spoilt(published, f"---\n{HEAD.replace(old, new)}---\nI built it.\n")
    assert findings(check(folder, "--format", "json")) == ()


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("dtae: 2026-03-13", "front-matter/unknown-key {}:7:1"),
        ("Draft: true", "front-matter/unknown-key {}:7:1"),
        ("draft: yes", "front-matter/type {}:7:8"),
        ('draft: "true"', "front-matter/type {}:7:8"),
        ("title: Again", "front-matter/duplicate-key {}:7:1"),
        ("draft: false\ndraft: true", "front-matter/duplicate-key {}:8:1"),
        ("1: one", "front-matter/key {}:7:1"),
        ("yes", "front-matter/yaml {}:7:1"),
        ("\ttags: [a]", "front-matter/yaml {}:7:1"),
        ("tags: &all [a]", "front-matter/forbidden {}:7:7"),
        ("tags: *all", "front-matter/forbidden {}:7:7"),
        ("extra: {<<: {a: 1}}", "front-matter/forbidden {}:7:9"),
        ("tags: !!set {a}", "front-matter/forbidden {}:7:7"),
        ("tags: !!python/object/apply:os.system [ls]", "front-matter/forbidden {}:7:7"),
        (f"extra: {'[' * 9}{']' * 9}", "front-matter/forbidden {}:7:15"),
        ("cover: photo.jpg", "front-matter/type {}:7:8"),
        ("cover: {src: a.png, atl: A robot}", "front-matter/unknown-key {}:7:21"),
        ("cover: {alt: A robot}", "front-matter/missing-key {}:7:8"),
        ("updated: 2026-02-30", "front-matter/date {}:7:10"),
        ("corrections: [{date: 2026-02-30, text: It was two.}]", "front-matter/date {}:7:22"),
        ("credits: {editr: [jane]}", "front-matter/choice {}:7:11"),
        ("voice: personnal", "front-matter/choice {}:7:8"),
        ("comments: {lokced: true}", "front-matter/unknown-key {}:7:12"),
        ("comments: maybe", "front-matter/type {}:7:11"),
        ("cover_seed: 1.5", "front-matter/type {}:7:13"),
        ("lang: fr", "post/language {}:7:7"),
        ("expires: 2026-03-11", "post/expires {}:7:10"),
        ("canonical: example.org/a", "post/canonical {}:7:12"),
        ("series: wells", "post/unknown-series {}:7:9"),
        ("related: [well, wel]", "post/unknown-related {}:7:17"),
        ("related: [robot]", "post/unknown-related {}:7:11"),
        ("translation_of: wel", "post/unknown-translation {}:7:17"),
        ("responder: jnae", "author/unknown {}:7:12"),
        ("reviewed_by: [jane, jnae]", "author/unknown {}:7:21"),
    ],
)
def test_a_further_line_that_is_wrong_is_refused_where_it_stands(published: Published, line: str, finding: str) -> None:
    assert_refused(spoilt(published, f"---\n{HEAD}{line}\n---\nI built it.\n"), finding.format(ROBOT))


@pytest.mark.parametrize("key", ["title", "date", "category"])
def test_a_missing_key_is_told_at_the_head(published: Published, key: str) -> None:
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(key))
    assert_refused(spoilt(published, f"---\n{head}---\n"), f"front-matter/missing-key {ROBOT}:1:1")


@pytest.mark.parametrize(("key", "rule"), [("id", "post/missing-id"), ("authors", "author/missing")])
def test_a_missing_key_with_a_rule_of_its_own_is_told_at_the_head(published: Published, key: str, rule: str) -> None:
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(key))
    assert_refused(spoilt(published, f"---\n{head}---\n"), f"{rule} {ROBOT}:1:1")


def test_every_fault_of_a_front_matter_is_told_at_once(published: Published) -> None:
    head = "id: robot\ntitel: A robot\ndate: 2026-13-45\nauthors: jane\ncategory: [tech]\n"
    assert_refused(
        spoilt(published, f"---\n{head}---\n"),
        f"front-matter/unknown-key {ROBOT}:3:1",
        f"front-matter/date {ROBOT}:4:7",
        f"front-matter/type {ROBOT}:5:10",
        f"front-matter/type {ROBOT}:6:11",
    )


def test_a_time_that_the_clocks_leave_out_is_refused(published: Published) -> None:
    folder = published(
        f"""
-- config.toml --
[site]
base_url = "https://blog.example.com/"
time_zone = "Europe/Berlin"
-- {ROBOT} --
---
{HEAD.replace("2026-03-12", "2026-03-29 02:30")}---
I built it.
"""
    )
    assert_refused(folder, f"front-matter/date {ROBOT}:4:7")


BOMB = "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 10))


@pytest.mark.parametrize(
    "line",
    [f"a0: &a0 {{k: v}}\n{BOMB}", f"extra: {'[' * 8000}", f"extra: {'{a: ' * 4000}", "tags: [a, " * 1600],
    ids=["merge-keys", "brackets", "braces", "many-lists"],
)
def test_a_front_matter_made_to_be_slow_is_refused_at_once(published: Published, line: str) -> None:
    folder = spoilt(published, f"---\n{HEAD}{line}\n---\n")
    started = time.process_time()
    found = findings(check(folder, "--format", "json"))
    assert time.process_time() - started < 1
    assert [finding.split(":")[0] for finding in found] == [f"front-matter/forbidden {ROBOT}"]


def test_a_post_of_five_megabytes_is_refused(published: Published) -> None:
    assert_refused(spoilt(published, f"---\n{HEAD}---\n" + "I built it.\n" * 440_000), f"file/too-large {ROBOT}")


@pytest.mark.parametrize("lines", ["draft: true\ndraft: false", "draft: true\ndtaft: false"])
def test_a_draft_that_contradicts_itself_is_told_and_not_published(published: Published, lines: str) -> None:
    folder = spoilt(published, f"---\n{HEAD}{lines}\n---\nkanarienvogel\n")
    assert len(findings(check(folder, "--format", "json"))) == 1
    assert build(folder, "--out", str(folder / "out")).exit_code == 0
    assert not [path for path, content in tree(folder / "out").items() if b"kanarienvogel" in content]


def test_a_draft_in_another_place_is_no_draft_but_a_fault(published: Published) -> None:
    folder = spoilt(published, f"\n---\n{HEAD}draft: true\n---\nkanarienvogel\n")
    assert_refused(folder, f"front-matter/fence {ROBOT}:2:1")


def test_a_fault_on_a_plain_draft_stops_no_build(published: Published) -> None:
    folder = spoilt(published, f"---\n{HEAD}draft: true\nvoice: me\n---\nkanarienvogel\n")
    result = build(folder, "--out", str(folder / "out"), "--format", "json")
    assert (findings(result), result.exit_code) == ((f"front-matter/choice {ROBOT}:8:8",), 0)
    assert not [path for path, content in tree(folder / "out").items() if b"kanarienvogel" in content]
