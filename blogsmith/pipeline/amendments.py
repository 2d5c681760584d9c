"""A few files of a published tree are given another content without a look at the others.

It needs two trees that hold the same and are as they were left: then the one is changed, exchanged with the other in
one step, and the other one changed as well. What is not certain is left to `output.py`, which looks at every file.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from blogsmith.pipeline.folders import exchange, stage_of, stopped, take_away
from blogsmith.pipeline.manifest import (
    Amendment,
    Entry,
    Listed,
    Written,
    identity,
    read_list,
    write_list,
)
from blogsmith.pipeline.staging import link_file, put_file

_MOST = 1_000
"""Files that amendments name at most: then the list is written anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    """A tree whose entries nobody has looked at."""

    files: dict[str, msgspec.Raw]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    names: tuple[str, ...]
    tree: _Tree


class Amended:
    """A published tree that is being amended. Made by `amendable`, under the site's lock."""

    def __init__(self, root: Path, live: Path, listed: Listed, base: _Kept, before: Amendment | None) -> None:
        self._root, self._live, self._stage = root, live, stage_of(live)
        self._listed, self._base, self._before = listed, base, before
        self._names = identity(live), identity(self._stage)

    @property
    def trees(self) -> tuple[str, str]:
        """The published tree and the other one."""
        return str(self._live), str(self._stage)

    @property
    def live(self) -> Path:
        """The published folder."""
        return self._live

    @property
    def count(self) -> int:
        """How many files were published when this was made."""
        return sum(1 for _ in self._paths())

    def there(self, path: str) -> Entry | None:
        """What is written down of a file."""
        if self._before is not None and path in self._before.files:
            return self._before.files[path]
        gone = self._before is not None and path in self._before.gone
        raw = self._base.tree.files.get(path)
        return _entry.decode(raw) if raw is not None and not gone else None

    def showing(self, post: str) -> Iterator[str]:
        """The pages that show a post."""
        name, amended = msgspec.json.encode(post), self._before.files if self._before is not None else {}
        likely = (path for path, raw in self._base.tree.files.items() if name in bytes(raw))
        for path in {**dict.fromkeys(likely), **amended}:
            entry = self.there(path)
            if entry is not None and post in entry.shows:
                yield path

    def beginning(self, prefix: str) -> list[str]:
        """The paths of files that begin so."""
        return [path for path in self._paths() if path.startswith(prefix)]

    def write(self, path: str, content: bytes) -> Written:
        """Puts a file into the other tree. Raises CannotGoOn with output/write where the disk refuses."""
        return put_file(self._stage, path, content, is_there=self.there(path) is not None)

    def publish(self, files: Mapping[str, Entry], gone: Collection[str]) -> None:
        """Publishes what was written, less what is `gone`. Raises CannotGoOn with output/write."""
        before, live = self._before, self._names[0]
        kept = dict(before.files) if before is not None else {}
        left = set(before.gone) if before is not None else set()
        now = Amendment(
            names=self._names,
            base=self._base.names[0],
            files={path: entry for path, entry in {**kept, **files}.items() if path not in gone},
            gone=tuple(sorted((left | {*gone}) - files.keys())),
        )
        was = Amendment(names=(live,), base=now.base, files=kept, gone=tuple(sorted(left)))
        try:
            for path in gone:
                take_away(self._stage, path)
            self._write_down(was, Amendment(names=self._names[1:], base=now.base, files=now.files, gone=now.gone))
            exchange(self._stage, self._live)
            for path in (*files, *gone):
                take_away(self._stage, path)
            for path in files:
                link_file(self._live, self._stage, path)
            self._write_down(now)
        except OSError as error:
            raise stopped("output/write", self._live.name, error) from error

    def _write_down(self, *amendments: Amendment) -> None:
        others = (item for item in self._listed.amendments if not {*item.names} & {*self._names})
        listed = Listed(amendments=(*others, *amendments), trees=self._listed.trees, mark=self._listed.mark)
        write_list(self._root, listed)

    def _paths(self) -> Iterator[str]:
        gone = frozenset(self._before.gone) if self._before is not None else frozenset()
        yield from (path for path in self._base.tree.files if path not in gone)
        yield from (path for path in (self._before.files if self._before else ()) if path not in self._base.tree.files)


def amendable(root: Path, live: Path) -> Amended | None:
    """The published tree, where the list of its files is also that of the other tree; else None."""
    try:
        names = {identity(live), identity(stage_of(live))}
    except OSError:
        return None
    listed = read_list(root)
    if listed is None:
        return None
    before = next((item for item in listed.amendments if names & {*item.names}), None)
    wanted = {before.base} if before is not None else names
    base = next((kept for kept in _decoder.decode(listed.trees) if wanted <= {*kept.names}), None)
    is_whole = before is None or (names <= {*before.names} and len(before.files) + len(before.gone) < _MOST)
    return Amended(root, live, listed, base, before) if base is not None and is_whole else None


_entry = msgspec.json.Decoder(Entry)
_decoder = msgspec.json.Decoder(tuple[_Kept, ...])
