"""A translation says so where its original went on without it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site import CONFIG, build

TWO = CONFIG.replace('title = "A blog"', 'title = "A blog"\nlanguages = ["en", "ko"]')
POST = """
-- content/posts/robot/{name} --
---
id: {id}
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
{more}---
I built it.
"""


def notices(folder: Path, page: str) -> list[str]:
    """The lines above a post that speak of a change."""
    html = (folder / "public" / page).read_text(encoding="utf-8")
    return [line for line in html.splitlines() if line.startswith('<p class="notice">')]


@pytest.mark.parametrize(
    ("original", "translation", "told"),
    [
        ("updated: 2026-05-01\n", "", ["2026년 5월 1일"]),
        ("updated: 2026-05-01\n", "updated: 2026-05-02\n", []),
        ("updated: 2026-03-12T20:00:00\n", "", []),
        ("", "updated: 2026-05-01\n", []),
    ],
)
def test_a_translation_that_did_not_follow_its_original_says_since_when(
    site: Callable[[str], Path], original: str, translation: str, told: list[str]
) -> None:
    folder = site(
        f"-- config.toml --\n{TWO}"
        + POST.format(name="index.md", id="robot", more=original)
        + POST.format(name="index.ko.md", id="robot-ko", more=translation)
    )
    assert build(folder).exit_code == 0
    found = notices(folder, "ko/robot/index.html")
    assert [date in line for line, date in zip(found, told, strict=True)] == [True] * len(told)
    assert notices(folder, "robot/index.html") == []
