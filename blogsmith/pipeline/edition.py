"""What the last build published and said, as far as the next one may go on from there: see `amend.py`.

What is remembered in parts may be remembered in part: all of it is one value in the memory, which names the parts of
what is largest by their digests.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.model.site import Standing
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import Codec, canonical, codec_of, digest_of, packed
from blogsmith.pipeline.folders import stage_of
from blogsmith.pipeline.manifest import identity
from blogsmith.pipeline.memory import EDITION, HEADS, Memory
from blogsmith.pipeline.outcome import Outcome
from blogsmith.pipeline.request import Request, shown_config
from blogsmith.pipeline.shared import Shared
from blogsmith.pipeline.source_states import Scan, Stamp, scan_of, source_stamps, stamp_of, tool_state
from blogsmith.pipeline.tree_states import TreeStates
from blogsmith.policy.kinship import Kinship

_PART = 64
"""Heads that are kept as one value."""


@frozen
class Edition:
    """One published state of a site."""

    setting: bytes
    """The digest of blogsmith itself and of how the build was asked for."""
    trees: tuple[str, str]
    """The identities of the published folder and of the other tree, which holds the same."""
    states: TreeStates
    """Of all that is in them; their names are written down beside (`standing.py`)."""
    since: float
    """The time of the build, in seconds since 1970."""
    until: float
    """When time alone makes another site."""
    stamps: Mapping[str, Stamp]
    """Of the sources."""
    shared: Shared
    """As of `shared_digest`."""
    pages: int
    diagnostics: tuple[Diagnostic, ...]
    """Those too that the baseline knows."""
    found: int
    published: int
    withheld: Mapping[Standing, int]
    refused: int
    scheduled: tuple[tuple[str, datetime], ...]
    heads: tuple[bytes, ...]
    """Of all files, each packed."""
    kinship: Kinship
    """What is needed of all posts to tell what an edit of one changes for others."""

    def changed(self, scan: Scan) -> set[str] | None:
        """The files whose states are others than they were; None where one came or went."""
        now, then = scan.stamps, self.stamps
        return {path for path, stamp in now.items() if then[path] != stamp} if now.keys() == then.keys() else None


@frozen
class KeptEdition:
    """An edition as it is remembered."""

    edition: Edition
    """Without heads."""
    parts: tuple[bytes, ...]
    """The keys of the parts in which these are remembered."""

    def whole(self, memory: Memory) -> Edition | None:
        """The edition with its heads; None where some of them are no longer there."""
        parts = memory.all(HEADS)
        if not parts.keys() >= {*self.parts}:
            memory.retain(HEADS, ())  # one that is damaged must not count as being there
            return None
        codec: Codec[tuple[bytes, ...]] = codec_of(tuple[bytes, ...])
        return replace(self.edition, heads=tuple(head for key in self.parts for head in codec.unpack(parts[key])))


def scan_sources(request: Request) -> Scan | None:
    """The states of all that a build reads, to be had before it reads anything; None where nothing is remembered."""
    if not request.remember or request.unsaved:
        return None
    try:
        seen = request.seen
        scan = seen if seen is not None and seen.root == request.root else scan_of(request.root)
        return scan.with_these(config_stamp(request))
    except OSError:
        return None


def stamps_of(request: Request) -> dict[str, Stamp]:
    """The state of each file that a build reads, the config wherever it is. Raises OSError."""
    return source_stamps(request.root) | config_stamp(request)


def config_stamp(request: Request) -> dict[str, Stamp]:
    """That of the config alone; none where there is none."""
    stamp = stamp_of(request.config.parent, request.config.name)
    return {shown_config(request): stamp} if stamp is not None else {}


def setting_of(request: Request, live: Path) -> bytes:
    """The digest of all but its sources that an edition depends on. Raises OSError."""
    asked = (str(live), shown_config(request), request.live_comments)
    return digest_of(tool_state().encode(), canonical(asked))


def known_edition(memory: Memory, request: Request, live: Path, now: datetime) -> KeptEdition | None:
    """What the last build left, where its trees still stand, it was asked for alike, and it is still its time."""
    found = memory.one(EDITION, code_digest())
    if found is None:
        return None
    kept: KeptEdition = codec_of(KeptEdition).unpack(found)
    edition = kept.edition
    try:
        trees = identity(live), identity(stage_of(live))
        is_same = edition.trees == trees and edition.setting == setting_of(request, live)
    except OSError:
        return None
    return kept if is_same and edition.since <= now.timestamp() < edition.until else None


def remember_edition(memory: Memory, edition: Edition) -> None:
    """Keeps it in place of the last one. Heads are kept part by part, so that an edit writes few of them."""
    whole = (edition.heads[start : start + _PART] for start in range(0, len(edition.heads), _PART))
    parts = {digest_of(part): part for part in map(packed, whole)}
    there = memory.keys(HEADS)
    memory.keep(HEADS, {key: part for key, part in parts.items() if key not in there})
    kept = KeptEdition(edition=replace(edition, heads=()), parts=tuple(parts))
    memory.keep_only(EDITION, {code_digest(): packed(kept)})
    memory.retain(HEADS, parts.keys())


def edition_of(
    request: Request,
    live: Path,
    outcome: Outcome,
    *,
    since: datetime,
    until: datetime,
    scan: Scan,
    states: TreeStates,
    shared: Shared,
    diagnostics: tuple[Diagnostic, ...],
    heads: Iterable[bytes],
    kinship: Kinship,
) -> Edition:
    """What a build leaves that published everything at `live`. Raises OSError."""
    return Edition(
        setting=setting_of(request, live),
        trees=(identity(live), identity(stage_of(live))),
        states=states,
        since=since.timestamp(),
        until=until.timestamp(),
        stamps=scan.settled,
        shared=shared,
        pages=outcome.pages,
        diagnostics=diagnostics,
        found=outcome.found,
        published=outcome.published,
        withheld=outcome.withheld,
        refused=outcome.refused,
        scheduled=outcome.scheduled,
        heads=tuple(heads),
        kinship=kinship,
    )
