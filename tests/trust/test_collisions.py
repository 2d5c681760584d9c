"""Two sources of one address, and names that some disk or host cannot keep, are refused; all concerned are named."""

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.site import build, write_site
from tests.trust.figures import Figure

Site = Callable[[str], Path]


def post(path: str, *lines: str, name: str = "") -> str:
    """A post at a path, with further lines in its head."""
    head = "".join(f"{line}\n" for line in ("title: A robot", "date: 2026-03-12", "authors: [jane]", "category: tech"))
    more = "".join(f"{line}\n" for line in lines)
    return f"-- content/posts/{path} --\n---\nid: {name or path[0]}\n{head}{more}---\nI built it.\n"


def two(one: str, other: str) -> str:
    """Two posts, with a line in the head of each."""
    return post("a.md", one) + post("b.md", other)


WHOLE = "로봇-수리"
PARTS = unicodedata.normalize("NFD", WHOLE)
A, B = "content/posts/a.md", "content/posts/b.md"
ABOUT = "-- content/pages/about.md --\n---\ntitle: About\n---\nAll.\n"

PAIRS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "one slug": (two("slug: c", "slug: c"), (A, B)),
    "slugs that differ in capitals": (two("slug: robot", "slug: Robot"), (A, B)),
    "a slug whole and in parts": (two(f"slug: {WHOLE}", f"slug: {PARTS}"), (A, B)),
    "a slug that is another's file": (post("a.md", "slug: b") + post("b.md"), (A, B)),
    "one id": (post("a.md", name="x") + post("b.md", name="x"), (A, B)),
    "one file name in two folders": (
        post("2025/a.md", name="x") + post("2026/a.md", name="y"),
        ("content/posts/2025/a.md", "content/posts/2026/a.md"),
    ),
    "file names that differ in capitals": (
        post("a.md", name="x") + post("A.md", name="y"),
        (A, "content/posts/A.md"),
    ),
    "a file name whole and in parts": (
        post(f"{WHOLE}.md", name="x") + post(f"{PARTS}.md", name="y"),
        (f"content/posts/{WHOLE}.md",),
    ),
    "a file and a folder": (
        post("a.md", name="x") + post("a/index.md", name="y"),
        (A, "content/posts/a/index.md"),
    ),
    "a page and a post": (ABOUT + post("b.md", "slug: about"), ("content/pages/about.md", B)),
    "an alias and a post": (two("aliases: [/b/]", ""), (A, B)),
    "an alias in capitals and a post": (two("aliases: [/B/]", ""), (A, B)),
    "an alias without its slash and a post": (two("aliases: [/b]", ""), (A, B)),
    "an alias and a short address": (two("aliases: [/p/b/]", ""), (A,)),
    "two aliases": (two("aliases: [/c/]", "aliases: [/c/]"), (A, B)),
    "two aliases of one post": (post("a.md", "aliases: [/c/, /C/]"), (A,)),
    "an alias and a page": (ABOUT + post("a.md", "aliases: [/about/]"), ("content/pages/about.md", A)),
    "an alias below an alias": (two("aliases: [/c.html]", "aliases: [/c.html/d/]"), (A, B)),
    "an alias and its own post": (post("a.md", "aliases: [/a/]"), (A,)),
}
"""Who wants one address, and the paths that must be named."""

OURS = (
    "archive", "authors", "404.html", "sitemap.xml", "rss.xml", "atom.xml", "feed.json", "robots.txt",
    "index.html", "Archive", "ARCHIVE", "Rss.xml",
)  # fmt: skip
NEVER = (
    "CON", "con.txt", "aux", "aux.", "nul", "com1", "LPT9", "a.", "'a '", "' a'", ".", "..", ".hidden", "a/b", "a\\\\b",
    "'a:b'", "'a?b'", "'a*b'", "'a|b'", "'a<b'", '"a\\x07b"', "x" * 256, "가" * 86, '"\\u202ea"', '"a\\u200bb"',
    "'%2e%2e'", "'a%2fb'", '"a\\u3164b"', '"a\\u00adb"', '"a\\ufeffb"',
)  # fmt: skip
"""Slugs that are ours, and slugs that Windows, a shell, a URL or a disk cannot keep."""


def outcome(folder: Path) -> tuple[int, str]:
    """The exit code of a build and what it said."""
    result = build(folder, "--format", "json")
    assert not (folder / "public").exists() or result.exit_code == 0
    return result.exit_code, result.stdout


@pytest.mark.parametrize("case", PAIRS)
def test_two_sources_of_one_address_are_both_named(site: Site, case: str, figure: Figure) -> None:
    text, paths = PAIRS[case]
    code, said = outcome(site(text))
    named = [path for path in paths if path in said]
    figure("P11", "{} of {} pairs of one address refused, all sources named", int(named == list(paths)), 1)
    assert (code, named) == (1, list(paths)), said


def test_no_slug_is_published_that_is_ours_or_that_a_disk_cannot_keep(tmp_path: Path, figure: Figure) -> None:
    texts = {slug: post("a.md", f"slug: {slug}") for slug in (*OURS, *NEVER)}
    passed, unnamed = [], []
    for number, (slug, text) in enumerate(texts.items()):
        code, said = outcome(write_site(tmp_path / f"{number}", text))
        if code == 0:
            passed.append(slug)
        elif A not in said:
            unnamed.append(slug)
    figure("P11", "{} of {} slugs of ours or of no disk refused", len(texts) - len(passed), len(texts))
    assert (passed, unnamed) == ([], [])
