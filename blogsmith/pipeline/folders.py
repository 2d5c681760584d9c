"""Whole folders: what is in them, and two of them exchanged in one step."""

import contextlib
import ctypes
import errno
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.source import Location

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
"""Source: renameat2(2)."""

States = dict[str, tuple[int, int]]
"""Size and time of change, in nanoseconds, of files by path."""


def scanned(tree: Path) -> States:
    """The states of every file and link in a tree. Raises OSError."""
    found: States = {}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(f"{tree}/{prefix}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{prefix}{entry.name}/")
                else:
                    status = entry.stat(follow_symlinks=False)
                    found[prefix + entry.name] = (status.st_size, status.st_mtime_ns)
    return found


def entries_in(tree: Path) -> list[str]:
    """Every file, link and empty folder. Raises OSError."""
    found: list[str] = []
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(f"{tree}/{prefix}") as entries:
            is_empty = bool(prefix)
            for entry in entries:
                is_empty = False
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{prefix}{entry.name}/")
                else:
                    found.append(prefix + entry.name)
        if is_empty:
            found.append(prefix[:-1])
    return found


def take_away(tree: Path, path: str) -> None:
    """Removes a file of a tree; harmless where it is gone. Raises OSError."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        os.unlink(f"{tree}/{path}")  # noqa: PTH108  # once for every file of the site


def remove_empty(tree: Path, folders: Iterable[str]) -> None:
    """Removes these folders of a tree, and those above them, where they hold nothing."""
    for path in folders:
        folder = path
        while folder:
            with contextlib.suppress(OSError):
                (tree / folder).rmdir()
            folder = folder.rpartition("/")[0]


def make_folder(path: str) -> None:
    """A folder with those above it: at once where they are there, as for most of a site's folders. Raises OSError."""
    try:
        os.mkdir(path)  # noqa: PTH102  # once for every page of the site
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)  # noqa: PTH103  # as above
    except FileExistsError:
        if not os.path.isdir(path):  # noqa: PTH112  # as above
            raise


def stage_of(live: Path) -> Path:
    """The hidden folder beside an output folder with which it is exchanged."""
    return live.parent / f".{live.name}.blogsmith-new"


def exchange(new: Path, old: Path) -> None:
    """Swaps two folders in one step; in two where the file system or the system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        names = (os.fsencode(new), os.fsencode(old))
        if libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
            return
        code = ctypes.get_errno()
        if code not in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
            raise OSError(code, os.strerror(code))
    retired = old.with_name(f".{old.name}.blogsmith-old")
    shutil.rmtree(retired, ignore_errors=True)
    old.rename(retired)
    new.rename(old)
    retired.rename(new)


def stopped(rule: str, path: str, error: OSError) -> CannotGoOn:
    """What the disk refused, as a reason to stop."""
    facts: Mapping[str, str] = {"reason": error.strerror or "unknown"}
    fault = Diagnostic(rule=rule, severity=Severity.ERROR, location=Location(path=path), facts=tuple(facts.items()))
    return CannotGoOn((fault,), exit_code=3)
