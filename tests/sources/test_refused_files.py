"""What is no plain file with a name of its own is refused by name, and nobody waits for it."""

import os
import socket
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.refusal import assert_refused, findings
from tests.site import build, check, tree, write_file

Published = Callable[..., Path]

ROBOT = "---\nid: robot\ntitle: A robot\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n---\nI built it.\n"
OTHER = ROBOT.replace("id: robot", "id: other")


@pytest.mark.parametrize("place", ["content/posts/pipe.md", "content/pages/pipe", "authors/pipe.md"])
def test_a_pipe_is_refused_and_nobody_waits_for_it(published: Published, place: str) -> None:
    folder = published()
    (folder / place).parent.mkdir(exist_ok=True)
    os.mkfifo(folder / place)
    started = time.monotonic()
    assert_refused(folder, f"file/special {place}")
    assert time.monotonic() - started < 60


def test_a_socket_is_refused(published: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = published()
    monkeypatch.chdir(folder / "content/posts")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.md")
        assert_refused(folder, "file/special content/posts/s.md")


def test_a_pipe_in_place_of_the_config_is_refused(published: Published) -> None:
    folder = published()
    (folder / "config.toml").unlink()
    os.mkfifo(folder / "config.toml")
    assert_refused(folder, "file/unreadable config.toml", exit_code=2)


@pytest.mark.parametrize(
    "target", ["/etc/hostname", "well.md", "../../elsewhere", "missing.md", "robot.md"],
    ids=["file-outside", "file-inside", "folder", "dangling", "itself"],
)  # fmt: skip
def test_a_symbolic_link_is_refused_wherever_it_leads(published: Published, target: str) -> None:
    folder = published()
    (folder / "elsewhere").mkdir()
    (folder / "content/posts/robot.md").symlink_to(target)
    assert_refused(folder, "file/symlink content/posts/robot.md")


@pytest.mark.parametrize("place", ["content", "content/posts", "authors"])
def test_a_folder_of_the_site_that_is_a_link_is_refused(published: Published, place: str) -> None:
    folder = published()
    (folder / place).rename(folder / "elsewhere")
    (folder / place).symlink_to(folder / "elsewhere")
    found = findings(build(folder, "--format", "json"))
    assert f"file/symlink {place}" in found
    assert not any(finding.startswith("file/special") for finding in found)


def test_a_link_to_a_picture_publishes_nothing_of_it(published: Published) -> None:
    folder = published("-- secret.svg --\n<svg xmlns='http://www.w3.org/2000/svg'/>\n")
    write_file(folder, "content/posts/robot.md", ROBOT + "![A robot](robot.svg)\n")
    (folder / "content/posts/robot.svg").symlink_to(folder / "secret.svg")
    assert_refused(folder, "link/missing-image content/posts/robot.md:9:12", "file/symlink content/posts/robot.svg")


def test_names_that_differ_by_case_alone_are_refused(published: Published) -> None:
    folder = published(f"-- content/posts/Robot.md --\n{ROBOT}-- content/posts/robot.md --\n{OTHER}")
    assert_refused(folder, "file/same-name content/posts/robot.md")


def test_names_that_are_one_in_unicode_are_refused(published: Published) -> None:
    folder = published()
    for name, text in (("로봇.md", ROBOT), (unicodedata.normalize("NFD", "로봇.md"), OTHER)):
        (folder / "content/posts" / name).write_text(text, encoding="utf-8")
    assert_refused(folder, "file/same-name content/posts/로봇.md")


def test_a_name_in_parts_is_published_under_its_composed_form(published: Published) -> None:
    folder = published()
    (folder / "content/posts" / unicodedata.normalize("NFD", "로봇.md")).write_text(ROBOT, encoding="utf-8")
    assert build(folder, "--out", str(folder / "out")).exit_code == 0
    assert "로봇/index.html" in tree(folder / "out")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_a_post_that_may_not_be_read_is_refused(published: Published) -> None:
    folder = published(f"-- content/posts/robot.md --\n{ROBOT}")
    (folder / "content/posts/robot.md").chmod(0)
    assert_refused(folder, "file/unreadable content/posts/robot.md")


def test_what_editors_leave_behind_is_passed_over(published: Published) -> None:
    folder = published("-- content/posts/.robot.md.swp --\nx\n-- content/posts/robot.md~ --\nx\n")
    os.mkfifo(folder / "content/posts/.fifo")
    assert findings(check(folder, "--format", "json")) == ()
