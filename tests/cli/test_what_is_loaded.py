"""What a command loads before it answers: heavy libraries only where they have something to do."""

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from blogsmith.__main__ import GARBAGE_THRESHOLD
from tests.cli.test_unchanged import POST, environment

RUN = """
import contextlib, sys
from blogsmith.__main__ import main
with contextlib.suppress(SystemExit):
    main()
print("loaded:", *sorted(sys.modules), file=sys.stderr)
"""
NEVER = ("holidays", "http.server", "PIL", "pydantic", "pygls", "pygments", "pypdf", "watchdog", "zlib_ng")
FAR_ROOMS = ("blogsmith.editor", "blogsmith.importers", "blogsmith.preview")
TOOLS = ("jinja2", "markdown_it", "msgspec", "sqlite3", "tomllib")


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Every module that a process of its own has loaded by the time it ends."""
    command = [sys.executable, "-c", RUN, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=environment())
    return set(done.stderr.rpartition("loaded:")[2].split())


def among(modules: set[str], names: tuple[str, ...]) -> list[str]:
    """Which of `names` were loaded, or a part of them."""
    return [name for name in names if any(module == name or module.startswith(f"{name}.") for module in modules)]


@pytest.fixture
def edited(site: Callable[[str], Path]) -> Path:
    """A site that was built before the body of its post was changed."""
    made = site(POST)
    loaded(made, "build")
    post = made / "content/posts/well.md"
    post.write_text(post.read_text() + "\nI went deeper.\n")
    return made


def test_a_build_of_a_changed_body_loads_what_reads_and_renders_it(edited: Path) -> None:
    modules = loaded(edited, "build")
    assert (
        among(modules, (*NEVER, *FAR_ROOMS, "importlib.metadata", "blogsmith.media.social", "xml.etree", "yaml")) == []
    )
    assert among(modules, TOOLS) == list(TOOLS)


def test_an_edited_head_loads_what_reads_it(edited: Path) -> None:
    post = edited / "content/posts/well.md"
    post.write_text(post.read_text().replace("title: ", "title: Again "))
    assert among(loaded(edited, "build"), ("yaml",)) == ["yaml"]


def test_a_head_at_fault_loads_what_tells_its_faults(edited: Path) -> None:
    post = edited / "content/posts/well.md"
    post.write_text(post.read_text().replace("title:", "titel:"))
    assert among(loaded(edited, "build"), ("pydantic",)) == ["pydantic"]


def test_code_in_a_post_loads_what_highlights_it(edited: Path) -> None:
    post = edited / "content/posts/well.md"
    post.write_text(post.read_text() + "\n```python\nprint(1)\n```\n")
    assert among(loaded(edited, "build"), ("pygments",)) == ["pygments"]


def test_code_that_a_post_had_before_loads_nothing_that_highlights_it(edited: Path) -> None:
    post = edited / "content/posts/well.md"
    post.write_text(post.read_text() + "\n```python\nprint(1)\n```\n")
    loaded(edited, "build")
    post.write_text(post.read_text() + "\nThen I came back up.\n")
    assert among(loaded(edited, "build"), ("pygments",)) == []


def test_help_loads_the_command_line_alone(edited: Path) -> None:
    assert among(loaded(edited, "--help"), (*NEVER, *FAR_ROOMS, *TOOLS[:4], "blogsmith.pipeline")) == []


def test_a_build_of_what_has_not_changed_loads_no_command_line(edited: Path) -> None:
    time.sleep(0.05)  # a file touched in the very moment of a build is not trusted
    loaded(edited, "build")
    modules = loaded(edited, "build")
    assert among(modules, (*NEVER, *TOOLS, "yaml", "click", "blogsmith.cli.build", "blogsmith.model")) == []


def test_a_question_for_the_version_loads_nothing(edited: Path) -> None:
    assert (
        among(loaded(edited, "--version"), (*NEVER, *TOOLS, "yaml", "click", "blogsmith.cli", "blogsmith.model")) == []
    )


def test_garbage_is_looked_for_as_seldom_as_values_without_circles_need(tmp_path: Path) -> None:
    shown = RUN + "import gc\nprint(gc.get_threshold()[0])\n"
    command = [sys.executable, "-c", shown, "schema", "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, env=environment())
    assert int(done.stdout.split()[-1]) == GARBAGE_THRESHOLD > gc.get_threshold()[0]
