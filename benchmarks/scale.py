"""How a measured process runs, and what it and all that it started weigh together."""

import contextlib
import os
import re
import threading
from pathlib import Path
from types import TracebackType

_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
_EVERY = 0.1
"""Seconds."""


def environment() -> dict[str, str]:
    """As a user has it: Python keeps its bytecode."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Scale:
    """Weighs while it is open. Source: proc(5), smaps_rollup: what processes share is divided among them."""

    def __init__(self, process: int) -> None:
        self.peak = 0
        """KiB, the most that was seen."""
        self._process = process
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._weigh)

    def __enter__(self) -> "Scale":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _weigh(self) -> None:
        while not self._ended.wait(_EVERY):
            self.peak = max(self.peak, sum(_weight(process) for process in _family(self._process)))


def _family(process: int) -> list[int]:
    """A process with all that it started and that still run."""
    with contextlib.suppress(OSError):
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        return [process, *(one for child in children for one in _family(int(child)))]
    return []


def _weight(process: int) -> int:
    with contextlib.suppress(OSError):
        found = _PSS.search(Path(f"/proc/{process}/smaps_rollup").read_text())
        return int(found[1]) if found else 0
    return 0
