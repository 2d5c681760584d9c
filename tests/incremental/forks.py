"""Builds in processes of their own, each forked from one that has imported everything and built nothing.

`python -m tests.incremental.forks` reads an Order a line and answers each with what it came to, or with `null` where
the build was killed on its way.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from tests.incremental.blog import Built, built

_LISTS = ("findings", "held_back")
_CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link")
"""Audit events of what changes the disk, beside opening a file to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One build, and when it is killed."""

    root: str
    now: str
    hold_back: bool
    jobs: int = 1
    killed_after: str = ""
    """`start` or `exchange`: from where changes of the disk are counted; empty where it may end."""
    changes: int = 0
    """It is killed as it sets out to make the change that follows so many."""


class Forks:
    """The process that forks."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.incremental.forks"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def build(self, order: Order) -> Built | None:
        """What a build came to; None where it was killed."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(order)).encode() + b"\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return Built(**{**answer, **{name: tuple(answer[name]) for name in _LISTS}}) if answer else None

    def close(self) -> None:
        """Lets the process end."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


@contextmanager
def forks() -> Iterator[Forks]:
    """A process that forks, while it is needed."""
    process = Forks()
    try:
        yield process
    finally:
        process.close()


def _killer(order: Order) -> Callable[[str, tuple[object, ...]], None]:
    counted = order.killed_after == "start"
    left = order.changes

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal counted, left
        if event == "ctypes.dlsym" and arguments[1] == "renameat2" and order.killed_after == "exchange":
            counted = True
        elif counted and (event in _CHANGES or (event == "open" and _writes(arguments))):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return hook


def _writes(arguments: tuple[object, ...]) -> bool:
    """Whether the `open` of these arguments is one to write."""
    return isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))


def _answer(order: Order) -> bytes:
    """What a forked process says of its build: nothing where it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        if order.killed_after:
            sys.addaudithook(_killer(order))
        came = built(Path(order.root), datetime.fromisoformat(order.now), hold_back=order.hold_back, jobs=order.jobs)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(json.dumps(asdict(came)).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and not answer:
        raise RuntimeError("a build failed; its traceback stands above")
    return answer


def main() -> None:
    """Forks a build a line."""
    for line in sys.stdin.buffer:
        sys.stdout.buffer.write((_answer(Order(**json.loads(line))) or b"null") + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
