"""The preview as a whole: a session and its keeper, the watch, the survey behind, and whoever has a page open."""

import gc
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from blogsmith.pipeline.pipes import WorkerFailed
from blogsmith.pipeline.request import Request
from blogsmith.preview.dashboard import dashboard_of
from blogsmith.preview.gathering import Gatherer
from blogsmith.preview.keeper import Keeper
from blogsmith.preview.live import Audience, Listener, tell_changes
from blogsmith.preview.overview import Overview, Surveyor, counts_of
from blogsmith.preview.panel import Beside, panel_of
from blogsmith.preview.session import Session
from blogsmith.preview.telling import Teller
from blogsmith.preview.watch import Watch
from blogsmith.reports.words import Words
from blogsmith.sources.lines import line_reader

_SURVEY_AFTER, _SURVEY_AFTER_AT_MOST = 0.4, 5.0
"""Seconds of quiet after a change until the whole site is surveyed; where that takes long, longer."""


class Service:
    """Everything that runs behind the server."""

    def __init__(
        self,
        request: Request,
        *,
        now: Callable[[], datetime],
        words: Words,
        as_published: bool,
        polling: bool,
        failed: Callable[[BaseException], None],
    ) -> None:
        self.words, self.as_published = words, as_published
        self._root: Path = request.root
        self._now, self._failed = now, failed
        self._request = request
        self._gatherer, self._surveyor = Gatherer(request), Surveyor(request)
        self._overview: Overview | None = None
        self.audience = Audience()
        self.keeper = Keeper(self._open, changed=self._tell, failed=failed, polling=polling)
        self._watch = Watch(request.root, self.keeper.hint) if not polling else None
        self._wanted = threading.Event()
        self._is_surveying = False
        self._ends = threading.Event()
        self._quiet = threading.Event()

    def start(self) -> bool:
        """Begins to read and to watch. False where the system watches no more files: then it looks in turns."""
        self.keeper.start()
        if self._watch is not None:
            self._watch.start()
            if not self._watch.is_whole:
                self.keeper.poll()
        if not self.as_published:
            threading.Thread(target=self._survey, name="survey", daemon=True).start()
        return self._watch is None or self._watch.is_whole

    def stop(self) -> None:
        """Ends everything."""
        self._ends.set()
        self._wanted.set()
        if self._watch is not None:
            self._watch.stop()
        self._surveyor.stop()
        self._gatherer.stop()
        self.keeper.stop()

    @property
    def progress(self) -> tuple[int, int]:
        """How many files of how many are read, where many are being read; else 0 of 0."""
        return self._gatherer.progress

    def lose_hints(self) -> None:
        """Stops to watch, without looking more often for that: as when the system forgets to tell."""
        if self._watch is not None:
            self._watch.stop()

    def join(self, listener: Listener) -> bool:
        """Adds an open page, which is told at once where it is another by now. False where there are too many."""
        if not self.audience.join(listener):
            return False

        def tell(session: Session) -> None:
            listener.tell("status", self._status(session))
            tell_changes((listener,), session.serve)

        self.keeper.tell(tell)
        return True

    def page_facts(self, output: str, *, is_local: bool) -> dict[str, object]:
        """What the panel of an open page shows, and why the page is not what its sources say, if so."""
        return self.keeper.ask(lambda session: self._page_facts(session, output, is_local=is_local))

    def dashboard(self, *, is_local: bool) -> dict[str, object]:
        """What the editors' own page shows."""

        def facts(session: Session) -> dict[str, object]:
            beside = self._beside(session, is_local=is_local)
            stops = self._teller(is_local=is_local).all(session.stops)
            return {
                **(dashboard_of(beside) if beside is not None else {}),
                "stops": stops,
                "status": self._status(session),
            }

        return self.keeper.ask(facts)

    def _page_facts(self, session: Session, output: str, *, is_local: bool) -> dict[str, object]:
        served, beside = session.serve(output), self._beside(session, is_local=is_local)
        teller = self._teller(is_local=is_local)
        faults = {
            "faults": teller.all(served.faults),
            "good_at": served.good_at.strftime("%H:%M:%S") if served.good_at is not None else "",
            "status": self._status(session),
        }
        if served.rendered is None or served.faults or served.status != 200 or beside is None:
            return {**faults, "panel": None}
        return {**faults, "panel": panel_of(beside, served.rendered)}

    def _beside(self, session: Session, *, is_local: bool) -> Beside | None:
        if session.state is None:
            return None
        return Beside(
            session=session,
            state=session.state,
            overview=self._overview,
            teller=self._teller(is_local=is_local),
            is_local=is_local,
        )

    def _teller(self, *, is_local: bool) -> Teller:
        return Teller(words=self.words, root=self._root, line_of=line_reader(self._root), opens=is_local)

    def _open(self) -> Session:
        """Reads the site. Nothing of it is garbage yet, and most of it stays: nobody need look through it for some."""
        gc.disable()
        try:
            return Session(self._request, now=self._now, as_published=self.as_published, gather=self._gatherer.gather)
        finally:
            gc.freeze()
            gc.enable()
            self._wanted.set()

    def _status(self, session: Session) -> dict[str, object]:
        """How the site stands, for the pill."""
        overview = self._overview
        is_surveyed = overview is not None and not self._wanted.is_set() and not self._is_surveying
        known = session.stops or (session.state.diagnostics if session.state is not None else ())
        counts: Mapping[str, int] = counts_of(known)
        if overview is not None and not session.stops:
            # What a head says is known at once; of the rest the last survey counts until there is another.
            counts = overview.counts if is_surveyed else {key: max(counts[key], overview.counts[key]) for key in counts}
        return {
            "generation": session.generation,
            "stopped": bool(session.stops),
            "surveyed": is_surveyed,
            "took_ms": session.took_ms,
            **counts,
        }

    def _tell(self, session: Session) -> None:
        """Something is served otherwise: whoever looks at it is told, and the site is surveyed again."""
        self._quiet.set()
        self._wanted.set()
        self.audience.tell("status", self._status(session))
        tell_changes(self.audience.everybody(), session.serve)

    def _survey(self) -> None:
        """Surveys the site whenever it changed and a moment passed, until the end."""
        pause = _SURVEY_AFTER
        while True:
            self._wanted.wait()
            self._quiet.clear()
            while self._quiet.wait(pause) and not self._ends.is_set():
                self._quiet.clear()
            if self._ends.is_set():
                return
            self._is_surveying = True
            self._wanted.clear()
            before = time.monotonic()
            try:
                self._gatherer.settle()
                self._overview = self._surveyor.survey(self._now())
            except (WorkerFailed, OSError) as error:
                if not self._ends.is_set():
                    self._failed(error)
                return
            self._is_surveying = False
            pause = min(_SURVEY_AFTER_AT_MOST, max(_SURVEY_AFTER, time.monotonic() - before))
            self.keeper.tell(lambda session: self.audience.tell("status", self._status(session)))
            self.audience.tell("surveyed", {})
