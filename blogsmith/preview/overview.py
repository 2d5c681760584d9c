"""What only a look at the whole site tells: every finding, who speaks in drafts, pictures that nothing shows.

It takes as long as `blogsmith check`, so a process of its own does it, behind what is served.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime

from blogsmith.desk.inbox import Waiting
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.site import Standing
from blogsmith.pipeline.codec import codec_of, packed
from blogsmith.pipeline.inbox import inbox_of
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.standby import Standby
from blogsmith.pipeline.trip import Survey, survey_site
from blogsmith.pipeline.voices import voice_in
from blogsmith.sources.files import found_at

_MOST_VOICES = 200


@frozen
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


@frozen
class _Question:
    """Asks for a survey of the site."""

    now: datetime


class Surveyor:
    """Surveys a site in a process of its own. Started before any thread."""

    def __init__(self, request: Request) -> None:
        def work(question: bytes, tell: Callable[[bytes], None]) -> bytes:
            now = codec_of(_Question).unpack(question).now
            return packed(overview(replace(request, now=now)))

        self._standby = Standby(work)

    def survey(self, now: datetime) -> Overview:
        """What there is to say at `now`; waits for it. Raises WorkerFailed."""
        found: Overview = codec_of(Overview).unpack(self._standby.ask(packed(_Question(now=now)), behind=True))
        return found

    def stop(self) -> None:
        """Ends the process."""
        self._standby.stop()


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
