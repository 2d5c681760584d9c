"""Work shared out among forked processes: each takes the next part when it is free and sends back small results.

Workers die with their parent, and a fault in one is raised in the parent as if it had happened there.
"""

import contextlib
import ctypes
import gc
import math
import os
import selectors
import signal
import struct
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, NoReturn

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location
from blogsmith.pipeline.pipes import DONE, ENDED, RELIEVED, Inbox, Message, end_with, send, told_of
from blogsmith.pipeline.tree_walk import forked

Work = Callable[[int], bytes]

_WORTH_A_PROCESS: Final = 40
"""With fewer pieces of work than this for each process, forking costs more than it gives."""
_PARTS: Final = 2_048
"""Parts at most in which work is handed out: the tickets of all fit into a page, the least that a pipe holds."""
_TICKET: Final = struct.Struct("<H")
_EVERY: Final = 0.01
"""Seconds between two messages of a worker, if it has that much: each wakes the process that waits for it."""


def processors() -> int:
    """How many processes can work at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(
    work: Work,
    count: int,
    *,
    jobs: int,
    started: Callable[[], None] = lambda: None,
    stint: float = math.inf,
    worth: int = _WORTH_A_PROCESS,
) -> Iterator[bytes]:
    """`work(0)` to `work(count - 1)`, in order, done by at most `jobs` processes.

    `started` is called in each process before it works. `stint`: seconds of CPU after which another one takes its
    place. `worth`: pieces that are worth a process.

    Raises CannotGoOn as `work` does and WorkerFailed for a bug, when it is their turn; CannotGoOn with
    output/worker-ended where the system ended a process.
    """
    processes = min(jobs, count // worth)
    if processes < 2 or not hasattr(os, "fork"):
        yield from map(work, range(count))
        return
    crew = _Crew(_Trade(work=work, started=started, parts=_parts_of(count), stint=stint))
    try:
        crew.start(processes)
        for number in range(count):
            yield crew.result(number)
    finally:
        crew.dismiss()


@frozen
class _Trade:
    """What each process of a crew does."""

    work: Work
    started: Callable[[], None]
    parts: Sequence[range]
    stint: float
    """Seconds of CPU after which another one takes its place."""


class _Worker(NamedTuple):
    """A process of a crew, as its parent knows it."""

    process: int
    inbox: Inbox


class _Crew:
    """Processes that take the parts of some work from one pile of tickets."""

    def __init__(self, trade: _Trade) -> None:
        self._trade = trade
        self._results: dict[int, Message] = {}
        self._workers: list[_Worker] = []
        self._heard = selectors.DefaultSelector()
        self._pile, tickets = os.pipe()
        send(tickets, b"".join(map(_TICKET.pack, range(len(trade.parts)))))
        os.close(tickets)

    def start(self, processes: int) -> None:
        """Forks so many. Their first stints differ, so that they are not relieved all at once."""
        gc.freeze()
        _give_back()
        for place in range(1, processes + 1):
            self._hire(self._trade.stint * place / processes)

    def result(self, number: int) -> bytes:
        """What came of a piece of work, once; waits for it. Raises what `shared_out` does."""
        while number not in self._results:
            for key, _ in self._heard.select():
                self._hear(key.data)
        return self._results.pop(number).check()

    def dismiss(self) -> None:
        """Ends all of them, whatever they do."""
        self._heard.close()
        os.close(self._pile)
        for worker in self._workers:
            worker.inbox.close()
            with contextlib.suppress(ProcessLookupError):
                os.kill(worker.process, signal.SIGKILL)
            os.waitpid(worker.process, 0)
        gc.unfreeze()

    def _hire(self, stint: float) -> None:
        reading, writing = os.pipe()
        parent = os.getpid()
        process = forked()
        if process == 0:
            end_with(parent)
            os.close(reading)
            _work(self._trade, stint, self._pile, writing)
        os.close(writing)
        worker = _Worker(process, Inbox(reading))
        self._workers.append(worker)
        self._heard.register(reading, selectors.EVENT_READ, worker)

    def _hear(self, worker: _Worker) -> None:
        if not worker.inbox.receive():
            raise _ended(worker.process)
        while (message := worker.inbox.take()) is not None:
            if message.number >= 0:
                self._results[message.number] = message
                continue
            message.check()
            self._heard.unregister(worker.inbox.pipe)
            if message.kind == RELIEVED:
                gc.freeze()
                self._hire(self._trade.stint)
            self._workers.remove(worker)
            worker.inbox.close()
            os.waitpid(worker.process, 0)  # it ends now: what it holds is given back while the others work


def _parts_of(count: int) -> tuple[range, ...]:
    size = -(-count // _PARTS)
    return tuple(range(first, min(first + size, count)) for first in range(0, count, size))


def _give_back() -> None:
    """Memory that is free goes back to the system before processes share it: each would have a copy of its own."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _work(trade: _Trade, stint: float, pile: int, pipe: int) -> NoReturn:
    """The life of a worker. Nothing of the parent's is cleaned up by it."""
    ready, due, number, is_fresh = bytearray(), 0.0, -1, True
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        trade.started()
        while (is_fresh := time.process_time() < stint) and (ticket := os.read(pile, _TICKET.size)):
            for number in trade.parts[_TICKET.unpack(ticket)[0]]:
                ready += Message(DONE, trade.work(number), number).packed
                if time.monotonic() >= due:
                    send(pipe, ready)
                    ready, due = bytearray(), time.monotonic() + _EVERY
    except BaseException as error:
        ready += told_of(error, number).packed
    send(pipe, ready + Message(ENDED if is_fresh else RELIEVED).packed)
    os._exit(0)


def _ended(process: int) -> CannotGoOn:
    """Why there is no more from a worker: it never ends early by itself, so the system ended it."""
    end = os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    facts = (("value", end.si_status if end else 0),)
    at = Location(path=".")
    fault = Diagnostic(rule="output/worker-ended", severity=Severity.ERROR, location=at, facts=facts)
    return CannotGoOn((fault,), exit_code=3)
