"""The same sources give the same bytes, wherever and by whomever they are built."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.published import Published
from tests.sample.source import build_apart, copy_sources
from tests.site import tree

ELSEWHERE: Mapping[str, Mapping[str, Any]] = {
    "time zone": {"environment": {"TZ": "America/St_Johns"}},
    "language": {"environment": {"LANG": "tr_TR.UTF-8", "LC_ALL": "C"}},
    "hash seed": {"environment": {"PYTHONHASHSEED": "4711"}},
    "working folder": {"cwd": Path("/")},
    "umask": {"umask": 0o077},
    "all at once": {
        "environment": {
            "TZ": "Pacific/Apia",
            "LANG": "C",
            "LC_ALL": "ko_KR.UTF-8",
            "PYTHONHASHSEED": "1",
            "NO_COLOR": "1",
        },
        "cwd": Path("/"),
        "umask": 0o007,
    },
}


@pytest.mark.parametrize("differing", list(ELSEWHERE))
def test_nothing_around_a_build_changes_its_bytes(sample: Published, tmp_path: Path, differing: str) -> None:
    folder = tmp_path / "다른 폴더" / "a b"
    folder.parent.mkdir()
    built = build_apart(copy_sources(folder), **ELSEWHERE[differing])
    assert difference(tree(sample.folder), tree(built)) == []


def test_a_second_build_over_the_first_changes_nothing(tmp_path: Path) -> None:
    root = copy_sources(tmp_path / "site")
    first = tree(build_apart(root))
    assert difference(first, tree(build_apart(root))) == []


def difference(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Paths that one tree lacks, or that hold other bytes."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))
