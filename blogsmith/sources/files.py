"""The site's folders become a listing; a file becomes text. Only plain files inside the site are opened."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from blogsmith.model.diagnostic import Checked, Diagnostic, Severity
from blogsmith.model.source import Location, SourceFile, SourcePath
from blogsmith.sources.encoding import decode

FOLDERS = ("content/posts", "content/pages", "authors")
"""Where Markdown is looked for, from the site's root."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A plain file in the site's folders."""

    path: SourcePath
    """NFC; what references and messages say."""
    on_disk: str
    """The name as the disk has it, from the site's root."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Every plain file of the site's folders, by path."""

    markdown: tuple[Found, ...]
    others: tuple[Found, ...]


def list_files(root: Path) -> Checked[Listing]:
    """The files under `content/` and `authors/` by path; names starting with `.` or ending with `~` are passed over.

    Reports file/symlink, file/special, file/same-name, file/unreadable, file/name.
    """
    diagnostics: list[Diagnostic] = []
    found: list[Found] = []
    linked = (root / "content").is_symlink()
    if linked:
        diagnostics.append(_fault("file/symlink", "content"))
    for folder in FOLDERS:
        if not (linked and folder.startswith("content/")):
            found.extend(_walk(root, folder, diagnostics))
    found.sort(key=lambda file: file.path)
    unique = _without_twins(found, diagnostics)
    return Checked(
        value=Listing(
            markdown=tuple(file for file in unique if file.path.endswith(".md")),
            others=tuple(file for file in unique if not file.path.endswith(".md")),
        ),
        diagnostics=tuple(diagnostics),
    )


def read_source(root: Path, found: Found, *, limit_kb: int) -> Checked[SourceFile | None]:
    """The text of a file. None where the file vanished since it was listed, or with a diagnostic.

    Reports file/too-large, file/unreadable, file/special and what `decode` reports.
    """
    if found.size > limit_kb * 1024:
        facts = (("size_kb", -(-found.size // 1024)), ("limit_kb", limit_kb))
        return Checked(value=None, diagnostics=(_fault("file/too-large", found.path, *facts),))
    try:
        content = read_plain_file(root / found.on_disk)
    except FileNotFoundError:
        return Checked(value=None)
    except OSError as error:
        reason = ("reason", error.strerror or "unknown")
        return Checked(value=None, diagnostics=(_fault("file/unreadable", found.path, reason),))
    return decode(found.path, content)


def read_plain_file(path: Path) -> bytes:
    """The bytes of a plain file, without waiting on a pipe and without following a link. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(0, "not a plain file")
        return file.read()


def read_line(root: Path, path: str, line: int) -> str | None:
    """One line of a text file for showing a fault; None where it cannot be had."""
    try:
        content = read_plain_file(root / path)
    except (OSError, ValueError):
        return None
    lines = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    return lines[line - 1] if 0 < line <= len(lines) else None


def _walk(root: Path, folder: str, diagnostics: list[Diagnostic]) -> Iterator[Found]:
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
        if not entry.name.startswith(".") and not entry.name.endswith("~"):
            yield from _enter(root, folder, entry, diagnostics)


def _enter(root: Path, folder: str, entry: os.DirEntry[str], diagnostics: list[Diagnostic]) -> Iterator[Found]:
    on_disk = f"{folder}/{entry.name}"
    try:
        path = SourcePath(unicodedata.normalize("NFC", on_disk))
        path.encode("utf-8")
        status = entry.stat(follow_symlinks=False)
    except UnicodeEncodeError:
        shown = on_disk.encode("utf-8", "backslashreplace").decode()
        diagnostics.append(_fault("file/name", shown))
        return
    except OSError:
        return
    if stat.S_ISLNK(status.st_mode):
        diagnostics.append(_fault("file/symlink", path))
    elif stat.S_ISDIR(status.st_mode):
        yield from _walk(root, on_disk, diagnostics)
    elif stat.S_ISREG(status.st_mode):
        yield Found(path=path, on_disk=on_disk, size=status.st_size)
    else:
        diagnostics.append(_fault("file/special", path))


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
