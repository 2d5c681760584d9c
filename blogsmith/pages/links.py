"""What a body refers to becomes URLs, or is reported where it leads nowhere."""

import posixpath
import unicodedata
from collections.abc import Iterable, Mapping, Set
from urllib.parse import unquote

from blogsmith.model.config import ConfigFile
from blogsmith.model.diagnostic import Diagnostic, Fact, Severity
from blogsmith.model.document import Outline, Reference
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Standing
from blogsmith.model.source import Location, Place
from blogsmith.model.words import Text
from blogsmith.pages.urls import Urls
from blogsmith.text.markdown import ID_PREFIX
from blogsmith.text.suggest import nearest


@frozen
class Target:
    """A published or known source file that a link may aim at."""

    address: str
    title: str
    ids: Set[str]
    """Ids in it, without prefix; empty where its body is not known."""
    standing: Standing
    post_id: str = ""


@frozen
class Atlas:
    """Everything that a link may lead to."""

    urls: Urls
    by_path: Mapping[str, Target]
    by_id: Mapping[str, Target]
    by_address: Mapping[str, Target]
    addresses: frozenset[str]
    """Every address that is written."""
    files: Mapping[str, str]


@frozen
class Resolved:
    """Where one reference leads."""

    href: str = ""
    """URL with base path; empty where the target is known and not published, or nothing is there."""
    path: str = ""
    """Source path of an image or file."""
    title: str = ""
    post_id: str = ""


def resolve_references(
    outline: Outline, path: str, first_line: int, atlas: Atlas, *, lenient: bool = False
) -> tuple[tuple[Resolved, ...], tuple[Diagnostic, ...]]:
    """Where each of `outline.references` leads, and what leads nowhere.

    `lenient`: the source itself is not published, so it may link to what is not published yet.

    Reports link/dead, link/dead-anchor, link/unpublished, link/missing-image, link/missing-file, link/unknown-post.
    """
    resolved, faults = [], []
    for reference in outline.references:
        answer = _resolve(reference, path, outline, atlas)
        if isinstance(answer, _DeadEnd) and lenient and answer.rule == "link/unpublished":
            answer = Resolved(title=answer.title)
        if isinstance(answer, Resolved):
            resolved.append(answer)
            continue
        resolved.append(Resolved(title=answer.title))
        faults.append(_diagnostic(answer, reference.place, path, first_line))
    return tuple(resolved), tuple(faults)


def config_link_faults(config_file: ConfigFile, atlas: Atlas) -> list[Diagnostic]:
    """What leads nowhere of the paths in `[[navigation]]`, `[[footer]]` and `privacy_url`.

    Reports link/dead, link/unpublished; anchors are the pages' own.
    """
    config = config_file.config
    written: list[tuple[Text, Location]] = [(config.legal.privacy_url, config_file.at("legal", "privacy_url"))]
    for section, links in (("navigation", config.navigation), ("footer", config.footer)):
        written += [(link.url, config_file.at(section, index, "url")) for index, link in enumerate(links)]
    faults = []
    for text, location in written:
        for url in [text] if isinstance(text, str) else text.values():
            answer = _address(url.partition("#")[0], "", url, atlas) if _is_path(url) else None
            if isinstance(answer, _DeadEnd):
                faults.append(_told(answer, location))
    return faults


def _is_path(url: str) -> bool:
    return url.startswith("/") and not url.startswith("//")


def beside(path: str, target: str) -> str:
    """The source path that a relative `target` means in the file at `path`, in NFC."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target)))
    return unicodedata.normalize("NFC", joined)


@frozen
class _DeadEnd:
    rule: str
    value: str
    known: Iterable[str] = ()
    title: str = ""
    warning: bool = False
    facts: tuple[tuple[str, Fact], ...] = ()


def _resolve(reference: Reference, path: str, outline: Outline, atlas: Atlas) -> Resolved | _DeadEnd:
    target = reference.target
    if reference.kind in ("image", "file"):
        return _file(reference, path, atlas)
    if reference.kind == "post":
        post_id, _, anchor = target.partition("#")
        found = atlas.by_id.get(post_id)
        if found is None:
            return _DeadEnd(rule="link/unknown-post", value=target, known=atlas.by_id)
        return _arrive(found, anchor, target, atlas)
    where, _, anchor = target.partition("#")
    anchor = unicodedata.normalize("NFC", unquote(anchor))
    if not where:
        if anchor and anchor not in outline.ids:
            return _DeadEnd(rule="link/dead-anchor", value=anchor, known=outline.ids)
        return Resolved(href=f"#{ID_PREFIX}{anchor}" if anchor else "#")
    if where.startswith("/"):
        return _address(where, anchor, target, atlas)
    return _source(where, anchor, path, target, atlas)


def _file(reference: Reference, path: str, atlas: Atlas) -> Resolved | _DeadEnd:
    source = beside(path, reference.target)
    if source in atlas.files:
        return Resolved(path=source)
    folder = posixpath.dirname(path) + "/"
    known = [name.removeprefix(folder) for name in atlas.files if name.startswith(folder)]
    rule = "link/missing-image" if reference.kind == "image" else "link/missing-file"
    return _DeadEnd(rule=rule, value=reference.target, known=known)


def _source(where: str, anchor: str, path: str, target: str, atlas: Atlas) -> Resolved | _DeadEnd:
    source = beside(path, where)
    for candidate in (source, f"{source}.md", f"{source}/index.md"):
        if candidate in atlas.by_path:
            return _arrive(atlas.by_path[candidate], anchor, target, atlas)
    if source in atlas.files:
        return Resolved(path=source)
    known = (posixpath.relpath(name, posixpath.dirname(path)) for name in atlas.by_path)
    return _DeadEnd(rule="link/dead", value=target, known=known)


def _address(where: str, anchor: str, target: str, atlas: Atlas) -> Resolved | _DeadEnd:
    address = unicodedata.normalize("NFC", unquote(where.partition("?")[0]))
    found = atlas.by_address.get(address) or atlas.by_address.get(address + "/")
    if found is not None:
        return _arrive(found, anchor, target, atlas)
    if address in atlas.addresses or address + "/" in atlas.addresses:
        slash = "" if address in atlas.addresses else "/"
        return Resolved(href=atlas.urls.href(address + slash) + (f"#{anchor}" if anchor else ""))
    read = (known for known, page in atlas.by_address.items() if page.standing is Standing.PUBLISHED)
    return _DeadEnd(rule="link/dead", value=target, known=(*read, *atlas.addresses))


def _arrive(found: Target, anchor: str, written: str, atlas: Atlas) -> Resolved | _DeadEnd:
    if found.standing is not Standing.PUBLISHED:
        soft = found.standing in (Standing.EXPIRED, Standing.HELD_BACK, Standing.TAKEN_DOWN)
        facts = (("standing", found.standing.value),)
        return _DeadEnd(rule="link/unpublished", value=written, title=found.title, warning=soft, facts=facts)
    if anchor and anchor not in found.ids:
        return _DeadEnd(rule="link/dead-anchor", value=anchor, known=found.ids, title=found.title)
    suffix = f"#{ID_PREFIX}{anchor}" if anchor else ""
    return Resolved(href=atlas.urls.href(found.address) + suffix, title=found.title, post_id=found.post_id)


def _diagnostic(end: _DeadEnd, place: Place, path: str, first_line: int) -> Diagnostic:
    line = place.line + first_line - 1
    return _told(end, Location(path=path, line=line, column=place.column, length=place.length))


def _told(end: _DeadEnd, location: Location) -> Diagnostic:
    near = nearest(end.value, end.known)
    return Diagnostic(
        rule=end.rule,
        severity=Severity.WARNING if end.warning else Severity.ERROR,
        location=location,
        facts=(("value", end.value), *end.facts, *((("suggestion", near),) if near else ())),
        variant=str(dict(end.facts).get("standing", "")),
    )


def target_of_post(post: Post, urls: Urls, outline: Outline | None, standing: Standing) -> Target:
    """A post as something to link to."""
    ids = outline.ids if outline else frozenset()
    return Target(address=urls.post(post), title=post.title, ids=ids, standing=standing, post_id=post.id)


def target_of_page(page: StaticPage, urls: Urls, outline: Outline | None) -> Target:
    """A page as something to link to."""
    state = Standing.DRAFT if page.draft else Standing.PUBLISHED
    return Target(
        address=urls.page(page), title=page.title, ids=outline.ids if outline else frozenset(), standing=state
    )
