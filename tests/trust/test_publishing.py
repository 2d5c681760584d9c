"""Publishing is all or nothing: the disk refuses, the process is killed, and what is published is whole."""

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from blogsmith.pipeline.manifest import Entry
from blogsmith.pipeline.output import Manner, opened_output
from tests.refusal import findings
from tests.site import build, tree, write_site
from tests.trust.figures import Figure
from tests.trust.publishing import TwoStates, kill_at_random, sample, spoil_calls

IN_PLACE = '\n[build]\npublish = "in-place"\n'
ROBOT = """
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


@contextlib.contextmanager
def reading(paths: list[Path]) -> Iterator[list[str]]:
    """A reader who opens these files again and again; the list gathers what could not be read, or was empty."""
    ended, failed = threading.Event(), list[str]()

    def read() -> None:
        while not ended.is_set():
            for path in paths:
                try:
                    if not path.read_bytes():
                        failed.append(f"{path.name} is empty")
                except OSError as error:
                    failed.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    try:
        yield failed
    finally:
        ended.set()
        reader.join()


@pytest.mark.sampled
def test_a_file_call_that_fails_leaves_the_old_site_or_the_new_one(tmp_path: Path, figure: Figure) -> None:
    blog = TwoStates(tmp_path / "site", 4)
    codes = [code for _, _, code in spoil_calls(blog, lambda calls: sample(calls, 12))]
    assert len(set(codes)) > 1, "no fault was ever noticed"
    figure("P2", f"{len(codes)} file calls spoilt: 0 mixed, 0 left behind")


@pytest.mark.sampled
def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path: Path, figure: Figure) -> None:
    tries = kill_at_random(TwoStates(tmp_path / "site", 4), 8)
    figure("P2", f"8 of {tries} builds killed on their way: 0 mixed")


def test_no_read_fails_while_sites_are_exchanged(tmp_path: Path, figure: Figure) -> None:
    names = [f"{number}/index.html" for number in range(20)]

    def publish(text: str) -> None:
        with opened_output(tmp_path, tmp_path / "public", Manner(adopt=False, clean=False)) as output:
            output.clear(names)
            for name in names:
                written = output.write(name, text.encode())
                output.took(name, Entry(fingerprint=text, size=written.size, written=written.moment))
            output.publish()

    publish("0")
    with reading([tmp_path / "public" / name for name in names]) as failed:
        for number in range(1, 201):
            publish(str(number))
    figure("P2", f"{len(failed)} failed reads in 200 exchanges")
    assert failed == []


def test_in_place_the_same_site_stands_there(tmp_path: Path) -> None:
    exchanged = write_site(tmp_path / "a", ROBOT)
    placed = write_site(tmp_path / "b", ROBOT)
    config = placed / "config.toml"
    config.write_text(config.read_text() + IN_PLACE)
    (placed / "public").mkdir()
    inode = (placed / "public").stat().st_ino
    for words in ("I built it.", "I built it twice."):
        for folder in (exchanged, placed):
            post = folder / "content/posts/robot.md"
            post.write_text(post.read_text().replace("I built it.", words))
            assert build(folder).exit_code == 0
        assert tree(placed / "public") == tree(exchanged / "public")
    assert (placed / "public").stat().st_ino == inode
    (placed / "content/posts/robot.md").unlink()
    (exchanged / "content/posts/robot.md").unlink()
    assert (build(placed).exit_code, build(exchanged).exit_code) == (0, 0)
    assert tree(placed / "public") == tree(exchanged / "public")


def test_in_place_files_of_others_stay_and_are_told(tmp_path: Path) -> None:
    folder = write_site(tmp_path, ROBOT)
    (folder / "config.toml").write_text((folder / "config.toml").read_text() + IN_PLACE)
    assert build(folder).exit_code == 0
    (folder / "public/CNAME").write_text("blog.example.com\n")
    result = build(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (("warning output/foreign-file public/CNAME",), 0)
    assert (folder / "public/CNAME").read_text() == "blog.example.com\n"


def test_in_place_a_killed_build_leaves_whole_files_and_the_next_one_ends_the_work(tmp_path: Path) -> None:
    folder = write_site(tmp_path, ROBOT)
    (folder / "config.toml").write_text((folder / "config.toml").read_text() + IN_PLACE)
    assert build(folder).exit_code == 0
    before = tree(folder / "public")
    write_site(folder, ROBOT.replace("A robot", "A better robot"))
    assert build(folder).exit_code == 0
    new = tree(folder / "public")
    # As a kill leaves it: some files old, one half copied under its own name.
    for path in ("index.html", "robot/index.html"):
        (folder / "public" / path).write_bytes(before[path])
    (folder / "public/robot/.index.html.blogsmith-new").write_bytes(b"half")
    assert (build(folder, "--format", "json").stdout, tree(folder / "public")) == ("[]\n", new)


def test_a_mount_point_is_refused_with_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_site(tmp_path, ROBOT)
    (folder / "public").mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "public")
    result = build(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (("output/mount-point public",), 2)
    (folder / "config.toml").write_text((folder / "config.toml").read_text() + IN_PLACE)
    assert build(folder).exit_code == 0


def test_builds_at_once_publish_one_site_and_say_who_is_at_work(tmp_path: Path, figure: Figure) -> None:
    folder = write_site(tmp_path / "site", ROBOT)
    assert build(folder, "--out", str(tmp_path / "alone"), "--now", "2026-06-01").exit_code == 0
    command = [sys.executable, "-m", "blogsmith", "-C", str(folder), "build", "--now", "2026-06-01"]
    builds = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(8)]
    said = [build.communicate()[1] for build in builds]
    codes = [build.returncode for build in builds]
    assert set(codes) <= {0, 3}
    assert 0 in codes
    assert all("output/locked" in text for code, text in zip(codes, said, strict=True) if code == 3)
    assert tree(folder / "public") == tree(tmp_path / "alone")
    figure("P13", f"8 builds at once: {codes.count(0)} published, {codes.count(3)} told to wait, 0 mixed")


def test_workers_die_with_their_build(tmp_path: Path) -> None:
    folder = write_site(tmp_path, "".join(ROBOT.replace("robot", f"robot-{number}") for number in range(200)))
    command = [sys.executable, "-m", "blogsmith", "-C", str(folder), "build", "--now", "2026-06-01"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        workers: list[int] = []
        until = time.monotonic() + 60
        while not workers and process.poll() is None and time.monotonic() < until:
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
            with contextlib.suppress(OSError):
                workers = [int(number) for number in children.read_text().split()]
        process.kill()
    if os.cpu_count() != 1:
        assert workers
    deadline = time.monotonic() + 10
    while any(alive(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert [worker for worker in workers if alive(worker)] == []


def alive(process: int) -> bool:
    """Whether a process is there and not only waiting to be buried."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
