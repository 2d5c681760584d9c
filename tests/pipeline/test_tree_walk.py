"""The state of a large tree, seen by two processes, is that which one of them sees; any change of a file is another."""

import gc
import os
import shutil
import signal
import time
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

import pytest

from blogsmith.pipeline import tree_states, tree_walk
from blogsmith.pipeline.tree_states import (
    Left,
    has_same_names,
    is_left,
    left_by_build,
    left_by_changes,
    left_by_edit,
    looks_of,
)
from blogsmith.pipeline.tree_walk import Look, Names, TreeWalk, looks_at, names_in, state_of, unpacked

MANY = 1_200


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with more names than one process would look at."""
    folder = tmp_path / "public"
    for number in range(MANY):
        page = folder / f"post-{number:04}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"{number}")
    (folder / "p" / "deep" / "er").mkdir(parents=True)
    (folder / "empty").mkdir()
    for name in ("p/a.html", "p/deep/b.html", "p/deep/er/c.html", "p/deep/er/d\n.html", "robots.txt"):
        (folder / name).write_text(name)
    return folder


def state(tree: Path, names: Names) -> str:
    """Of what is in a tree, whose names are known."""
    with TreeWalk(looks_at(str(tree), names)) as walk:
        return state_of(walk.states())


def left(tree: Path) -> Left:
    """What is in it; it can be relied on."""
    found = left_by_build(str(tree))
    assert found is not None
    return found


def test_two_see_what_one_sees(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = names_in(str(tree))
    both = {state(tree, names) for _ in range(20)}
    monkeypatch.setattr(tree_walk, "_LARGE", MANY * 2)
    assert both == {state(tree, names)}


def test_the_other_process_looks_at_a_part(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Look] = []
    look_at = tree_walk._seen

    def noted(look: Look, before: int) -> bytes:
        seen.append(look)
        time.sleep(0.02)  # so that neither is done before the other one has begun
        return look_at(look, before)

    monkeypatch.setattr(tree_walk, "_seen", noted)
    looks = looks_at(str(tree), names_in(str(tree)))
    with TreeWalk(looks) as walk:
        walk.states()
    assert 0 < len(seen) < len(looks)


def test_all_names_are_listed_and_read_back(tree: Path) -> None:
    names = names_in(str(tree))
    words = [word for lot in names.lots for word in lot.split("\0")]
    folder, found = "", set()
    for word in words:
        folder = word if word.endswith("/") else folder
        found.add(os.path.normpath(f"{folder}{word}" if folder != word else word))
    there = {str(path.relative_to(tree)) for path in tree.rglob("*")}
    assert (found - {"."}, len(words)) == (there, len(there) + 1)
    assert unpacked(names.packed) == names


def _replaced(file: Path) -> None:
    """Another file of the same size and times under the same name."""
    status, other = file.stat(), file.with_name("other")
    other.write_bytes(bytes(status.st_size))
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(file)


def _unseen(folder: Path) -> None:
    """A name more, and the folder's time of content as it was."""
    status = folder.stat()
    (folder / "more").write_text("")
    os.utime(folder, ns=(status.st_atime_ns, status.st_mtime_ns))


def _linked(folder: Path) -> None:
    """A link to a copy where the folder stood."""
    shutil.copytree(folder, folder.parent / "copy")
    shutil.rmtree(folder)
    folder.symlink_to("copy")


CHANGES: dict[str, Callable[[Path], object]] = {
    "another size": lambda tree: (tree / "post-0007/index.html").write_text("longer"),
    "the same size": lambda tree: (tree / "post-1199/index.html").write_text("0000"),
    "another file": lambda tree: _replaced(tree / "post-0042/index.html"),
    "a file more": lambda tree: (tree / "post-0600/more.html").write_text(""),
    "a file more and the time set back": lambda tree: _unseen(tree / "post-0601"),
    "a file more in an empty folder": lambda tree: (tree / "empty/more.html").write_text(""),
    "an entry more": lambda tree: (tree / "zebra").write_text(""),
    "a folder more": lambda tree: (tree / "zebra").mkdir(),
    "a folder less": lambda tree: (tree / "empty").rmdir(),
    "a file less": lambda tree: (tree / "p/deep/er/c.html").unlink(),
    "another name": lambda tree: (tree / "post-0003").rename(tree / "post-0003b"),
    "another name below": lambda tree: (tree / "p/deep/er").rename(tree / "p/deep/ar"),
    "a link to a folder": lambda tree: _linked(tree / "p/deep"),
    "another mode": lambda tree: (tree / "robots.txt").chmod(0o600),
    "another mode of a folder": lambda tree: (tree / "p").chmod(0o700),
    "another time": lambda tree: os.utime(tree / "post-0100/index.html", (1, 1)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_another_state(tree: Path, change: Callable[[Path], object]) -> None:
    before = left(tree)
    assert state(tree, before.names) == before.states.digest
    change(tree)
    try:
        after = state(tree, before.names)
    except OSError:
        after = "a name is gone"
    assert after != before.states.digest


def test_a_tree_that_is_renamed_and_touched_is_as_it_was(tree: Path) -> None:
    before = left(tree)
    renamed = tree.rename(tree.with_name("other"))
    os.utime(renamed)
    assert state(renamed, before.names) == before.states.digest


@pytest.mark.parametrize("path", ["p/deep/b.html", "p/deep"])
def test_what_is_touched_while_it_is_looked_at_is_not_relied_on(
    tree: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listed(folder: str) -> Names:
        os.utime(tree / path)
        return names_in(folder)

    monkeypatch.setattr(tree_states, "names_in", listed)
    assert left_by_build(str(tree)) is None


@pytest.mark.parametrize(("seconds", "is_relied_on"), [(0, False), (2, True)])
def test_where_the_clock_goes_on_by_seconds_only_what_is_older_is_relied_on(
    tree: Path, seconds: int, is_relied_on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = (tree / "robots.txt").stat().st_mtime_ns // 10**9 + seconds  # it was written last
    monkeypatch.setattr(tree_states, "_touched", lambda folder: second * 10**9)
    assert (left_by_build(str(tree)) is not None) is is_relied_on


def test_where_there_is_no_folder_there_is_no_state(tmp_path: Path) -> None:
    assert left_by_build(str(tmp_path / "public")) is None


class TestTwoTrees:
    """Two trees that hold the same files, of which some are others after an edit."""

    @pytest.fixture
    def other(self, tree: Path) -> Path:
        folder = tree.with_name("stage")
        shutil.copytree(tree, folder, copy_function=os.link)
        return folder

    def test_what_an_edit_leaves_is_what_a_look_at_all_of_it_finds(self, tree: Path, other: Path) -> None:
        before = left_by_build(str(tree), str(other))
        assert before is not None
        for folder in (tree, other):
            (folder / "post-0500/index.html").unlink()
            (folder / "p/a.html").unlink()
        (tree / "post-0500/index.html").write_text("edited")
        (tree / "p/b.html").write_text("another name")
        for path in ("post-0500/index.html", "p/b.html"):
            os.link(tree / path, other / path)
        after = left_by_edit(before, str(tree), str(other), {"post-0500", "p"})
        assert after == left_by_build(str(tree), str(other)) != before
        assert after is not None
        with TreeWalk(looks_of(after.names, str(tree), str(other))) as walk:
            assert walk.states() == b"".join(after.states[:3])

    def test_a_file_of_the_top_folder_is_found(self, tree: Path, other: Path) -> None:
        before = left_by_build(str(tree), str(other))
        assert before is not None
        for folder in (tree, other):
            (folder / "robots.txt").unlink()
        (tree / "robots.txt").write_text("other")
        os.link(tree / "robots.txt", other / "robots.txt")
        assert left_by_edit(before, str(tree), str(other), {""}) == left_by_build(str(tree), str(other))

    def test_copies_are_not_relied_on(self, tree: Path, other: Path) -> None:
        before = left_by_build(str(tree), str(other))
        assert before is not None
        (other / "robots.txt").unlink()
        shutil.copy2(tree / "robots.txt", other / "robots.txt")
        assert left_by_build(str(tree), str(other)) is None
        assert left_by_edit(before, str(tree), str(other), {""}) is None

    def test_a_folder_that_was_not_there_is_not_relied_on(self, tree: Path, other: Path) -> None:
        before = left_by_build(str(tree), str(other))
        assert before is not None
        for folder in (tree, other):
            (folder / "new").mkdir()
        assert left_by_edit(before, str(tree), str(other), {"new"}) is None

    def test_folders_that_came_and_went_are_known(self, tree: Path, other: Path) -> None:
        before = left_by_build(str(tree), str(other))
        assert before is not None
        for folder in (tree, other):
            shutil.rmtree(folder / "p/deep")
            shutil.rmtree(folder / "post-0500")
            (folder / "p/new/deeper").mkdir(parents=True)
        (tree / "p/new/deeper/e.html").write_text("new")
        os.link(tree / "p/new/deeper/e.html", other / "p/new/deeper/e.html")
        changed = ("p/deep/b.html", "p/deep/er/c.html", "p/deep/er/d\n.html", "post-0500/index.html")
        # As a build that exchanges both: what was the other tree then is the published one now.
        after = left_by_changes(before.exchanged(), str(tree), str(other), (*changed, "p/new/deeper/e.html"))
        assert after is not None
        assert is_left(after, str(tree), str(other))
        assert sorted("\0".join(after.names.lots).split("\0")) == sorted(
            "\0".join(names_in(str(tree)).lots).split("\0")
        )
        (tree / "p/new/deeper/f.html").write_text("more")
        assert not has_same_names(after, str(tree))
        assert not is_left(after, str(tree), str(other))

    def test_a_lot_of_which_nothing_is_left_is_not_relied_on(
        self, tree: Path, other: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tree_walk, "_LOT", 1)
        monkeypatch.setattr(tree_walk, "_LOTS", 10 * MANY)
        before = left_by_build(str(tree), str(other))
        assert before is not None
        for folder in (tree, other):
            shutil.rmtree(folder / "post-0500")
        assert left_by_changes(before.exchanged(), str(tree), str(other), ("post-0500/index.html",)) is None


def test_where_the_other_process_ended_early_there_is_no_state(tree: Path) -> None:
    with TreeWalk(looks_at(str(tree), names_in(str(tree)))) as walk:
        os.kill(walk._helper, signal.SIGKILL)
        os.waitpid(walk._helper, 0)
        os.read(walk._left, 1)  # as if it had taken one before
        with pytest.raises(OSError, match="ended"):
            walk.states()


def test_a_walk_that_is_given_up_leaves_no_process_and_no_descriptor(tree: Path) -> None:
    looks = looks_at(str(tree), names_in(str(tree)))
    gc.collect()  # what other tests left behind is closed now, and not in between
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    with TreeWalk(looks) as walk:
        helper = walk._helper
    assert len(list(Path("/proc/self/fd").iterdir())) == descriptors
    with pytest.raises(ChildProcessError):
        os.waitpid(helper, os.WNOHANG)


def test_names_that_were_damaged_are_names_that_no_tree_has(tree: Path) -> None:
    names = left(tree).names
    digest = state(tree, names)
    for damaged in (b"", names.packed[:-3], names.packed.replace(b"post-0003", b"post-9999"), blake2b().digest()):
        try:
            found = state(tree, unpacked(damaged))
        except OSError:
            continue
        assert found != digest
