"""What a build leaves: the names in the published tree, and the states of all of them.

Where there is another tree, which holds the same files by other folders, its folders too.
"""

import os
import time
from collections.abc import Collection
from pathlib import Path
from typing import Final, NamedTuple

from blogsmith.pipeline.tree_walk import SIZE, Look, Names, TreeWalk, listed_again, looks_at, names_in, state_of

_TICK: Final = 0.05
"""Seconds to wait for the clock of a file system to go on: most go on every few milliseconds."""


class TreeStates(NamedTuple):
    """Digests, one for each lot of names."""

    folders: bytes
    files: bytes
    others: bytes
    """Of the other tree's folders; empty where there is none."""

    @property
    def digest(self) -> str:
        """That of the published tree; empty where nothing is known of it."""
        return state_of(self.folders + self.files) if self.files else ""


NO_STATES: Final = TreeStates(b"", b"", b"")


class Left(NamedTuple):
    """What a build left, or an edit of it."""

    names: Names
    states: TreeStates

    def exchanged(self) -> "Left":
        """The same with the other tree in the place of the published one."""
        return self._replace(states=self.states._replace(folders=self.states.others, others=self.states.folders))


def looks_of(names: Names, tree: str, other: str = "") -> list[Look]:
    """All that has to be looked at to know the states. The files of the other tree are those of the first one."""
    return looks_at(tree, names) + (looks_at(other, names, files=False) if other else [])


def states_of(seen: bytes, names: Names) -> TreeStates:
    """What a walk that looked at `looks_of` has seen."""
    size = SIZE * len(names.lots)
    return TreeStates(folders=seen[:size], files=seen[size : 2 * size], others=seen[2 * size :])


def left_by_build(tree: str, other: str = "") -> Left | None:
    """What is in a tree that was published just now; None where its states cannot be relied on: something in it was
    touched in this very tick of the file system's clock, or the other tree holds other files.
    """
    try:
        moment = _settled_moment(tree)
        names = names_in(tree)
        return Left(names, _fresh(names, tree, other, moment))
    except OSError:
        return None


def is_left(left: Left, tree: str, other: str) -> bool:
    """Whether two trees are as they were left."""
    try:
        with TreeWalk(looks_of(left.names, tree, other)) as walk:
            return states_of(walk.states(), left.names) == left.states
    except OSError:
        return False


def has_same_names(left: Left, tree: str) -> bool:
    """Whether nothing came into a tree, or went, since it was left."""
    try:
        with TreeWalk(looks_at(tree, left.names, files=False)) as walk:
            return walk.states() == left.states.folders
    except OSError:
        return False


def left_by_changes(left: Left, tree: str, other: str, changed: Collection[str]) -> Left | None:
    """The same after a build that went on from what the last one `left`. `changed`: files that came, went or are others
    now, by path in the tree.
    """
    folders = {path[: at + 1].rpartition("/")[0] for path in changed for at, sign in enumerate(path) if sign == "/"}
    return left_by_edit(left.exchanged(), tree, other, {"", *folders})


def left_by_edit(left: Left, tree: str, other: str, folders: Collection[str]) -> Left | None:
    """The same after an edit of two trees that were as they are said to have been `left`. `folders`: those whose files
    are others now, by path in the tree.
    """
    try:
        moment = _settled_moment(tree)
        anew = listed_again(tree, left.names, folders)
        states = _fresh(Names(tuple(anew.values())), tree, other, moment)
    except OSError:
        return None
    names = Names(tuple(anew.get(number, lot) for number, lot in enumerate(left.names.lots)))
    parts = (_with(old, anew, fresh) for old, fresh in zip(left.states, states, strict=True))
    return Left(names, TreeStates(*parts))


def _fresh(names: Names, tree: str, other: str, moment: int) -> TreeStates:
    """The states of now. Raises OSError as `left_by_build` gives None."""
    also = looks_at(other, names, folders=False) if other else []
    with TreeWalk(looks_of(names, tree, other) + also, before=moment) as walk:
        seen = walk.states()
    size = SIZE * len(also)
    states = states_of(seen[: len(seen) - size], names)
    if also and seen[-size:] != states.files:
        raise OSError(f"{other}: copies, no links")
    return states


def _with(digests: bytes, numbers: Collection[int], fresh: bytes) -> bytes:
    kept = bytearray(digests)
    for place, number in enumerate(numbers):
        kept[number * SIZE : (number + 1) * SIZE] = fresh[place * SIZE : (place + 1) * SIZE]
    return bytes(kept)


def _settled_moment(folder: str) -> int:
    """The clock of a folder's file system in nanoseconds, when it has gone on once, or has not for a while: what was
    touched since then is no state to rely on. The folder is touched for that. Raises OSError.
    """
    first = now = _touched(folder)
    until = time.monotonic() + _TICK
    while now == first and time.monotonic() < until:
        time.sleep(0.001)
        now = _touched(folder)
    return now


def _touched(folder: str) -> int:
    os.utime(folder)
    return Path(folder).stat().st_mtime_ns
