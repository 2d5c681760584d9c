"""The published tree changes whole or not at all, whatever happens on the way."""

import ctypes
import fcntl
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from blogsmith.model.diagnostic import CannotGoOn
from blogsmith.pipeline.manifest import Entry
from blogsmith.pipeline.output import Manner, Output, opened_output
from blogsmith.pipeline.staging import link_files
from tests.refusal import findings
from tests.site import build, check, tree, write_file

Published = Callable[..., Path]

ROBOT = "---\nid: robot\ntitle: A robot\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n---\nI built it.\n"


def publish(root: Path, files: Mapping[str, str]) -> None:
    """Publishes these files into `public/`."""
    with opened(root) as output:
        output.clear(files)
        for path, text in files.items():
            written = output.write(path, text.encode())
            output.took(path, Entry(fingerprint=text, size=written.size, written=written.moment))
        output.publish()


def opened(root: Path) -> AbstractContextManager[Output]:
    """The staging of `public/`."""
    return opened_output(root, root / "public", Manner(adopt=False, clean=False))


def left_in(root: Path) -> list[str]:
    """What stands in the site's folder beside the output, its twin for the next build, and the memory."""
    twin = root / ".public.blogsmith-new"
    if twin.exists():
        assert tree(twin) == tree(root / "public")
    return sorted(path.name for path in root.iterdir() if path.name not in {"public", ".blogsmith", twin.name})


def test_a_tree_is_published_whole(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "1", "b/c.html": "1"})
    publish(tmp_path, {"a.html": "2", "d/e.html": "2"})
    assert tree(tmp_path / "public") == {"a.html": b"2", "d/e.html": b"2"}
    assert left_in(tmp_path) == []


def test_many_processes_link_what_one_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blogsmith.pipeline.staging._BUNDLE", 1)
    files = [f"{number % 7}/{number % 3}/{number}.html" for number in range(100)]
    for path in files:
        write_file(tmp_path / "one", path, path)
    link_files(tmp_path / "one", tmp_path / "other", files, jobs=2)
    assert tree(tmp_path / "other") == tree(tmp_path / "one")
    assert all((tmp_path / "one" / path).samefile(tmp_path / "other" / path) for path in files)


def test_what_the_disk_refuses_one_of_many_processes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blogsmith.pipeline.staging._BUNDLE", 1)
    with pytest.raises(FileNotFoundError):
        link_files(tmp_path / "one", tmp_path / "other", [f"{number}.html" for number in range(100)], jobs=2)


def test_a_write_that_fails_leaves_the_old_tree(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "1"})
    with pytest.raises(CannotGoOn) as stop:
        publish(tmp_path, {"a.html": "2", f"{'x' * 300}.html": "2"})
    assert [fault.rule for fault in stop.value.diagnostics] == ["output/write"]
    assert stop.value.exit_code == 3
    assert tree(tmp_path / "public") == {"a.html": b"1"}
    assert left_in(tmp_path) == []


def test_a_second_file_of_one_name_is_a_fault_and_not_an_overwriting(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn), opened(tmp_path) as output:
        output.write("a.html", b"1")
        output.write("a.html", b"2")
    assert not (tmp_path / "public").exists()


def test_an_exception_on_the_way_leaves_the_old_tree(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "1"})
    with pytest.raises(ZeroDivisionError), opened(tmp_path) as output:
        output.write("a.html", b"2")
        _ = 1 // 0
    assert tree(tmp_path / "public") == {"a.html": b"1"}
    assert left_in(tmp_path) == []


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "1"})
    write_file(tmp_path, ".public.blogsmith-new/half/written.html", "2")
    publish(tmp_path, {"a.html": "3"})
    assert tree(tmp_path / "public") == {"a.html": b"3"}
    assert left_in(tmp_path) == []


def test_without_an_exchange_in_one_step_the_tree_is_still_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: object())
    publish(tmp_path, {"a.html": "1"})
    publish(tmp_path, {"b.html": "2"})
    assert tree(tmp_path / "public") == {"b.html": b"2"}
    assert left_in(tmp_path) == []


def test_a_reader_never_meets_a_missing_or_mixed_tree(tmp_path: Path) -> None:
    publish(tmp_path, {"a.html": "0", "b.html": "0"})
    seen: list[str] = []
    ended = threading.Event()

    def read() -> None:
        while not ended.is_set():
            seen.append((tmp_path / "public/a.html").read_text())

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 40):
        publish(tmp_path, {"a.html": str(number), "b.html": str(number)})
    ended.set()
    reader.join()
    assert [int(text) for text in seen] == sorted(int(text) for text in seen)
    assert len(seen) > 40


def kill_at(folder: Path, files: int) -> None:
    """Builds in a process of its own, and kills it as soon as so many files are staged."""
    command = [sys.executable, "-m", "blogsmith", "-C", str(folder), "build", "--now", "2026-06-01T12:00:00"]
    stage = folder / ".public.blogsmith-new"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and sum(len(names) for _, _, names in os.walk(stage)) < files:
            time.sleep(0.001)
        process.kill()


@pytest.mark.parametrize("files", [1, 20, 50])
def test_a_killed_build_leaves_the_old_tree_or_the_new_one(published: Published, files: int) -> None:
    folder = published(f"-- content/posts/robot.md --\n{ROBOT}")
    old = tree(folder / "public")
    assert build(folder, "--out", str(folder / "new")).exit_code == 0
    new = tree(folder / "new")
    kill_at(folder, files)
    assert tree(folder / "public") in (old, new)
    assert (build(folder).exit_code, tree(folder / "public")) == (0, new)
    left_in(folder)


@contextmanager
def held_lock(folder: Path) -> Iterator[None]:
    """The lock as another build holds it: process 1, which always lives."""
    with (folder / ".blogsmith/lock").open("w+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("1")
        lock.flush()
        yield


def test_a_build_beside_another_one_says_which_process_is_at_work(published: Published) -> None:
    folder = published(f"-- content/posts/robot.md --\n{ROBOT}")
    before = tree(folder / "public")
    with held_lock(folder):
        result = build(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (("output/locked .blogsmith/lock",), 3)
    assert '(process 1)"' in result.stdout
    assert tree(folder / "public") == before


def test_the_lock_of_a_process_that_is_gone_holds_nobody_up(published: Published) -> None:
    folder = published(f"-- content/posts/robot.md --\n{ROBOT}")
    (folder / ".blogsmith/lock").write_text("4711")
    assert build(folder).exit_code == 0
    assert (folder / ".blogsmith/lock").read_text() == str(os.getpid())


def test_an_output_folder_that_cannot_be_made_is_told(published: Published) -> None:
    folder = published("-- file --\nx\n")
    result = build(folder, "--out", str(folder / "file/public"), "--format", "json")
    assert (findings(result), result.exit_code) == (("output/write public",), 3)


def test_a_check_writes_nothing_but_its_memory(published: Published) -> None:
    folder = published(f"-- content/posts/robot.md --\n{ROBOT}")
    before = outside_memory(folder)
    assert (check(folder).exit_code, outside_memory(folder)) == (0, before)


def outside_memory(folder: Path) -> dict[str, bytes]:
    """Every file but those in `.blogsmith/`."""
    return {path: content for path, content in tree(folder).items() if not path.startswith(".blogsmith/")}


ORPHAN = """
import fcntl, sys, time
with open(sys.argv[1], "r+") as lock:
    fcntl.flock(lock, fcntl.LOCK_EX)
    lock.truncate(0)
    lock.write(sys.argv[2])
    lock.flush()
    print("held", flush=True)
    time.sleep(0.5)
"""


def test_a_lock_that_workers_of_a_dead_build_still_hold_is_waited_for(published: Published) -> None:
    folder = published(f"-- content/posts/robot.md --\n{ROBOT}")
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    command = [sys.executable, "-c", ORPHAN, str(folder / ".blogsmith/lock"), str(dead.pid)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as orphan:
        assert orphan.stdout is not None
        assert orphan.stdout.readline() == "held\n"
        assert build(folder, "--verify").exit_code == 0
