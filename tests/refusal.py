"""A site that was published once and then spoilt: what a build says, and that nothing of it is published."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from blogsmith.pipeline.manifest import Tree, identity, known_trees, remember_trees
from blogsmith.policy.catalogue import RULES
from tests.site import Result, build, tree, write_site

GOOD = """
-- content/posts/well.md --
---
id: well
title: A well
date: 2026-03-01
authors: [jane]
category: tech
---
I measured it.
"""

_HOUSE = {rule.id for rule in RULES.all}
_HANGUL = re.compile("[가-힣]")


@pytest.fixture(scope="session")
def _good_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_site(tmp_path_factory.mktemp("good") / "site", GOOD)
    assert build(folder).exit_code == 0
    return folder


@pytest.fixture
def published(tmp_path: Path, _good_site: Path) -> Callable[[str], Path]:
    """A function that writes files over a site of one sound post, whose `public/` is filled."""

    def spoil(text: str = "") -> Path:
        folder = tmp_path / "site"
        if not folder.exists():
            shutil.copytree(_good_site, folder)
            # A copy is not what blogsmith published, unless its memory says so.
            known = known_trees(_good_site)[identity(_good_site / "public")]
            copied = Tree(path=str(folder / "public"), files=known.files)
            remember_trees(folder, {}, {identity(folder / "public"): copied})
        return write_site(folder, text)

    return spoil


def findings(result: Result) -> tuple[str, ...]:
    """Each finding of a run with `--format json`: `rule path:line:column`, with its severity before it if no error.

    But for the house rules' warnings, which have specs of their own: here it is told what cannot be read or published.
    """
    told = (item for item in json.loads(result.stdout) if item["rule"] not in _HOUSE or item["severity"] == "error")
    return tuple(_finding(item) for item in told)


def assert_refused(folder: Path, *expected: str, exit_code: int = 1) -> None:
    """Holds that a build finds exactly this, explains it in both languages, and leaves `public/` alone."""
    before, own = tree(folder / "public"), identity(folder / "public")
    result = build(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (expected, exit_code)
    assert all(item["message"] and item["help"] for item in json.loads(result.stdout))
    english, korean = (build(folder, "--lang", language).stderr for language in ("en", "ko"))
    assert not _HANGUL.search("".join(_words(english)))
    assert all(_HANGUL.search(line) for line in _words(korean))
    assert (tree(folder / "public"), identity(folder / "public")) == (before, own)


def _words(report: str) -> Iterator[str]:
    """The message and the help of each finding: what quotes the writer's own text is left out."""
    for line in report.splitlines():
        if re.match(r"\w+\[\S+/\S+\]: | +=", line):
            yield re.sub("`[^`]*`", "", line)


def _finding(item: dict[str, str | int | None]) -> str:
    place = ":".join(str(item[key]) for key in ("path", "line", "column") if item[key] is not None)
    severity = "" if item["severity"] == "error" else f"{item['severity']} "
    return f"{severity}{item['rule']} {place}"
