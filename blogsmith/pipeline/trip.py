"""START HERE. The one trip: read -> check -> lay out -> plan -> render -> write.

`check_site` goes as far as laying out and looks at every post, published or not. `build_site` goes all the way with
what is published; an error in that stops it before the published tree is touched.
"""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from blogsmith.model.config import Config
from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.post import Post
from blogsmith.model.site import Collection, Site, Standing
from blogsmith.pipeline.judge import make_bench
from blogsmith.pipeline.known import read_known
from blogsmith.pipeline.layout import lay_out
from blogsmith.pipeline.publish import Progress, publish
from blogsmith.pipeline.read import read_collection
from blogsmith.pipeline.theming import ready_theme
from blogsmith.pipeline.tools import Tools
from blogsmith.policy.baseline import Baseline
from blogsmith.sources.config import read_config
from blogsmith.sources.press import read_press
from blogsmith.sources.site import newest_first, standing, through_the_gate


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked for. `now` without an offset is in the site's time zone."""

    root: Path
    config: Path
    now: datetime
    out: Path | None = None
    """Instead of `[build] output`."""
    hold_back: bool = False
    """Publish what is sound, leave out the posts that are not."""
    adopt: bool = False
    """Take over an output folder that blogsmith did not make."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it."""

    diagnostics: tuple[Diagnostic, ...]
    found: int
    """Posts there are: published + withheld + refused."""
    published: int
    withheld: Mapping[Standing, int]
    refused: int
    """Posts and pages that were not wholly understood."""
    scheduled: tuple[tuple[str, datetime], ...] = ()
    """Path and date of each post that is not yet due, the next one first."""
    pages: int = 0
    """Files written; 0 where nothing was published."""
    output: Path | None = None
    """The published folder; None where nothing was published."""
    held_back: tuple[str, ...] = ()
    """Paths left out because of their faults."""


def check_site(request: Request) -> Outcome:
    """Every post, draft and profile held to every rule; nothing is written."""
    return _checked(request, _tools(request))


def every_finding(request: Request) -> tuple[Diagnostic, ...]:
    """What `check_site` finds, known findings too: what a baseline is made of."""
    return _checked(request, replace(_tools(request), baseline=Baseline(entries={}))).diagnostics


def _checked(request: Request, tools: Tools) -> Outcome:
    read = read_collection(request.root, tools.config_file)
    collection, now = read.value, _in_zone(request.now, tools.config)
    site, _ = through_the_gate(collection, now)
    linkable, standings = _linkable(collection), _standings(collection, now)
    everything = replace(site, posts=newest_first(linkable), pages=collection.pages)
    shown = {post.path for post in linkable}
    also = (*(post for post in collection.posts if post.path not in shown), *collection.rest)
    ground = lay_out(request.root, tools.config_file, collection, everything, standings, tools.theme.parts, also=also)
    judged = tools.bench.judge(ground.value, tools.press)
    diagnostics = (*tools.theme.diagnostics, *read.diagnostics, *ground.diagnostics, *judged)
    return _outcome(collection, site, standings, tools.without_known(diagnostics))


def build_site(request: Request, *, progress: Progress | None = None) -> Outcome:
    """The site, published whole or not at all. Raises CannotGoOn where the output folder must not be written to."""
    tools = _tools(request)
    read = read_collection(request.root, tools.config_file)
    collection, now = read.value, _in_zone(request.now, tools.config)
    held: frozenset[str] = frozenset()
    why_held: dict[Diagnostic, None] = {}
    while True:
        site, standings = _published(collection, now, held)
        also = _unpublishable(collection, site, standings)
        ground = lay_out(request.root, tools.config_file, collection, site, standings, tools.theme.parts, also=also)
        judged = tools.bench.judge(ground.value, tools.press)
        everything = (*tools.theme.diagnostics, *read.diagnostics, *ground.diagnostics, *judged)
        diagnostics = tools.without_known(everything)
        stopping = _stopping(diagnostics, collection, standings)
        culprits = _culprits(stopping, collection)
        if not request.hold_back or not culprits - held:
            break
        held |= culprits
        why_held |= dict.fromkeys(fault for fault in diagnostics if fault.location.path in held)
    diagnostics = tuple(dict.fromkeys((*diagnostics, *why_held)))
    outcome = replace(_outcome(collection, site, standings, diagnostics), held_back=tuple(sorted(held)))
    if any(fault.location.path not in held | culprits or not request.hold_back for fault in stopping):
        return outcome
    live = _live_folder(request, tools.config)
    published = publish(request.root, live, tools, ground.value, adopt=request.adopt, progress=progress)
    return replace(
        outcome,
        diagnostics=(*outcome.diagnostics, *published.diagnostics),
        pages=published.files,
        output=live if published.files else None,
    )


def _tools(request: Request) -> Tools:
    """What the trip needs beside the site's texts. Raises CannotGoOn with every fault of config and theme."""
    config_file = read_config(request.config, shown_as=_shown(request))
    return Tools(
        config_file=config_file,
        theme=ready_theme(request.root, config_file),
        bench=make_bench(config_file),
        press=read_press(request.root),
        root=request.root,
        baseline=read_known(request.root),
    )


def _published(collection: Collection, now: datetime, held: frozenset[str]) -> tuple[Site, dict[str, Standing]]:
    """The site through the gate, without what is held back and what does not link."""
    site, withheld = through_the_gate(collection, now, held_back=held)
    sound = {post.path for post in _linkable(collection)}
    standings = {item.post.path: item.standing for item in withheld}
    standings |= {post.path: Standing.PUBLISHED for post in site.posts if post.path in sound}
    posts = tuple(post for post in site.posts if post.path in sound)
    return replace(site, posts=posts), standings


def _linkable(collection: Collection) -> tuple[Post, ...]:
    """Posts whose category, series and writers exist: the others were reported, and nothing can show them."""
    config, authors = collection.config, collection.authors
    seen: set[str] = set()
    posts = []
    for post in collection.posts:
        whole = post.category in config.categories and all(name in authors for name in post.authors)
        if whole and (post.series is None or post.series in config.series) and post.id not in seen:
            posts.append(post)
            seen.add(post.id)
    return tuple(posts)


def _unpublishable(collection: Collection, site: Site, standings: Mapping[str, Standing]) -> tuple[Post, ...]:
    """Posts that would be published but for a fault."""
    sound = {post.path for post in site.posts}
    due = (post for post in collection.posts if post.path not in sound and post.path not in standings)
    return (*due, *(post for post in collection.rest if not collection.refused.get(post.path)))


def _standings(collection: Collection, now: datetime) -> dict[str, Standing]:
    return {post.path: standing(post, now) for post in collection.posts}


def _stopping(
    diagnostics: tuple[Diagnostic, ...], collection: Collection, standings: Mapping[str, Standing]
) -> tuple[Diagnostic, ...]:
    """The errors on what would be published: those on a draft, a post to come, or one that is gone stop nothing."""
    quiet = {path for path, draft in collection.refused.items() if draft}
    quiet |= {path for path, state in standings.items() if state is not Standing.PUBLISHED}
    quiet |= {page.path for page in collection.pages if page.draft}
    return tuple(
        fault for fault in diagnostics if fault.severity is Severity.ERROR and fault.location.path not in quiet
    )


def _culprits(faults: tuple[Diagnostic, ...], collection: Collection) -> frozenset[str]:
    """The posts and pages to hold back: those with a fault, and those of a writer whose profile has one."""
    paths = {fault.location.path for fault in faults}
    own = {path for path in paths if path.startswith(("content/posts/", "content/pages/"))}
    profiles = {author.id for author in collection.authors.values() if author.path in paths}
    theirs = {post.path for post in collection.posts if profiles.intersection(post.authors)}
    unread = {path for path in paths if path.startswith("authors/")}
    return frozenset(own | theirs | unread)


def _outcome(
    collection: Collection, site: Site, standings: Mapping[str, Standing], diagnostics: tuple[Diagnostic, ...]
) -> Outcome:
    at_fault = {fault.location.path for fault in diagnostics if fault.severity is Severity.ERROR}
    unread = sum(path.startswith("content/posts/") and path.endswith(".md") for path in collection.refused)
    published = sum(post.path not in at_fault for post in site.posts)
    counts: Counter[Standing] = Counter(state for state in standings.values() if state is not Standing.PUBLISHED)
    to_come = sorted(
        (post.date, post.path) for post in collection.posts if standings.get(post.path) is Standing.SCHEDULED
    )
    found = len(collection.posts) + unread
    return Outcome(
        diagnostics=diagnostics,
        found=found,
        published=published,
        withheld=counts,
        refused=found - published - counts.total(),
        scheduled=tuple((path, date) for date, path in to_come),
    )


def _live_folder(request: Request, config: Config) -> Path:
    wanted = request.out if request.out is not None else request.root / config.build.output
    return Path(os.path.abspath(wanted))  # noqa: PTH100  # not resolved: a link as output folder is refused, not followed


def _in_zone(now: datetime, config: Config) -> datetime:
    zone = ZoneInfo(config.site.time_zone)
    return now.replace(tzinfo=zone) if now.tzinfo is None else now.astimezone(zone)


def _shown(request: Request) -> str:
    config, root = request.config, request.root
    return config.relative_to(root).as_posix() if config.is_relative_to(root) else config.name
