"""START HERE. The one trip: read -> check -> lay out -> plan -> render -> write.

`check_site` goes as far as laying out and looks at every post, published or not. `build_site` goes all the way with
what is published; an error in that stops it before the published tree is touched.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from blogsmith.model.config import ConfigFile
from blogsmith.model.diagnostic import Checked, Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.model.site import Collection, Site, Standing
from blogsmith.pipeline.amend import amended_site
from blogsmith.pipeline.conversation import ready_commenting
from blogsmith.pipeline.edition import KeptEdition, edition_of, known_edition, remember_edition, scan_sources
from blogsmith.pipeline.folders import stage_of
from blogsmith.pipeline.gate import (
    culprits_of,
    linkable_posts,
    published_at,
    quiet_until,
    standings_at,
    stopping_faults,
    unpublishable_posts,
)
from blogsmith.pipeline.handbook import handbooks_at
from blogsmith.pipeline.heads import packed_heads
from blogsmith.pipeline.judge import make_bench
from blogsmith.pipeline.known import read_known
from blogsmith.pipeline.layout import LaidOut, lay_out
from blogsmith.pipeline.manifest import NOWHERE, known_addresses
from blogsmith.pipeline.memory import FILE, Memory
from blogsmith.pipeline.moved import addresses_of, moved_since
from blogsmith.pipeline.outcome import Outcome, outcome_of
from blogsmith.pipeline.publish import Progress, Published, publish
from blogsmith.pipeline.read import collected, read_files
from blogsmith.pipeline.request import Request, in_zone, live_folder, shown_config
from blogsmith.pipeline.social import set_up_easel
from blogsmith.pipeline.source_states import Scan
from blogsmith.pipeline.standing import record_names, recorded_names
from blogsmith.pipeline.study import Desk
from blogsmith.pipeline.texts import Text
from blogsmith.pipeline.theming import ready_theme
from blogsmith.pipeline.tools import Tools
from blogsmith.pipeline.tree_states import Left, left_by_build, left_by_changes
from blogsmith.policy.baseline import Baseline
from blogsmith.policy.doubts import least_letters
from blogsmith.policy.kinship import kinship_of
from blogsmith.sources.config import read_config
from blogsmith.sources.files import Listing
from blogsmith.sources.press import read_press
from blogsmith.sources.site import newest_first, through_the_gate


@frozen
class Survey:
    """Everything that a look at the whole site gave."""

    tools: Tools
    collection: Collection
    site: Site
    """Every post that links, published or not."""
    laid: LaidOut
    standings: Mapping[str, Standing]
    diagnostics: tuple[Diagnostic, ...]
    """Less those that the baseline knows."""


def check_site(request: Request) -> Outcome:
    """Every post, draft and profile held to every rule; nothing is written."""
    return _checked(request, make_tools(request))


def survey_site(request: Request) -> Survey:
    """What `check_site` finds, and what it found it from. A memory that has a file is closed by then."""
    tools = make_tools(request)
    try:
        return _surveyed(request, tools)
    finally:
        if tools.memory.is_kept:
            tools.memory.close()


def every_finding(request: Request) -> tuple[Diagnostic, ...]:
    """What `check_site` finds, known findings too: what a baseline is made of."""
    return _checked(request, replace(make_tools(request), baseline=Baseline(entries={}))).diagnostics


def _checked(request: Request, tools: Tools) -> Outcome:
    survey = _surveyed(request, tools)
    site, _ = through_the_gate(survey.collection, survey.site.now)
    return outcome_of(survey.collection, site, survey.standings, survey.diagnostics)


def _surveyed(request: Request, tools: Tools) -> Survey:
    read = _read(request, tools)
    collection, now = read.value, in_zone(request.now, tools.config)
    site, _ = through_the_gate(collection, now)
    linkable, standings = linkable_posts(collection), standings_at(collection, now)
    everything = replace(site, posts=newest_first(linkable), pages=collection.pages)
    shown = {post.path for post in linkable}
    also = (*(post for post in collection.posts if post.path not in shown), *collection.rest)
    books = handbooks_at(tools, now)
    desk = _desk(request, tools)
    laid = lay_out(tools, collection, everything, standings, books, desk=desk, also=also)
    judged = tools.bench.judge(everything, laid.value.studied, tools.press, tools.memory, jobs=request.jobs)
    diagnostics = (*tools.theme.diagnostics, *read.diagnostics, *laid.diagnostics, *judged)
    return Survey(
        tools=tools,
        collection=collection,
        site=everything,
        laid=laid.value,
        standings=standings,
        diagnostics=tools.without_known(diagnostics),
    )


def build_site(request: Request, *, progress: Progress | None = None) -> Outcome:
    """The site, published whole or not at all. Raises CannotGoOn where the output folder must not be written to."""
    scan = scan_sources(request)
    trusted = scan.trusted if scan is not None else ""
    tools = make_tools(request)
    kept = _last_edition(request, tools) if scan is not None else None
    if scan is not None and kept is not None:
        amended = amended_site(request, tools, scan, kept)
        if amended is not None:
            return replace(amended, trusted=trusted)
    left = _left_before(request, kept)
    del kept  # it is large, and processes that render would each have a copy of it
    return replace(_whole_site(request, tools, scan, left, progress), trusted=trusted)


def _last_edition(request: Request, tools: Tools) -> KeptEdition | None:
    """What may be gone on from."""
    if request.adopt or request.verify or request.unsaved or tools.config.build.publish == "in-place":
        return None
    return known_edition(tools.memory, request, live_folder(request, tools.config), in_zone(request.now, tools.config))


def _whole_site(
    request: Request, tools: Tools, scan: Scan | None, last: Left | None, progress: Progress | None
) -> Outcome:
    listing, texts = _files(request, tools)
    read = collected(request.root, tools.config_file, listing, texts, tools.memory)
    collection, now = read.value, in_zone(request.now, tools.config)
    books = handbooks_at(tools, now)
    held: frozenset[str] = frozenset()
    why_held: dict[Diagnostic, None] = {}
    desk = _desk(request, tools)
    live = live_folder(request, tools.config)
    before = known_addresses(request.root, live) if request.remember else NOWHERE
    while True:
        site, standings = published_at(collection, now, held)
        also = unpublishable_posts(collection, site, standings)
        laid = lay_out(tools, collection, site, standings, books, desk=desk, also=also)
        judged = tools.bench.judge(site, laid.value.studied, tools.press, tools.memory, jobs=request.jobs)
        here = addresses_of(site.posts, laid.value.atlas, tools.config)
        moved = moved_since(before, here, site.posts, tools.config_file, laid.value.atlas)
        everything = (*tools.theme.diagnostics, *read.diagnostics, *laid.diagnostics, *judged, *moved)
        diagnostics = tools.without_known(everything)
        stopping = stopping_faults(diagnostics, collection, standings)
        culprits = culprits_of(stopping, collection)
        if not request.hold_back or not culprits - held:
            break
        held |= culprits
        why_held |= dict.fromkeys(fault for fault in diagnostics if fault.location.path in held)
    diagnostics = tuple(dict.fromkeys((*diagnostics, *why_held)))
    outcome = replace(outcome_of(collection, site, standings, diagnostics), held_back=tuple(sorted(held)))
    if any(fault.location.path not in held | culprits or not request.hold_back for fault in stopping):
        return outcome
    traces = {path: study.trace for path, study in laid.value.studied.studies.items()}
    kinship = kinship_of(traces, least_letters(tools.bench.levels)) if scan is not None else None
    to_publish = laid.value.without_studies()
    del laid, traces
    published = publish(
        request.root,
        live,
        tools,
        to_publish,
        collection.digests,
        here,
        adopt=request.adopt,
        clean=not request.remember,
        verify=request.verify,
        jobs=request.jobs,
        left=last,
        progress=progress,
    )
    tools.memory.sweep()
    outcome = replace(
        outcome,
        diagnostics=(*outcome.diagnostics, *published.diagnostics),
        pages=published.pages,
        files=published.files,
        output=live if published.files else None,
        because=published.because,
        until=quiet_until(collection, now),
    )
    if scan is None or not published.files:
        return outcome
    left = _left_now(live, published, last)
    if left is None:
        return outcome
    with contextlib.suppress(OSError):
        record_names(request.root, left.names)
        outcome = replace(outcome, state=left.states.digest)
        if held or kinship is None or not published.is_doubled:
            return outcome
        edition = edition_of(
            request,
            live,
            outcome,
            since=now,
            until=quiet_until(collection, now),
            scan=scan,
            states=left.states,
            shared=published.shared,
            diagnostics=tuple(dict.fromkeys((*everything, *published.diagnostics))),
            heads=packed_heads(listing.value.markdown, texts, tools.config),
            kinship=kinship,
        )
        remember_edition(tools.memory, edition)
    return outcome


def _left_before(request: Request, kept: KeptEdition | None) -> Left | None:
    """What the last build left in both trees."""
    with contextlib.suppress(OSError):
        return Left(recorded_names(request.root), kept.edition.states) if kept is not None else None
    return None


def _left_now(live: Path, published: Published, before: Left | None) -> Left | None:
    """What this one left."""
    trees = str(live), str(stage_of(live))
    if before is not None and published.changed is not None:
        left = left_by_changes(before, *trees, published.changed)
        if left is not None:
            return left
    return left_by_build(trees[0], trees[1] if published.is_doubled else "")


def make_tools(request: Request, memory: Memory | None = None, config_file: ConfigFile | None = None) -> Tools:
    """What the trip needs beside the site's texts. Raises CannotGoOn with every fault of config and theme.

    `memory` and `config_file`: what is open or read already.
    """
    shown_as = shown_config(request)
    unsaved = request.unsaved.get(shown_as)
    config_file = config_file or read_config(request.config, shown_as=shown_as, unsaved=unsaved)
    memory = memory or Memory(request.root / ".blogsmith" / FILE if request.remember else None)
    return Tools(
        config_file=config_file,
        theme=ready_theme(request.root, config_file, memory),
        bench=make_bench(config_file),
        press=read_press(request.root),
        root=request.root,
        baseline=read_known(request.root),
        commenting=ready_commenting(config_file, live=request.live_comments),
        memory=memory,
        easel=set_up_easel(request.root, config_file, memory),
        unsaved=request.unsaved,
    )


def _read(request: Request, tools: Tools) -> Checked[Collection]:
    return collected(request.root, tools.config_file, *_files(request, tools), tools.memory)


def _files(request: Request, tools: Tools) -> tuple[Checked[Listing], dict[str, Text]]:
    return read_files(
        request.root,
        tools.config,
        tools.memory,
        jobs=request.jobs,
        trusting=not request.verify,
        unsaved=request.unsaved,
    )


def _desk(request: Request, tools: Tools) -> Desk:
    return Desk(memory=tools.memory, config=tools.config, bench=tools.bench, jobs=request.jobs)
