"""Files become the published tree: all of it at once, or nothing.

The new tree is built in a hidden sibling of the output folder and exchanged with it in one system call. What blogsmith
did not write is carried over and told of; what it wrote and no longer writes is gone with the old tree.
"""

import contextlib
import shutil
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location
from blogsmith.pipeline.folders import (
    States,
    entries_in,
    exchange,
    make_folder,
    remove_empty,
    scanned,
    stage_of,
    stopped,
    take_away,
)
from blogsmith.pipeline.guard import mount_point, own_files
from blogsmith.pipeline.in_place import is_unfinished, replace_files
from blogsmith.pipeline.lock import locked
from blogsmith.pipeline.manifest import (
    NOWHERE,
    Addresses,
    Entry,
    Tree,
    Written,
    identity,
    known_trees,
    remember_trees,
)
from blogsmith.pipeline.staging import content_of, link_files, put_file
from blogsmith.pipeline.tree_states import Left, has_same_names, is_left


@frozen
class Manner:
    """How a build publishes."""

    adopt: bool
    """A folder that blogsmith did not write is taken over."""
    clean: bool
    """Nothing is reused."""
    verify: bool = False
    """What is reused is opened, whatever its times say."""
    in_place: bool = False
    jobs: int = 1
    """At most so many processes."""
    left: Left | None = None
    """What the last build left in both trees, where that is known."""


class Output:
    """The staging of one build. Made by `opened_output`."""

    def __init__(self, root: Path, live: Path, manner: Manner) -> None:
        self._root, self._live, self._manner = root, live, manner
        self._trees = known_trees(root)
        self._own = own_files(root, live, self._trees, adopt=manner.adopt)
        self._stage = stage_of(live)
        if manner.in_place:
            self._stage = root / ".blogsmith" / f"stage-{live.name}"
        elif live.is_mount():
            raise mount_point(live)
        self._folders: set[str] = set()
        self._staged: Collection[str] = ()
        self._there: Mapping[str, Entry] = {}
        self._kept: dict[str, Entry] = {}
        self._fresh: dict[str, Entry] = {}
        self.is_doubled = False
        """Whether the tree before the last one holds what the published one holds."""
        self.changed: Collection[str] | None = None
        """The files in which both trees differ from what the last build left; None where that was not as it is said."""
        self._left: Left | None = None

    @property
    def files(self) -> Mapping[str, Entry]:
        """Every file of the new tree, by path."""
        return {**self._kept, **self._fresh}

    def there(self, path: str) -> Entry | None:
        """What is staged already at a path and is as it was published last time."""
        return self._there.get(path)

    def keep(self, path: str, entry: Entry) -> None:
        """Publishes again what is `there` at a path."""
        self._kept[path] = entry

    def took(self, path: str, entry: Entry) -> None:
        """Publishes what some process wrote."""
        self._fresh[path] = entry

    def read(self, path: str) -> bytes:
        """What was written at a path. Raises CannotGoOn with output/write where the disk refuses."""
        return content_of(self._stage, path)

    def write(self, path: str, content: bytes) -> Written:
        """Puts a file into the staged tree; any process may.

        Raises CannotGoOn with output/write where the disk refuses.
        """
        folder = path.rpartition("/")[0]
        try:
            if folder not in self._folders:
                make_folder(f"{self._stage}/{folder}")
                self._folders.add(folder)
        except OSError as error:
            raise stopped("output/write", path, error) from error
        return put_file(self._stage, path, content, is_there=path in self._there)

    def start(self) -> None:
        """Makes the staging: the tree before the last one, or one made of links to the live tree, or an empty one."""
        try:
            self._there = self._reused() if not self._manner.clean else {}
            if not self._there:
                shutil.rmtree(self._stage, ignore_errors=True)
                self._stage.mkdir(parents=True)
                self._there = self._linked() if not self._manner.clean else {}
        except OSError as error:
            raise stopped("output/write", self._live.name, error) from error

    def clear(self, wanted: Collection[str]) -> None:
        """Takes away what was staged at the start and is not `wanted`, so that what is wanted finds its place
        free; what a build left that was killed too.
        """
        try:
            gone = [path for path in self._staged if path not in wanted or path not in self._there]
            for path in gone:
                take_away(self._stage, path)
            self._there = {path: entry for path, entry in self._there.items() if path in wanted}
            remove_empty(self._stage, {path.rpartition("/")[0] for path in gone})
            self._folders.clear()
        except OSError as error:
            raise stopped("output/write", self._live.name, error) from error

    def publish(self, addresses: Addresses = NOWHERE) -> tuple[Diagnostic, ...]:
        """Exchanges the staged tree with the live one, or brings it there file by file. `addresses`: of its posts.

        Returns output/foreign-file for each file of others, which stays.
        """
        tree = Tree(path=str(self._live), files=self.files, addresses=addresses)
        try:
            if self._manner.in_place:
                return self._bring(tree)
            foreign = tuple(self._carry_over())
            remember_trees(self._root, self._trees, {identity(self._stage): tree})
            if self._live.exists():
                exchange(self._stage, self._live)
                self._mirror(tree)
            else:
                self._stage.rename(self._live)
                self._double(tree)
        except OSError as error:
            raise stopped("output/write", self._live.name, error) from error
        return foreign

    def _bring(self, tree: Tree) -> tuple[Diagnostic, ...]:
        """What is on its way is written down as ours before the first file is replaced."""
        self._live.mkdir(parents=True, exist_ok=True)
        for path in [path for path in entries_in(self._live) if is_unfinished(path)]:
            take_away(self._live, path)
        foreign = tuple(self._foreign())
        both = Tree(path=tree.path, files={**self._own, **tree.files})
        remember_trees(self._root, self._trees, {identity(self._live): both, identity(self._stage): tree})
        there = scanned(self._live)
        changed = [path for path, entry in tree.files.items() if not entry.is_in(there, path)]
        replace_files(self._stage, self._live, changed, [path for path in self._own if path not in tree.files])
        remember_trees(self._root, self._trees, {identity(self._live): tree, identity(self._stage): tree})
        return tuple(self._told(path) for path in foreign)

    def discard(self) -> None:
        """Clears the staging away where nothing was published."""
        shutil.rmtree(self._stage, ignore_errors=True)

    def _reused(self) -> dict[str, Entry]:
        """What of the tree before the last one still is as it was written."""
        if not self._stage.is_dir() or self._stage.is_symlink():
            return {}
        known = self._trees.get(identity(self._stage))
        if known is None:
            return {}
        left = self._manner.left
        if left is not None and not self._manner.verify and is_left(left, str(self._live), str(self._stage)):
            self._left, self._staged = left, known.files
            return dict(known.files)
        there = self._staged = scanned(self._stage)
        return self._as_written(self._stage, there, known.files)

    def _linked(self) -> dict[str, Entry]:
        """Links to what of the live tree still is as it was written."""
        linked = self._as_written(self._live, scanned(self._live), self._own) if self._own else {}
        link_files(self._live, self._stage, tuple(linked), jobs=self._manner.jobs)
        self._staged = linked
        return linked

    def _as_written(self, tree: Path, there: States, files: Mapping[str, Entry]) -> dict[str, Entry]:
        """Those of `files` that are in a tree, whose files are `there`, as they were written."""
        same = {path: entry for path, entry in files.items() if entry.is_in(there, path)}
        return {path: entry for path, entry in same.items() if not self._manner.verify or entry.is_file(tree / path)}

    def _mirror(self, tree: Tree) -> None:
        """Gives the retired tree the changes of this build, so that the next one starts there, and nothing withdrawn
        stays in it. After large changes it is cheaper to take it away.
        """
        own = self._own
        # What was kept differs too where a build was killed between its exchange and its own mirroring.
        changed = [path for path, entry in tree.files.items() if path not in own or not entry.is_same_file(own[path])]
        gone = [path for path in self._own if path not in tree.files]
        if not self._own or len(changed) + len(gone) > len(tree.files) // 4:
            self._double(tree)
            return
        self.changed = (*changed, *gone) if self._left is not None else None
        for path in (*changed, *gone):
            take_away(self._stage, path)
        remove_empty(self._stage, {path.rpartition("/")[0] for path in gone})
        link_files(self._live, self._stage, changed, jobs=self._manner.jobs)
        self.is_doubled = True
        remember_trees(self._root, self._trees, {identity(self._live): tree, identity(self._stage): tree})

    def _double(self, tree: Tree) -> None:
        """Makes the other tree out of links to the published one, so that the next build need not; not for a build
        that remembers nothing, whose machine may be gone after it.
        """
        shutil.rmtree(self._stage, ignore_errors=True)
        remember_trees(self._root, self._trees, {identity(self._live): tree})
        if self._manner.clean:
            return
        try:
            self._stage.mkdir()
            link_files(self._live, self._stage, tuple(tree.files), jobs=self._manner.jobs)
            self.is_doubled = True
            remember_trees(self._root, self._trees, {identity(self._live): tree, identity(self._stage): tree})
        except OSError:  # all is published: who has no room for a second tree does without
            self.is_doubled = False
            shutil.rmtree(self._stage, ignore_errors=True)

    def _carry_over(self) -> Iterator[Diagnostic]:
        """Copies what others put into the live tree. Raises CannotGoOn with output/foreign-conflict."""
        for path in self._foreign() if self._live.exists() else ():
            (self._stage / path).parent.mkdir(parents=True, exist_ok=True)
            if (self._live / path).is_dir() and not (self._live / path).is_symlink():
                (self._stage / path).mkdir(exist_ok=True)
                continue
            shutil.copy2(self._live / path, self._stage / path, follow_symlinks=False)
            yield self._told(path)

    def _foreign(self) -> Iterator[str]:
        """Every file, link and empty folder of others. Raises CannotGoOn with output/foreign-conflict."""
        if self._left is not None and has_same_names(self._left, str(self._live)):
            return
        strangers = [path for path in entries_in(self._live) if path not in self._own]
        if not strangers:
            return
        files = self.files
        folders = {path[:end] for path in files for end, character in enumerate(path) if character == "/"}
        for path in sorted(strangers):
            if path in folders and (self._live / path).is_dir() and not (self._live / path).is_symlink():
                continue
            if path in folders or (path in files and self._own):
                location = Location(path=f"{self._live.name}/{path}")
                fault = Diagnostic(rule="output/foreign-conflict", severity=Severity.ERROR, location=location)
                raise CannotGoOn((fault,), exit_code=2)
            if path not in files:
                yield path

    def _told(self, path: str) -> Diagnostic:
        location = Location(path=f"{self._live.name}/{path}")
        return Diagnostic(rule="output/foreign-file", severity=Severity.WARNING, location=location)


@contextlib.contextmanager
def opened_output(root: Path, live: Path, manner: Manner) -> Iterator[Output]:
    """The staging of a build under a lock; cleared away where the build does not publish.

    Raises CannotGoOn with what `own_files` reports, output/mount-point, and output/locked where another build is at
    work.
    """
    with locked(root):
        output = Output(root, live, manner)
        output.start()
        try:
            yield output
        except BaseException:
            output.discard()
            raise
