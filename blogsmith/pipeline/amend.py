"""A small edit is published on top of what stands, without a look at the rest of the site.

Where a few posts say something else and nothing but what shows them can be other than it was, a build need not lay out
ten thousand posts to find that out. What is not certain is left to the whole trip: the outcome is the same either way.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import islice

from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.page import PagePlan
from blogsmith.pages.all_pages import plans_of_lists
from blogsmith.pages.discovery import redirects_to
from blogsmith.pages.ground import Ground
from blogsmith.pages.posts import post_page, static_pages
from blogsmith.pages.social import FOLDER, own_card
from blogsmith.pipeline.amendments import Amended, amendable
from blogsmith.pipeline.edition import Edition, KeptEdition, remember_edition
from blogsmith.pipeline.edits import Edits, Uncertain, read_edits, remember_edits
from blogsmith.pipeline.lock import locked
from blogsmith.pipeline.made import Made
from blogsmith.pipeline.manifest import Entry
from blogsmith.pipeline.outcome import Outcome
from blogsmith.pipeline.printer import Card, Printer
from blogsmith.pipeline.request import Request, in_zone, live_folder
from blogsmith.pipeline.showing import Showing
from blogsmith.pipeline.social import Painted
from blogsmith.pipeline.source_states import Scan
from blogsmith.pipeline.staging import content_of
from blogsmith.pipeline.standing import record_names, recorded_names
from blogsmith.pipeline.texts import is_missed
from blogsmith.pipeline.tools import Tools
from blogsmith.pipeline.tree_states import NO_STATES, Left, left_by_edit, looks_of, states_of
from blogsmith.pipeline.tree_walk import Names, TreeWalk

_MOST = 20
"""Files that were edited at most."""


@frozen
class _Printed:
    """What came of the pages and cards that show what was edited."""

    entries: Mapping[str, Entry]
    gone: tuple[str, ...]
    because: Mapping[str, tuple[str, ...]]
    drawn: Mapping[str, str]
    """What no font can write of each card that was drawn now, by path."""
    said_before: frozenset[Diagnostic]
    """What the output rules said of what these take the place of."""

    @property
    def says(self) -> tuple[Diagnostic, ...]:
        """What they say now."""
        return tuple(finding for entry in self.entries.values() for finding in entry.said)


def amended_site(request: Request, tools: Tools, scan: Scan, kept: KeptEdition) -> Outcome | None:
    """What `build_site` would come to; None where the whole site has to be looked at for that: then nothing was done.

    `scan`: of before anything was read. `kept`: what the last build left. Raises CannotGoOn as `build_site` does.
    """
    now, live = in_zone(request.now, tools.config), live_folder(request, tools.config)
    changed = kept.edition.changed(scan)
    if changed is None or len(changed) > _MOST or not all(map(_is_post, changed)):
        return None
    if tools.memory.is_ahead() and is_missed(tools.memory, scan.stamps):
        return None  # nothing of what is gone may stay in the memory: the whole trip sees to that
    edition = kept.whole(tools.memory)
    if edition is None:
        return None
    try:
        with locked(request.root):
            published = amendable(request.root, live)
            if published is None:
                return None
            names = recorded_names(request.root)
            with TreeWalk(looks_of(names, *published.trees)) as walk:
                edits = read_edits(tools, edition, scan, changed, now)
                if states_of(walk.states(), names) != edition.states:
                    return None
            return _published(tools, edition, names, scan, edits, published, now)
    except (OSError, Uncertain):
        return None


def _is_post(path: str) -> bool:
    return path.startswith("content/posts/") and path.endswith(".md")


def _published(
    tools: Tools, edition: Edition, names: Names, scan: Scan, edits: Edits, published: Amended, now: datetime
) -> Outcome:
    """What comes of edits that are small. Raises Uncertain before anything is published."""
    printed = _printed(tools, edition, edits, published)
    diagnostics = _diagnostics(edition, edits, printed)
    is_other = bool(printed.entries or printed.gone)
    if is_other:
        published.publish(printed.entries, printed.gone)
    contents = ((at, content_of(published.live, at), signs) for at, signs in printed.drawn.items())
    painted = ((at, Painted(content=content, unwritten=signs)) for at, content, signs in contents)
    tools.easel.exchange(painted, printed.gone)
    left = _left(tools, Left(names, edition.states), printed, published)
    edition = replace(
        remember_edits(tools, edition, edits),
        trees=(edition.trees[1], edition.trees[0]) if is_other else edition.trees,
        states=left.states,
        stamps=scan.settled,
        diagnostics=diagnostics,
    )
    remember_edition(tools.memory, edition)
    return Outcome(
        diagnostics=tools.without_known(diagnostics),
        found=edition.found,
        published=edition.published,
        withheld=edition.withheld,
        refused=edition.refused,
        scheduled=edition.scheduled,
        pages=edition.pages,
        files=published.count,
        output=published.live,
        because=printed.because,
        edited=frozenset(change.edit.path for change in edits.changes),
        state=left.states.digest,
        until=datetime.fromtimestamp(edition.until, now.tzinfo),
    )


def _left(tools: Tools, left: Left, printed: _Printed, published: Amended) -> Left:
    """What is in the trees now; states that no tree has where that cannot be relied on."""
    folders = {path.rpartition("/")[0] for path in (*printed.entries, *printed.gone)}
    if not folders:
        return left
    after = left_by_edit(left.exchanged(), *published.trees, folders)
    if after is None:
        return left._replace(states=NO_STATES)
    if after.names != left.names:
        record_names(tools.root, after.names)
    return after


def _printed(tools: Tools, edition: Edition, edits: Edits, published: Amended) -> _Printed:
    """The pages and cards that look otherwise, in the tree that is not published yet."""
    plot, posts = edits.look.plot, edits.look.site.posts
    showing = Showing(plot.ground)
    whole = {post.path: post for post in posts}
    printer = Printer(
        tools=tools,
        showing=showing,
        keys=plot.keys,
        digests=edits.digests,
        posts=Made(whole, lambda path: plot.whole(whole[path])),
        shared=edition.shared,
        output=published,
    )
    stale = [plan for plan in _plans(showing.ground, edits, published) if printer.unchanged(plan) is None]
    cards, gone = _cards(showing.ground, edits, published) if tools.easel.lettering else ([], ())
    said_before = {finding for plan in stale for finding in _said(published, plan.output)}
    said_before |= {finding for path in gone for finding in _said(published, path)}
    entries: dict[str, Entry] = {}
    because: dict[str, tuple[str, ...]] = {}
    drawn: dict[str, str] = {}
    work: list[PagePlan | Card] = [*stale, *cards]
    for piece, done in zip(work, printer.run(work, 1), strict=True):
        entries[piece.output] = done.entry
        if done.because:
            because[piece.output] = done.because
        if done.unwritten is not None:
            drawn[piece.output] = done.unwritten
    return _Printed(entries=entries, gone=gone, because=because, drawn=drawn, said_before=frozenset(said_before))


def _said(published: Amended, path: str) -> tuple[Diagnostic, ...]:
    entry = published.there(path)
    return entry.said if entry is not None else ()


def _plans(ground: Ground, edits: Edits, published: Amended) -> list[PagePlan]:
    """The plan of each page that shows one of the posts. Raises Uncertain where a page has none."""
    names = [change.after.post.id for change in edits.changes]
    wanted = {path for name in names for path in published.showing(name)}
    there = (plan for plan in _some_plans(ground, edits, wanted) if plan.output in wanted)
    plans = {plan.output: plan for plan in islice(there, len(wanted))}
    if len(plans) < len(wanted):
        raise Uncertain
    return list(plans.values())


def _some_plans(ground: Ground, edits: Edits, wanted: Collection[str]) -> Iterator[PagePlan]:
    """Of all pages that may be wanted: a post's has its name or id in its address, as most addresses have."""
    names, shape = "\n".join(wanted), ground.site.config.permalinks.post
    for post in ground.site.posts:
        part = post.url_slug if "{slug}" in shape else post.id if "{id}" in shape else ""
        if part in names:
            yield post_page(ground, post)
    yield from static_pages(ground)
    yield from plans_of_lists(ground)
    for change in edits.changes:
        yield from redirects_to(ground, change.after.post)


def _cards(ground: Ground, edits: Edits, published: Amended) -> tuple[list[Card], tuple[str, ...]]:
    """The social cards to draw, and those in whose place they are."""
    cards: list[Card] = []
    gone: list[str] = []
    for change in edits.changes:
        post = change.after.post
        output, shows, source = own_card(ground, post)
        old = published.beginning(f"{FOLDER}/{post.id}.")
        if output not in old:
            cards.append(Card(output=output, shows=shows, source=source))
            gone += old
    return cards, tuple(gone)


def _diagnostics(edition: Edition, edits: Edits, printed: _Printed) -> tuple[Diagnostic, ...]:
    """What there is to say of the site. Raises Uncertain where something else than the posts themselves names them."""
    paths = {change.edit.path for change in edits.changes}
    before = edits.said_before | printed.said_before
    kept = [finding for finding in edition.diagnostics if finding not in before]
    is_told = before <= {*edition.diagnostics}
    says = (*edits.says, *printed.says)
    elsewhere = {finding for finding in printed.said_before if finding.location.path not in paths}
    is_same = elsewhere == {finding for finding in printed.says if finding.location.path not in paths}
    is_wrong = any(finding.severity is Severity.ERROR for finding in says)
    if is_wrong or not is_told or not is_same or any(not finding.paths.isdisjoint(paths) for finding in kept):
        raise Uncertain
    return tuple(dict.fromkeys((*kept, *says)))
