"""A blog that is edited and built for a while, each build held to a clean one."""

import os
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from urllib.parse import unquote

from blogsmith.pipeline.manifest import NOWHERE, known_addresses, known_trees, remember_trees
from tests.incremental.blog import Built, built, contents, difference, files_in, put_back, write_blog
from tests.incremental.edits import EDITS, Edit

_SHORT = re.compile(r"p/([^/]+)/index\.html")
_TARGET = re.compile(r'<link rel="canonical" href="https://blog\.example\.com([^"]*)"')

START = datetime(2026, 6, 1, 12)

Build = Callable[[Path, datetime, bool], Built]
"""The next build of a site; the last argument says whether posts at fault are held back."""


def build_here(root: Path, now: datetime, hold_back: bool) -> Built:  # a Build
    """In this process."""
    return built(root, now, hold_back=hold_back)


def addresses_in(tree: Path) -> dict[str, str]:
    """Where the posts of a tree stand, by id: what the pages under their permanent links say."""
    short = ((_SHORT.fullmatch(path), file) for path, file in files_in(tree).items())
    return {found[1]: _target(file) for found, file in short if found}


def forget_addresses(root: Path) -> None:
    """Takes what is known of addresses out of the list of what is published."""
    trees = known_trees(root)
    if any(tree.addresses.posts for tree in trees.values()):
        bare = {id(tree): replace(tree, addresses=NOWHERE) for tree in trees.values()}
        remember_trees(root, {}, {name: bare[id(tree)] for name, tree in trees.items()})


def _leads_on(tree: Path, address: str, target: str) -> bool:
    page = tree / unquote(address).strip("/") / "index.html"
    return page.exists() and _target(page) == target


def _target(page: Path) -> str:
    found = _TARGET.search(page.read_text())
    return found[1] if found else ""


class Life:
    """`step` and `hold` in turn; what was done is in `done`."""

    def __init__(
        self,
        folder: Path,
        seed: int,
        *,
        theme: str,
        korean: bool,
        build: Build = build_here,
        edits: Sequence[Edit] = EDITS,
        begin: Callable[[Path, Random], None] = lambda root, chance: None,
    ) -> None:
        """`begin` writes more into the blog before anything happens to it."""
        self.root, self.chance, self.now = folder / "site", Random(seed), START
        self._edits = edits
        self.done: list[str] = []
        self.steps = self.edits = self.published = 0
        self.clean = 0
        """Builds that were held to clean ones."""
        self.shown = 0
        """Posts' pages in all that was published, so that nobody holds empty sites to each other."""
        self.refused = 0
        """Builds that would have moved a post."""
        self._clean = folder / "clean"
        self._build = build
        write_blog(self.root, theme=theme, korean=korean)
        begin(self.root, self.chance)
        self._sound = contents(self.root)
        self._held: tuple[str, ...] = ()

    def step(self) -> None:
        """An edit, or a few; now and then time passes or is set back, and a blog that is ill is mended."""
        self.steps += 1
        for _ in range(self.chance.choice((1, 1, 1, 2, 3))):
            edit = self.chance.choice(self._edits)
            self.note(edit.__name__)
            edit(self.root, self.chance)
            self.edits += 1
        if self.chance.random() < 0.1:
            self.pass_days(self.chance.choice((-3, 1, 5, 40)))
        if self._held and self.chance.random() < 0.4:
            self.mend()

    def pass_days(self, days: int) -> None:
        """Time passes, or the clock is set back."""
        self.now += timedelta(days=days)
        self.note("days")

    def mend(self) -> None:
        """What was at fault is as it was at first, or gone."""
        self.note("mend")
        whole = contents(self.root)
        gone = {path for path in whole if path.startswith("content/posts/") and self.chance.random() < 0.3}
        put_back(self.root, {**{path: text for path, text in whole.items() if path not in gone}, **self._sound})

    def undo(self, before: Mapping[str, bytes], *, times: bool) -> None:
        """What people wrote is what it was; `times`: in files whose times do not tell."""
        self.note("undo")
        moments = {path: (self.root / path).stat().st_mtime_ns for path in before if (self.root / path).exists()}
        put_back(self.root, before)
        if times:
            for path, moment in moments.items():
                os.utime(self.root / path, ns=(moment, moment))

    def hold(self, *, hold_back: bool | None = None, clean: bool = True) -> None:
        """The next build and a clean one are alike, and so is the twin that the build after it will start from.

        Without `clean` the next build is held to what can be said of it alone: what goes wrong stays wrong, and is seen
        when a later one is held to a clean one.
        """
        if hold_back is None:
            hold_back = self.chance.random() < 0.8
        live, twin = self.root / "public", self.root / ".public.blogsmith-new"
        before = {path: file.stat().st_ino for path, file in files_in(live).items()}
        wanted = self.clean_build(hold_back=hold_back) if clean else None
        if wanted is not None:
            self.let_move(wanted)
        forget_addresses(self.root)
        written = contents(self.root)
        found = self._build(self.root, self.now, hold_back)
        assert contents(self.root) == written, self.done
        self.clean += clean
        self._held = found.held_back if hold_back else (*self._held, *(("?",) if found.exit_code else ()))
        assert wanted is None or found == wanted, self.done
        assert found.accounted == found.found, self.done
        if found.exit_code:
            assert {path: file.stat().st_ino for path, file in files_in(live).items()} == before, self.done
        else:
            self.published += 1
            self.shown += sum(path.startswith("p/") for path in files_in(live))
            assert wanted is None or difference(live, self._clean) == [], self.done
            assert not twin.exists() or difference(twin, live) == [], self.done

    def let_move(self, wanted: Built) -> None:
        """A clean build knows of no earlier one; the next build does, and refuses to move what was published.

        Held to what both trees say themselves; then what is known of addresses is forgotten, as a machine that never
        published would have it, so that the two builds can be held to each other.
        """
        if wanted.exit_code == 0 and not wanted.held_back:
            live = self.root / "public"
            before, now_at = addresses_in(live), addresses_in(self._clean)
            lost = {
                name
                for name, was in before.items()
                if name in now_at and was != now_at[name] and not _leads_on(self._clean, was, now_at[name])
            }
            if known_addresses(self.root, live).posts and lost:
                inodes = {path: file.stat().st_ino for path, file in files_in(live).items()}
                refused = self._build(self.root, self.now, False)
                told = [finding for finding in refused.findings if "rule='post/moved'" in finding]
                assert (refused.exit_code, len(told)) == (1, len(lost)), (lost, self.done)
                assert {path: file.stat().st_ino for path, file in files_in(live).items()} == inodes, self.done
                self.refused += 1

    def clean_build(self, *, hold_back: bool) -> Built:
        """A build that remembers nothing, into a folder of its own."""
        shutil.rmtree(self._clean, ignore_errors=True)
        return built(self.root, self.now, clean=self._clean, hold_back=hold_back)

    def note(self, name: str) -> None:
        """Remembers what was done, for whoever reads a failure."""
        self.done = [*self.done[-19:], name]
