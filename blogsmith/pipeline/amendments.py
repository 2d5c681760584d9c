"""A few files of a published tree are given another content without a look at the others.

It needs two trees that hold the same and are as they were left: then the one is changed, exchanged with the other in
one step, and the other one changed as well. What is not certain is left to `output.py`, which looks at every file.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import msgspec

from blogsmith.model.frozen import frozen
from blogsmith.pipeline.folders import exchange, stage_of, stopped, take_away
from blogsmith.pipeline.manifest import (
    Amendment,
    Entry,
    Listed,
    Written,
    amend_list,
    identity,
    read_list,
)
from blogsmith.pipeline.staging import link_file, put_file

_MOST = 1_000
"""Files that amendments name at most: then the list is written anew."""


@frozen
class _Tree:
    """A tree whose entries nobody has looked at."""

    files: dict[str, msgspec.Raw]


@frozen
class _Kept:
    names: tuple[str, ...]
    tree: _Tree


class Amended:
    """A published tree that is being amended. Made by `amendable`, under the site's lock."""

    def __init__(
        self, root: Path, live: Path, listed: Listed, base: Mapping[str, msgspec.Raw], before: Amendment
    ) -> None:
        self._root, self._live, self._stage = root, live, stage_of(live)
        self._listed, self._base, self._before = listed, base, before
        self._names = identity(live), identity(self._stage)
        self._paths = [path for path in {**base, **before.files} if path not in before.gone]

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
        return len(self._paths)

    def there(self, path: str) -> Entry | None:
        """What is written down of a file."""
        amended = self._before.files.get(path)
        if amended is not None:
            return amended
        raw = self._base.get(path) if path not in self._before.gone else None
        return _entry.decode(raw) if raw is not None else None

    def showing(self, post: str) -> Iterator[str]:
        """The pages that show a post."""
        name = msgspec.json.encode(post)
        likely = (path for path, raw in self._base.items() if name in bytes(raw))
        for path in {**dict.fromkeys(likely), **self._before.files}:
            entry = self.there(path)
            if entry is not None and post in entry.shows:
                yield path

    def beginning(self, prefix: str) -> list[str]:
        """The paths of files that begin so."""
        return [path for path in self._paths if path.startswith(prefix)]

    def write(self, path: str, content: bytes) -> Written:
        """Puts a file into the other tree. Raises CannotGoOn with output/write where the disk refuses."""
        return put_file(self._stage, path, content, is_there=self.there(path) is not None)

    def publish(self, files: Mapping[str, Entry], gone: Collection[str]) -> None:
        """Publishes what was written, less what is `gone`. Raises CannotGoOn with output/write."""
        was, changed = self._before, {**self._before.files, **files}
        now = replace(
            was,
            names=self._names,
            files={path: entry for path, entry in changed.items() if path not in gone},
            gone=tuple(sorted({*was.gone, *gone} - files.keys())),
        )
        try:
            for path in gone:
                take_away(self._stage, path)
            self._write_down(replace(was, names=self._names[:1]), replace(now, names=self._names[1:]))
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
        amend_list(self._root, listed)


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
    if before is None:
        before = Amendment(names=tuple(names), base=next(iter(names)), files={})
        wanted = names
    else:
        wanted = {before.base}
    base = next((kept.tree.files for kept in _decoder.decode(listed.trees) if wanted <= {*kept.names}), None)
    is_small = len(before.files) + len(before.gone) < _MOST
    return (
        Amended(root, live, listed, base, before)
        if base is not None and is_small and names <= {*before.names}
        else None
    )


_entry = msgspec.json.Decoder(Entry)
_decoder = msgspec.json.Decoder(tuple[_Kept, ...])
