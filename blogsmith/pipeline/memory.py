"""What we remember between builds: results of functions by the digest of all that can change them.

One SQLite file in `.blogsmith/`. A memory that is missing, foreign, damaged or of another version is empty, never an
error: each value stands beside a digest of its own, and nothing in it is ever executed. It may hold drafts, so it must
never be uploaded where readers reach, nor be restored from a stranger's branch.

A Memory belongs to the thread that opened it. Whoever uses it from another one, or after it was closed, has made a
mistake: that is raised, and the file stays.
"""

import contextlib
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from blogsmith.pipeline.codec import digest_of
from blogsmith.pipeline.source_states import clock_at

FILE: Final = "memory.sqlite"
VERSION: Final = 2
AT_ONCE = 2_500
"""Values of a kind that wait to be kept: with few of them at a time the file is written over and over."""
_FEW = 64
"""Values of a kind that may outlive their sources' last change, each up to some tens of kilobytes."""

EDITION: Final = "edition"
HEADS: Final = "edition heads"
TOLD: Final = "told"
"""The kinds of values that have a part of many sources: they go as soon as a source is gone."""
TEXT: Final = "text"
OUTLINE: Final = "outline"
BODY: Final = "body"
STUDY: Final = "study"
_OF_SOURCES: Final = (TEXT, OUTLINE, BODY, STUDY)
"""The kinds of values that are made from what one source says."""
_LATER: Final = f"rowid > ? AND +kind IN ({', '.join('?' * len(_OF_SOURCES))})"
"""SQL for those that came after a row; `+` has it look at later rows alone, not at every one of a kind."""

_SCHEMA = "CREATE TABLE kept (kind TEXT, key BLOB, value BLOB, mark BLOB, PRIMARY KEY (kind, key))"
"""With row ids, so that values stand apart from keys: SQLite reads all of a long row to compare the key in it."""
_PAGE = 65536
"""Bytes of a page of a new file, the most there are: values of kilobytes lie in one page, those of megabytes in few.
With SQLite's own 4096 the same values take twice the time to write.
"""
_MARK = 8
"""Bytes of a value's own digest."""
_UNCLEAN = "unclean"
"""What stands for a file that has to be written anew, until it is: also where a build was killed before."""
_PATIENCE = 5.0
"""Seconds."""


class Memory:
    """Values by kind and key. Lost rather than wrong: whatever the file answers, a value is whole or not there.

    Raises sqlite3.ProgrammingError where it is used in another thread, or after `close`.
    """

    def __init__(self, file: Path | None, *, patience: float = _PATIENCE) -> None:
        """`patience`: seconds to wait while another process writes; a value is then not there, and none is kept."""
        self._file, self._patience = file, patience
        self._base = _opened(file, patience)
        self._current: dict[str, Collection[bytes]] = {}

    @property
    def is_kept(self) -> bool:
        """Whether another process can open what is remembered here."""
        return self._file is not None

    def all(self, kind: str) -> dict[bytes, bytes]:
        """Every value of a kind."""
        return dict(self.each(kind))

    def keys(self, kind: str) -> set[bytes]:
        """Every key of a kind, whether or not its value is whole."""
        rows: list[tuple[bytes]] = []
        with self._forgiving():
            rows = list(self._base.execute("SELECT key FROM kept WHERE kind = ?", (kind,)))
        return {key for (key,) in rows}

    def each(self, kind: str) -> Iterator[tuple[bytes, bytes]]:
        """Every key and value of a kind, one by one: all together may take more memory than what they become."""
        return self._rows("SELECT key, value, mark FROM kept WHERE kind = ?", (kind,))

    def one(self, kind: str, key: bytes) -> bytes | None:
        """One value; None where it is not remembered."""
        rows = self._rows("SELECT key, value, mark FROM kept WHERE kind = ? AND key = ?", (kind, key))
        # In a damaged tree SQLite may find a row that stands where the one asked for would, and is another.
        return next((value for found, value in rows if found == key), None)

    def keep(self, kind: str, values: Mapping[bytes, bytes]) -> None:
        """Remembers values; harmless where the disk refuses."""
        rows = [(kind, key, value, _mark(kind, key, value)) for key, value in values.items()]
        with self._forgiving(), self._base:
            self._base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)

    @contextlib.contextmanager
    def in_parts(self) -> Iterator[Callable[[str, bytes, bytes], None]]:
        """What takes one value after the other, by kind and key, and keeps them some at a time: those of a large site
        would take as much memory as all else.
        """
        waiting: dict[str, dict[bytes, bytes]] = defaultdict(dict)

        def keep() -> None:
            for kind, values in waiting.items():
                self.keep(kind, values)
            waiting.clear()

        def take(kind: str, key: bytes, value: bytes) -> None:
            waiting[kind][key] = value
            if len(waiting[kind]) >= AT_ONCE:
                keep()

        yield take
        keep()

    def erase(self, kind: str, keys: Iterable[bytes]) -> None:
        """Erases these values."""
        with self._forgiving(), self._base:
            self._base.executemany("DELETE FROM kept WHERE kind = ? AND key = ?", ((kind, key) for key in keys))

    def retain(self, kind: str, keys: Collection[bytes]) -> None:
        """Erases all of a kind but `keys`: what is gone from the sources is gone from here."""
        self.erase(kind, sorted(self.keys(kind).difference(keys)))

    def keep_only(self, kind: str, values: Mapping[bytes, bytes]) -> None:
        """Remembers values in place of all others of the kind."""
        self.keep(kind, values)
        self.retain(kind, values.keys())

    def supersede(self, kind: str, keys: Collection[bytes]) -> None:
        """Erases all of a kind but `keys`, and but a few from before the edition that stands: what it was made from is
        needed to go on from it, until `sweep` says that there is another.
        """
        self._current[kind] = keys
        query, since = "SELECT key FROM kept WHERE kind = ? AND rowid > ?", self._edition()
        later: list[tuple[bytes]] = []
        with self._forgiving():
            later = list(self._base.execute(query, (kind, since)))
        self.erase(kind, sorted({key for (key,) in later}.difference(keys)))
        if self.count(kind) > len(keys) + _FEW:
            self.retain(kind, keys)

    def sweep(self) -> None:
        """Erases all that was superseded."""
        for kind, keys in self._current.items():
            self.retain(kind, keys)

    def is_ahead(self) -> bool:
        """Whether something was made from sources since the edition that stands."""
        found = None
        with self._forgiving():
            found = self._base.execute(f"SELECT 1 FROM kept WHERE {_LATER} LIMIT 1", self._later).fetchone()
        return found is not None

    def take_back(self) -> None:
        """Erases what was made from sources since the edition that stands: it was published by nobody."""
        with self._forgiving(), self._base:
            self._base.execute(f"DELETE FROM kept WHERE {_LATER}", self._later)

    @property
    def _later(self) -> tuple[object, ...]:
        """The values for `_LATER`."""
        return (self._edition(), *_OF_SOURCES)

    def _edition(self) -> int:
        """The number of the row of the edition that stands, 0 where none does. Later rows have larger ones."""
        found: tuple[int] | None = None
        with self._forgiving():
            found = self._base.execute("SELECT max(rowid) FROM kept WHERE kind = ?", (EDITION,)).fetchone()
        return found[0] or 0 if found is not None else 0

    def clean_later(self) -> None:
        """Something is gone for good: `clean` is to be called when the last of it was erased."""
        for kind in (EDITION, HEADS, TOLD):
            self.retain(kind, ())
        self.keep(_UNCLEAN, {b"": b""})

    def clean(self) -> None:
        """Writes the file anew where it has to be. SQLite blanks what is erased, but not the copies of a row that it
        leaves in a page when it moves rows about.
        """
        if self.one(_UNCLEAN, b"") is not None:
            with self._forgiving():
                self._base.execute("VACUUM")
                self.retain(_UNCLEAN, ())

    def count(self, kind: str) -> int:
        """How many values of a kind are kept."""
        rows: list[tuple[int]] = []
        with self._forgiving():
            rows = list(self._base.execute("SELECT count(*) FROM kept WHERE kind = ?", (kind,)))
        return rows[0][0] if rows else 0

    def moment(self) -> int:
        """The file system's own time in nanoseconds; 0, which trusts nothing, where there is no file."""
        return clock_at(self._file.parent) if self._file is not None else 0

    def reopen(self) -> None:
        """A connection of one's own, after a fork."""
        if self._file is not None:
            self._base = _opened(self._file, self._patience)

    def close(self) -> None:
        """Lets go of the file."""
        with contextlib.suppress(sqlite3.Error):
            self._base.close()

    def _rows(self, query: str, values: tuple[object, ...]) -> Iterator[tuple[bytes, bytes]]:
        kind = str(values[0])
        try:
            for key, value, mark in self._base.execute(query, values):
                if _mark(kind, key, value) == mark:
                    yield key, value
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.Error, TypeError) as error:
            self._give_up(error)

    @contextlib.contextmanager
    def _forgiving(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """An empty memory in place of a damaged one; one that another process writes to stays."""
        if _is_busy(error):
            return
        self.close()
        if self._file is not None:
            _remove(self._file)
        self._base = _opened(self._file, self._patience)


def _mark(kind: str, key: bytes, value: bytes) -> bytes:
    return digest_of(kind.encode(), key, value)[:_MARK]


def _is_busy(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)  # not where it is Python that refuses, as bad UTF-8
    return code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _opened(file: Path | None, patience: float) -> sqlite3.Connection:
    if file is None:
        return _prepared(":memory:", patience)
    try:
        file.parent.mkdir(exist_ok=True)
        return _prepared(str(file), patience)
    except (sqlite3.Error, OSError) as error:
        if _is_busy(error):
            return _prepared(":memory:", patience)
        _remove(file)
    try:
        return _prepared(str(file), patience)
    except sqlite3.Error:
        return _prepared(":memory:", patience)


def _prepared(name: str, patience: float) -> sqlite3.Connection:
    """Raises sqlite3.Error for a file that is none of ours."""
    base = sqlite3.connect(name, timeout=_PATIENCE, isolation_level="DEFERRED")
    for pragma in (
        f"page_size = {_PAGE}",
        "journal_mode = MEMORY",
        "synchronous = OFF",
        "secure_delete = ON",
        "trusted_schema = OFF",
    ):
        base.execute(f"PRAGMA {pragma}")
    version = base.execute("PRAGMA user_version").fetchone()[0]
    tables = [row[0] for row in base.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    if version != VERSION or tables != [_SCHEMA]:
        if tables:
            base.close()
            raise sqlite3.DatabaseError("not this version's memory")
        with base:
            base.execute(_SCHEMA)
            base.execute(f"PRAGMA user_version = {VERSION}")
    base.execute(f"PRAGMA busy_timeout = {round(patience * 1000)}")
    return base


def _remove(file: Path) -> None:
    names: Iterable[Path] = (file, file.with_name(f"{file.name}-journal"))
    for name in names:
        with contextlib.suppress(OSError):
            name.unlink()
