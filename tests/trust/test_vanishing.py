"""A file that goes away between the look at its folder and the moment it is opened is one that was never there."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.site import build, tree

Site = Callable[[str], Path]

HEAD = "date: 2026-03-12\nauthors: [{author}]\ncategory: tech\n---\n"
BLOG = f"""
-- content/posts/robot/index.md --
---
id: robot
title: A robot
{HEAD.format(author="jane")}I built it. ![A robot](robot.png)
-- content/posts/well.md --
---
id: well
title: A well
{HEAD.format(author="mina")}I dug it.
-- content/pages/about.md --
---
title: About
---
We write here.
-- authors/mina.md --
---
name: Mina
kind: in-house
---
I dig wells.
"""


def built_while_it_goes(folder: Path, path: str) -> int:
    """The exit code of a build, in a process of its own, during which a file is deleted as it is about to be opened.

    99 for a traceback or where nothing asked for the file.
    """
    child = os.fork()
    if child == 0:
        code = 99
        try:
            sys.addaudithook(lambda event, arguments: _delete(folder / path, event, arguments))
            result = build(folder, "--jobs", "1")
            if "Traceback" not in result.output and not (folder / path).exists():
                code = result.exit_code
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _delete(file: Path, event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and str(arguments[0]) == str(file):
        file.unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("path", "stops"),
    [
        ("content/posts/well.md", False),
        ("content/pages/about.md", False),
        ("authors/mina.md", True),
        ("content/posts/robot/robot.png", True),
    ],
)
def test_a_file_that_goes_away_as_it_is_opened_is_one_that_was_never_there(site: Site, path: str, stops: bool) -> None:
    folder = site(BLOG)
    Image.new("RGB", (8, 8)).save(folder / "content/posts/robot/robot.png")
    assert build(folder).exit_code == 0
    before = tree(folder / "public")
    for file in [*folder.rglob("*.md"), *folder.rglob("*.png")]:
        os.utime(file, (1, 1))
    code = built_while_it_goes(folder, path)
    after = tree(folder / "public")
    assert (code != 0, after == before) == (stops, stops)
    assert code in (0, 1, 3)
    assert build(folder).exit_code == int(stops)
    assert tree(folder / "public") == after
