"""What every test may ask for, and the collector of Markdown specs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.site import write_site

pytest_plugins = ("tests.specs.plugin", "tests.refusal", "tests.sites.golden", "tests.trust.figures", "pytester")

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def site(tmp_path: Path) -> Callable[[str], Path]:
    """A function that writes a site from one string; called again, it writes over the same site."""
    return lambda text: write_site(tmp_path / "site", text)
