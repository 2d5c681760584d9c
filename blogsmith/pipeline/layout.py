"""A Site becomes the Ground that pages are made from: bodies parsed, references resolved, files looked at.

Everything that can be wrong with a body or with what it refers to is found here, once, for `build` and `check` alike.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from blogsmith.media.files import prepare
from blogsmith.model.author import Bio
from blogsmith.model.config import ConfigFile
from blogsmith.model.diagnostic import Checked, Diagnostic, Fact, Severity
from blogsmith.model.document import Document
from blogsmith.model.page import Media, ThemeParts
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Collection, Site, Standing
from blogsmith.model.source import Location, Place
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
from blogsmith.pages.site_map import address_faults, list_addresses
from blogsmith.pages.urls import Urls, address_book
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.suggest import nearest
from blogsmith.version import VERSION

Source = Post | StaticPage | Bio


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A file that something refers to, and where."""

    path: str
    at: Location


def lay_out(
    root: Path,
    config_file: ConfigFile,
    collection: Collection,
    site: Site,
    standings: Mapping[str, Standing],
    theme: ThemeParts,
    *,
    also: tuple[Post, ...],
) -> Checked[Ground]:
    """The ground for the pages of `site`; `standings` says of every post of the collection whether it is published;
    `also` are posts that no page can be made of, looked at for their faults.

    Reports markdown/*, link/*, output/two-sources, media/*, post/tag-spelling.
    """
    library, urls = make_library(site), address_book(site.config)
    sources = (*_sources(site, library), *also)
    documents = {source.path: _parse(source, site) for source in sources}
    lists = list_addresses(site, library, urls) | frozenset(theme.assets.values())
    atlas = _atlas(collection, site, standings, documents, urls, lists)
    diagnostics = [
        *address_faults(site, urls, lists),
        *tag_spelling_faults(site),
        *config_link_faults(config_file, atlas),
    ]
    resolved: dict[str, tuple[Resolved, ...]] = {}
    for source in sources:
        document = documents[source.path]
        diagnostics += _body_faults(source, document)
        lenient = standings.get(source.path, Standing.PUBLISHED) is not Standing.PUBLISHED
        found, faults = resolve_references(document, source.path, source.first_line, atlas, lenient=lenient)
        resolved[source.path] = found
        diagnostics += faults
    posts = (*site.posts, *also)
    wanted = tuple(_wanted_files(posts, site, library, sources, documents, resolved))
    media, file_faults = _prepare_files(root, site, wanted)
    material = Material(
        site=site,
        urls=urls,
        library=library,
        documents=documents,
        resolved=resolved,
        media=media,
        theme=theme,
        version=VERSION,
    )
    return Checked(value=lay_ground(material), diagnostics=(*diagnostics, *file_faults))


def _sources(site: Site, library: Library) -> Iterator[Source]:
    yield from site.posts
    yield from site.pages
    for author in library.people:
        yield from site.authors[author].bios.values()


def _parse(source: Source, site: Site) -> Document:
    return parse_markdown(source.body, config=site.config.markdown, nesting=site.config.limits.nesting)


def _body_faults(source: Source, document: Document) -> Iterator[Diagnostic]:
    for fault in document.faults:
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


def _atlas(
    collection: Collection,
    site: Site,
    standings: Mapping[str, Standing],
    documents: Mapping[str, Document],
    urls: Urls,
    lists: frozenset[str],
) -> Atlas:
    targets: dict[str, Target] = {}
    by_id: dict[str, Target] = {}
    for post in collection.posts:
        state = standings.get(post.path, Standing.HELD_BACK)
        targets[post.path] = by_id[post.id] = target_of_post(post, urls, documents.get(post.path), state)
    for page in collection.pages:
        targets[page.path] = target_of_page(page, urls, documents.get(page.path))
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
    documents: Mapping[str, Document],
    resolved: Mapping[str, tuple[Resolved, ...]],
) -> Iterator[_Wanted]:
    for source in sources:
        for reference, found in zip(documents[source.path].references, resolved[source.path], strict=True):
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


def _prepare_files(root: Path, site: Site, wanted: Iterable[_Wanted]) -> tuple[dict[str, Media], list[Diagnostic]]:
    """Each file looked at once; a fault is told at every place that asks for it."""
    seen: dict[str, Media | str] = {}
    faults = []
    for want in wanted:
        if want.path not in seen:
            on_disk = site.files.get(want.path)
            limit = site.config.limits.asset_mb
            seen[want.path] = prepare(root, want.path, on_disk, limit_mb=limit) if on_disk else "missing"
        answer = seen[want.path]
        if isinstance(answer, str):
            faults.append(_file_fault(want, answer, site))
    return {path: media for path, media in seen.items() if isinstance(media, Media)}, faults


def _file_fault(want: _Wanted, answer: str, site: Site) -> Diagnostic:
    facts: tuple[tuple[str, Fact], ...] = (("value", want.path), ("limit_mb", site.config.limits.asset_mb))
    if answer == "missing":
        near = nearest(want.path, site.files)
        facts = (("value", want.path), *((("suggestion", near),) if near else ()))
        return Diagnostic(rule="link/missing-image", severity=Severity.ERROR, location=want.at, facts=facts)
    rule = "safety/image-script" if answer in ("script", "foreign") else "media/unusable"
    return Diagnostic(rule=rule, severity=Severity.ERROR, location=want.at, facts=facts, variant=answer)
