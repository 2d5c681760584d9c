"""Whether anything has changed since the last build: one pass over the states of files, with the standard library.

What is trusted: a file whose size, times of content and state, inode and mode are as they were has the content that it
had, and a folder of which that is so has the names that it had. Nobody can set the time of state back, and a record is
written only where each of them was last touched before the clock of its file system went on: a second change in the
same tick could not be told otherwise. The states of sources that count are those from before anything was read, so that
what changes while a site is built is a change.
"""

import contextlib
import json
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from blogsmith.pipeline.source_states import Scan, scan_of
from blogsmith.pipeline.tree_walk import SIZE, Names, TreeWalk, looks_at, state_of, unpacked

FILE, NAMES = "standing", "published"
"""A line with the digest of the rest, then JSON; the names in the published tree."""


class Standing(NamedTuple):
    """What the last build left, and what it said. A tuple, since what makes dataclasses takes longer to load."""

    key: str
    """How it was asked for: options, language, colour."""
    sources: str
    """The digest of the states of all that it read."""
    output: str
    """The published folder."""
    published: str
    """The digest of the states of all that is in it."""
    since: float
    """The time of the build, in seconds since 1970."""
    until: float
    """When time alone makes another build of it."""
    said: str
    """What it said on stderr; `{seconds}` stands for how long it takes to say so."""


def record(root: Path, standing: Standing) -> None:
    """Writes down what the last build left."""
    content = json.dumps(standing._asdict()).encode()
    put(root, FILE, _mark(content) + b"\n" + content)


def forget(root: Path) -> None:
    """Takes the record away: a build has begun. One that stays is harmless, since it is held to what is published."""
    with contextlib.suppress(OSError):
        (root / ".blogsmith" / FILE).unlink(missing_ok=True)


def still_standing(root: Path, key: str, now: float) -> tuple[Standing | None, Scan | None]:
    """What the last build left, where a build of now would leave the same, None where that is not certain; and how the
    sources were found, where somebody looked.
    """
    scan = None
    try:
        mark, _, content = (root / ".blogsmith" / FILE).read_bytes().partition(b"\n")
        if mark != _mark(content):
            return None, None
        known = Standing(**json.loads(content))
        if known.key != key or not known.since <= now < known.until:
            return None, None
        with TreeWalk(looks_at(known.output, recorded_names(root))) as walk:
            scan = scan_of(root)
            if scan.digest != known.sources or state_of(walk.states()) != known.published:
                return None, scan
    except (OSError, ValueError, TypeError):
        return None, scan
    return known, scan


def record_names(root: Path, names: Names) -> None:
    """Writes down what is in the published tree. Raises OSError."""
    put(root, NAMES, names.packed)


def recorded_names(root: Path) -> Names:
    """What was written down. Raises OSError."""
    return unpacked((root / ".blogsmith" / NAMES).read_bytes())


def put(root: Path, name: str, content: bytes) -> None:
    """Puts a file of `.blogsmith/` in place of what was there, in one step. Raises OSError."""
    file = root / ".blogsmith" / name
    fresh = file.with_suffix(".new")
    fresh.write_bytes(content)
    fresh.replace(file)


def _mark(content: bytes) -> bytes:
    return blake2b(content, digest_size=SIZE).hexdigest().encode()
