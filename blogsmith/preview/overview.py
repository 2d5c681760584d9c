"""What only a look at the whole site tells: every finding, who speaks in drafts, pictures that nothing shows.

It takes as long as `blogsmith check`, so a process of its own does it, behind what is served. That process also reads
many files at once, which nobody can wait for in one thread.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from blogsmith.desk.inbox import Waiting
from blogsmith.model.config import Config
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.site import Standing
from blogsmith.pipeline.codec import codec_of, packed
from blogsmith.pipeline.inbox import inbox_of
from blogsmith.pipeline.memory import FILE, Memory
from blogsmith.pipeline.trip import Request, Survey, survey_site
from blogsmith.pipeline.voices import voice_in
from blogsmith.pipeline.workers import Standby, processors
from blogsmith.preview.heads import Heads, gather_heads
from blogsmith.sources.files import Found, found_at

T = TypeVar("T")

_MOST_VOICES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a survey of the whole site gave."""

    diagnostics: tuple[Diagnostic, ...]
    digests: Mapping[str, bytes] = field(default_factory=dict)
    """Of each file as it was surveyed, by path."""
    evidence: Mapping[str, int] = field(default_factory=dict)
    """How many sentences count in posts that are not published, by path."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many findings there are, by weight."""
    edited: Mapping[str, int] = field(default_factory=dict)
    """When the file of a draft was last written, in milliseconds since 1970, by path."""
    waiting: tuple[Waiting, ...] = ()
    """Comments without an answer."""
    unused: tuple[tuple[str, int], ...] = ()
    """Files beside posts that nothing refers to, and their bytes; the largest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """Asks for a survey of the site, or for the heads of some files."""

    now: datetime
    config: Config | None = None
    """To read these files under; without it the site is surveyed."""
    files: tuple[Found, ...] = ()


_Progress = tuple[int, int]


class Surveyor:
    """Surveys a site, and reads its files, in a process of its own. Started before any thread."""

    def __init__(self, request: Request) -> None:
        def work(question: bytes, tell: Callable[[bytes], None]) -> bytes:
            asked = codec_of(_Question).unpack(question)
            while unkept:
                unkept.pop()()
            if asked.config is None:
                return packed(overview(replace(request, now=asked.now)))
            memory = Memory(request.root / ".blogsmith" / FILE if request.remember else None)

            def read(done: int, count: int) -> None:
                tell(packed((done, count)))

            gathered = gather_heads(
                request.root, asked.files, asked.config, memory, jobs=request.jobs or processors(), read=read
            )
            unkept.extend((memory.close, gathered.keep))
            return packed(gathered.heads)

        unkept: list[Callable[[], None]] = []

        self._request = request
        self._standby = Standby(work)
        self.progress: _Progress = (0, 0)
        """How many files of how many are read, of those that are being read."""

    def survey(self, now: datetime) -> Overview:
        """What there is to say at `now`; waits for it."""
        found: Overview = codec_of(Overview).unpack(self._standby.ask(packed(_Question(now=now)), behind=True))
        return found

    def gather(self, files: Sequence[Found], config: Config) -> Callable[[], Heads]:
        """Begins to read those files; what is returned waits for them, and raises WorkerFailed."""
        return _begun(lambda: self._gathered(tuple(files), config))

    def _gathered(self, files: tuple[Found, ...], config: Config) -> Heads:
        def told(news: bytes) -> None:
            self.progress = codec_of(_Progress).unpack(news)

        question = _Question(now=self._request.now, config=config, files=files)
        answer = self._standby.ask(packed(question), told=told)
        self.progress = (0, 0)
        heads: Heads = codec_of(Heads).unpack(answer)
        return heads

    def stop(self) -> None:
        """Ends the process."""
        self._standby.stop()


def _begun(work: Callable[[], T]) -> Callable[[], T]:
    """Work that another thread does from now on; what is returned waits for it, and raises what it raises."""
    made: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            made.append(work())
        except BaseException as error:
            errors.append(error)

    def wait() -> T:
        thread.join()
        if errors:
            raise errors[0]
        return made[0]

    thread = threading.Thread(target=run, name="gathering", daemon=True)
    thread.start()
    return wait


def overview(request: Request) -> Overview:
    """The overview of a site; of one that cannot be read only why."""
    try:
        survey = survey_site(request)
    except CannotGoOn as stop:
        return Overview(diagnostics=stop.diagnostics, counts=counts_of(stop.diagnostics))
    return Overview(
        diagnostics=survey.diagnostics,
        counts=counts_of(survey.diagnostics),
        digests=survey.collection.digests,
        evidence=_evidence(survey),
        edited=_edited(survey),
        waiting=_waiting(survey),
        unused=_unused(survey),
    )


def counts_of(diagnostics: Iterable[Diagnostic]) -> dict[str, int]:
    """How many findings of each weight there are."""
    counts = Counter(finding.severity.value for finding in diagnostics)
    return {severity.value: counts[severity.value] for severity in Severity}


def _evidence(survey: Survey) -> dict[str, int]:
    collection = survey.collection
    waiting = (Standing.DRAFT, Standing.SCHEDULED)
    posts = [post for post in collection.posts if survey.standings.get(post.path) in waiting]
    voices = (voice_in(post, collection.authors, collection.config) for post in posts[:_MOST_VOICES])
    return {found.post.path: found.voice.evidence for found in voices}


def _edited(survey: Survey) -> dict[str, int]:
    drafts = (path for path, standing in survey.standings.items() if standing is Standing.DRAFT)
    found = ((path, found_at(survey.tools.root, path)) for path in drafts)
    return {path: file.stamp[1] // 1_000_000 for path, file in found if file is not None}


def _waiting(survey: Survey) -> tuple[Waiting, ...]:
    tools = survey.tools
    if not survey.laid.ground.conversations:
        return ()
    try:
        inbox = inbox_of(tools.root, tools.config_file, survey.collection, survey.site.now)
    except CannotGoOn:
        return ()
    return tuple(sorted(inbox.waiting, key=lambda item: (item.due is None, item.due or item.date.date(), item.date)))


def _unused(survey: Survey) -> tuple[tuple[str, int], ...]:
    shown = survey.laid.ground.media
    sizes = survey.collection.sizes
    unused = ((path, sizes.get(path, 0)) for path in survey.collection.files if path not in shown)
    beside = ((path, size) for path, size in unused if not path.startswith("content/comments/"))
    return tuple(sorted(beside, key=lambda item: (-item[1], item[0])))
