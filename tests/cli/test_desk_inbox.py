"""`blogsmith desk inbox`: who has which comment to answer, and until when; exit code 1 where a promise is broken."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.site import Result, run, write_site

SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
time_zone = "Asia/Seoul"
[comments]
reply_days = 2
since = 2026-03-01
holidays = "KR"
-- authors/minji.md --
---
name: {{ en: Minji Kim, ko: 김민지 }}
kind: in-house
status: {status}
covered_by: sora
answers_as: [minji-kim]
---
I build robots.
-- authors/sora.md --
---
name: Sora Lee
kind: in-house
---
I answer for Minji.
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [minji]
category: tech
responder: minji
---
I built it.
-- content/comments/robot.json --
{snapshot}
"""


def said(id: str, author: str, day: int, parent: str = "") -> dict[str, str]:  # noqa: A002  # as the field is named
    """A comment of a day in March, at noon in Seoul."""
    date = f"2026-03-{day:02}T03:00:00+00:00"
    rest = {"text": f"<p>{id} &amp; <em>more</em></p>", "url": f"https://c.example/{id}", "source": "giscus"}
    return {"id": id, "parent": parent, "author": author, "date": date, **rest}


QUESTION = said("giscus:1", "reader", 13)


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a site with these comments."""

    def site(*comments: dict[str, str], status: str = "active", settled: tuple[str, ...] = ()) -> Path:
        snapshot = json.dumps({"version": 1, "comments": comments, "settled": settled})
        return write_site(tmp_path, SITE.format(status=status, snapshot=snapshot))

    return site


def inbox(root: Path, *arguments: str, now: str = "2026-03-17T18:00") -> Result:
    return run("-C", root, "--now", now, "desk", "inbox", *arguments)


def waiting(root: Path, **others: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(inbox(root, "--format", "json", **others).stdout)["waiting"]
    return found


def test_a_comment_waits_for_its_responder_until_the_promise_is_broken(site: Callable[..., Path]) -> None:
    root = site(QUESTION)
    assert inbox(root).stdout == (
        "Comments that wait for an answer\n"
        "\n"
        "Minji Kim:\n"
        "  giscus:1  reader on “A robot”, 2026-03-13; answer by 2026-03-17\n"
        "    giscus:1 & more\n"
        "    https://c.example/giscus:1\n"
        "\n"
        "Answered: 0. Waiting: 1, overdue: 0.\n"
    )
    assert [inbox(root, now=day).exit_code for day in ("2026-03-17T23:59", "2026-03-18")] == [0, 1]


@pytest.mark.parametrize("form", ["text", "json", "ics", "html"])
def test_every_form_tells_ci_of_a_broken_promise(site: Callable[..., Path], form: str) -> None:
    result = inbox(site(QUESTION), "--format", form, now="2026-03-18")
    assert (result.exit_code, result.stderr, "giscus:1" in result.stdout) == (1, "", True)


@pytest.mark.parametrize("name", ["Minji Kim", "김민지", "minji-kim"])
def test_an_answer_under_any_of_the_responders_names_clears_it(site: Callable[..., Path], name: str) -> None:
    root = site(QUESTION, said("giscus:2", name, 16, "giscus:1"))
    result = inbox(root, now="2026-03-18")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "Every comment has its answer.")
    assert "Answered: 1, of these in time: 1" in result.stdout


def test_while_the_responder_is_away_somebody_covers_and_their_answer_counts(site: Callable[..., Path]) -> None:
    away = site(QUESTION, status="paused")
    assert [(item["responder"], item["absent"]) for item in waiting(away)] == [("Sora Lee", "Minji Kim")]
    assert "Sora Lee, for Minji Kim:" in inbox(away).stdout
    answered = site(QUESTION, said("giscus:2", "Sora Lee", 16, "giscus:1"), status="paused")
    assert waiting(answered) == []


def test_a_word_of_thanks_is_settled_and_waits_no_more(site: Callable[..., Path]) -> None:
    root = site(QUESTION, said("giscus:2", "Minji Kim", 16, "giscus:1"), said("giscus:3", "reader", 17, "giscus:2"))
    assert [item["id"] for item in waiting(root)] == ["giscus:3"]
    settled = run("-C", root, "comments", "settle", "giscus:3")
    assert (settled.exit_code, waiting(root)) == (0, [])
    assert json.loads((root / "content/comments/robot.json").read_text())["settled"] == ["giscus:3"]


def test_comments_from_before_the_promise_wait_for_nobody(site: Callable[..., Path]) -> None:
    old = {**QUESTION, "date": "2026-02-27T03:00:00+00:00"}
    assert waiting(site(old)) == []


def test_a_calendar_reminds_on_the_last_day(site: Callable[..., Path]) -> None:
    lines = inbox(site(QUESTION), "--format", "ics").stdout.splitlines()
    assert {"DTSTART;VALUE=DATE:20260317", "UID:giscus:1@blog.example.com", "DTSTAMP:20260317T090000Z"} <= set(lines)


def test_what_cannot_be_understood_is_never_an_empty_inbox(site: Callable[..., Path]) -> None:
    root = site(QUESTION)
    (root / "content/comments/robot.json").write_text("{")
    result = inbox(root)
    assert (result.exit_code, result.stdout, "comments/snapshot" in result.stderr) == (2, "", True)
