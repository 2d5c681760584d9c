"""The site's folders become a listing; a file becomes text. Only plain files inside the site are opened."""

import contextlib
import os
import stat
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from blogsmith.model.diagnostic import Checked, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location, SourceFile, SourcePath
from blogsmith.sources.encoding import decode

FOLDERS = ("content/posts", "content/pages", "authors")
"""Where Markdown is looked for, from the site's root."""

State = tuple[int, ...]
"""Of a file: size, times of change of content and of state in nanoseconds, inode, mode."""


@frozen
class Found:
    """A plain file in the site's folders."""

    path: SourcePath
    """NFC; what references and messages say."""
    on_disk: str
    """The name as the disk has it, from the site's root."""
    size: int
    """Bytes."""
    stamp: tuple[int, ...]
    """The file's state without its mode: another stamp, another content."""
    unsaved: bytes | None = None
    """What an editor holds and has not saved: this counts, not the disk."""

    @property
    def changed(self) -> int:
        """When the file's content or state last changed, in nanoseconds."""
        return max(self.stamp[1], self.stamp[2])


@frozen
class Listing:
    """Every plain file of the site's folders, by path."""

    markdown: tuple[Found, ...]
    others: tuple[Found, ...]


def list_files(
    root: Path, unsaved: Mapping[str, str] | None = None, states: Mapping[str, State] | None = None
) -> Checked[Listing]:
    """The files under `content/` and `authors/` by path; names starting with `.` or ending with `~` are passed over.

    `unsaved`: texts by path that count in place of what the disk has. `states`: of all files, by path as the disk has
    it, where they were looked at a moment ago.

    Reports file/symlink, file/special, file/same-name, file/unreadable, file/name.
    """
    diagnostics: list[Diagnostic] = []
    found: list[Found] = []
    linked = (root / "content").is_symlink()
    if linked:
        diagnostics.append(_fault("file/symlink", "content"))
    for folder in FOLDERS:
        if not (linked and folder.startswith("content/")):
            if states is not None and folder not in states:  # where it is, it is no folder, which `_walk` tells
                _take(folder, states, found, diagnostics)
            else:
                _walk(root, folder, found, diagnostics)
    found = _with_unsaved(found, unsaved or {})
    found.sort(key=lambda file: file.path)
    unique = _without_twins(found, diagnostics)
    return Checked(
        value=Listing(
            markdown=tuple(file for file in unique if file.path.endswith(".md")),
            others=tuple(file for file in unique if not file.path.endswith(".md")),
        ),
        diagnostics=tuple(diagnostics),
    )


def found_at(root: Path, on_disk: str) -> Found | None:
    """A plain file of the site's folders as `list_files` would find it; None where it would not."""
    path = SourcePath(unicodedata.normalize("NFC", on_disk))
    try:
        path.encode("utf-8")
        status = os.lstat(root / on_disk)
    except (OSError, UnicodeEncodeError):
        return None
    if not is_read(path) or not stat.S_ISREG(status.st_mode):
        return None
    return Found(path=path, on_disk=on_disk, size=status.st_size, stamp=_state(status)[:-1])


def read_source(root: Path, found: Found, *, limit_kb: int) -> Checked[SourceFile | None]:
    """The text of a file. None where the file vanished since it was listed, or with a diagnostic.

    Reports file/too-large, file/unreadable, file/special and what `decode` reports.
    """
    if found.size > limit_kb * 1024:
        facts = (("size_kb", -(-found.size // 1024)), ("limit_kb", limit_kb))
        return Checked(value=None, diagnostics=(_fault("file/too-large", found.path, *facts),))
    try:
        content = found.unsaved if found.unsaved is not None else read_plain_file(f"{root}/{found.on_disk}")
    except FileNotFoundError:
        return Checked(value=None)
    except OSError as error:
        reason = ("reason", error.strerror or "unknown")
        return Checked(value=None, diagnostics=(_fault("file/unreadable", found.path, reason),))
    return decode(found.path, content)


def unsaved_file(path: str, text: str, *, on_disk: str = "") -> Found:
    """A Markdown file as an editor holds it. Its time lies ahead of every other: it is read each time."""
    content = text.encode("utf-8", "surrogatepass")
    stamp = (len(content), sys.maxsize, sys.maxsize, 0)
    return Found(path=SourcePath(path), on_disk=on_disk or path, size=len(content), stamp=stamp, unsaved=content)


def is_read(path: str) -> bool:
    """Whether a file of this path would be looked for."""
    folder = next((name for name in FOLDERS if path.startswith(f"{name}/")), None)
    return folder is not None and all(map(_counts, path.removeprefix(f"{folder}/").split("/")))


def read_plain_file(path: Path | str) -> bytes:
    """The bytes of a plain file, without waiting on a pipe and without following a link. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb", buffering=0) as file:  # all of it is read at once: a buffer would only cost
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "not a plain file")
        return file.read()


def list_names(folder: Path) -> tuple[str, ...]:
    """The names in a folder of the site, sorted; none where it is no folder or a link."""
    try:
        return () if folder.is_symlink() else tuple(sorted(path.name for path in folder.iterdir()))
    except OSError:
        return ()


def plain_files(folder: Path, *, deep: bool = True) -> Iterator[tuple[Path, int]]:
    """Every plain file in a folder, hidden ones too, with its bytes; with `deep` in its folders as well."""
    for place, folders, names in os.walk(folder):
        for name in names:
            status = (Path(place) / name).lstat()
            if stat.S_ISREG(status.st_mode):
                yield Path(place) / name, status.st_size
        if not deep:
            folders.clear()


def _walk(root: Path, folder: str, found: list[Found], diagnostics: list[Diagnostic]) -> None:
    if (root / folder).is_symlink():
        diagnostics.append(_fault("file/symlink", folder))
        return
    try:
        entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        diagnostics.append(_fault("file/unreadable", folder, ("reason", error.strerror or "unknown")))
        return
    for entry in entries:
        if not _counts(entry.name):
            continue
        on_disk = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            _walk(root, on_disk, found, diagnostics)
            continue
        with contextlib.suppress(OSError):
            _enter(on_disk, _state(entry.stat(follow_symlinks=False)), found, diagnostics)


def _take(folder: str, states: Mapping[str, State], found: list[Found], diagnostics: list[Diagnostic]) -> None:
    """What `_walk` would find, of what was looked at already."""
    inside = f"{folder}/"
    for on_disk in sorted(path for path in states if path.startswith(inside)):
        _enter(on_disk, states[on_disk], found, diagnostics)


def _enter(on_disk: str, state: State, found: list[Found], diagnostics: list[Diagnostic]) -> None:
    path = _named(on_disk, diagnostics)
    if path is None:
        return
    if stat.S_ISREG(state[-1]):
        found.append(Found(path=path, on_disk=on_disk, size=state[0], stamp=state[:-1]))
    else:
        diagnostics.append(_fault("file/symlink" if stat.S_ISLNK(state[-1]) else "file/special", path))


def _named(on_disk: str, diagnostics: list[Diagnostic]) -> SourcePath | None:
    """The path of a name on the disk; None where that is no text."""
    if on_disk.isascii():
        return SourcePath(on_disk)
    try:
        path = unicodedata.normalize("NFC", on_disk)
        path.encode("utf-8")
    except UnicodeEncodeError:
        diagnostics.append(_fault("file/name", on_disk.encode("utf-8", "backslashreplace").decode()))
        return None
    return SourcePath(path)


def _state(status: os.stat_result) -> State:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_mode


def _counts(name: str) -> bool:
    return not name.startswith(".") and not name.endswith("~")


def _with_unsaved(found: list[Found], unsaved: Mapping[str, str]) -> list[Found]:
    held = {path: text for path, text in unsaved.items() if path.endswith(".md") and is_read(path)}
    names = {file.path: file.on_disk for file in found}
    on_disk = [file for file in found if file.path not in held]
    return [
        *on_disk,
        *(unsaved_file(path, text, on_disk=names.get(SourcePath(path), "")) for path, text in held.items()),
    ]


def _without_twins(found: list[Found], diagnostics: list[Diagnostic]) -> list[Found]:
    """Without files whose names are one name on a Mac, on Windows or in Unicode NFC."""
    seen: dict[str, Found] = {}
    unique = []
    for file in found:
        first = seen.setdefault(file.path.casefold(), file)
        if first is file:
            unique.append(file)
        else:
            diagnostics.append(_fault("file/same-name", file.path, ("other", first.path)))
    return unique


def _fault(rule: str, path: str, *facts: tuple[str, str | int]) -> Diagnostic:
    return Diagnostic(rule=rule, severity=Severity.ERROR, location=Location(path=path), facts=facts)
