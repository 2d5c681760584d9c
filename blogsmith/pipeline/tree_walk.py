"""The state of all files in a folder, as one digest; a large folder is walked by two processes.

Imports the standard library alone, and little of it: see `standing.py`.
"""

import contextlib
import os
import signal
from hashlib import blake2b
from typing import NoReturn

SIZE = 16
"""Bytes of a digest."""
_LARGE = 512
"""With fewer entries than this in a folder a second process costs more than it gives."""
_CLAIMS = 4096
"""How many times at most the two ask what is left: each takes so many entries in one go. Fits into a pipe."""


def tree_state(tree: str) -> str:
    """The digest of the states of all files in a folder. Raises OSError where there is none, or it is being changed."""
    with TreeWalk(tree) as walk:
        return walk.digest()


class TreeWalk:
    """A walk that has begun. Raises OSError where there is no folder.

    The process that asks takes entries from the back, another one from the front, until they meet. Who takes some pulls
    a byte out of a pipe that holds one for each lot, so that none is left and none is taken twice.
    """

    def __init__(self, tree: str) -> None:
        with os.scandir(tree) as found:
            self._entries = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in found)
        self._tree = tree
        self._lot = -(-len(self._entries) // _CLAIMS) or 1
        self._lots = -(-len(self._entries) // self._lot)
        self._helper = self._left = self._answer = -1
        if len(self._entries) >= _LARGE and hasattr(os, "fork") and (os.cpu_count() or 1) > 1:
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

    def digest(self) -> str:
        """What both have seen. Raises OSError where the folder is being changed."""
        back = self._walk(backwards=True)
        before = self._lots - len(back)
        front = self._received(before * SIZE) if before else b""
        return blake2b(front + b"".join(reversed(back)), digest_size=SIZE).hexdigest()

    def _begin(self) -> None:
        self._left, claims = os.pipe()
        self._answer, answers = os.pipe()
        os.write(claims, bytes(self._lots))
        os.close(claims)
        self._helper = os.fork()
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
            number = self._lots - 1 - len(got) if backwards else len(got)
            digest = blake2b(digest_size=SIZE)
            for name, is_folder in self._entries[number * self._lot :][: self._lot]:
                (_add_folder if is_folder else add_states)(digest, f"{self._tree}/{name}", name)
            got.append(digest.digest())
        return got

    def _received(self, size: int) -> bytes:
        """What the other process tells. Raises OSError where it ended before it was done."""
        found = b""
        while chunk := os.read(self._answer, 1 << 16):
            found += chunk
        if len(found) != size:
            raise OSError(f"{self._tree}: the process that looked at a part of it has ended")
        return found


def add_states(digest: "blake2b", path: str, name: str) -> int:
    """Adds a line for each file under `path`; of folders only what is in them counts.

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


def _add_folder(digest: "blake2b", path: str, name: str) -> int:
    latest, waiting = 0, [(path, name)]
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
