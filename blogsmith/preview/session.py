"""The site as it is now: read again as its files change, its pages made when they are asked for.

A session belongs to one thread: `keeper.py`.
"""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.page import PagePlan
from blogsmith.pipeline.codec import digest_of
from blogsmith.pipeline.gate import quiet_until
from blogsmith.pipeline.handbook import handbooks_at
from blogsmith.pipeline.heads import Gather
from blogsmith.pipeline.request import Request, in_zone
from blogsmith.preview.reader import Reader, Scan, scan
from blogsmith.preview.state import State, look

Findings = tuple[Diagnostic, ...]


@frozen
class Rendered:
    """A page or file as it is sent."""

    content: bytes
    digest: str
    """Of the content: the strong half of its ETag."""
    output: str
    source: str = ""
    """The file it was made from; empty for lists and files."""
    is_page: bool = False
    """True where a template rendered it."""


@frozen
class Served:
    """An answer to a request for an address: something to send, or why there is only an older one."""

    status: int
    rendered: Rendered | None
    faults: Findings = ()
    """Why the page is not what its sources say; then `rendered` is the last good one, or none."""
    good_at: datetime | None = None
    """When the last good one was made."""


@dataclass(slots=True)
class _Good:
    rendered: Rendered
    at: datetime


class Session:
    """One site, looked at again and again. Raises CannotGoOn at the start where there is no site to look at."""

    def __init__(
        self,
        request: Request,
        *,
        now: Callable[[], datetime],
        as_published: bool = False,
        gather: Gather | None = None,
    ) -> None:
        self._request, self._now, self._as_published = request, now, as_published
        self._reader = Reader(request, gather)
        self._pages: dict[str, Rendered] = {}
        self._good: dict[str, _Good] = {}
        self._sources: dict[str, str] = {}
        """What stood at an output before, by output."""
        self.generation = 0
        """Grows with each change of anything that is served."""
        self.took_ms = 0
        """How long the last change took to be understood."""
        self.stops: Findings = ()
        """Why there is no newer state; empty where there is."""
        self.until: datetime | None = None
        """When time alone makes another site."""
        self.state: State | None = None
        self.refresh()

    @property
    def is_settled(self) -> bool:
        """False where a file was written so lately that another content could bear the same times."""
        return self._reader.is_settled

    def refresh(self, hints: Collection[str] | None = None, scanned: Scan | None = None) -> bool:
        """Looks whether files changed, and at what they say now. True where something is served otherwise than before.

        `hints`: the only files to look at, from the site's root as the disk has them; without, all. `scanned`: what
        `scan` found a moment ago.
        """
        before = time.perf_counter()
        changed, state = self._reader.changes(hints, scanned), self.state
        due = state is not None and self.until is not None and self._moment(state) >= self.until
        if state is not None and not changed and not due:
            return False
        told = self._bodies_alone(changed, state) if state is not None and not due and not self.stops else None
        is_new = self._look_again(changed) if told is None else told
        self.took_ms = round((time.perf_counter() - before) * 1000)
        return is_new

    def keep(self) -> None:
        """Remembers what was read, so that the site opens at once the next time."""
        self._reader.keep()

    @property
    def scan(self) -> Callable[[], Scan]:
        """Looks at the states of all files. Any thread may do that."""
        return partial(scan, self._request)

    def serve(self, output: str) -> Served:
        """What stands at an output path now; 404 with the site's own page where there is nothing."""
        state = self.state
        if state is None:
            return Served(status=503, rendered=None, faults=self.stops)
        found = self._pages.get(output)
        if found is None:
            try:
                found = self._made(state, output)
            except CannotGoOn as stop:
                return self._older(output, stop.diagnostics)
        if found is not None:
            return Served(status=200, rendered=found, faults=self.stops, good_at=self._time_of(output))
        faults = self._faults_at(output, state)
        if faults:
            return self._older(output, faults)
        missing = self.serve("404.html") if output != "404.html" else None
        return replace(missing, status=404) if missing is not None else Served(status=404, rendered=None)

    def _faults_at(self, output: str, state: State) -> Findings:
        """Why there is no page where one stood, or where the name of a file says that one should."""
        parts = output.split("/")
        name = parts[-2] if len(parts) > 1 else ""
        faults = [
            fault
            for fault in state.diagnostics
            if fault.severity is Severity.ERROR and fault.location.path not in state.outputs
        ]
        own = self._sources.get(output)
        return tuple(fault for fault in faults if own == fault.location.path or (own is None and name in _names(fault)))

    def _time_of(self, output: str) -> datetime | None:
        good = self._good.get(output)
        return good.at if good is not None and self.stops else None

    def _made(self, state: State, output: str) -> Rendered | None:
        plan = state.plan(output)
        if plan is not None:
            found = _sent(output, state.tools.theme.render(plan.page()).encode(), plan)
            self._pages[output] = found
            self._good[output] = _Good(rendered=found, at=self._now())
            return found
        content = state.files.get(output)
        if content is None:
            try:
                content = state.media(output)
            except OSError:
                return None
        return _sent(output, content) if content is not None else None

    def _older(self, output: str, faults: Findings) -> Served:
        good = self._good.get(output)
        if good is None:
            return Served(status=500, rendered=None, faults=faults)
        return Served(status=200, rendered=good.rendered, faults=faults, good_at=good.at)

    def _look_again(self, changed: Collection[str]) -> bool:
        """Everything read that may have changed, and another state of it."""
        request = replace(self._request, now=self._now())
        try:
            read = self._reader.read(changed, request)
            now = in_zone(request.now, read.tools.config)
            books = handbooks_at(read.tools, now)
            shown = self._as_published
            state = look(read.tools, read.collection, read.diagnostics, books, read.bodies, now, as_published=shown)
        except CannotGoOn as stop:
            if self.state is None:
                raise
            same = stop.diagnostics == self.stops
            self.stops = stop.diagnostics
            self.generation += not same
            return not same
        if self.state is not None:
            self._sources |= {output: path for path, output in self.state.outputs.items()}
        self.stops, self.until = (), quiet_until(state.collection, now)
        self._serve_anew(state)
        return True

    def _bodies_alone(self, changed: Collection[str], state: State) -> bool | None:
        """Whether bodies changed, where nothing else did; None where more did."""
        bodies = self._reader.bodies(changed, state.heads.get)
        if bodies is None:
            return None
        if bodies:
            self._serve_anew(state.change_bodies(bodies))
        return bool(bodies)

    def _serve_anew(self, state: State) -> None:
        self.state = state
        self._pages.clear()
        state.tools.theme.renderer.forget()
        self.generation += 1

    def _moment(self, state: State) -> datetime:
        return in_zone(self._now(), state.tools.config)


def _names(fault: Diagnostic) -> tuple[str, ...]:
    """What the last part of an address may be where a file is at fault: `x` for `x.md`, `x.en.md` and `x/index.md`."""
    path = PurePosixPath(fault.location.path)
    stem = path.name.partition(".")[0]
    return (path.parent.name,) if stem == "index" else (stem,)


def _sent(output: str, content: bytes, plan: PagePlan | None = None) -> Rendered:
    return Rendered(
        content=content,
        digest=digest_of(content).hex(),
        output=output,
        source=plan.source if plan is not None else "",
        is_page=plan is not None,
    )
