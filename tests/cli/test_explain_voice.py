"""`blogsmith explain --voice PATH`: every sentence, how it was counted, and what came of it."""

import json
from pathlib import Path

import pytest

from tests.site import run, write_site

POST = """
-- content/posts/robot.md --
---
id: robot
title: Robot
date: 2026-03-12
authors: [jane]
category: tech
---
I built the leg. It bent.

> I never said so.

“We carried it home together last night,” said Minho Kim. Norae today announced a robot.
"""

PLAIN = """
-- content/posts/broken.md --
---
title: [
---
I built it.
"""


def test_every_sentence_is_shown_with_its_place_and_reason(tmp_path: Path) -> None:
    result = run("-C", write_site(tmp_path, POST), "explain", "--voice", "content/posts/robot.md")
    assert result.exit_code == 0
    assert "8:1  counts   I built the leg.\n           = `I` as the one who does it" in result.stdout
    assert "8:18     -     It bent.\n           = nobody says that they did it" in result.stdout
    assert "10:3     -     I never said so.\n           = a quotation or a block quote" in result.stdout
    assert "= said by Minho Kim" in result.stdout
    assert "against  Norae today announced a robot." in result.stdout
    assert result.stdout.splitlines()[-1].startswith(
        "nobody speaks here; sentences that count: 1, that speak against it: 1"
    )


def test_the_words_are_korean_where_asked(tmp_path: Path) -> None:
    result = run("-C", write_site(tmp_path, POST), "explain", "--voice", "content/posts/robot.md", "--lang", "ko")
    assert "`I`가 그 일을 한 사람입니다" in result.stdout


def test_json_holds_every_sentence_and_nothing_else_is_printed(tmp_path: Path) -> None:
    root = write_site(tmp_path, POST)
    result = run("-C", root, "explain", "--voice", "content/posts/robot.md", "--format", "json")
    (post,) = json.loads(result.stdout)
    assert (post["verdict"], post["evidence"], post["against"], post["needed"]) == ("impersonal", 1, 1, 2)
    first = post["sentences"][0]
    assert (first["line"], first["column"], first["mark"], first["because"]) == (8, 1, "strong", "i")


@pytest.mark.parametrize("path", ["content/posts/none.md", "content/posts/broken.md", "config.toml"])
def test_what_is_no_readable_post_is_a_usage_error_that_names_it(tmp_path: Path, path: str) -> None:
    result = run("-C", write_site(tmp_path, POST + PLAIN), "explain", "--voice", path)
    assert result.exit_code == 2
    assert path in result.stderr


def test_without_a_path_it_says_what_to_type(tmp_path: Path) -> None:
    result = run("-C", write_site(tmp_path, POST), "explain", "--voice")
    assert result.exit_code == 2
    assert "blogsmith explain --voice content/posts/robot.md" in result.stderr


@pytest.mark.parametrize("path", ["content/posts", "content/posts/robt.md"])
def test_a_folder_or_a_misspelt_path_leads_to_the_post_that_is_meant(tmp_path: Path, path: str) -> None:
    result = run("-C", write_site(tmp_path, POST), "explain", "--voice", path)
    assert f"there is no such post: {path}. Did you mean `blogsmith explain --voice content/posts/robot.md`?" in (
        result.stderr
    )
