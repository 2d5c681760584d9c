"""The ground becomes the published tree: rendered, looked at by the output rules, written, exchanged at once."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path

from blogsmith.media.files import published_bytes
from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.page import PagePlan
from blogsmith.pages.all_pages import page_plans
from blogsmith.pages.ground import Ground
from blogsmith.pages.social import social_cards
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import digest_of
from blogsmith.pipeline.layout import LaidOut
from blogsmith.pipeline.manifest import Addresses, Entry
from blogsmith.pipeline.output import Manner, Output, opened_output
from blogsmith.pipeline.printer import Card, Printer, vanished
from blogsmith.pipeline.shared import Shared, shared_digest
from blogsmith.pipeline.showing import Showing
from blogsmith.pipeline.social import Painted
from blogsmith.pipeline.tools import Tools
from blogsmith.pipeline.tree_states import Left
from blogsmith.pipeline.workers import processors

Progress = Callable[[int, int], None]
"""Called with how many pages are done, and how many there are."""


@frozen
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
    shared: Shared
    """As of `shared_digest`."""
    is_doubled: bool = False
    """Whether the other tree holds the same files now."""
    changed: Collection[str] | None = None
    """The files in which both differ from what the last build left in them; None where that is not known."""


def publish(
    root: Path,
    live: Path,
    tools: Tools,
    laid: LaidOut,
    digests: Mapping[str, bytes],
    addresses: Addresses,
    *,
    adopt: bool,
    clean: bool,
    verify: bool,
    jobs: int,
    left: Left | None,
    progress: Progress | None,
) -> Published:
    """Writes every page and file of the ground that is not published yet as it is; the live tree stays as it is where
    an output rule finds an error. `digests`: of the sources' files. `addresses`: where its posts stand. `clean`:
    everything is rendered, whatever is published. `verify`: published files are opened, whatever their times say.
    `left`: what the last build left in the trees, where that is known.
    """
    showing = Showing(laid.ground)
    ground, studied = showing.ground, laid.studied
    shared = shared_digest(ground)
    plans = tuple(page_plans(ground))
    assets = _assets(ground, tools)
    cards = tuple(Card(output=at, shows=card, source=source) for at, card, source in social_cards(ground))
    because: dict[str, tuple[str, ...]] = {}
    in_place = tools.config.build.publish == "in-place"
    processes = jobs or processors()
    manner = Manner(adopt=adopt, clean=clean, verify=verify, in_place=in_place, jobs=processes, left=left)
    with opened_output(root, live, manner) as output:
        output.clear({*(plan.output for plan in plans), *assets, *(card.output for card in cards)})
        press = Printer(
            tools=tools,
            showing=showing,
            keys=studied.keys,
            digests=digests,
            posts={post.path: post for post in ground.site.posts},
            shared=shared,
            output=output,
        )
        changed: list[PagePlan] = []
        for plan in plans:
            entry = press.unchanged(plan)
            if entry is not None:
                output.keep(plan.output, entry)
            else:
                changed.append(plan)
        missing = [card for card in cards if not _kept(output, card)]
        work: list[PagePlan | Card] = [*changed, *missing]
        drawn: dict[str, str] = {}
        for done, (piece, result) in enumerate(zip(work, press.run(work, processes), strict=True)):
            if progress is not None:
                progress(min(done, len(changed)), len(changed))
            if isinstance(piece, Card):
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
            return Published(pages=0, files=0, diagnostics=said, because={}, shared=shared)
        for path, (fingerprint, content) in assets.items():
            _stage_file(output, path, fingerprint, content)
        foreign = output.publish(addresses)
        written = len(output.files)
    if progress is not None:
        progress(len(changed), len(changed))
    is_doubled = output.is_doubled and not foreign
    pages = sum(not plan.template.startswith("machine/") for plan in plans)
    return Published(
        pages=pages,
        files=written,
        diagnostics=(*said, *foreign),
        because=because,
        shared=shared,
        is_doubled=is_doubled,
        changed=output.changed if is_doubled else None,
    )


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


def _kept(output: Output, card: Card) -> bool:
    """Keeps a card that is published already. Its address bears the digest of all that it shows."""
    there = output.there(card.output)
    if there is None or there.fingerprint != code_digest().hex():
        return False
    output.keep(card.output, there)
    return True


def _stage_file(output: Output, path: str, fingerprint: str, content: Callable[[], bytes]) -> None:
    there = output.there(path)
    if there is not None and there.fingerprint == fingerprint:
        output.keep(path, there)
        return
    try:
        written = output.write(path, content())
    except (OSError, OverflowError) as error:
        raise vanished(path) from error
    entry = Entry(fingerprint=fingerprint, size=written.size, written=written.moment, content=written.digest)
    output.took(path, entry)
