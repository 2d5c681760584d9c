"""The checker against deliberate faults, one for each thing it watches."""

import pytest

from tests.architecture.checker import departures, faulty_names
from tests.architecture.plan import MOST_LINES, POWERS, Power


def found_in(path: str, text: str) -> tuple[str, ...]:
    """The departures of one file with a module docstring, which stands on line 1."""
    return departures({path: f'"""A file."""\n{text}\n'})


def test_a_file_that_keeps_to_the_plan_is_left_in_peace() -> None:
    assert found_in("sources/post.py", "from blogsmith.model.post import Post\nfrom blogsmith.text import slug") == ()


@pytest.mark.parametrize(
    ("path", "text", "fault"),
    [
        ("sources/a.py", "import blogsmith.pipeline.read", "`sources` must not import from `pipeline`"),
        ("model/a.py", "from blogsmith.text.slug import slugify", "`model` must not import from `text`"),
        ("extensions.py", "from blogsmith.pipeline import read", "`extensions` must not import from `pipeline`"),
        ("pages/a.py", "from blogsmith import sources", "`pages` must not import from `sources`"),
        ("preview/a.py", "import blogsmith.editor.server", "`preview` must not import from `editor`"),
        ("text/a.py", "from blogsmith.reports.words import Words", "`text` must not import from `reports`"),
        ("version.py", "import blogsmith.model.post", "`version` must not import from `model`"),
        ("pages/a.py", "import blogsmith.cellar.wine", "`pages` must not import from `cellar`"),
    ],
)
def test_an_import_upstairs_or_next_door_is_found(path: str, text: str, fault: str) -> None:
    assert found_in(path, text) == (f"{path}:2: {fault}",)


def test_an_import_under_type_checking_counts() -> None:
    text = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from blogsmith.cli.main import run"
    assert found_in("pages/a.py", text) == ("pages/a.py:4: `pages` must not import from `cli`",)


def test_an_import_in_a_function_is_found_and_counts() -> None:
    assert found_in("pages/a.py", "def _f():\n    import blogsmith.cli.main") == (
        "pages/a.py:3: `pages` must not import from `cli`",
        "pages/a.py:3: imports stand at the top of the file",
    )


@pytest.mark.parametrize("path", ["cli/main.py", "pipeline/trip.py"])
def test_two_files_may_import_late(path: str) -> None:
    assert found_in(path, "def _f():\n    import blogsmith.text.slug") == ()


def test_a_relative_import_is_found() -> None:
    assert found_in("pages/a.py", "from .b import c") == ("pages/a.py:2: imports are absolute",)


def test_a_circle_in_one_room_is_found() -> None:
    doc = '"""A file."""\n'
    sources = {
        "pages/a.py": f"{doc}from blogsmith.pages.b import x",
        "pages/b.py": f"{doc}import blogsmith.pages.c",
        "pages/c.py": f"{doc}from blogsmith.pages import a",
        "pages/d.py": f"{doc}from blogsmith.pages import a",
        "pages/__init__.py": doc,
    }
    assert departures(sources) == (
        "pages/a.py:1: imports in a circle, through pages/b.py",
        "pages/b.py:1: imports in a circle, through pages/c.py",
        "pages/c.py:1: imports in a circle, through pages/a.py",
    )


def test_a_room_outside_of_the_plan_is_found() -> None:
    assert found_in("cellar/a.py", "") == ("cellar/a.py:1: `cellar` is no room of the plan",)


@pytest.mark.parametrize("power", POWERS, ids=lambda power: power.name)
def test_each_power_is_found_outside_of_its_home_by_each_of_its_names(power: Power) -> None:
    stranger = "pages/a.py" if "text/" in power.homes else "text/a.py"
    missed = [text for text in uses(power) if not any(power.name in fault for fault in found_in(stranger, text))]
    assert missed == []


def uses(power: Power) -> list[str]:
    """A text for each way to touch a power."""
    methods = [f"x = (1){name}()" for name in power.names if name.startswith(".")]
    builtins = [f"{name}()" for name in power.names if "." not in name]
    dotted = [f"import {name.split('.')[0]}\nx = {name}" for name in power.names if "." in name[1:]]
    modules = [text for module in power.modules for text in (f"import {module}", f"from {module} import x")]
    return [*modules, *methods, *builtins, *dotted]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("from datetime import datetime as d\nd.now()", 3),
        ("import datetime\ndatetime.datetime.now()", 3),
        ("from os import environ\nenviron['A']", 3),
        ("from time import time\n\ntime()", 4),
    ],
)
def test_a_power_is_found_under_the_name_it_was_imported_by(text: str, line: int) -> None:
    assert [fault.split(" ")[0] for fault in found_in("pages/a.py", text)] == [f"pages/a.py:{line}:"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("media/a.py", "from PIL import Image\nImage.open('a')"),
        ("media/deep/a.py", "import PIL.Image"),
        ("text/yaml_table.py", "import yaml"),
        ("cli/a.py", "import os\nprint(os.environ)"),
        ("importers/a.py", "from pathlib import Path\nPath('a').read_text()"),
        ("pages/a.py", "from datetime import datetime\ndatetime(2026, 1, 1)\n'a'.replace('a', 'b')"),
    ],
)
def test_a_power_at_home_is_left_in_peace(path: str, text: str) -> None:
    assert found_in(path, text) == ()


def test_a_file_that_is_too_long_is_found() -> None:
    lines = MOST_LINES + 1
    assert departures({"text/a.py": '"""A file."""\n' * lines}) == (
        f"text/a.py:{lines}: {lines} lines, more than {MOST_LINES}",
    )


def test_a_file_of_just_the_greatest_length_is_left_in_peace() -> None:
    assert departures({"text/a.py": '"""A file."""\n' * MOST_LINES}) == ()


def test_a_name_that_says_nothing_is_found() -> None:
    assert found_in("text/utils.py", "") == ("text/utils.py:1: `utils` says nothing about the file",)


def test_a_folder_that_tools_skip_is_found() -> None:
    assert faulty_names(["themes/lib/a.css", "lib.py", "liberty/a.py"]) == (
        "themes/lib/a.css:1: tools skip a folder called `lib`",
    )


def test_what_is_public_and_has_no_docstring_is_found() -> None:
    text = "\n".join(
        [
            "def shown():",
            "    def inner(): ...",
            "def _hidden(): ...",
            "class Thing:",
            '    """A thing."""',
            "    def method(self): ...",
            "    def _own(self): ...",
            "    def __init__(self): ...",
            "class _Hidden:",
            "    def method(self): ...",
        ]
    )
    assert departures({"text/a.py": text}) == (
        "text/a.py:1: `shown` has no docstring",
        "text/a.py:1: the module has no docstring",
        "text/a.py:6: `method` has no docstring",
    )
