"""Whatever becomes of what blogsmith remembers, it publishes what a clean build publishes and runs nothing of it."""

import pickle
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest

from tests.incremental.damage import spoil
from tests.site import build, tree, write_site

Site = Callable[[str], Path]

POST = """
-- content/posts/{name}.md --
---
id: {name}
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
---
I built {name}.
"""
BLOG = "".join(POST.format(name=name) for name in ("robot", "well", "gauge"))
NAMES = ("memory.sqlite", "memory.sqlite", "memory.sqlite", "standing", "trees", "published")
"""Of files of the memory, the one with most in it most often."""


class Bomb:
    """Leaves a file behind wherever it is unpickled."""

    def __init__(self, fuse: Path) -> None:
        self._fuse = fuse

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Path.touch, (self._fuse,)  # type: ignore[return-value]


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> set[str]:
    """Paths at which two trees differ."""
    return {path for path in {*one, *other} if one.get(path) != other.get(path)}


def changed_by_damage(folder: Path, times: int, seed: int) -> list[tuple[str, set[str]]]:
    """What was done to the memory of a blog, and the paths that the next build published otherwise for it."""
    write_site(folder, BLOG)
    assert build(folder).exit_code == 0
    wanted, chance, memory = tree(folder / "public"), Random(seed), folder / ".blogsmith"
    changed = []
    for number in range(times):
        name = NAMES[number % len(NAMES)]
        what = f"{spoil(memory / name, chance)} {name}" if (memory / name).exists() else "nothing"
        if name == "trees":  # then the folder is a stranger's, and goes away: all of it is rendered again
            shutil.rmtree(folder / "public")
        result = build(folder)
        assert (result.exit_code, "Traceback" in result.output) == (0, False), (what, result.output)
        if found := differing(tree(folder / "public"), wanted):
            changed.append((what, found))
    return changed


def test_no_damage_of_the_memory_changes_a_byte(tmp_path: Path) -> None:
    """The first seed at which a memory whose rows led to other rows was once believed."""
    assert changed_by_damage(tmp_path / "site", 40, seed=1) == []


@pytest.mark.parametrize("name", ["memory.sqlite", "standing", "trees", "amendments", "published", "clock", "lock"])
def test_nothing_in_the_memory_is_executed(site: Site, tmp_path: Path, name: str) -> None:
    folder, fuse = site(BLOG), tmp_path / "lit"
    assert build(folder).exit_code == 0
    (folder / ".blogsmith" / name).write_bytes(pickle.dumps(Bomb(fuse)))
    if name in ("trees", "amendments"):
        shutil.rmtree(folder / "public")
    assert build(folder).exit_code == 0
    assert not fuse.exists()
    pickle.loads(pickle.dumps(Bomb(fuse)))
    assert fuse.exists(), "the control"
