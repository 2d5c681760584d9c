"""Work shared by forked processes: each does its part of a numbered list and sends back small results, in order.

Workers die with their parent, and a fault in one is raised in the parent as if it had happened there.
"""

import contextlib
import ctypes
import gc
import os
import selectors
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from typing import Final, NoReturn

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.source import Location
from blogsmith.pipeline.codec import codec_of, packed
from blogsmith.pipeline.tree_walk import forked

Work = Callable[[int], bytes]

_WORTH_A_PROCESS: Final = 40
"""With fewer pieces of work than this for each process, forking costs more than it gives."""
_DIE_WITH_PARENT: Final = 1
"""Source: prctl(2), PR_SET_PDEATHSIG."""
_DONE, _STOPPED, _FAILED, _NEWS, _BEHIND = b"d", b"s", b"f", b"n", b"b"
_CHUNK: Final = 1 << 16
_EVERY: Final = 0.01
"""Seconds between two messages of a worker, if it has that much: each wakes the process that waits for it."""


class WorkerFailed(RuntimeError):
    """A bug in a worker; its traceback is the message."""


def processors() -> int:
    """How many processes can work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(
    work: Work, count: int, *, jobs: int, started: Callable[[], None] = lambda: None, at_once: int = sys.maxsize
) -> Iterator[bytes]:
    """`work(0)` to `work(count - 1)`, in order, done by at most `jobs` processes.

    `started` is called in each process before it works; after `at_once` pieces of work there are others. Raises
    CannotGoOn as `work` does and with output/worker-ended where the system ended a process, and WorkerFailed for a bug.
    """
    if min(jobs, count // _WORTH_A_PROCESS) < 2 or not hasattr(os, "fork"):
        yield from map(work, range(count))
        return
    for first in range(0, count, at_once):
        yield from _by_processes(work, range(first, min(first + at_once, count)), jobs, started)


def _by_processes(work: Work, numbers: range, jobs: int, started: Callable[[], None]) -> Iterator[bytes]:
    processes = max(1, min(jobs, len(numbers) // _WORTH_A_PROCESS))
    gc.freeze()
    _give_back()
    pipes = [_fork(work, numbers[own::processes], started) for own in range(processes)]
    try:
        yield from _in_order(pipes, len(numbers))
    finally:
        for descriptor, worker in pipes:
            os.close(descriptor)
            with contextlib.suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
            os.waitpid(worker, 0)
        gc.unfreeze()


class Standby:
    """A process that stands by and does `work` whenever it is asked to. Started before any thread.

    `work` takes the question and what sends news of it while it lasts.
    """

    def __init__(self, work: Callable[[bytes, Callable[[bytes], None]], bytes]) -> None:
        questions, self._asking = os.pipe()
        self._reading, answers = os.pipe()
        parent = os.getpid()
        self._worker = forked()
        if self._worker == 0:
            os.close(self._asking)
            os.close(self._reading)
            _stand_by(work, questions, answers, parent)
        os.close(questions)
        os.close(answers)
        self._buffer = bytearray()
        self._lock = threading.Lock()

    def ask(self, question: bytes, *, behind: bool = False, told: Callable[[bytes], None] = lambda news: None) -> bytes:
        """The answer; waits for it. `told` gets the news. `behind`: from now on it works at low priority.

        Raises CannotGoOn as the work does, and WorkerFailed for a bug. One question at a time, from any thread.
        """
        with self._lock:
            _send(self._asking, _BEHIND if behind else _DONE, question)
            while True:
                is_news = self._buffer[:1] == _NEWS
                message = _taken(self._buffer)
                if message is None:
                    self._receive()
                elif is_news:
                    told(message)
                else:
                    return message

    def _receive(self) -> None:
        chunk = os.read(self._reading, _CHUNK)
        if not chunk:
            raise WorkerFailed("the process that stood by has ended")
        self._buffer += chunk

    def stop(self) -> None:
        """Ends it, whatever it does."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._worker, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._worker, 0)
        for pipe in (self._asking, self._reading):
            with contextlib.suppress(OSError):
                os.close(pipe)


def _stand_by(
    work: Callable[[bytes, Callable[[bytes], None]], bytes], questions: int, answers: int, parent: int
) -> NoReturn:
    """The life of a process that stands by. Nothing of the parent's is cleaned up by it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    buffer, is_polite = bytearray(), False
    while os.getppid() == parent:
        if buffer[:1] == _BEHIND and not is_polite:
            is_polite = True
            with contextlib.suppress(OSError):
                os.nice(10)
        question = _taken(buffer)
        if question is None:
            chunk = os.read(questions, _CHUNK)
            if not chunk:
                break
            buffer += chunk
            continue
        try:
            _send(answers, _DONE, work(question, lambda news: _send(answers, _NEWS, news)))
        except CannotGoOn as stop:
            _send(answers, _STOPPED, packed((stop.exit_code, stop.diagnostics)))
        except BaseException:
            _send(answers, _FAILED, traceback.format_exc().encode("utf-8", "replace"))
    os._exit(0)


def _give_back() -> None:
    """Memory that is free goes back to the system before processes share it: each would have a copy of its own."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _fork(work: Work, numbers: range, started: Callable[[], None]) -> tuple[int, int]:
    """The reading end of a worker's pipe, and its process id."""
    reading, writing = os.pipe()
    parent = os.getpid()
    worker = forked()
    if worker == 0:
        os.close(reading)
        _work(work, numbers, started, writing, parent)
    os.close(writing)
    return reading, worker


def _work(work: Work, numbers: range, started: Callable[[], None], pipe: int, parent: int) -> NoReturn:
    """The life of a worker. Nothing of the parent's is cleaned up by it."""
    ready, due = bytearray(), 0.0
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
        started()
        for number in numbers:
            ready += _message(_DONE, work(number))
            if time.monotonic() >= due:
                _write(pipe, ready)
                ready, due = bytearray(), time.monotonic() + _EVERY
    except CannotGoOn as stop:
        ready += _message(_STOPPED, packed((stop.exit_code, stop.diagnostics)))
    except BaseException:
        ready += _message(_FAILED, traceback.format_exc().encode("utf-8", "replace"))
    _write(pipe, ready)
    os._exit(0)


def _message(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(8, "little") + content


def _send(pipe: int, kind: bytes, content: bytes) -> None:
    _write(pipe, _message(kind, content))


def _write(pipe: int, ready: bytes | bytearray) -> None:
    message = memoryview(ready)
    with contextlib.suppress(BrokenPipeError):
        while message:
            message = message[os.write(pipe, message) :]


def _in_order(pipes: list[tuple[int, int]], count: int) -> Iterator[bytes]:
    """Results by number: the n-th comes from the n-th worker, in turn."""
    buffers = {descriptor: bytearray() for descriptor, _ in pipes}
    with selectors.DefaultSelector() as selector:
        for descriptor in buffers:
            selector.register(descriptor, selectors.EVENT_READ)
        for number in range(count):
            descriptor, worker = pipes[number % len(pipes)]
            while (message := _taken(buffers[descriptor])) is None:
                if descriptor not in {key.fd for key in selector.get_map().values()}:
                    raise _ended(worker)
                _receive(selector, buffers)
            yield message


def _ended(worker: int) -> CannotGoOn:
    """Why there is no more from a worker: it never ends early by itself, so the system ended it."""
    end = os.waitid(os.P_PID, worker, os.WEXITED | os.WNOWAIT)
    facts = (("value", end.si_status if end else 0),)
    at = Location(path=".")
    fault = Diagnostic(rule="output/worker-ended", severity=Severity.ERROR, location=at, facts=facts)
    return CannotGoOn((fault,), exit_code=3)


def _receive(selector: selectors.BaseSelector, buffers: dict[int, bytearray]) -> None:
    for key, _ in selector.select():
        chunk = os.read(key.fd, _CHUNK)
        buffers[key.fd] += chunk
        if not chunk:
            selector.unregister(key.fd)


def _size(buffer: bytearray) -> int | None:
    """How long the first message is, head included; None where it is not whole yet."""
    if len(buffer) < 9:
        return None
    size = 9 + int.from_bytes(buffer[1:9], "little")
    return size if len(buffer) >= size else None


def _taken(buffer: bytearray) -> bytes | None:
    """The first message of a buffer, taken out; None where it is not whole yet. Raises what went wrong over there."""
    size = _size(buffer)
    if size is None:
        return None
    kind, content = bytes(buffer[:1]), bytes(buffer[9:size])
    del buffer[:size]
    if kind == _STOPPED:
        exit_code, diagnostics = codec_of(tuple[int, tuple[Diagnostic, ...]]).unpack(content)
        raise CannotGoOn(diagnostics, exit_code=exit_code)
    if kind == _FAILED:
        raise WorkerFailed(content.decode("utf-8"))
    return content
