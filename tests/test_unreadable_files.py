"""Files that no text can be made of, told end to end."""

import itertools
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site import check

Site = Callable[[str], Path]


def told(folder: Path) -> tuple[str, ...]:
    """The first two lines of each finding."""
    lines = check(folder, "-q").stderr.splitlines()
    return tuple(f"{first} {second.strip()}" for first, second in itertools.pairwise(lines) if "-->" in second)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (
            "제목\n오늘".encode("cp949"),
            "error[file/encoding]: not UTF-8 from here on; it looks like EUC-KR (CP949) --> content/posts/a.md:1:1",
        ),
        (
            "a\nb".encode("utf-16"),
            "error[file/encoding]: not UTF-8 from here on; it looks like UTF-16 --> content/posts/a.md:1:1",
        ),
        (
            b"a\nb\x1bc",
            "error[file/control-character]: the invisible control character `U+001B` is not allowed in a text"
            " --> content/posts/a.md:2:2",
        ),
    ],
)
def test_a_file_that_is_no_clean_utf_8_is_refused_at_its_first_fault(site: Site, content: bytes, fault: str) -> None:
    folder = site("-- content/posts/a.md --\n")
    (folder / "content/posts/a.md").write_bytes(content)
    assert told(folder) == (fault,)


def test_a_symbolic_link_is_not_followed(site: Site) -> None:
    folder = site("-- content/posts/note.txt --\n")
    (folder / "content/posts/a.md").symlink_to("/etc/hostname")
    assert told(folder) == ("error[file/symlink]: symbolic links are not followed --> content/posts/a.md",)


def test_a_pipe_is_told_and_nobody_waits_for_it(site: Site) -> None:
    folder = site("-- content/posts/note.txt --\n")
    os.mkfifo(folder / "content/posts/a.md")
    assert told(folder) == (
        "error[file/special]: not a plain file: a pipe, a socket or a device --> content/posts/a.md",
    )


def test_a_name_that_is_no_utf_8_is_shown_as_it_can_be(site: Site) -> None:
    folder = site("-- content/posts/note.txt --\n")
    Path(os.fsdecode(os.fsencode(folder) + b"/content/posts/caf\xe9.md")).write_bytes(b"")
    assert told(folder) == ("error[file/name]: the name of this file is not UTF-8 --> content/posts/caf\\udce9.md",)


def test_a_config_that_cannot_be_read_stops_everything(site: Site) -> None:
    folder = site("-- content/posts/note.txt --\n")
    (folder / "config.toml").unlink()
    (folder / "config.toml").mkdir()
    result = check(folder, "-q")
    assert (result.exit_code, "error[file/unreadable]: the file cannot be read" in result.stderr) == (2, True)
