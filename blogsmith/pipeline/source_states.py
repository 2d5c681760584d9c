"""The states of all that a build reads: sources, and blogsmith itself; one pass, with the standard library alone.

Imports little: see `standing.py`.
"""

import os
import sys
from collections.abc import Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from blogsmith.pipeline.tree_walk import SIZE, line_of

SOURCES = ("authors", "config.toml", "content", "policy-baseline.json", "press", "takedowns.json", "themes")
"""What of a site a build reads."""

WRITTEN = ("authors", "content")
"""Of these, what people write in: names with a dot before or `~` behind are their editors' own."""
Stamp = tuple[int, ...]
"""Size, times of content and of state in nanoseconds, inode, mode."""

_RACY = ()
"""The stamp of a file that was touched so lately that it could change without another stamp: no file has it."""
_PACKAGE = Path(__file__).parents[1]
_OWN = (_PACKAGE, _PACKAGE.parent / "themes", _PACKAGE.parent / "blogsmith.dist-info")


class Scan:
    """The states of all sources. No dataclass: what makes those takes longer to load than a look at the sources."""

    def __init__(self, root: Path, moment: int, stamps: Mapping[str, Stamp]) -> None:
        """`root`: the site's folder. `moment`: when they were looked at, by the file system's clock in nanoseconds; 0
        where that is not known. `stamps`: by path as the disk has it.
        """
        self.root, self.moment, self.stamps = root, moment, stamps

    def with_these(self, stamps: Mapping[str, Stamp]) -> "Scan":
        """The scan with the states of more files."""
        if stamps.items() <= self.stamps.items():
            return self
        return Scan(self.root, self.moment, {**self.stamps, **stamps})

    @property
    def settled(self) -> dict[str, Stamp]:
        """The stamps that can be trusted."""
        return {path: stamp if max(stamp[1:3]) < self.moment else _RACY for path, stamp in self.stamps.items()}

    @property
    def trusted(self) -> str:
        """The digest of all of them and of blogsmith itself; empty where one was touched in this very moment."""
        if max((max(stamp[1:3]) for stamp in self.stamps.values()), default=0) >= self.moment:
            return ""
        return self.digest

    @cached_property
    def digest(self) -> str:
        """The digest of all of them and of blogsmith itself."""
        lines = "".join([f"{path}\0{stamp}\n" for path, stamp in sorted(self.stamps.items())])
        own = f"{tool_state()}\n{lines}".encode("utf-8", "surrogateescape")
        return blake2b(own, digest_size=SIZE).hexdigest()


def scan_of(root: Path) -> Scan:
    """The states of all that a build of now reads. Raises OSError."""
    return Scan(root, clock_at(root / ".blogsmith"), source_stamps(root))


def clock_at(kept: Path) -> int:
    """The file system's own time in nanoseconds, in the folder of a site's memory; 0, which trusts nothing, without."""
    clock = kept / "clock"
    try:
        kept.mkdir(exist_ok=True)
        clock.touch()
        return clock.stat().st_mtime_ns
    except OSError:
        return 0


def tool_state() -> str:
    """The digest of the states of Python, blogsmith and all that is installed beside it. Raises OSError."""
    digest = blake2b(sys.version.encode(), digest_size=SIZE)
    for folder in sys.path:
        if folder.endswith("-packages"):
            digest.update(_installed(folder))
    for own in _OWN:
        _add_states(digest, str(own), own.name)
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


def _add_states(digest: "blake2b", path: str, name: str) -> None:
    """Adds a line for each file under `path`, but for editors' copies and bytecode. Raises OSError."""
    waiting = [(path, name)] if os.path.isdir(path) else []  # noqa: PTH112  # pathlib takes longer than all else here
    while waiting:
        folder, own = waiting.pop()
        lines = [f"{own}/\n"]
        with os.scandir(folder) as found:
            entries = sorted(found, key=_name)
        for entry in entries:
            part = entry.name
            if part.endswith((".pyc", "~")) or part == "__pycache__":
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{own}/{part}"))
            else:
                lines.append(line_of(part, entry.stat(follow_symlinks=False)))
        digest.update("".join(lines).encode("utf-8", "surrogateescape"))


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_mode
