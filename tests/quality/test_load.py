"""However long a preview runs, its memory stays as large as it was. (A build has a process of its own.)"""

import resource
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from tests.preview.opened import opened, text_of
from tests.preview.process import REPOSITORY
from tests.preview.test_session import CONFIG
from tests.preview.test_storms import name, robot
from tests.site import write_file, write_site
from tests.trust.figures import Figure

GROWTH = 5
"""Percent."""
_PAGE_KB = resource.getpagesize() // 1024


def previews(folder: Path) -> Iterator[None]:
    """A blog that is edited while it is previewed; a save and a look at the page a turn."""
    root, chance = write_site(folder / "site", f"-- config.toml --\n{CONFIG}"), Random(5)
    for number in range(20):
        write_file(root, name(number), robot(number, "I built it."))
    session = opened(root)
    while True:
        chosen = chance.randrange(20)
        words = f"I broke it {chance.randrange(1000)} times."
        (root / name(chosen)).write_text(robot(chosen, words))
        session.refresh()
        assert words in text_of(session, f"robot-{chosen}/index.html")
        yield


def keeping(folder: Path) -> Iterator[None]:
    """A process that keeps ten kilobytes a turn."""
    kept = [str(folder)]
    while True:
        kept.append("k" * 10_000)
        yield


KINDS = {"previews": previews, "keeping": keeping}


def sizes(kind: str, folder: Path, first: int, more: int) -> tuple[int, int]:
    """Kilobytes of a process of its own after its first turns, and after so many more. A new one: in what a fork has of
    its parent's and nobody uses, a lot can grow unseen.
    """
    code = f"from tests.quality.test_load import grow; grow({kind!r}, {str(folder)!r}, {first}, {more})"
    done = subprocess.run((sys.executable, "-c", code), cwd=REPOSITORY, stdout=subprocess.PIPE, text=True, check=True)
    before, after = map(int, done.stdout.split())
    return before, after


def grow(kind: str, folder: str, first: int, more: int) -> None:
    """Prints the sizes of this process."""
    turns = KINDS[kind](Path(folder))
    for count in (first, more):
        for _ in islice(turns, count):
            pass
        print(resident())


def resident() -> int:
    """Kilobytes that this process has in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE_KB


def test_the_memory_of_a_preview_stays_as_large_as_it_was(tmp_path: Path, figure: Figure) -> None:
    before, after = sizes("previews", tmp_path, 200, 1_000)
    grown = (after - before) * 100 / before
    figure("P15", f"1,000 saves more: {before // 1024} MB before, {after // 1024} MB after ({grown:+.1f} %)")
    assert grown <= GROWTH


def test_what_is_kept_is_seen(tmp_path: Path) -> None:
    """The control."""
    before, after = sizes("keeping", tmp_path, 10, 2_000)
    assert (after - before) * 100 / before > GROWTH
