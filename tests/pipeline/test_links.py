"""The files of a tree are linked into another, by two processes where they are many."""

from pathlib import Path

import pytest

from blogsmith.model.diagnostic import CannotGoOn
from blogsmith.pipeline.folders import link_files, scanned

MANY = 8_200
"""Enough for two processes."""


def made(tree: Path, count: int) -> list[str]:
    """So many files in a tree, two a folder."""
    paths = [f"{number // 2:05}/{number}.html" for number in range(count)]
    for path in paths:
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).touch()
    return paths


@pytest.mark.parametrize("count", [0, 3, MANY])
def test_every_file_stands_in_both_trees_and_is_one(tmp_path: Path, count: int) -> None:
    source, target = tmp_path / "old", tmp_path / "new"
    source.mkdir()
    target.mkdir()
    paths = made(source, count)
    link_files(source, target, paths, jobs=2)
    assert scanned(target) == scanned(source)
    assert [path for path in paths if not (source / path).samefile(target / path)] == []


@pytest.mark.parametrize("count", [3, MANY])
def test_what_the_disk_refuses_is_told_whichever_process_it_refused(tmp_path: Path, count: int) -> None:
    source, target = tmp_path / "old", tmp_path / "new"
    paths = made(source, count)
    target.mkdir()
    (target / "00000").touch()
    with pytest.raises(CannotGoOn) as stop:
        link_files(source, target, paths, jobs=2)
    assert [(fault.rule, fault.location.path) for fault in stop.value.diagnostics] == [("output/write", paths[0])]
    assert stop.value.exit_code == 3
