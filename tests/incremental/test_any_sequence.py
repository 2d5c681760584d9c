"""For any sequence of edits, kills and damage, the next build publishes byte for byte what a clean build publishes."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.incremental.blog import Built, contents
from tests.incremental.damage import spoil
from tests.incremental.forks import Forks, Order, forks
from tests.incremental.life import Life
from tests.incremental.machine import CLEAN
from tests.trust.figures import Figure

LIVES, STEPS = 5, 90
"""With those that Hypothesis chooses (`test_machine.py`) they are a thousand edits in one process."""
APART, STEPS_APART = 4, 25
IN_ONE = "{} steps of {} edits in one process, a build after each, {} of them held to clean ones: 0 bytes differ"
EACH_IN_ITS_OWN = "{} steps of {} edits, kills among them, a process for each build, {} held to clean ones: 0 differ"


@pytest.fixture(scope="module")
def processes() -> Iterator[Forks]:
    """Where each build starts afresh."""
    with forks() as started:
        yield started


def lived(folder: Path, seed: int, steps: int) -> Life:
    """A life in this process: one in five under the default theme, the others under one that says all it sees."""
    life = Life(folder, seed, theme="default" if seed % 5 == 0 else "plain", korean=seed % 3 == 0)
    life.hold()
    for number in range(1, steps + 1):
        life.step()
        if life.chance.random() < 0.1:
            spoil_memory(life)
        life.hold(clean=number % CLEAN == 0)
    return life


def spoil_memory(life: Life) -> None:
    """Damages what is remembered; where that is what was published, the folder is a stranger's and goes away."""
    folder = life.root / ".blogsmith"
    name = life.chance.choice(("memory.sqlite", "memory.sqlite", "memory.sqlite", "trees", "amendments"))
    if not (folder / name).exists():
        return
    life.note(f"{spoil(folder / name, life.chance)} {name}")
    if name in ("trees", "amendments"):
        shutil.rmtree(life.root / "public", ignore_errors=True)


def lived_apart(folder: Path, seed: int, steps: int, processes: Forks) -> Life:
    """A life in which each build has a process of its own, and some are killed on their way."""

    def build(root: Path, now: datetime, hold_back: bool) -> Built:  # a Build
        done = processes.build(Order(root=str(root), now=now.isoformat(), hold_back=hold_back))
        assert done is not None
        return done

    life = Life(folder, seed, theme="default" if seed % 5 == 0 else "plain", korean=seed % 3 == 0, build=build)
    life.hold()
    for number in range(1, steps + 1):
        before = contents(life.root)
        life.step()
        killed = life.chance.random() < 0.4
        if killed:
            kill_a_build(life, processes)
            if life.chance.random() < 0.5:
                life.undo(before, times=life.chance.random() < 0.5)
        life.hold(clean=killed or number % CLEAN == 0)
    return life


def kill_a_build(life: Life, processes: Forks) -> None:
    """The next build is killed: somewhere on its way, or in what follows the exchange."""
    since = life.chance.choice(("start", "exchange"))
    changes = life.chance.randrange(60 if since == "start" else 6)
    life.note(f"killed {changes} changes after {since}")
    order = Order(root=str(life.root), now=life.now.isoformat(), hold_back=True, killed_after=since, changes=changes)
    processes.build(order)


@pytest.mark.sampled
@pytest.mark.parametrize("seed", range(LIVES))
def test_in_one_process(ram: Path, seed: int, figure: Figure) -> None:
    life = lived(ram, seed, STEPS)
    figure("P3", IN_ONE, life.steps, life.edits, life.clean)
    assert (life.published > STEPS // 2, life.shown > STEPS) == (True, True)


@pytest.mark.sampled
@pytest.mark.parametrize("seed", range(APART))
def test_in_a_process_for_each_build(ram: Path, seed: int, processes: Forks, figure: Figure) -> None:
    life = lived_apart(ram, seed, STEPS_APART, processes)
    figure("P3", EACH_IN_ITS_OWN, life.steps, life.edits, life.clean)
    assert (life.published > STEPS_APART // 2, life.shown > STEPS_APART) == (True, True)
