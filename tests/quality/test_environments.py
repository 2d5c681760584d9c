"""The same sources give the same tree in every environment that there is a name for."""

from pathlib import Path

from tests.trust.environments import ENVIRONMENTS, Environment, tree_hashes, write_varied_blog
from tests.trust.figures import Figure


def test_every_environment_gives_one_tree(tmp_path: Path, figure: Figure) -> None:
    found = tree_hashes(write_varied_blog(tmp_path / "pristine"), tmp_path, {"first": Environment(), **ENVIRONMENTS})
    figure("P10", "{} trees in {} environments", len(set(found.values())), len(found))
    assert [name for name in found if found[name] != found["first"]] == []
    assert len(found) >= 16
