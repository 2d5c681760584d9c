"""Every page of the sample is sound HTML. Source: the Nu HTML checker."""

import shutil
from pathlib import Path

import pytest

from tests.published import Published
from tests.quality.conftest import needed
from tests.quality.pages import BROKEN
from tests.quality.vnu import VNU, html_errors


@pytest.fixture(autouse=True)
def checker() -> None:
    """The checker and what runs it."""
    needed(Path(shutil.which("java") or "java"), "Java")
    needed(VNU, "vnu-jar (npm ci)")


def test_the_checker_finds_what_is_broken() -> None:
    """The control."""
    found = "\n".join(html_errors(BROKEN))
    assert "alt" in found
    assert "Duplicate ID" in found


def test_no_page_of_the_sample_has_an_error(sample: Published) -> None:
    assert html_errors(sample.folder) == []


def test_no_page_with_every_component_has_an_error(components: Published) -> None:
    assert html_errors(components.folder) == []
