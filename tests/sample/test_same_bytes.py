"""The same sources give the same bytes, wherever and by whomever they are built."""

from collections.abc import Mapping
from pathlib import Path

from tests.published import Published
from tests.sample.source import build_apart, copy_sources
from tests.site import tree


def test_nothing_around_a_build_changes_its_bytes(sample: Published, tmp_path: Path) -> None:
    """All at once; `tests/trust/environments.py` has each thing by itself, for a smaller blog."""
    folder = tmp_path / "다른 폴더" / "a b"
    folder.parent.mkdir()
    around = {"TZ": "Pacific/Apia", "LANG": "C", "LC_ALL": "ko_KR.UTF-8", "PYTHONHASHSEED": "1", "NO_COLOR": "1"}
    built = build_apart(copy_sources(folder), environment=around, cwd=Path("/"), umask=0o007)
    assert difference(tree(sample.folder), tree(built)) == []


def test_a_second_build_over_the_first_changes_nothing(tmp_path: Path) -> None:
    root = copy_sources(tmp_path / "site")
    first = tree(build_apart(root))
    assert difference(first, tree(build_apart(root))) == []


def difference(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Paths that one tree lacks, or that hold other bytes."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))
