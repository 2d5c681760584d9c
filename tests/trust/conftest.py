"""A Chromium for whoever asks; without one a test is skipped on a writer's machine and fails where CI is set."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import CHROMIUM, launched
from tests.quality.conftest import needed


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One for the whole run."""
    needed(CHROMIUM, "Chromium")
    with launched() as browser:
        yield browser
