"""The ground becomes the published tree: rendered, looked at by the output rules, written, exchanged at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path

from blogsmith.media.files import published_bytes
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.page import Page, PagePlan
from blogsmith.model.social import SocialCard
from blogsmith.model.source import Location
from blogsmith.pages.all_pages import page_plans
from blogsmith.pages.ground import Ground
from blogsmith.pages.social import social_cards
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import canonical, codec_of, digest_of, packed
from blogsmith.pipeline.layout import LaidOut
from blogsmith.pipeline.manifest import Addresses, Entry
from blogsmith.pipeline.output import Output, opened_output
from blogsmith.pipeline.plan import Planner, Step
from blogsmith.pipeline.shared import own_digest, shared_digest
from blogsmith.pipeline.showing import Showing
from blogsmith.pipeline.social import Painted, findings_on
from blogsmith.pipeline.studied import Studied
from blogsmith.pipeline.too_large import too_large
from blogsmith.pipeline.tools import Tools
from blogsmith.pipeline.workers import processors, shared_out
from blogsmith.policy.people import keepers_of

_UNBOUNDED = ("machine/lines.txt",)
"""What hosts are told has a line for each address, and a host reads one file: it is no page that grew too large."""
Progress = Callable[[int, int], None]
"""Called with how many pages are done, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What came of it."""

    pages: int
    """What a reader can open: without redirects and feeds."""
    files: int
    """Files of the published tree; 0 where an output rule stopped it."""
    diagnostics: tuple[Diagnostic, ...]
    """What the output rules say, and files of others that were carried over."""
    because: Mapping[str, tuple[str, ...]]
    """Why each page was rendered, by its path; pages that stayed are not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """What a process tells of one page or card."""

    entry: Entry
    because: tuple[str, ...] = ()
    """Empty where it stays."""
    unwritten: str | None = None
    """Of a card that was drawn now, as of Painted; None where it was remembered, and of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """A social card to publish."""

    output: str
    shows: SocialCard
    source: str
    """The file to name where it bears no words."""


def publish(
    root: Path,
    live: Path,
    tools: Tools,
    laid: LaidOut,
    addresses: Addresses,
    *,
    adopt: bool,
    clean: bool,
    verify: bool,
    jobs: int,
    progress: Progress | None,
) -> Published:
    """Writes every page and file of the ground that is not published yet as it is; the live tree stays as it is where
    an output rule finds an error. `addresses`: where its posts stand. `clean`: everything is rendered, whatever is
    published. `verify`: published files are opened, whatever their times say.
    """
    showing = Showing(laid.ground)
    ground, studied = showing.ground, laid.studied
    plans = tuple(page_plans(ground))
    assets = _assets(ground, tools)
    cards = tuple(_Card(output=at, shows=card, source=source) for at, card, source in social_cards(ground))
    because: dict[str, tuple[str, ...]] = {}
    in_place = tools.config.build.publish == "in-place"
    with opened_output(root, live, adopt=adopt, clean=clean, verify=verify, in_place=in_place) as output:
        output.clear({*(plan.output for plan in plans), *assets, *(card.output for card in cards)})
        press = _Press(tools=tools, showing=showing, studied=studied, output=output)
        changed: list[PagePlan] = []
        for plan in plans:
            entry = press.unchanged(plan)
            if entry is not None:
                output.keep(plan.output, entry)
            else:
                changed.append(plan)
        missing = [card for card in cards if not _kept(output, card)]
        work: list[PagePlan | _Card] = [*changed, *missing]
        drawn: dict[str, str] = {}
        for done, (piece, result) in enumerate(zip(work, press.run(work, jobs or processors()), strict=True)):
            if progress is not None:
                progress(min(done, len(changed)), len(changed))
            if isinstance(piece, _Card):
                output.took(piece.output, result.entry)
                drawn |= {piece.output: result.unwritten} if result.unwritten is not None else {}
            elif result.because:
                output.took(piece.output, result.entry)
                because[piece.output] = result.because
            else:
                output.keep(piece.output, result.entry)
        fresh = ((at, Painted(content=output.read(at), unwritten=signs)) for at, signs in drawn.items())
        tools.easel.remember(fresh, [card.output for card in cards])
        said = tuple(finding for entry in output.files.values() for finding in entry.said)
        if any(finding.severity is Severity.ERROR for finding in said):
            output.discard()
            return Published(pages=0, files=0, diagnostics=said, because={})
        for path, (fingerprint, content) in assets.items():
            _stage_file(output, path, fingerprint, content)
        foreign = output.publish(addresses)
        written = len(output.files)
    if progress is not None:
        progress(len(changed), len(changed))
    pages = sum(not plan.template.startswith("machine/") for plan in plans)
    return Published(pages=pages, files=written, diagnostics=(*said, *foreign), because=because)


class _Press:
    """Renders pages, in as many processes as the work is worth."""

    def __init__(self, *, tools: Tools, showing: Showing, studied: Studied, output: Output) -> None:
        ground = showing.ground
        self._tools, self._ground, self._output = tools, ground, output
        self._posts = {post.path: post for post in ground.site.posts}
        authors = ground.site.authors
        self._profiles = {author.path: [author] for author in authors.values()}
        self._keepers = keepers_of(ground.site)
        self._private = canonical({author.id: author.private for author in self._keepers})
        setting = digest_of(code_digest(), canonical(tools.config.policy), canonical(tools.config.limits.page_mb))
        shared = shared_digest(ground)
        self._planner = Planner(
            closure=lru_cache(tools.theme.closure),
            setting=setting,
            judged=lru_cache(self._judged),
            own=lambda plan: own_digest(shared, plan, ground, studied.keys),
            showing=showing,
        )

    def unchanged(self, plan: PagePlan) -> Entry | None:
        """What is written down of a page that is made of the same parts as the published one."""
        there = self._output.there(plan.output)
        return there if there is not None and there.parts == self._planner.parts(plan, there.shows) else None

    def run(self, pieces: Sequence[PagePlan | _Card], jobs: int) -> Iterator[_Done]:
        """What came of each plan and card, in order. Raises CannotGoOn with what rendering reports."""
        codec = codec_of(_Done)

        def work(number: int) -> bytes:
            piece = pieces[number]
            return codec.pack(self._drawn(piece) if isinstance(piece, _Card) else self._done(piece))

        started = self._tools.memory.reopen
        return (codec.unpack(sent) for sent in shared_out(work, len(pieces), jobs=jobs, started=started))

    def _drawn(self, card: _Card) -> _Done:
        easel = self._tools.easel
        known = easel.remembered(card.output)
        try:
            painted = known or easel.draw(card.shows)
        except (OSError, OverflowError) as error:
            raise _vanished(card.source) from error
        written = self._output.write(card.output, painted.content)
        entry = Entry(
            fingerprint=code_digest().hex(),
            size=written.size,
            written=written.moment,
            content=written.digest,
            said=findings_on(painted, card.source),
        )
        return _Done(entry=entry, unwritten=painted.unwritten if known is None else None)

    def _done(self, plan: PagePlan) -> _Done:
        step = self._planner.step(plan, self._output.there(plan.output))
        if step.page is None:
            return _Done(entry=step.entry, because=step.because)
        return _Done(entry=self._rendered(step.page, plan.bodies, step), because=step.because)

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
        shown = [authors[name] for name in post.authors] if post is not None else self._profiles.get(source, [])
        return self._private + packed((post, shown))


def _assets(ground: Ground, tools: Tools) -> dict[str, tuple[str, Callable[[], bytes]]]:
    """Pictures, downloads and the theme's own files: by path, a fingerprint and how to get the bytes."""
    root, limit_mb = tools.root, tools.config.limits.asset_mb
    files: dict[str, tuple[str, Callable[[], bytes]]] = {}
    for media in ground.media.values():
        fingerprint = digest_of(code_digest(), media.address.encode()).hex()
        content = partial(published_bytes, root, media, limit_mb=limit_mb)
        files[media.address.lstrip("/")] = (fingerprint, content)
    for asset in tools.theme.assets:
        files[asset.output] = (digest_of(asset.content).hex(), partial(bytes, asset.content))
    return files


def _kept(output: Output, card: _Card) -> bool:
    """Keeps a card that is published already. Its address bears the digest of all that it shows."""
    there = output.there(card.output)
    if there is None or there.fingerprint != code_digest().hex():
        return False
    output.keep(card.output, there)
    return True


def _vanished(path: str) -> CannotGoOn:
    fault = Diagnostic(rule="file/vanished", severity=Severity.ERROR, location=Location(path=path))
    return CannotGoOn((fault,), exit_code=3)


def _stage_file(output: Output, path: str, fingerprint: str, content: Callable[[], bytes]) -> None:
    there = output.there(path)
    if there is not None and there.fingerprint == fingerprint:
        output.keep(path, there)
        return
    try:
        written = output.write(path, content())
    except (OSError, OverflowError) as error:
        raise _vanished(path) from error
    entry = Entry(fingerprint=fingerprint, size=written.size, written=written.moment, content=written.digest)
    output.took(path, entry)
