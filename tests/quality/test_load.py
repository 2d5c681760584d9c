"""However long a preview runs, its memory stays as large as it was. (A build has a process of its own.)"""

import os
import resource
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from tests.preview.opened import opened, text_of
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


def sizes(turns: Iterator[None], first: int, more: int) -> tuple[int, int]:
    """Kilobytes of a process of its own after its first turns, and after so many more."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        for count in (first, more):
            for _ in islice(turns, count):
                pass
            os.write(writing, f"{resident()}\n".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read().split()
    os.waitpid(child, 0)
    return int(said[0]), int(said[1])


def resident() -> int:
    """Kilobytes that this process has in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE_KB


def test_the_memory_of_a_preview_stays_as_large_as_it_was(tmp_path: Path, figure: Figure) -> None:
    before, after = sizes(previews(tmp_path), 200, 1_000)
    grown = (after - before) * 100 / before
    figure("P15", f"1,000 saves more: {before // 1024} MB before, {after // 1024} MB after ({grown:+.1f} %)")
    assert grown <= GROWTH


def test_what_is_kept_is_seen(tmp_path: Path) -> None:
    """The control: a process that keeps ten kilobytes a turn."""

    def keeping() -> Iterator[None]:
        kept = []
        while True:
            kept.append(bytes(10_000))
            yield

    before, after = sizes(keeping(), 10, 2_000)
    assert (after - before) * 100 / before > GROWTH
