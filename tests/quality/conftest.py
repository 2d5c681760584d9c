"""The sample blog on loopback and a browser to look at it with; everything here is marked `quality`.

Without Chromium, Java or node_modules a gate is skipped on a writer's machine and fails where CI is set.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import CHROMIUM, launched
from tests.browser.gates import AXE
from tests.browser.server import served
from tests.published import Published
from tests.quality.pages import BROKEN, COMPONENTS
from tests.sample.source import build_apart, build_sample, copy_sources

HERE = Path(__file__).parent


def pytest_configure(config: pytest.Config) -> None:
    """Names the markers."""
    config.addinivalue_line("markers", "quality: needs Chromium, Java or node_modules; `make quality` runs it")
    config.addinivalue_line("markers", "idle: measures time; `make quality` runs it after all else, and alone")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test of this room."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("quality")


def needed(path: Path, name: str) -> None:
    """Skips where a tool is not installed; fails where CI is set."""
    if path.exists():
        return
    if os.environ.get("CI", "") not in {"", "0", "false"}:
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The sample blog as it is published."""
    return build_sample(tmp_path_factory.mktemp("quality") / "site")


@pytest.fixture(scope="session")
def origin(sample: Published) -> Iterator[str]:
    """Where the sample blog is served."""
    with served(sample.folder) as url:
        yield url


@pytest.fixture(scope="session")
def components(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A blog with a post that holds everything a writer can type."""
    root = copy_sources(tmp_path_factory.mktemp("components") / "site", blog=COMPONENTS)
    return Published(folder=build_apart(root), base_url="https://everything.example/")


@pytest.fixture(scope="session")
def components_origin(components: Published) -> Iterator[str]:
    """Where that blog is served."""
    with served(components.folder) as url:
        yield url


@pytest.fixture(scope="session")
def broken_origin() -> Iterator[str]:
    """Where the page is served that breaks everything."""
    with served(BROKEN) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    needed(CHROMIUM, "Chromium")
    needed(AXE, "axe-core (npm ci)")
    with launched() as chromium:
        yield chromium
