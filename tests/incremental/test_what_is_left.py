"""A build that has to look at the whole site goes on from the trees that the last one left, as long as they are so."""

from pathlib import Path

import pytest

from blogsmith.model.page import PagePlan
from blogsmith.pipeline import output, trip
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import codec_of
from blogsmith.pipeline.edition import KeptEdition
from blogsmith.pipeline.folders import States, entries_in, scanned
from blogsmith.pipeline.manifest import Entry
from blogsmith.pipeline.memory import EDITION, FILE, Memory
from blogsmith.pipeline.plan import Planner, Step
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.standing import recorded_names
from blogsmith.pipeline.tree_states import Left, is_left
from blogsmith.pipeline.tree_walk import names_in
from tests.incremental.blog import built, difference
from tests.incremental.life import START, Life
from tests.incremental.small_edits import write_more

NEW = """---
id: new
title: New
date: 2026-05-02
authors: [jane]
category: tech
tags: [wells, "only here"]
---
I wrote it, and nobody expected it.
"""


@pytest.fixture
def blog(ram: Path) -> Path:
    """A blog that was built once."""
    life = Life(ram, 0, theme="plain", korean=False, begin=write_more)
    assert built(life.root, START).exit_code == 0
    return life.root


@pytest.fixture
def scans(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The trees that were looked at file by file."""
    seen: list[Path] = []

    def noted(tree: Path) -> States:
        seen.append(tree)
        return scanned(tree)

    def listed(tree: Path) -> list[str]:
        seen.append(tree)
        return entries_in(tree)

    monkeypatch.setattr(output, "scanned", noted)
    monkeypatch.setattr(output, "entries_in", listed)
    return seen


def request(root: Path) -> Request:
    """What a build is asked for."""
    return Request(root=root, config=root / "config.toml", now=START, jobs=1)


def hold(root: Path) -> None:
    """What is published is a clean build's; what was noted of both trees is what is in them."""
    clean = root.parent / "clean"
    built(root, START, clean=clean)
    assert difference(root / "public", clean) == []
    assert difference(root / "public", root / ".public.blogsmith-new") == []
    memory = Memory(root / ".blogsmith" / FILE)
    found = memory.one(EDITION, code_digest())
    memory.close()
    assert found is not None
    left = Left(recorded_names(root), codec_of(KeptEdition).unpack(found).edition.states)
    assert is_left(left, str(root / "public"), str(root / ".public.blogsmith-new"))
    noted, there = (sorted("\0".join(names.lots).split("\0")) for names in (left.names, names_in(str(root / "public"))))
    assert noted == there


def test_posts_come_and_go_and_no_tree_is_listed(blog: Path, scans: list[Path]) -> None:
    post = blog / "content/posts/new.md"
    post.write_text(NEW)
    built(blog, START)
    assert scans == []
    assert (blog / "public/tag/only-here/index.html").exists()
    hold(blog)
    post.unlink()
    scans.clear()
    built(blog, START)
    assert scans == []
    assert not (blog / "public/new").exists()
    assert not (blog / "public/tag/only-here").exists()
    hold(blog)


def test_a_new_post_has_few_pages_of_other_posts_put_together(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together: list[str] = []
    step = Planner.step

    def noted(planner: Planner, plan: PagePlan, old: Entry | None) -> Step:
        together.append(plan.output)
        return step(planner, plan, old)

    monkeypatch.setattr(Planner, "step", noted)
    (blog / "content/posts/new.md").write_text(NEW)
    trip.build_site(request(blog))
    pages, short = ({path for path in together if path.startswith(begin)} for begin in ("w", "p/"))
    assert "new/index.html" in together
    assert len(pages) < 20  # of 40: its neighbours, and those that it is related to
    assert short == {"p/new/index.html"}


def test_nothing_that_is_published_changes_and_no_tree_is_listed(blog: Path, scans: list[Path]) -> None:
    (blog / "config.toml").touch()
    built(blog, START)
    assert scans == []
    hold(blog)


@pytest.mark.parametrize("tree", ["public", ".public.blogsmith-new"])
@pytest.mark.parametrize("change", ["gone", "other", "more"])
def test_trees_that_somebody_changed_are_listed(blog: Path, scans: list[Path], tree: str, change: str) -> None:
    page = blog / tree / "w03/index.html"
    text = page.read_text()
    page.unlink()
    if change == "other":
        page.write_text(text.replace("Well", "Bell"))
    if change == "more":
        page.write_text(text)
        (blog / tree / "w03/more.txt").write_text("more")
    (blog / "content/posts/new.md").write_text(NEW)
    built(blog, START)
    assert scans != []
    assert ("Bell" in (blog / "public/w03/index.html").read_text()) is False
    assert (blog / "public/w03/more.txt").exists() is ((tree, change) == ("public", "more"))


def test_a_file_that_somebody_puts_there_meanwhile_stays(blog: Path) -> None:
    (blog / "content/posts/new.md").write_text(NEW)

    def put(done: int, _: int) -> None:
        (blog / "public/theirs.txt").write_text("theirs")

    outcome = trip.build_site(request(blog), progress=put)
    assert (blog / "public/theirs.txt").read_text() == "theirs"
    assert [found.rule for found in outcome.diagnostics if "theirs" in found.location.path] == ["output/foreign-file"]


def test_verify_looks_for_itself(blog: Path, scans: list[Path]) -> None:
    (blog / "content/posts/new.md").write_text(NEW)
    trip.build_site(Request(root=blog, config=blog / "config.toml", now=START, jobs=1, verify=True))
    assert scans != []
