"""The memory is lost rather than wrong, and never lost by mistake."""

import random
import sqlite3
import threading
from pathlib import Path

import pytest

from blogsmith.pipeline.memory import Memory


def test_a_memory_that_another_thread_uses_says_so_and_keeps_its_file(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    memory = Memory(file)
    memory.keep("kind", {b"key": b"value"})
    raised: list[BaseException] = []

    def use() -> None:
        try:
            memory.one("kind", b"key")
        except sqlite3.ProgrammingError as error:
            raised.append(error)
        try:
            memory.keep("kind", {b"other": b"value"})
        except sqlite3.ProgrammingError as error:
            raised.append(error)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert (len(raised), memory.all("kind")) == (2, {b"key": b"value"})


def test_a_memory_that_is_used_after_it_was_closed_says_so_and_keeps_its_file(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    memory = Memory(file)
    memory.keep("kind", {b"key": b"value"})
    memory.close()
    with pytest.raises(sqlite3.ProgrammingError):
        memory.one("kind", b"key")
    assert Memory(file).all("kind") == {b"key": b"value"}


def test_a_damaged_memory_is_an_empty_one(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    file.write_bytes(b"no database" * 1000)
    assert Memory(file).all("kind") == {}


def _emptied(file: Path, chance: random.Random) -> tuple[Memory, dict[str, int]]:
    """A memory from which half of all rows were erased again and again, each with a word in it that must not stay; and
    how many of each kind stay.
    """
    memory = Memory(file)
    stay: dict[str, set[bytes]] = {kind: set() for kind in ("text", "body", "outline")}
    for kind in (*stay,) * 6:
        longest = [chance.choice((30, 300, 900, 3000)) for _ in range(80)]
        words = {chance.randbytes(16): chance.choice((b"stay", b"gone")) * chance.randint(3, most) for most in longest}
        memory.keep(kind, words)
        stay[kind] |= {key for key, word in words.items() if word.startswith(b"stay")}
        stay[kind] = {key for key in stay[kind] if chance.random() < 0.8}
        memory.retain(kind, stay[kind])
    return memory, {kind: len(keys) for kind, keys in stay.items()}


def test_nothing_of_what_is_gone_for_good_stays_in_the_file(tmp_path: Path) -> None:
    left = 0
    for seed in range(12):
        file = tmp_path / f"{seed}.sqlite"
        memory, stay = _emptied(file, random.Random(seed))
        left += file.read_bytes().count(b"gone")
        memory.clean_later()
        memory.clean()
        assert file.read_bytes().count(b"gone") == 0
        assert {kind: memory.count(kind) for kind in stay} == stay
    assert left > 0  # SQLite alone leaves copies


def test_a_file_that_was_to_be_written_anew_is_so_after_a_kill(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    _emptied(file, random.Random(1))[0].clean_later()
    Memory(file).clean()
    assert file.read_bytes().count(b"gone") == 0
