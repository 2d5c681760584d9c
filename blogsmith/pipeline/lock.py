"""One build of a site at a time. The lock of a builder that died ends with the last of its workers."""

import contextlib
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.source import Location
from blogsmith.pipeline.folders import stopped

_STEP: Final = 0.01
"""Seconds between two looks at a lock whose holder is dead."""
_STEPS: Final = 500


@contextlib.contextmanager
def locked(root: Path) -> Iterator[None]:
    """Holds the site's lock. Raises CannotGoOn with output/locked where another build is at work, and output/write."""
    folder = root / ".blogsmith"
    try:
        folder.mkdir(exist_ok=True)
        descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise stopped("output/write", ".blogsmith", error) from error
    try:
        _take(descriptor)
        os.truncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> None:
    """Waits for the workers of a dead builder: the system ends them with it, though not in the same moment."""
    for step in range(_STEPS):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
            if step == _STEPS - 1 or not _is_dead(holder):
                facts = (("pid", holder or "?"),)
                location = Location(path=".blogsmith/lock")
                fault = Diagnostic(rule="output/locked", severity=Severity.ERROR, location=location, facts=facts)
                raise CannotGoOn((fault,), exit_code=3) from error
            time.sleep(_STEP)
        else:
            return


def _is_dead(process: str) -> bool:
    """Whether there is no such process; what is no number is taken for one that lives."""
    return process.isdecimal() and not Path(f"/proc/{process}").exists() and Path("/proc/self").exists()
