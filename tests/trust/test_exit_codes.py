"""An exit code says what became of what was asked for: 0 is said only where all of it was done."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site import Result, build, run, tree
from tests.trust.figures import Figure

Site = Callable[[str], Path]

GOOD = """
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
---
I built it.
"""
BAD = GOOD.replace("I built it.", "[x](nowhere.md)")
WARNED = GOOD.replace("I built it.", "# I built it.")
DRAFT = BAD.replace("date:", "draft: true\ndate:")

ROWS: tuple[tuple[str, str, tuple[str, ...], int, bool], ...] = (
    ("all is well", GOOD, ("build",), 0, True),
    ("a warning", WARNED, ("build",), 0, True),
    ("a draft is at fault", DRAFT, ("build",), 0, True),
    ("nothing is written yet", "", ("build",), 0, True),
    ("a post is at fault", BAD, ("build",), 1, False),
    ("one is held back", BAD, ("build", "--hold-back"), 1, True),
    ("nothing to hold back", GOOD, ("build", "--hold-back"), 0, True),
    ("a check finds nothing", GOOD, ("check",), 0, False),
    ("a check warns", WARNED, ("check",), 0, False),
    ("a check finds a fault", BAD, ("check",), 1, False),
    ("a check finds a fault of a draft", DRAFT, ("check",), 1, False),
    ("an option that is none", GOOD, ("build", "--nope"), 2, False),
    ("a command that is none", GOOD, ("bild",), 2, False),
    ("a config that is none", "-- config.toml --\n[site\n", ("build",), 2, False),
    ("a key that is none", "-- config.toml --\n[site]\ntitel = 'A'\n", ("build",), 2, False),
    ("an output that is somebody's", GOOD + "-- out/a.txt --\nmine\n", ("build", "--out", "out"), 2, False),
    ("an output among the sources", GOOD, ("build", "--out", "content"), 2, False),
    ("an output that cannot be made", GOOD + "-- a --\nx\n", ("build", "--out", "a/b"), 3, False),
    ("a theme that is none", "-- config.toml --\n[theme]\nname = 'nope'\n", ("build",), 2, False),
    ("a template that is wrong", GOOD + "-- themes/local/templates/post.html --\n{{ nope }}\n", ("build",), 2, False),
    (
        "a template that is no template",
        GOOD + "-- themes/local/templates/post.html --\n{% if %}\n",
        ("build",),
        2,
        False,
    ),
    ("a rule that is none", GOOD, ("explain", "no/rule"), 2, False),
    ("a post that is not there is taken down", GOOD, ("takedown", "nope", "--reason", "x"), 2, False),
    ("a new post over another", GOOD, ("new", "author", "jane"), 2, False),
)
"""What happens, the site, the command, its exit code, and whether a site is published."""


def called(folder: Path, arguments: tuple[str, ...]) -> Result:
    """The command in the site's folder; a path after `--out` is one of the site."""
    after_out = [index for index, word in enumerate(arguments) if word == "--out"]
    given = [str(folder / word) if index - 1 in after_out else word for index, word in enumerate(arguments)]
    return run("-C", folder, *given)


@pytest.mark.parametrize(("what", "text", "arguments", "code", "published"), ROWS, ids=[row[0] for row in ROWS])
def test_the_table_of_exit_codes(
    site: Site, what: str, text: str, arguments: tuple[str, ...], code: int, published: bool, figure: Figure
) -> None:
    folder = site(text)
    result = called(folder, arguments)
    assert (result.exit_code, "Traceback" in result.output) == (code, False), result.output
    assert (folder / "public/index.html").exists() is published
    if what == ROWS[0][0]:
        figure("P17", f"{len(ROWS) + 3} rows of the table hold")


def test_a_bug_exits_with_3_and_its_traceback(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr("blogsmith.pipeline.trip.publish", broken)
    result = build(site(GOOD))
    assert (result.exit_code, "ValueError: a bug" in result.stderr) == (3, True)
    assert "bug in blogsmith" in result.stderr


@pytest.fixture
def interrupts_heeded() -> Iterator[None]:
    """Whoever starts the tests in the background has them ignore interrupts; a process they start inherits that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interrupts_heeded")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_the_old_site_and_says_so(site: Site, sent: signal.Signals) -> None:
    folder = site(GOOD)
    assert build(folder).exit_code == 0
    before = tree(folder / "public")
    site("".join(GOOD.replace("robot", f"robot-{number}") for number in range(300)))
    command = [sys.executable, "-m", "blogsmith", "-C", str(folder), "build", "--now", "2026-06-01"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:
        clock = folder / ".blogsmith/lock"
        stamp = clock.stat().st_mtime_ns
        while process.poll() is None and clock.stat().st_mtime_ns == stamp:
            time.sleep(0.002)
        process.send_signal(sent)
        said = process.communicate()[1]
    assert process.returncode in ((130,) if sent is signal.SIGINT else (-signal.SIGTERM, 143)), said
    assert "Traceback" not in said
    assert tree(folder / "public") == before
