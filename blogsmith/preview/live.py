"""Who has which page open, and what each is told: that its own page is another now, and how the site stands."""

import json
import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from blogsmith.pipeline.codec import digest_of
from blogsmith.preview.session import Served

MOST_STREAMS = 128
_MOST_WAITING = 64


@dataclass(slots=True, eq=False)
class Listener:
    """One open page."""

    output: str
    """Of the page; empty for the preview's own."""
    mark: str
    """Of what it shows."""
    events: queue.Queue[bytes] = field(default_factory=lambda: queue.Queue(_MOST_WAITING))

    def tell(self, event: str, facts: Mapping[str, object]) -> None:
        """Puts an event into the stream; who has not read so many has gone."""
        try:
            self.events.put_nowait(as_event(event, facts))
        except queue.Full:
            self.mark = ""


class Audience:
    """Every open page. Safe to be used from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []

    def join(self, listener: Listener) -> bool:
        """Adds an open page; False where there are too many."""
        with self._lock:
            if len(self._listeners) >= MOST_STREAMS:
                return False
            self._listeners.append(listener)
            return True

    def leave(self, listener: Listener) -> None:
        """Takes a page out that was closed."""
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)

    def tell(self, event: str, facts: Mapping[str, object]) -> None:
        """Tells everybody."""
        for listener in self.everybody():
            listener.tell(event, facts)

    def everybody(self) -> tuple[Listener, ...]:
        """Who listens now."""
        with self._lock:
            return tuple(self._listeners)


def tell_changes(listeners: tuple[Listener, ...], served: Callable[[str], Served]) -> None:
    """Tells each listener whose page is another than it shows, and no one else."""
    marks: dict[str, str] = {}
    for listener in listeners:
        if not listener.output:
            continue
        if listener.output not in marks:
            marks[listener.output] = mark_of(served(listener.output))
        if marks[listener.output] != listener.mark:
            listener.mark = marks[listener.output]
            listener.tell("change", {"mark": listener.mark})


def mark_of(served: Served) -> str:
    """What tells two answers apart: the page, and what is wrong with it."""
    page = served.rendered.digest if served.rendered is not None else ""
    return digest_of(page.encode(), str(served.status).encode(), repr(served.faults).encode()).hex()


def as_event(event: str, facts: Mapping[str, object]) -> bytes:
    """A server-sent event. Source: HTML, 9.2.6."""
    return f"event: {event}\ndata: {json.dumps(facts, ensure_ascii=False)}\n\n".encode()
