"""A build that has nothing to do says so at once, and is never wrong about it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

POST = """
-- content/posts/well.md --
---
id: well
title: A well
date: 2026-03-01
authors: [jane]
category: tech
---
I dug it.
"""
SAID = "nothing has changed: "


def built(folder: Path, *arguments: str) -> str:
    """What a real process says, called in the site's own folder."""
    command = (sys.executable, "-m", "blogsmith", "build", *arguments)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=environment())
    return done.stderr


def environment() -> dict[str, str]:
    return {**os.environ, "BLOGSMITH_LANG": "en", "PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture
def folder(site: Callable[[str], Path]) -> Path:
    """A site that was built, and is known to be as it was."""
    made = site(POST)
    time.sleep(0.05)  # a file touched in the very moment of a build is not trusted
    assert SAID not in built(made)
    return made


def test_it_says_so_again_and_again(folder: Path) -> None:
    assert [SAID in built(folder) for _ in range(2)] == [True, True]


def test_an_edit_of_the_same_size_and_time_is_seen(folder: Path) -> None:
    post = folder / "content/posts/well.md"
    status = post.stat()
    post.write_text(post.read_text().replace("dug", "did"))
    os.utime(post, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert SAID not in built(folder)
    assert "I did it." in (folder / "public/well/index.html").read_text()


def test_a_source_from_a_later_time_is_not_trusted(folder: Path) -> None:
    later = time.time() + 3_600
    os.utime(folder / "content/posts/well.md", (later, later))
    assert [SAID in built(folder) for _ in range(3)] == [False] * 3


@pytest.mark.parametrize("path", ["public/well/index.html", "public/robots.txt"])
def test_a_published_file_that_went_is_made_again(folder: Path, path: str) -> None:
    (folder / path).unlink()
    assert SAID not in built(folder)
    assert (folder / path).is_file()


def test_a_new_file_a_new_theme_and_a_new_config_are_seen(folder: Path) -> None:
    for path, text in (
        ("content/posts/new.md", POST.partition("---")[2].replace("well", "new")),
        ("themes/local/hooks/post_footer.html", "<p>Write to us.</p>"),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"---{text}" if path.endswith(".md") else text)
        assert SAID not in built(folder), path
    (folder / "config.toml").write_text((folder / "config.toml").read_text() + "\n")
    assert SAID not in built(folder)


def test_a_damaged_record_is_none(folder: Path) -> None:
    record = folder / ".blogsmith/standing"
    record.write_bytes(record.read_bytes().replace(b"nothing", b"nothink"))
    assert SAID not in built(folder)


def test_another_way_of_building_is_not_answered_from_the_record(folder: Path) -> None:
    assert SAID not in built(folder, "--verify")
    assert SAID not in built(folder, "--no-memory")
