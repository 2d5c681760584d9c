"""The sample blog, built once a run: as it is published, and under a base path."""

import pytest

from tests.published import Published
from tests.sample.source import build_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The sample blog as it is published."""
    return build_sample(tmp_path_factory.mktemp("sample") / "site")


@pytest.fixture(scope="session")
def under_base_path(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The sample blog published in a folder of another site."""
    return build_sample(tmp_path_factory.mktemp("deep") / "site", base_url="https://intranet.example/teams/durebak/")
