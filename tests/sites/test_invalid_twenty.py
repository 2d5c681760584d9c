"""A site that is wrong in more than twenty ways: every one is told, each at its place, and nothing is published."""

import shutil
from pathlib import Path

import pytest

from tests.refusal import findings
from tests.site import build, check
from tests.sites.golden import Hold

FINDINGS = (
    "category/unknown-editor config.toml:7:1",
    "output/two-sources content/pages/about.md:3:7",
    "post/missing-id content/posts/first.md:1:1",
    "front-matter/unknown-key content/posts/first.md:2:1",
    "front-matter/date content/posts/first.md:3:7",
    "author/unknown content/posts/first.md:4:11",
    "post/unknown-category content/posts/first.md:5:11",
    "front-matter/type content/posts/first.md:6:8",
    "front-matter/type content/posts/first.md:7:8",
    "link/missing-image content/posts/first.md:10:14",
    "author/unknown content/posts/first.md:11:12",
    "post/unknown-series content/posts/first.md:12:9",
    "post/unknown-related content/posts/first.md:13:11",
    "link/dead content/posts/first.md:15:14",
    "markdown/raw-html content/posts/first.md:15:30",
    "link/missing-image content/posts/first.md:15:56",
    "link/dead-anchor content/posts/first.md:15:72",
    "link/scheme content/posts/first.md:15:89",
    "markdown/unknown-block content/posts/first.md:17:5",
    "post/id content/posts/second.md:2:5",
    "author/missing content/posts/second.md:5:10",
    "post/canonical content/posts/second.md:7:12",
    "post/expires content/posts/second.md:8:10",
    "post/language content/posts/second.md:9:7",
    "link/unknown-post content/posts/second.md:11:24",
    "front-matter/yaml content/posts/third.md:3:9",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the site."""
    return shutil.copytree(Path(__file__).parent / "invalid-twenty", tmp_path / "site")


def test_every_fault_is_told_at_once_and_at_its_place(folder: Path) -> None:
    assert len(FINDINGS) >= 20
    result = check(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (FINDINGS, 1)


def test_nothing_of_it_is_published(folder: Path) -> None:
    result = build(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (FINDINGS, 1)
    assert not (folder / "public").exists()


def test_the_report_is_what_is_kept_in_both_languages(folder: Path, hold_to_golden: Hold) -> None:
    said = {f"{language}.txt": check(folder, "--lang", language).stderr.encode() for language in ("en", "ko")}
    hold_to_golden("invalid-twenty", said)


def test_it_is_told_in_korean_too(folder: Path) -> None:
    korean, english = check(folder, "--lang", "ko").stderr, check(folder).stderr
    assert korean.count("오류[") == english.count("error[") == len(FINDINGS)
