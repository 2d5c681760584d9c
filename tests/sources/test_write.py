"""New files are written whole or not at all, and nothing that exists is touched."""

from pathlib import Path

import pytest

from blogsmith.model.diagnostic import CannotGoOn
from blogsmith.sources.write import NewFile, is_empty, is_free, refuse_taken, write_new
from tests.site import tree


def told(stopped: pytest.ExceptionInfo[CannotGoOn]) -> list[tuple[str, str]]:
    return [(fault.rule, fault.location.path) for fault in stopped.value.diagnostics]


def test_texts_and_copies_are_written_with_their_folders(tmp_path: Path) -> None:
    (tmp_path / "origin.bin").write_bytes(b"\x00\xff")
    site = tmp_path / "site"
    files = [
        NewFile(path="content/우물/index.md", content="물\n"),
        NewFile(path="a.png", content=tmp_path / "origin.bin"),
    ]
    write_new(site, files)
    assert tree(site) == {"content/우물/index.md": "물\n".encode(), "a.png": b"\x00\xff"}
    assert (site / "a.png").stat().st_mode & 0o777 == 0o644


def test_what_exists_is_not_written_over_and_nothing_else_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine")
    (tmp_path / "link.md").symlink_to("nowhere")
    with pytest.raises(CannotGoOn) as stopped:
        write_new(tmp_path, [NewFile(path=path, content="new") for path in ("0.md", "a.md", "link.md")])
    assert told(stopped) == [("write/exists", "a.md"), ("write/exists", "link.md")]
    assert tree(tmp_path) == {"a.md": b"mine"}


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn) as stopped:
        refuse_taken(tmp_path, ["a.md", "A.md"])
    assert told(stopped) == [("write/twice", "A.md")]


@pytest.mark.parametrize("path", ["../a.md", "/etc/a.md", "a/../../b.md", "out/a.md", "", "a\\b.md"])
def test_nothing_is_written_outside_of_the_site(tmp_path: Path, path: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "out").symlink_to(tmp_path)
    with pytest.raises(CannotGoOn) as stopped:
        write_new(site, [NewFile(path=path, content="x")])
    assert told(stopped) == [("write/outside", path)]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["site"]


def test_what_the_disk_refuses_is_told_and_leaves_no_half_file(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn) as stopped:
        write_new(tmp_path, [NewFile(path="a.png", content=tmp_path / "gone.png")])
    (fault,) = stopped.value.diagnostics
    assert (fault.rule, dict(fault.facts)["reason"]) == ("write/failed", "No such file or directory")
    assert tree(tmp_path) == {}


def test_a_folder_is_empty_or_a_name_free(tmp_path: Path) -> None:
    assert (is_empty(tmp_path), is_empty(tmp_path / "none"), is_free(tmp_path, "a")) == (True, True, True)
    (tmp_path / "a").touch()
    assert (is_empty(tmp_path), is_empty(tmp_path / "a"), is_free(tmp_path, "a")) == (False, False, False)
