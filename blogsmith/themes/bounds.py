"""How much a template may cost: Jinja's sandbox bounds what it reaches, and not what it takes.

No process is started for it. The limit on memory is the process's own soft one, raised again behind the page, and a
signal ends what takes too long; both become an exception at a line of a template, in a worker as in the one process of
a small build. See the decisions in the plan of the house for what this costs beside a process of its own.
"""

import ctypes
import os
import resource
import signal
import threading
from typing import Any, Final

from jinja2.exceptions import SecurityError

SECONDS: Final = 10
"""Of the processor's time, for one page."""
MEGABYTES: Final = 512
"""More than the process has, for one page."""
_LARGEST: Final = 1_000_000
"""Characters or items that a multiplication may give; bits of a number."""
_PAGE: Final = resource.getpagesize()
_SIZE: Final = "/proc/self/statm"


class Bounds:
    """Ends what runs in its block after so many seconds of this process's own time, and lets it have no more than so
    many megabytes; `is_late` and a MemoryError say which.

    In a thread beside the first, where no signal arrives, the seconds are those of the clock.
    """

    def __init__(self, seconds: int, megabytes: int) -> None:
        self.is_late = False
        self._seconds, self._megabytes = seconds, megabytes
        self._before: Any = None
        self._alarm: _Alarm | None = None
        self._limits = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)

    def __enter__(self) -> "Bounds":
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGVTALRM, self._end)
            signal.setitimer(signal.ITIMER_VIRTUAL, self._seconds)
        else:
            self._alarm = _Alarm(self._seconds)
        self._limits = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(
            resource.RLIMIT_AS, (_lower(_size() + self._megabytes * 2**20, *self._limits), self._limits[1])
        )
        return self

    def __exit__(self, *_: object) -> None:
        resource.setrlimit(resource.RLIMIT_AS, self._limits)
        if self._alarm is not None:
            self.is_late = self._alarm.stop()
        else:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, self._before)

    def _end(self, _signal: int, _frame: object) -> None:
        self.is_late = True
        raise TimeoutError


class _Alarm:
    """Raises TimeoutError in the thread that made it, unless it is stopped in time."""

    def __init__(self, seconds: int) -> None:
        self._thread = ctypes.c_ulong(threading.get_ident())
        self._lock = threading.Lock()
        self._is_late = self._is_stopped = False
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> bool:
        """Whether it came too late; what it raised and has not arrived yet is taken back."""
        self._timer.cancel()
        with self._lock:
            self._is_stopped = True
            if self._is_late:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, None)
            return self._is_late

    def _ring(self) -> None:
        with self._lock:
            if not self._is_stopped:
                self._is_late = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(self._thread, ctypes.py_object(TimeoutError))


def _size() -> int:
    """Bytes of address space that this process has; without /proc nothing can be bounded."""
    try:
        size = os.open(_SIZE, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return 2**62
    try:
        return int(os.read(size, 64).split(b" ", 1)[0]) * _PAGE
    finally:
        os.close(size)


def _lower(wanted: int, *limits: int) -> int:
    return min([wanted, *(limit for limit in limits if limit != resource.RLIM_INFINITY)])


def refuse_large(operator: str, left: Any, right: Any) -> None:
    """Raises SecurityError where `left operator right` would fill the memory, or take for ever in one step."""
    number, other = (left, right) if isinstance(left, int) else (right, left)
    if operator == "**":
        large = isinstance(left, int) and isinstance(right, int) and abs(left).bit_length() * right > _LARGEST
    elif isinstance(number, int) and isinstance(other, int):
        large = number.bit_length() + other.bit_length() > _LARGEST
    else:
        large = isinstance(number, int) and hasattr(other, "__len__") and len(other) * number > _LARGEST
    if large:
        raise SecurityError(f"`{operator}` would give more than {_LARGEST} of something")
