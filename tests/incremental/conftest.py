"""Folders in memory, for whoever builds in them again and again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.incremental.ram import folder_in_memory


@pytest.fixture
def ram() -> Iterator[Path]:
    """A folder of its own."""
    with folder_in_memory() as folder:
        yield Path(folder)
