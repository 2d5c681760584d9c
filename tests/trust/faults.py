"""A build whose n-th file call fails, or at whose n-th file call the process is killed; each in a process of its own.

Every call by which Python touches a file of the site counts: opening, listing, making, linking, renaming, removing, and
each write into an open file. Source of the calls: CPython's audit events.
"""

import builtins
import errno
import io
import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.site import Result

KINDS = ("ENOSPC", "EIO", "EACCES", "EMFILE", "kill")

_EVENTS = frozenset(
    (
        "open",
        "os.listdir",
        "os.scandir",
        "os.mkdir",
        "os.remove",
        "os.rename",
        "os.rmdir",
        "os.link",
        "os.symlink",
        "os.truncate",
        "os.utime",
        "os.chmod",
        "shutil.copyfile",
        "shutil.copytree",
        "sqlite3.connect",
        "ctypes.dlopen",
    )
)
_BUG = 99
_say = os.write


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a build with a fault ended."""

    code: int
    """Its exit code; -9 where it was killed, 99 where it ended with a traceback or said nothing of why."""
    calls: int
    """File calls up to its end."""
    said: str


class _Fault:
    """Counts file calls under a folder and spoils one of them."""

    def __init__(self, root: Path, kind: str, at: int) -> None:
        self.calls = 0
        self._root, self._kind, self._at = str(root), kind, at

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """For `sys.addaudithook`."""
        if event in _EVENTS and (event == "ctypes.dlopen" or self._root in str(arguments[0])):
            self.count(str(arguments[0]))

    def count(self, path: str) -> None:
        """One more call."""
        self.calls += 1
        if self.calls != self._at:
            return
        if self._kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        code = getattr(errno, self._kind)
        raise OSError(code, os.strerror(code), path)

    def open(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """`open`, whose files count their writes."""

        def opened(file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
            stream = real(file, mode, *rest, **named)
            return _Counted(stream, self, str(file)) if set(mode) & set("wxa+") else stream

        return opened

    def write(self, real: Callable[[int, Any], int]) -> Callable[[int, Any], int]:
        """`os.write`, which counts where the file is one of the folder's."""

        def written(descriptor: int, content: Any) -> int:
            path = str(Path(f"/proc/self/fd/{descriptor}").readlink())
            if self._root in path:
                try:
                    self.count(path)
                except OSError:
                    real(descriptor, content[: len(content) // 2])
                    raise
            return real(descriptor, content)

        return written


class _Counted:
    """An open file that counts its writes."""

    def __init__(self, stream: Any, fault: _Fault, path: str) -> None:
        self._stream, self._fault, self._path = stream, fault, path

    def write(self, content: Any) -> Any:
        """Half of it is written where the disk is full."""
        try:
            self._fault.count(self._path)
        except OSError:
            self._stream.write(content[: len(content) // 2])
            raise
        return self._stream.write(content)

    def __enter__(self) -> "_Counted":
        self._stream.__enter__()
        return self

    def __exit__(self, *details: Any) -> Any:
        return self._stream.__exit__(*details)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def with_fault(work: Callable[[], Result], root: Path, *, kind: str = "EIO", at: int = 0) -> Ended:
    """Does `work` in a process of its own; its `at`-th file call under `root` is spoilt. 0: none is."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, _Fault(root, kind, at), writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode("utf-8", "replace")
    _, status = os.waitpid(child, 0)
    calls, _, said = told.partition("\n")
    return Ended(code=os.waitstatus_to_exitcode(status), calls=int(calls or 0), said=said)


def _work(work: Callable[[], Result], fault: _Fault, pipe: int) -> None:
    code, said = _BUG, ""
    try:
        builtins.open = io.open = fault.open(builtins.open)
        os.write = fault.write(os.write)
        sys.addaudithook(fault.hook)
        result = work()
        said = result.output
        code = _BUG if "Traceback" in said or (result.exit_code and "error" not in said) else result.exit_code
    except BaseException:
        said = traceback.format_exc()
    _say(pipe, f"{fault.calls}\n{said}"[:60_000].encode())
    os._exit(code)


def killed_after(work: Callable[[], Result], seconds: float) -> int:
    """Does `work` in a process of its own and kills it after so long. Returns its exit code, -9 where that hit."""
    child = os.fork()
    if child == 0:
        code = _BUG
        try:
            signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
            signal.setitimer(signal.ITIMER_REAL, seconds)
            code = work().exit_code
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)
