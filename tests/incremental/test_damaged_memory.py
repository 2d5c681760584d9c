"""What a damaged memory answers is right, or nothing."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from blogsmith.pipeline.memory import FILE, Memory

KEYS = [bytes([number]) * 16 for number in range(1, 9)]


def value_of(key: bytes) -> bytes:
    """What is remembered by a key."""
    return b"value" + key * 2


@pytest.mark.parametrize("seed", range(20))
def test_a_row_that_stands_in_the_place_of_another_is_not_taken_for_it(tmp_path: Path, seed: int) -> None:
    file = tmp_path / FILE
    memory = Memory(file)
    memory.keep("body", {key: value_of(key) for key in KEYS})
    memory.close()
    swap_rows(file, seed)
    memory = Memory(file)
    for key in KEYS:
        assert memory.one("body", key) in (value_of(key), None)


def swap_rows(file: Path, seed: int) -> None:
    """Each row stays whole, and stands where another one did."""
    content = file.read_bytes()
    starts = sorted(content.index(key) for key in KEYS)
    size = starts[1] - starts[0]
    assert all(later - start == size for start, later in pairwise(starts))
    rows = [content[start : start + size] for start in starts]
    Random(seed).shuffle(rows)
    for start, row in zip(starts, rows, strict=True):
        content = content[:start] + row + content[start + size :]
    file.write_bytes(content)
