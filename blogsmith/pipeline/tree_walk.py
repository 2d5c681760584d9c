"""The state of all files in a folder, as one digest; a large folder is walked by two processes.

Imports the standard library alone, and little of it: see `standing.py`.
"""

import contextlib
import os
import signal
from collections.abc import Collection
from hashlib import blake2b
from typing import NoReturn

SIZE = 16
"""Bytes of a digest."""
_LARGE = 512
"""With fewer entries than this in a folder a second process costs more than it gives."""
_CLAIMS = 4096
"""How many times at most the two ask what is left: each takes so many entries in one go. Fits into a pipe."""
_COPIES = (".pyc", "~")
"""Of sources: what Python and editors keep for themselves."""


def forked() -> int:
    """As `os.fork`, and an interrupt meanwhile is raised after it: one that comes while Python runs what others have
    registered for a fork is told there and forgotten.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return os.fork()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def tree_state(tree: str) -> str:
    """The digest of the states of all files in a folder. Raises OSError where there is none, or it is being changed."""
    with TreeWalk(tree) as walk:
        return state_of(walk.lots())


def state_of(lots: bytes) -> str:
    """The one digest of what a walk tells of all lots."""
    return blake2b(lots, digest_size=SIZE).hexdigest()


def seen_again(tree: str, lots: bytes, names: Collection[str]) -> bytes:
    """What a walk would tell now, where `lots` is what it told and nothing has changed but under the entries `names`.

    Raises OSError as a walk does, and where other entries stand in the folder than then.
    """
    walk = TreeWalk(tree, alone=True)
    return walk.renewed(lots, names)


class TreeWalk:
    """A walk that has begun. Raises OSError where there is no folder.

    The process that asks takes entries from the back, another one from the front, until they meet. Who takes some pulls
    a byte out of a pipe that holds one for each lot, so that none is left and none is taken twice.
    """

    def __init__(self, tree: str, *, alone: bool = False) -> None:
        with os.scandir(tree) as found:
            self._entries = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in found)
        self._tree = tree
        self._lot = -(-len(self._entries) // _CLAIMS) or 1
        self._lots = -(-len(self._entries) // self._lot)
        self._helper = self._left = self._answer = -1
        if not alone and len(self._entries) >= _LARGE and hasattr(os, "fork") and (os.cpu_count() or 1) > 1:
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

    def lots(self) -> bytes:
        """What both have seen: a digest of each lot of entries. Raises OSError where the folder is being changed."""
        back = self._walk(backwards=True)
        before = self._lots - len(back)
        front = self._received(before * SIZE) if before else b""
        return front + b"".join(reversed(back))

    def renewed(self, lots: bytes, names: Collection[str]) -> bytes:
        """See `seen_again`."""
        if len(lots) != self._lots * SIZE:
            raise OSError(f"{self._tree}: other entries than before")
        wanted = {index // self._lot for index, (name, _) in enumerate(self._entries) if name in names}
        parts = (self._seen(lot) if lot in wanted else lots[lot * SIZE :][:SIZE] for lot in range(self._lots))
        return b"".join(parts)

    def _begin(self) -> None:
        self._left, claims = os.pipe()
        self._answer, answers = os.pipe()
        os.write(claims, bytes(self._lots))
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
        """The digests of the lots that this process got, in the order in which it took them."""
        got: list[bytes] = []
        while len(got) < self._lots and (self._left < 0 or os.read(self._left, 1)):
            got.append(self._seen(self._lots - 1 - len(got) if backwards else len(got)))
        return got

    def _seen(self, lot: int) -> bytes:
        """The digest of one lot."""
        digest = blake2b(digest_size=SIZE)
        for name, is_folder in self._entries[lot * self._lot : (lot + 1) * self._lot]:
            if is_folder:
                _add_folder(digest, f"{self._tree}/{name}", name, passed_over=())
            else:
                add_states(digest, f"{self._tree}/{name}", name)
        return digest.digest()

    def _received(self, size: int) -> bytes:
        """What the other process tells. Raises OSError where it ended before it was done."""
        found = b""
        while chunk := os.read(self._answer, 1 << 16):
            found += chunk
        if len(found) != size:
            raise OSError(f"{self._tree}: the process that looked at a part of it has ended")
        return found


def add_states(digest: "blake2b", path: str, name: str) -> int:
    """Adds a line for each file under `path`, but for editors' copies and bytecode; of folders only what is in them
    counts.

    Returns when the last of the files changed, in nanoseconds. Raises OSError.
    """
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return 0
    if (status.st_mode & 0o170000) != 0o040000:
        digest.update(_line(name, status).encode("utf-8", "surrogateescape"))
        return max(status.st_mtime_ns, status.st_ctime_ns)
    return _add_folder(digest, path, name)


def _add_folder(digest: "blake2b", path: str, name: str, *, passed_over: tuple[str, ...] = _COPIES) -> int:
    latest, waiting = 0, [(path, name)]
    while waiting:
        folder, own = waiting.pop()
        lines = [f"{own}/\n"]
        with os.scandir(folder) as found:
            entries = sorted(found, key=_name)
        for entry in entries:
            part = entry.name
            if passed_over and (part.endswith(passed_over) or part == "__pycache__"):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{own}/{part}"))
            else:
                status = entry.stat(follow_symlinks=False)
                lines.append(_line(part, status))
                latest = max(latest, status.st_mtime_ns, status.st_ctime_ns)
        digest.update("".join(lines).encode("utf-8", "surrogateescape"))
    return latest


def _line(name: str, status: os.stat_result) -> str:
    times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
    return f"{name}\0{status.st_size} {times} {status.st_ino} {status.st_mode}\n"


def _name(entry: "os.DirEntry[str]") -> str:
    return entry.name
