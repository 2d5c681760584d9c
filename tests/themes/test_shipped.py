"""Templates that travel with blogsmith are compiled once for an installation."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from blogsmith.themes.shipped import shipped_code

PATH = "blogsmith:default/templates/post.html"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where Python keeps bytecode, for once."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield tmp_path


class Compiler:
    """Compiles a template to a function that gives its text, and counts."""

    def __init__(self) -> None:
        self.times = 0

    def names(self, text: str, name: str = "1:post.html") -> dict[str, object]:
        """What the template's code defines."""

        def compiled() -> str:
            self.times += 1
            return f"def root():\n    return {text!r}\n"

        code = shipped_code(PATH, name, text, compiled)
        found: dict[str, object] = {}
        exec(code, found)
        return found

    def said(self, text: str, name: str = "1:post.html") -> object:
        """What it gives."""
        root = self.names(text, name)["root"]
        assert callable(root)
        return root()


def test_a_template_is_compiled_once(kept: Path) -> None:
    compiler = Compiler()
    assert [compiler.said("one"), compiler.said("one")] == ["one", "one"]
    assert compiler.times == 1


def test_another_text_is_compiled_anew(kept: Path) -> None:
    compiler = Compiler()
    assert [compiler.said("one"), compiler.said("two"), compiler.said("one")] == ["one", "two", "one"]
    assert compiler.times == 3


def test_one_file_in_two_places_of_a_chain_is_two_templates(kept: Path) -> None:
    compiler = Compiler()
    assert [compiler.said("one", "1:post.html"), compiler.said("one", "2:post.html")] == ["one", "one"]
    assert compiler.times == 2


@pytest.mark.parametrize("size", [0, 3, 16, 20, 60])
def test_what_was_cut_off_counts_as_nothing(kept: Path, size: int) -> None:
    compiler = Compiler()
    compiler.said("one")
    for file in kept.rglob("*.pyc"):
        file.write_bytes(file.read_bytes()[:size])
    assert compiler.said("one") == "one"
    assert compiler.times == 2


def test_nothing_is_kept_where_python_keeps_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiler = Compiler()
    assert [compiler.said("one"), compiler.said("one")] == ["one", "one"]
    assert (compiler.times, list(kept.rglob("*.pyc"))) == (2, [])


def test_faults_are_placed_in_the_template_itself(kept: Path) -> None:
    compiler = Compiler()
    for _ in range(2):
        root = compiler.names("one")["root"]
        assert root.__code__.co_filename == PATH  # type: ignore[attr-defined]  # a function
