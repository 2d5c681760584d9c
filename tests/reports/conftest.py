"""Words to test with, so that no test depends on the real ones."""

from pathlib import Path

import pytest

from blogsmith.reports.words import Words
from tests.reports.cases import written_words


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """English."""
    return Words("en", written_words(tmp_path / "messages"))


@pytest.fixture
def korean(tmp_path: Path) -> Words:
    """Korean, with gaps."""
    return Words("ko", written_words(tmp_path / "messages"))
