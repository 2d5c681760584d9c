"""A Site becomes the Ground that pages are made from: bodies parsed, references resolved, files looked at.

Everything that can be wrong with a body or with what it refers to is found here, once, for `build` and `check` alike.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from blogsmith.media.files import opens, prepare
from blogsmith.model.diagnostic import Checked, Diagnostic, Fact, Severity
from blogsmith.model.document import Outline
from blogsmith.model.frozen import frozen
from blogsmith.model.handbook import Handbook
from blogsmith.model.page import Media
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Collection, Site, Standing
from blogsmith.model.source import Location, Place
from blogsmith.pages.all_pages import address_faults, list_addresses
from blogsmith.pages.cards import lay_ground
from blogsmith.pages.ground import Ground, Material
from blogsmith.pages.links import (
    Atlas,
    Resolved,
    Target,
    beside,
    config_link_faults,
    resolve_references,
    target_of_page,
    target_of_post,
)
from blogsmith.pages.shelf import Library, make_library, tag_spelling_faults
from blogsmith.pages.urls import Urls, address_book
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import digest_of
from blogsmith.pipeline.conversation import read_threads, strays, thread_faults
from blogsmith.pipeline.memory import Memory
from blogsmith.pipeline.studied import Studied
from blogsmith.pipeline.study import Desk, Source
from blogsmith.pipeline.tools import Tools
from blogsmith.text.suggest import nearest
from blogsmith.version import VERSION

_OPEN = "pdf"
"""Of files that can be opened, in the memory."""


@frozen
class LaidOut:
    """The ground, and what was found out about the bodies in it."""

    ground: Ground
    studied: Studied
    atlas: Atlas

    def without_studies(self) -> "LaidOut":
        """For who renders: once all is judged nobody asks for them, and each process would have a copy of its own."""
        return replace(self, studied=replace(self.studied, studies={}))


@frozen
class _Wanted:
    """A file that something refers to, and where."""

    path: str
    at: Location


def lay_out(
    tools: Tools,
    collection: Collection,
    site: Site,
    standings: Mapping[str, Standing],
    handbooks: Mapping[str, Handbook],
    *,
    desk: Desk,
    also: tuple[Post, ...],
) -> Checked[LaidOut]:
    """The ground for the pages of `site`; `standings` says of every post of the collection whether it is published;
    `also` are posts that no page can be made of, looked at for their faults.

    Reports markdown/*, link/*, output/two-sources, media/*, comments/*, post/tag-spelling.
    """
    library, urls = make_library(site), address_book(site.config)
    sources = (*_sources(site, library), *also)
    studied = desk.study(sources, site, digests=collection.digests, sizes=collection.sizes)
    lists = list_addresses(site, library, urls, handbooks) | frozenset(tools.theme.parts.assets.values())
    atlas = make_atlas(collection, site, standings, studied.outlines, urls, lists)
    diagnostics = [
        *address_faults(site, urls, lists),
        *tag_spelling_faults(library),
        *config_link_faults(tools.config_file, atlas),
    ]
    resolved: dict[str, tuple[Resolved, ...]] = {}
    for source in sources:
        outline = studied.outlines[source.path]
        diagnostics += _body_faults(source, outline)
        lenient = standings.get(source.path, Standing.PUBLISHED) is not Standing.PUBLISHED
        found, faults = resolve_references(outline, source.path, source.first_line, atlas, lenient=lenient)
        resolved[source.path] = found
        diagnostics += faults
    posts = (*site.posts, *also)
    threads = read_threads(tools.root)
    diagnostics += (*threads.diagnostics, *strays(threads, collection.known_ids), *thread_faults(posts))
    public = tuple(_wanted_files(site.posts, site, library, _sources(site, library), studied.outlines, resolved))
    others = _wanted_files(also, site, library, also, studied.outlines, resolved)
    seen, file_faults = _prepare_files(tools.root, site, dict.fromkeys((*public, *others)), tools.memory)
    tools.memory.retain(_OPEN, {_open_key(media) for media in seen.values() if _is_pdf(media)})
    # What posts alone show that are not published is looked at and stays where it is.
    media = {want.path: seen[want.path] for want in public if want.path in seen}
    material = Material(
        site=site,
        urls=urls,
        library=library,
        handbooks=handbooks,
        outlines=studied.outlines,
        bodies=studied.bodies,
        resolved=resolved,
        media=media,
        theme=tools.theme.parts,
        version=VERSION,
        commenting=tools.commenting,
        lettering=tools.easel.lettering,
        conversations=threads.by_post,
    )
    value = LaidOut(ground=lay_ground(material), studied=studied, atlas=atlas)
    return Checked(value=value, diagnostics=(*diagnostics, *file_faults))


def findings_in_body(
    tools: Tools, site: Site, source: Post | StaticPage, studied: Studied, atlas: Atlas, *, lenient: bool
) -> list[Diagnostic]:
    """What `lay_out` says of one body: its own faults, those of its references and of the files it shows."""
    return look_at_body(tools, site, source, studied.outlines[source.path], lambda: atlas, lenient=lenient)[0]


def look_at_body(
    tools: Tools,
    site: Site,
    source: Post | StaticPage,
    outline: Outline,
    atlas: Callable[[], Atlas],
    *,
    lenient: bool,
) -> tuple[list[Diagnostic], frozenset[str]]:
    """The same, and the paths of the files that it shows. `atlas` is asked for where the body refers to anything."""
    resolved: tuple[Resolved, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    if outline.references:
        resolved, faults = resolve_references(outline, source.path, source.first_line, atlas(), lenient=lenient)
    posts = (source,) if isinstance(source, Post) else ()
    alone = replace(site, posts=posts, pages=())
    outlines, found = {source.path: outline}, {source.path: resolved}
    wanted = tuple(_wanted_files(posts, alone, make_library(alone), (source,), outlines, found))
    said = [*_body_faults(source, outline), *faults, *_prepare_files(tools.root, site, wanted)[1]]
    return said, frozenset(want.path for want in wanted)


def _sources(site: Site, library: Library) -> Iterator[Source]:
    yield from site.posts
    yield from site.pages
    for author in library.people:
        yield from site.authors[author].bios.values()


def _body_faults(source: Source, outline: Outline) -> Iterator[Diagnostic]:
    for fault in outline.faults:
        place = fault.place
        yield Diagnostic(
            rule=fault.rule,
            severity=Severity.WARNING if fault.warning else Severity.ERROR,
            location=_shifted(place, source),
            facts=fault.facts,
            variant=fault.variant,
        )


def _shifted(place: Place, source: Source) -> Location:
    line = place.line + source.first_line - 1
    return Location(path=source.path, line=line, column=place.column, length=place.length)


def make_atlas(
    collection: Collection,
    site: Site,
    standings: Mapping[str, Standing],
    outlines: Mapping[str, Outline],
    urls: Urls,
    lists: frozenset[str],
) -> Atlas:
    """Everything that a link may lead to; of bodies that are not in `outlines` no ids are known."""
    targets: dict[str, Target] = {}
    by_id: dict[str, Target] = {}
    for post in collection.posts:
        state = standings.get(post.path, Standing.HELD_BACK)
        targets[post.path] = by_id[post.id] = target_of_post(post, urls, outlines.get(post.path), state)
    for page in collection.pages:
        targets[page.path] = target_of_page(page, urls, outlines.get(page.path))
    unknown = Target(address="", title="", ids=frozenset(), standing=Standing.HELD_BACK)
    for path in collection.refused:
        targets.setdefault(path, unknown)
    for post_id in collection.known_ids:
        by_id.setdefault(post_id, unknown)
    by_address = {target.address: target for target in targets.values() if target.address}
    owners: tuple[Post | StaticPage, ...] = (*site.posts, *site.pages)
    aliases = {alias for owner in owners for alias in owner.aliases}
    shorts = {urls.short(post.id) for post in site.posts}
    return Atlas(
        urls=urls,
        by_path=targets,
        by_id=by_id,
        by_address=by_address,
        addresses=lists | aliases | shorts,
        files=site.files,
    )


def _wanted_files(
    posts: Iterable[Post],
    site: Site,
    library: Library,
    sources: Iterable[Source],
    outlines: Mapping[str, Outline],
    resolved: Mapping[str, tuple[Resolved, ...]],
) -> Iterator[_Wanted]:
    for source in sources:
        for reference, found in zip(outlines[source.path].references, resolved[source.path], strict=True):
            if found.path:
                yield _Wanted(path=found.path, at=_shifted(reference.place, source))
    for post in posts:
        if post.cover is not None:
            place = post.places.get(("cover", "src"))
            at = place.within(post.path) if place else Location(path=post.path)
            yield _Wanted(path=beside(post.path, post.cover.src), at=at)
    for author_id in library.people:
        author = site.authors[author_id]
        if author.photo is not None:
            place = author.places.get(("photo", "src"))
            at = place.within(author.path) if place else Location(path=author.path)
            yield _Wanted(path=beside(author.path, author.photo.src), at=at)


def _prepare_files(
    root: Path, site: Site, wanted: Iterable[_Wanted], memory: Memory | None = None
) -> tuple[dict[str, Media], list[Diagnostic]]:
    """Each file looked at once; a fault is told at every place that asks for it."""
    seen: dict[str, Media | str] = {}
    faults = []
    for want in wanted:
        if want.path not in seen:
            on_disk = site.files.get(want.path)
            limit = site.config.limits.asset_mb
            found = prepare(root, want.path, on_disk, limit_mb=limit) if on_disk else "missing"
            sealed = isinstance(found, Media) and _is_pdf(found) and not _opens(root, found, limit, memory)
            seen[want.path] = "sealed" if sealed else found
        answer = seen[want.path]
        if isinstance(answer, str):
            faults.append(_file_fault(want, answer, site))
    return {path: media for path, media in seen.items() if isinstance(media, Media)}, faults


def _is_pdf(media: Media) -> bool:
    return media.address.endswith(".pdf")


def _opens(root: Path, media: Media, limit_mb: int, memory: Memory | None) -> bool:
    """Whether a PDF can be opened: asked once of each, since it takes longer than all else about it."""
    if memory is None:
        return opens(root, media, limit_mb=limit_mb)
    known = memory.one(_OPEN, _open_key(media)) is not None
    is_open = known or opens(root, media, limit_mb=limit_mb)
    if is_open and not known:
        memory.keep(_OPEN, {_open_key(media): b""})
    return is_open


def _open_key(media: Media) -> bytes:
    return digest_of(code_digest(), media.address.encode())


def _file_fault(want: _Wanted, answer: str, site: Site) -> Diagnostic:
    facts: tuple[tuple[str, Fact], ...] = (("value", want.path), ("limit_mb", site.config.limits.asset_mb))
    if answer == "missing":
        near = nearest(want.path, site.files)
        facts = (("value", want.path), *((("suggestion", near),) if near else ()))
        return Diagnostic(rule="link/missing-image", severity=Severity.ERROR, location=want.at, facts=facts)
    rule = "safety/image-script" if answer in ("script", "foreign") else "media/unusable"
    return Diagnostic(rule=rule, severity=Severity.ERROR, location=want.at, facts=facts, variant=answer)
