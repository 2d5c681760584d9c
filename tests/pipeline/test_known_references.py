"""What a template refers to is remembered; a template that changed is read again."""

from collections.abc import Callable
from pathlib import Path

from blogsmith.pipeline.known_references import KnownReferences
from blogsmith.pipeline.memory import Memory
from blogsmith.themes.references import references
from blogsmith.themes.theme import bundled_themes
from tests.site import build

TEMPLATES = [path.read_text() for path in sorted((bundled_themes() / "default/templates").rglob("*.html"))]


def test_references_from_the_memory_are_those_of_the_template(tmp_path: Path) -> None:
    known = KnownReferences(Memory(tmp_path / "memory.sqlite"))
    fresh = [known.references(text) for text in TEMPLATES]
    known.remember()
    again = KnownReferences(Memory(tmp_path / "memory.sqlite"))
    assert [again.references(text) for text in TEMPLATES] == fresh == [references(text) for text in TEMPLATES]
    assert len(TEMPLATES) >= 20


def test_templates_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.sqlite")
    for texts in (["a", "b", "c"], ["b", "d"]):
        known = KnownReferences(memory)
        for text in texts:
            known.references(text)
        known.remember()
    assert memory.count("template") == 2


def test_a_fault_that_a_template_gets_later_is_found(site: Callable[[str], Path]) -> None:
    sound = "-- themes/local/templates/404.html --\n{% extends 'base.html' %}\n"
    assert build(site(sound)).exit_code == 0
    result = build(site(sound.replace("base.html", "bose.html")))
    assert (result.exit_code, "bose.html" in result.stderr) == (2, True)
    assert build(site(sound)).exit_code == 0
