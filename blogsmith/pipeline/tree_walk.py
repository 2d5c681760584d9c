"""The states of all names in a published tree, as digests: what was looked at before is looked at again fast.

A tree whose names are known is not listed: a folder's own times tell whether a name in it came, went or stands for
another file, and to ask for them takes a quarter of the time. Many names are looked at by two processes.

Imports the standard library alone, and little of it: see `standing.py`.
"""

import contextlib
import os
import signal
from collections.abc import Collection, Sequence
from hashlib import blake2b
from typing import Final, NamedTuple, NoReturn

SIZE = 16
"""Bytes of a digest."""
_LARGE = 4
"""With fewer looks than this a second process costs more than it gives."""
_LOT, _LOTS = 256, 1_024
"""Names of a lot at least, and lots at most: three digests of each are told by as many bytes as a pipe holds."""
_TOP: Final = "./"
_BETWEEN_NAMES, _BETWEEN_LOTS = "\0", "\0\0"


def forked() -> int:
    """As `os.fork`, and an interrupt meanwhile is raised after it: one that comes while Python runs what others have
    registered for a fork is told there and forgotten.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return os.fork()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Names(NamedTuple):
    """All that is in a tree."""

    lots: tuple[str, ...]
    """Of each lot its folders, with a slash behind, each before the files in it; with `_BETWEEN_NAMES`."""

    @property
    def packed(self) -> bytes:
        """What `unpacked` reads."""
        return _BETWEEN_LOTS.join(self.lots).encode("utf-8", "surrogateescape")


class Look(NamedTuple):
    """A lot of names to look at."""

    tree: str
    lot: str
    is_of_folders: bool
    """Of its folders, or else of its files."""


def names_in(tree: str) -> Names:
    """The names in a tree. Raises OSError where there is none, or it is being changed."""
    folders: list[list[str]] = []
    waiting = [_TOP]
    while waiting:
        folder = waiting.pop()
        files = [folder]
        with os.scandir(f"{tree}/{folder}") as found:
            for entry in sorted(found, key=_name):
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{'' if folder == _TOP else folder}{entry.name}/")
                else:
                    files.append(entry.name)
        folders.append(files)
    return Names(tuple(_in_lots(folders)))


def unpacked(names: bytes) -> Names:
    """What was packed; other bytes are names that no tree has."""
    return Names(tuple(names.decode("utf-8", "surrogateescape").split(_BETWEEN_LOTS)))


def looks_at(tree: str, names: Names, *, folders: bool = True, files: bool = True) -> list[Look]:
    """All that has to be looked at: the folders of each lot, then the files."""
    kinds = [kind for kind, wanted in ((True, folders), (False, files)) if wanted]
    return [Look(tree, lot, kind) for kind in kinds for lot in names.lots]


def state_of(states: bytes) -> str:
    """The one digest of what a walk tells."""
    return blake2b(states, digest_size=SIZE).hexdigest()


def listed_again(tree: str, names: Names, folders: Collection[str]) -> dict[int, str]:
    """The lots, by number, of some folders, listed anew. `folders`: without a slash behind, "" for the tree itself;
    one that is new comes into the lot of the folder it is in, one that is gone leaves its lot.

    Raises OSError where a new one is in none of these folders, and where nothing is left of a lot.
    """
    wanted = {f"{folder}/" if folder else _TOP for folder in folders}
    lots: dict[str, int] = {}
    for number, lot in enumerate(names.lots):
        lots |= dict.fromkeys(wanted.intersection(lot.split(_BETWEEN_NAMES)), number)
    parts = {number: _parts(tree, names.lots[number], wanted) for number in {*lots.values()}}
    for folder in sorted(wanted - lots.keys()):
        above = folder[:-1].rpartition("/")[0]
        number = lots.get(f"{above}/" if above else _TOP, -1)
        if number < 0:
            raise OSError(f"{tree}: {folder} was not there, nor what it is in")
        lots[folder] = number
        parts[number] += _listed(tree, folder)
    if not all(parts.values()):
        raise OSError(f"{tree}: nothing is left of a lot")
    return {number: _BETWEEN_NAMES.join(name for part in found for name in part) for number, found in parts.items()}


class TreeWalk:
    """A look that has begun. `before`: in nanoseconds; what was touched since is no state to rely on.

    The process that asks takes looks from the back, another one from the front, until they meet. Who takes one pulls
    a byte out of a pipe that holds one for each, so that none is left and none is taken twice.
    """

    def __init__(self, looks: Sequence[Look], *, before: int = 0) -> None:
        self._looks, self._before = looks, before
        self._helper = self._left = self._answer = -1
        if len(looks) >= _LARGE and hasattr(os, "fork") and (os.cpu_count() or 1) > 1:
            self._begin()

    def __enter__(self) -> "TreeWalk":
        return self

    def __exit__(self, *_: object) -> None:
        if self._helper >= 0:
            os.close(self._left)
            os.close(self._answer)
            with contextlib.suppress(OSError):
                os.kill(self._helper, signal.SIGKILL)
            with contextlib.suppress(OSError):
                os.waitpid(self._helper, 0)

    def states(self) -> bytes:
        """What both have seen: a digest of each look. Raises OSError where a name is gone, or touched since."""
        back = self._walk(backwards=True)
        front = len(self._looks) - len(back)
        return (self._received(front * SIZE) if front else b"") + b"".join(reversed(back))

    def _begin(self) -> None:
        self._left, claims = os.pipe()
        self._answer, answers = os.pipe()
        os.write(claims, bytes(len(self._looks)))
        os.close(claims)
        self._helper = forked()
        if self._helper == 0:
            self._help(answers)
        os.close(answers)

    def _help(self, answers: int) -> NoReturn:
        """The life of the other process. Nothing of the first one's is cleaned up by it."""
        with contextlib.suppress(BaseException):
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            os.close(self._answer)
            found = memoryview(b"".join(self._walk(backwards=False)))
            while found:
                found = found[os.write(answers, found) :]
        os._exit(0)

    def _walk(self, *, backwards: bool) -> list[bytes]:
        """What this process got to look at, in the order in which it took it."""
        got: list[bytes] = []
        while len(got) < len(self._looks) and (self._left < 0 or os.read(self._left, 1)):
            got.append(_seen(self._looks[-1 - len(got) if backwards else len(got)], self._before))
        return got

    def _received(self, size: int) -> bytes:
        """What the other process tells. Raises OSError where it ended before it was done."""
        found = b""
        while chunk := os.read(self._answer, 1 << 16):
            found += chunk
        if len(found) != size:
            raise OSError("the process that looked at a part of it has ended")
        return found


def _seen(look: Look, before: int) -> bytes:
    """A digest of the states of one lot. Raises OSError as `TreeWalk.states` does."""
    tree, lot, is_of_folders = look
    lines, folder = [], ""
    for name in lot.split(_BETWEEN_NAMES):
        is_folder = name.endswith("/")
        if is_folder:
            folder = name
        if is_folder is not is_of_folders:
            continue
        status = os.lstat(f"{tree}/{folder[:-1]}" if is_folder else f"{tree}/{folder}{name}")
        if name == _TOP:  # it is renamed when it is published, and touched to know the time: its names are listed
            names = _BETWEEN_NAMES.join(sorted(os.listdir(tree)))  # noqa: PTH208  # of any bytes, and fast
            lines.append(f"{status.st_ino} {status.st_mode}\n{names}\n")
        else:
            lines.append(line_of(name, status))
            if before and max(status.st_mtime_ns, status.st_ctime_ns) >= before:
                raise OSError(f"{folder}{name} was touched just now")
    return blake2b("".join(lines).encode("utf-8", "surrogateescape"), digest_size=SIZE).digest()


def line_of(name: str, status: os.stat_result) -> str:
    """The state of a file, as it is written into a digest."""
    times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
    return f"{name}\0{status.st_size} {times} {status.st_ino} {status.st_mode}\n"


def _in_lots(folders: Sequence[Sequence[str]]) -> list[str]:
    least = max(_LOT, sum(map(len, folders)) // (_LOTS - 1))
    lots: list[str] = []
    lot: list[str] = []
    for names in folders:
        lot += names
        if len(lot) >= least:
            lots.append(_BETWEEN_NAMES.join(lot))
            lot = []
    return [*lots, _BETWEEN_NAMES.join(lot)] if lot else lots


def _parts(tree: str, lot: str, anew: Collection[str]) -> list[list[str]]:
    """The folders of a lot with their files, those of some folders as they are now."""
    parts: list[list[str]] = []
    known: list[str] = []
    for name in lot.split(_BETWEEN_NAMES):
        if not name.endswith("/"):
            known.append(name)
        elif name in anew:
            parts += _listed(tree, name)
            known = []
        else:
            known = [name]
            parts.append(known)
    return parts


def _listed(tree: str, folder: str) -> list[list[str]]:
    """A folder with its files; nothing where it is gone."""
    try:
        with os.scandir(f"{tree}/{folder}") as found:
            return [[folder, *sorted(entry.name for entry in found if not entry.is_dir(follow_symlinks=False))]]
    except FileNotFoundError:
        return []


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name
