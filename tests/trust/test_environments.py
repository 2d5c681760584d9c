"""The same sources give the same tree, whoever builds them, wherever and however; `make quality` tries all of it."""

from pathlib import Path

from tests.trust.environments import ENVIRONMENTS, Environment, tree_hashes, write_varied_blog

SAMPLE = ("C", "hash seed 4711", "two processes", "files made in another order")


def test_nothing_around_a_build_changes_its_tree(tmp_path: Path) -> None:
    sample = {"first": Environment(), **{name: ENVIRONMENTS[name] for name in SAMPLE}}
    found = tree_hashes(write_varied_blog(tmp_path / "pristine"), tmp_path, sample)
    assert [name for name in found if found[name] != found["first"]] == []


def test_another_time_is_another_tree(tmp_path: Path) -> None:
    """The control."""
    later = Environment(arguments=("--now", "2026-09-01T12:00:00"))
    found = tree_hashes(write_varied_blog(tmp_path / "pristine"), tmp_path, {"first": Environment(), "later": later})
    assert found["first"] != found["later"]
