"""Pages are rendered and held to the output rules, social cards are drawn, in as many processes as that is worth."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Protocol

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.page import Page, PagePlan
from blogsmith.model.post import Post
from blogsmith.model.social import SocialCard
from blogsmith.model.source import Location
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import canonical, codec_of, digest_of, packed
from blogsmith.pipeline.manifest import Entry, Written
from blogsmith.pipeline.plan import Planner, Step
from blogsmith.pipeline.shared import Shared, chosen_digest, own_digest
from blogsmith.pipeline.showing import Showing
from blogsmith.pipeline.social import Painted, findings_on
from blogsmith.pipeline.too_large import too_large
from blogsmith.pipeline.tools import Tools
from blogsmith.pipeline.workers import shared_out
from blogsmith.policy.people import keepers_of

_UNBOUNDED = ("machine/lines.txt",)
"""What hosts are told has a line for each address, and a host reads one file: it is no page that grew too large."""


_STINT = 2.0
"""Seconds of CPU after which another process takes over: each comes to own more of what it shares at first."""
_LARGE = 2_500
"""Pages and cards that are worth more than a stint of each process."""


class Staging(Protocol):
    """Where pages are written before they are published."""

    def there(self, path: str) -> Entry | None:
        """What is staged already at a path and is as it was published last time."""

    def write(self, path: str, content: bytes) -> Written:
        """Puts a file there; any process may. Raises CannotGoOn."""


@frozen
class Done:
    """What a process tells of one page or card."""

    entry: Entry
    because: tuple[str, ...] = ()
    """Empty where it stays."""
    unwritten: str | None = None
    """Of a card that was drawn now, as of Painted; None where it was remembered, and of a page."""


@frozen
class Card:
    """A social card to publish."""

    output: str
    shows: SocialCard
    source: str
    """The file to name where it bears no words."""


class Printer:
    """Renders pages, in as many processes as the work is worth."""

    def __init__(
        self,
        *,
        tools: Tools,
        showing: Showing,
        keys: Mapping[str, bytes],
        digests: Mapping[str, bytes],
        posts: Mapping[str, Post],
        shared: Shared,
        output: Staging,
    ) -> None:
        """By path: `keys`, the digests of bodies; `digests`, those of files; `posts`.
        `shared`: as of `shared_digest`.
        """
        self._digests, self._showing = digests, showing
        ground = showing.ground
        self._tools, self._ground, self._output, self._posts = tools, ground, output, posts
        authors = ground.site.authors
        self._profiles = {author.path: [author] for author in authors.values()}
        self._keepers = keepers_of(ground.site)
        self._private = canonical({author.id: author.private for author in self._keepers})
        setting = digest_of(code_digest(), canonical(tools.config.policy), canonical(tools.config.limits.page_mb))
        self._planner = Planner(
            closure=lru_cache(tools.theme.closure),
            setting=setting,
            judged=lru_cache(self._judged),
            own=lambda plan: own_digest(shared, plan, ground, keys),
            chosen=lambda plan, choice: chosen_digest(shared, plan, choice, ground, keys),
            showing=showing,
        )

    def unchanged(self, plan: PagePlan) -> Entry | None:
        """What is to be written down of a page that nothing changed which it is made of, had without the page."""
        there = self._output.there(plan.output)
        return self._planner.unchanged(plan, there) if there is not None else None

    def run(self, pieces: Sequence[PagePlan | Card], jobs: int) -> Iterator[Done]:
        """What came of each plan and card, in order. Raises CannotGoOn with what rendering reports."""
        codec = codec_of(Done)

        def work(number: int) -> bytes:
            piece = pieces[number]
            return codec.pack(self._drawn(piece) if isinstance(piece, Card) else self._done(piece))

        if len(pieces) > _LARGE and jobs > 1:
            self._make_ready(pieces)
        started = self._tools.memory.reopen
        results = shared_out(work, len(pieces), jobs=jobs, started=started, stint=_STINT)
        return (codec.unpack(sent) for sent in results)

    def _make_ready(self, pieces: Sequence[PagePlan | Card]) -> None:
        """One of each kind is made for nothing: what each process would load and compile, this one has then."""
        self._showing.looks_of([post.id for post in self._ground.site.posts])
        kinds = {piece.template if isinstance(piece, PagePlan) else "": piece for piece in reversed(pieces)}
        for piece in kinds.values():
            if isinstance(piece, PagePlan):
                self._tools.theme.render(self._showing.page(piece)[0])
            else:
                self._painted(piece)

    def _painted(self, card: Card) -> Painted:
        try:
            return self._tools.easel.draw(card.shows)
        except (OSError, OverflowError) as error:
            raise vanished(card.source) from error

    def _drawn(self, card: Card) -> Done:
        easel = self._tools.easel
        known = easel.remembered(card.output)
        painted = known or self._painted(card)
        written = self._output.write(card.output, painted.content)
        entry = Entry(
            fingerprint=code_digest().hex(),
            size=written.size,
            written=written.moment,
            content=written.digest,
            said=findings_on(painted, card.source),
        )
        return Done(entry=entry, unwritten=painted.unwritten if known is None else None)

    def _done(self, plan: PagePlan) -> Done:
        step = self._planner.step(plan, self._output.there(plan.output))
        if step.page is None:
            return Done(entry=step.entry, because=step.because)
        return Done(entry=self._rendered(step.page, plan.bodies, step), because=step.because)

    def _rendered(self, page: Page, bodies: Sequence[str], step: Step) -> Entry:
        html = self._tools.theme.render(page)
        content, limit_mb = html.encode("utf-8"), self._tools.config.limits.page_mb
        if len(content) > limit_mb * 1024 * 1024 and page.template not in _UNBOUNDED:
            raise CannotGoOn((too_large(page, bodies, size=len(content), limit_mb=limit_mb),), exit_code=1)
        written = self._output.write(page.output, content)
        said: tuple[Diagnostic, ...] = ()
        if page.source:
            post = self._posts.get(page.source)
            said = self._tools.bench.judge_page(self._ground, page, html, post, self._keepers)
        return replace(step.entry, size=written.size, written=written.moment, content=written.digest, said=said)

    def _judged(self, source: str) -> bytes:
        """What the output rules see beside the page of a source: private fields, and the post or profile itself."""
        if not source:
            return b""
        post = self._posts.get(source)
        authors = self._ground.site.authors
        if post is None:
            return self._private + packed(self._profiles.get(source, []))
        shown = [authors[name] for name in post.authors]
        return self._private + packed((self._digests[source], post.group, post.related, shown))


def vanished(path: str) -> CannotGoOn:
    """Why a file that is to be shown cannot be."""
    fault = Diagnostic(rule="file/vanished", severity=Severity.ERROR, location=Location(path=path))
    return CannotGoOn((fault,), exit_code=3)
