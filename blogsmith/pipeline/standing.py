"""Whether anything has changed since the last build: one pass over the states of files, with the standard library.

What is trusted: a file whose size, times of content and state, inode and mode are as they were has the content that it
had. Nobody can set the time of state back, and a record is written only where each source was last touched before the
build began: a second change in the same tick of the file system's clock could not be told otherwise. The states that
count are those from before anything was read, so that what changes while a site is built is a change.
"""

import contextlib
import json
import os
import sys
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from blogsmith.pipeline.tree_walk import SIZE, TreeWalk, add_states, state_of

FILE = "standing"
"""A line with the digest of the rest, then JSON."""
SOURCES = ("authors", "config.toml", "content", "policy-baseline.json", "press", "takedowns.json", "themes")
"""What of a site a build reads."""

WRITTEN = ("authors", "content")
"""Of these, what people write in: names with a dot before or `~` behind are their editors' own."""
Stamp = tuple[int, ...]
"""Size, times of content and of state in nanoseconds, inode, mode."""

_PACKAGE = Path(__file__).parents[1]
_OWN = (_PACKAGE, _PACKAGE.parent / "themes", _PACKAGE.parent / "blogsmith.dist-info")


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
    file = root / ".blogsmith" / FILE
    fresh = file.with_suffix(".new")
    content = json.dumps(standing._asdict()).encode()
    fresh.write_bytes(_mark(content) + b"\n" + content)
    fresh.replace(file)


def forget(root: Path) -> None:
    """Takes the record away: a build has begun. One that stays is harmless, since it is held to what is published."""
    with contextlib.suppress(OSError):
        (root / ".blogsmith" / FILE).unlink(missing_ok=True)


def still_standing(root: Path, key: str, now: float) -> Standing | None:
    """What the last build left, where a build of now would leave the same; None where that is not certain."""
    try:
        mark, _, content = (root / ".blogsmith" / FILE).read_bytes().partition(b"\n")
        if mark != _mark(content):
            return None
        known = Standing(**json.loads(content))
        if known.key != key or not known.since <= now < known.until:
            return None
        with TreeWalk(known.output) as walk:
            if source_states(root)[0] != known.sources or state_of(walk.lots()) != known.published:
                return None
    except (OSError, ValueError, TypeError):
        return None
    return known


def trusted_states(root: Path) -> str:
    """The digest of the states of all that a build of now reads; empty where one was touched in this very moment."""
    clock = root / ".blogsmith" / "clock"
    try:
        clock.parent.mkdir(exist_ok=True)
        clock.touch()
        states, latest = source_states(root)
        return states if latest < clock.stat().st_mtime_ns else ""
    except OSError:
        return ""


def source_states(root: Path) -> tuple[str, int]:
    """The digest of the states of all that a build reads, and when the last of them changed, in nanoseconds.

    Raises OSError.
    """
    digest, latest = blake2b(tool_state().encode(), digest_size=SIZE), 0
    for name in SOURCES:
        latest = max(latest, add_states(digest, f"{root}/{name}", name))
    return digest.hexdigest(), latest


def tool_state() -> str:
    """The digest of the states of Python, blogsmith and all that is installed beside it. Raises OSError."""
    digest = blake2b(sys.version.encode(), digest_size=SIZE)
    for folder in sys.path:
        if folder.endswith("-packages"):
            digest.update(_installed(folder))
    for own in _OWN:
        add_states(digest, str(own), own.name)
    return digest.hexdigest()


def source_stamps(root: Path) -> dict[str, Stamp]:
    """The state of each file that a build of the site reads, by path from the root. Raises OSError.

    Of `authors/` and `content/` without what editors keep for themselves.
    """
    stamps: dict[str, Stamp] = {}
    waiting = list(SOURCES)
    while waiting:
        name = waiting.pop()
        try:
            status = os.lstat(f"{root}/{name}")
        except FileNotFoundError:
            continue
        if (status.st_mode & 0o170000) != 0o040000:
            stamps[name] = _stamp(status)
            continue
        is_written = name.startswith(WRITTEN)
        with os.scandir(f"{root}/{name}") as found:
            for entry in found:
                own = entry.name
                is_code = own.endswith(".pyc") or own == "__pycache__"
                if own.endswith("~") or (own.startswith(".") if is_written else is_code):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{name}/{own}")
                    continue
                try:
                    stamps[f"{name}/{own}"] = _stamp(entry.stat(follow_symlinks=False))
                except FileNotFoundError:  # `suppress` takes longer than the look at the file
                    continue
    return stamps


def stamp_of(root: Path, name: str) -> Stamp | None:
    """The same of one file; None where there is no plain file."""
    try:
        status = os.lstat(f"{root}/{name}")
    except OSError:
        return None
    return _stamp(status) if (status.st_mode & 0o170000) == 0o100000 else None


def _installed(folder: str) -> bytes:
    """The state of a folder of packages: it changes when one comes, goes, or becomes another version.

    Of no other folder of `sys.path`: one is the folder that the command is called in, which a build changes.
    """
    try:
        return f"{folder}\0{os.stat(folder).st_mtime_ns}\n".encode("utf-8", "surrogateescape")  # noqa: PTH116
    except OSError:
        return b""


def _mark(content: bytes) -> bytes:
    return blake2b(content, digest_size=SIZE).hexdigest().encode()


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_mode
