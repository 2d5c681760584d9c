"""The way back: files of the site are written, whole or not at all. A new one never overwrites what exists."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location

_MODE = 0o644


@frozen
class NewFile:
    """A file to be written."""

    path: str
    """From the site's root, forward slashes."""
    content: str | Path
    """Text, written as UTF-8; or the file whose bytes are carried over."""


def write_new(root: Path, files: Iterable[NewFile]) -> None:
    """Writes every file under `root`; each appears whole, under its name, or not at all.

    Looks at all of them before the first is written. Raises CannotGoOn with write/exists, write/outside or
    write/twice for each that cannot be written, write/failed where the disk refuses.
    """
    files = tuple(files)
    refuse_taken(root, [file.path for file in files])
    for file in files:
        try:
            _write(root / file.path, file.content)
        except FileExistsError as error:
            raise CannotGoOn((_fault("write/exists", file.path),), exit_code=2) from error
        except OSError as error:
            reason = ("reason", error.strerror or "unknown")
            raise CannotGoOn((_fault("write/failed", file.path, reason),), exit_code=3) from error


def refuse_taken(root: Path, paths: Iterable[str]) -> None:
    """Nothing, where every path can be written; else raises CannotGoOn as `write_new` does, and nothing is written."""
    faults = tuple(_faults(root, paths))
    if faults:
        raise CannotGoOn(faults, exit_code=2)


def is_free(root: Path, path: str) -> bool:
    """Whether nothing stands at `path` in `root`."""
    return not os.path.lexists(root / path)


def is_empty(folder: Path) -> bool:
    """Whether there is nothing in `folder`, or no such folder."""
    return not folder.exists() or (folder.is_dir() and next(folder.iterdir(), None) is None)


def replace_file(root: Path, path: str, content: str) -> None:
    """Writes one of blogsmith's own files anew, whole or not at all.

    Raises CannotGoOn with write/outside, write/failed.
    """
    target = root / path
    if not _stays_inside(root.resolve(), path):
        raise CannotGoOn((_fault("write/outside", path),))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
        with os.fdopen(descriptor, "wb") as file:
            file.write(content.encode("utf-8"))
            os.fchmod(file.fileno(), _MODE)
        Path(name).replace(target)
    except OSError as error:
        reason = ("reason", error.strerror or "unknown")
        raise CannotGoOn((_fault("write/failed", path, reason),), exit_code=3) from error


def remove_file(root: Path, path: str) -> None:
    """Deletes one of blogsmith's own files, where it is there. Raises as `replace_file`."""
    if not _stays_inside(root.resolve(), path):
        raise CannotGoOn((_fault("write/outside", path),))
    try:
        (root / path).unlink(missing_ok=True)
    except OSError as error:
        reason = ("reason", error.strerror or "unknown")
        raise CannotGoOn((_fault("write/failed", path, reason),), exit_code=3) from error


def _faults(root: Path, paths: Iterable[str]) -> Iterable[Diagnostic]:
    home = root.resolve()
    seen: set[str] = set()
    for path in paths:
        if path.casefold() in seen:
            yield _fault("write/twice", path)
        seen.add(path.casefold())
        if not _stays_inside(home, path):
            yield _fault("write/outside", path)
        elif not is_free(root, path):
            yield _fault("write/exists", path)


def _stays_inside(home: Path, path: str) -> bool:
    """Whether `path` is a plain path whose folders, links followed, lie in the site."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.name or "\\" in path:
        return False
    return (home / pure).parent.resolve().is_relative_to(home)


def _write(target: Path, content: str | Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    partial = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if isinstance(content, str):
                file.write(content.encode("utf-8"))
            else:
                with content.open("rb") as origin:
                    shutil.copyfileobj(origin, file)
            os.fchmod(file.fileno(), _MODE)
        _give_name(partial, target)
    finally:
        partial.unlink(missing_ok=True)


def _give_name(partial: Path, target: Path) -> None:
    """`partial` appears as `target`. A link fails where the name is taken; a rename would replace what is there."""
    try:
        os.link(partial, target)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        partial.rename(target)


def _fault(rule: str, path: str, *facts: tuple[str, str]) -> Diagnostic:
    return Diagnostic(rule=rule, severity=Severity.ERROR, location=Location(path=path), facts=(("value", path), *facts))
