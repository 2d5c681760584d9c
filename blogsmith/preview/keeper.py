"""The one thread that looks at the site and makes its pages, so that nobody ever sees half of a change.

Hints are gathered until nothing more comes for a moment; a request that comes while they wait has them looked into
first. When a burst is over everything is looked at, hinted at or not; and again from time to time while somebody
watches, since hints get lost. That look is taken beside: with ten thousand files it lasts longer than anybody waits.
"""

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from blogsmith.preview.reader import Scan
from blogsmith.preview.session import Session

T = TypeVar("T")

_QUIET = 0.012
"""Seconds without a further hint after which files are looked at: editors save in several steps."""
_LONGEST = 0.08
"""Seconds after which they are looked at even so."""
_BULK_QUIET, _BULK_LONGEST = 0.1, 2.0
"""The same where anything may have changed, as when another branch is checked out: half of one is no use to anybody."""
_AFTER = 0.2
"""Seconds after that at which everything is looked at."""
_SOON = 0.02
"""The same where a file was written too lately to tell by its times."""
_SHARE = 20
"""Looking from time to time takes no more than one part in so many of the thread."""
_LEAST, _LEAST_POLLING, _MOST_POLLING = 1.0, 0.3, 1.0
"""Seconds between two looks; where the system gives no hints, and at most where it gives none."""
_MOST_HINTS = 50
_WATCHED = 60.0
"""Seconds after a request for which somebody counts as watching."""
_PATIENCE = 120.0


@dataclass(slots=True)
class _Job(Generic[T]):
    """Something to do with the session, and what came of it."""

    work: Callable[[Session], T]
    is_asked: bool
    """True where somebody waits: then what is hinted at is looked into first."""
    done: threading.Event = field(default_factory=threading.Event)
    result: T | None = None
    error: BaseException | None = None

    def run(self, session: Session) -> None:
        """Does it."""
        try:
            self.result = self.work(session)
        except BaseException as error:
            self.error = error
        self.done.set()


class Keeper:
    """Runs a session in a thread of its own."""

    def __init__(
        self,
        opens: Callable[[], Session],
        *,
        changed: Callable[[Session], None],
        failed: Callable[[BaseException], None],
        polling: bool = False,
    ) -> None:
        """`opens` is called in that thread at first, `changed` after each change.

        `failed` is called with what went wrong where nobody waits.
        """
        self._opens, self._changed, self._failed, self._polling = opens, changed, failed, polling
        self._error: BaseException | None = None
        self._opened = threading.Event()
        self._jobs: queue.SimpleQueue[_Job[object] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._hints: set[str] | None = set()
        """None: anything may have changed."""
        self._first = self._last = 0.0
        self._cost = 0.0
        self._is_scanning = False
        self._asked = self._scan_due = time.monotonic()
        self._thread = threading.Thread(target=self._live, name="keeper", daemon=True)

    def start(self) -> None:
        """Begins to work."""
        self._thread.start()

    def stop(self) -> None:
        """Ends after what is asked for now."""
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def is_open(self, patience: float) -> bool:
        """Whether the site has been read; waits for that so many seconds. Raises what kept it from being read."""
        is_open = self._opened.wait(patience)
        if self._error is not None:
            raise self._error
        return is_open

    def ask(self, work: Callable[[Session], T]) -> T:
        """What `work` makes of the session as it is now. Raises what it raises, and TimeoutError."""
        self.watched()
        if not self.is_open(_PATIENCE):
            raise TimeoutError("the site is still being read")
        job: _Job[T] = _Job(work=work, is_asked=True)
        self._jobs.put(job)  # type: ignore[arg-type]  # a queue of jobs of every kind
        if not job.done.wait(_PATIENCE):
            raise TimeoutError("the site is still being read")
        if job.error is not None:
            raise job.error
        return job.result  # type: ignore[return-value]  # done without an error

    def tell(self, work: Callable[[Session], object]) -> None:
        """Has something done with the session, and does not wait for it."""
        self._jobs.put(_Job(work=work, is_asked=False))

    def watched(self) -> None:
        """Somebody watches."""
        self._asked = time.monotonic()

    def poll(self) -> None:
        """No hints are to be expected from now on."""
        self._polling = True

    def hint(self, path: str | None) -> None:
        """A file may have changed; None: any may have."""
        with self._lock:
            was_pending = self._pending
            self._last = time.monotonic()
            if not was_pending:
                self._first = self._last
            if path is None or (self._hints is not None and len(self._hints) >= _MOST_HINTS):
                self._hints = None
            elif self._hints is not None:
                self._hints.add(path)
        if not was_pending:
            self.tell(lambda session: None)

    @property
    def _pending(self) -> bool:
        return self._hints is None or bool(self._hints)

    def _live(self) -> None:
        try:
            session = self._opens()
        except BaseException as error:
            self._error = error
            return
        finally:
            self._opened.set()
        while True:
            try:
                job = self._jobs.get(timeout=max(0.001, self._due() - time.monotonic()))
            except queue.Empty:
                self._look(session)
                continue
            if job is None:
                session.keep()
                return
            self._look(session, at_once=job.is_asked)
            job.run(session)
            if job.error is not None and not job.is_asked:
                self._failed(job.error)

    def _due(self) -> float:
        """When to look next."""
        with self._lock:
            if self._hints is None:
                return min(self._last + _BULK_QUIET, self._first + _BULK_LONGEST)
            if self._pending:
                return min(self._last + _QUIET, self._first + _LONGEST)
        now = time.monotonic()
        return self._scan_due if now - self._asked < _WATCHED else max(self._scan_due, now + _LEAST)

    def _look(self, session: Session, *, at_once: bool = False) -> None:
        now, hints = time.monotonic(), set[str]()
        due = self._due()
        with self._lock:
            pending = self._pending and (at_once or now >= due)
            everything = self._hints is None
            if pending:
                hints, self._hints = self._hints or set(), set()
        try:
            if pending and not everything:
                self._refresh(session, hints)
                self._scan_due = time.monotonic() + (_AFTER if session.is_settled else _SOON)
            elif pending:
                self._refresh(session, None)
            elif now >= self._scan_due and (at_once or now - self._asked < _WATCHED):
                self._look_at_everything(session, beside=not (at_once and self._polling))
        except Exception as error:
            self._scan_due = time.monotonic() + _LEAST
            self._failed(error)

    def _look_at_everything(self, session: Session, *, beside: bool) -> None:
        """What changed is taken in when that is done; where nobody gives hints, whoever asks waits for it."""
        if not beside:
            self._refresh(session, None)
            return
        self._scan_due = time.monotonic() + _AFTER
        if not self._is_scanning:
            self._is_scanning = True
            threading.Thread(target=self._scan, args=(session.scan,), name="scan", daemon=True).start()

    def _scan(self, look: Callable[[], Scan]) -> None:
        before = time.monotonic()
        try:
            found = look()
            self.tell(lambda session: self._refresh(session, None, found))
        except Exception as error:
            self._failed(error)
        finally:
            self._cost = time.monotonic() - before
            self._is_scanning = False

    def _refresh(self, session: Session, hints: set[str] | None, scanned: Scan | None = None) -> None:
        changed = session.refresh(hints, scanned)
        pause = max(_LEAST_POLLING if self._polling else _LEAST, self._cost * _SHARE)
        pause = min(pause, _MOST_POLLING) if self._polling else pause
        pause = pause if session.is_settled else _SOON
        self._scan_due = time.monotonic() + pause
        if changed:
            self._changed(session)
