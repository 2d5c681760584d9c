"""A source that is gone is missed, however shortly before it was looked at it was written."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from blogsmith.pipeline.memory import Memory
from blogsmith.pipeline.read import read_collection
from blogsmith.sources.config import read_config
from tests.trust.test_exit_codes import GOOD

DAY = 86_400


@pytest.mark.parametrize("age", [DAY, -DAY])
def test_a_source_that_is_gone_has_the_memory_written_anew(site: Callable[[str], Path], age: int) -> None:
    folder = site(GOOD)
    post = folder / "content/posts/robot.md"
    os.utime(post, (time.time() - age,) * 2)
    config_file = read_config(folder / "config.toml", shown_as="config.toml")
    memory = Memory(folder / "memory.sqlite")
    read_collection(folder, config_file, memory)
    assert memory.one("unclean", b"") is None
    post.unlink()
    read_collection(folder, config_file, memory)
    assert memory.one("unclean", b"") is not None
    memory.clean()
    assert memory.one("unclean", b"") is None
