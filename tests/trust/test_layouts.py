"""Nothing that blogsmith did not write is deleted or written over, wherever it is told to publish."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.site import build
from tests.trust.figures import Figure
from tests.trust.layouts import Layout, belongings, layouts

Site = Callable[[str], Path]
Belongings = Mapping[str, tuple[int, bytes]]

ROBOT = """
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
---
I built it.
-- themes/local/hooks/footer_extra.html --
<p>Mine</p>
-- press/release.md --
The maker says so.
-- .git/HEAD --
ref: refs/heads/main
"""
ALL = tuple(layouts())
ADOPTING = (("--adopt",), ("--adopt", "--no-memory"))
"""Who adopts a folder gives it away: a file of theirs that has the name of a page becomes that page."""


def lost(before: Belongings, after: Belongings, *, ours: frozenset[str] = frozenset()) -> set[str]:
    """What was somebody's and is no longer there, or is another."""
    return {path for path, what in before.items() if path not in ours and after.get(path) != what}


@pytest.mark.parametrize("part", range(4))
def test_no_layout_loses_a_file(site: Site, figure: Figure, part: int) -> None:
    folder = site(ROBOT)
    assert build(folder).exit_code == 0
    pristine = folder.with_name("pristine")
    shutil.copytree(folder, pristine, symlinks=True)
    gone: list[str] = []
    own = ALL[part::4]
    for layout in own:
        gone += [f"{layout.name}: {path}" for path in sorted(lost_in(layout, folder))]
        for place in (folder, folder.with_name("elsewhere"), *folder.parent.glob(".*blogsmith-new")):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(pristine, folder, symlinks=True)
    figure("P1", "{} files lost in {} layouts, each built into in three ways", len(gone), len(own))
    assert gone == []


def lost_in(layout: Layout, folder: Path) -> set[str]:
    """What a layout loses while the site is built into it in every way."""
    pages = belongings(folder / "public")
    layout.prepare(folder)
    before = belongings(folder.parent)
    hidden = tuple(f"{folder.name}/{name}" for name in (".blogsmith/", ".public.blogsmith-new"))
    memory = {path for path in before if path.startswith(hidden)}
    published = memory | {f"{folder.name}/public/{path}" for path in pages}
    build_into(layout, folder)
    gone = lost(before, belongings(folder.parent), ours=frozenset(published))
    for arguments in ADOPTING:
        build_into(layout, folder, *arguments)
    adopted = published | {f"{folder.name}/elsewhere/{path}" for path in pages}
    return gone | lost(before, belongings(folder.parent), ours=frozenset(adopted))


def build_into(layout: Layout, folder: Path, *arguments: str) -> None:
    """A build, or its refusal."""
    result = build(folder, "--out", str(folder / layout.out), *arguments)
    assert "Traceback" not in result.output, result.output


def test_there_are_as_many_layouts_as_were_promised() -> None:
    assert len(ALL) >= 60


def test_what_is_lost_is_seen(site: Site) -> None:
    """The control: an output folder that is emptied first."""
    folder = site(ROBOT + "-- out/notes.txt --\nmine\n")
    before = belongings(folder)
    shutil.rmtree(folder / "out")
    assert lost(before, belongings(folder)) == {"out", "out/notes.txt"}
