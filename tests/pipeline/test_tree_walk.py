"""The state of a large tree, seen by two processes, is that which one of them sees; any change of a file is another."""

import gc
import os
import signal
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest

from blogsmith.pipeline import tree_walk
from blogsmith.pipeline.tree_walk import TreeWalk, tree_state

MANY = 1_200


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with more entries than one process would look at."""
    folder = tmp_path / "public"
    for number in range(MANY):
        page = folder / f"post-{number:04}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"{number}")
    (folder / "p" / "deep" / "er").mkdir(parents=True)
    for name in ("p/a.html", "p/deep/b.html", "p/deep/er/c.html", "robots.txt"):
        (folder / name).write_text(name)
    return folder


def alone(tree: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The state as one process sees it."""
    with monkeypatch.context() as patch:
        patch.setattr(tree_walk, "_LARGE", MANY * 2)
        return tree_state(str(tree))


def test_two_see_what_one_sees(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {tree_state(str(tree)) for _ in range(20)} == {alone(tree, monkeypatch)}


def test_the_other_process_looks_at_a_part(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    add_states = tree_walk.add_states

    def noted(digest: blake2b, path: str, name: str) -> int:
        seen.append(name)
        time.sleep(0.0002)  # so that neither is done before the other one has begun
        return add_states(digest, path, name)

    monkeypatch.setattr(tree_walk, "add_states", noted)
    tree_state(str(tree))
    assert 0 < len(seen) < MANY


CHANGES: dict[str, Callable[[Path], object]] = {
    "another size": lambda tree: (tree / "post-0007/index.html").write_text("longer"),
    "the same size": lambda tree: (tree / "post-1199/index.html").write_text("0000"),
    "a file more": lambda tree: (tree / "post-0600/more.html").write_text(""),
    "an entry more": lambda tree: (tree / "zebra").write_text(""),
    "a file less": lambda tree: (tree / "p/deep/er/c.html").unlink(),
    "another name": lambda tree: (tree / "post-0003").rename(tree / "post-0003b"),
    "another mode": lambda tree: (tree / "robots.txt").chmod(0o600),
    "another time": lambda tree: os.utime(tree / "post-0100/index.html", (1, 1)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_another_state(tree: Path, change: Callable[[Path], object]) -> None:
    before = tree_state(str(tree))
    change(tree)
    assert tree_state(str(tree)) != before


def test_where_there_is_no_folder_there_is_no_state(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        tree_state(str(tmp_path / "public"))


def test_where_the_other_process_ended_early_there_is_no_state(tree: Path) -> None:
    with TreeWalk(str(tree)) as walk:
        os.kill(walk._helper, signal.SIGKILL)
        os.waitpid(walk._helper, 0)
        os.read(walk._left, 1)  # as if it had taken one before
        with pytest.raises(OSError, match="ended"):
            walk.lots()


def test_a_walk_that_is_given_up_leaves_no_process_and_no_descriptor(tree: Path) -> None:
    gc.collect()  # what other tests left behind is closed now, and not in between
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    with TreeWalk(str(tree)) as walk:
        helper = walk._helper
    assert len(list(Path("/proc/self/fd").iterdir())) == descriptors
    with pytest.raises(ChildProcessError):
        os.waitpid(helper, os.WNOHANG)
