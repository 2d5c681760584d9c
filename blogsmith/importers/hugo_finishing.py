"""One post, page or profile of the old site becomes its file in the new one, with every finding on it."""

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from blogsmith.importers.draft import Carried, Choices, Draft, Remark
from blogsmith.importers.findings import located
from blogsmith.importers.hugo_atlas import Atlas
from blogsmith.importers.hugo_body import Converted, convert_links, convert_words
from blogsmith.importers.hugo_config import fallback_category
from blogsmith.importers.hugo_entries import Entry
from blogsmith.importers.hugo_front_matter import plain_words
from blogsmith.importers.hugo_heads import Decided, category_of, cover_of, page_head, post_head
from blogsmith.importers.hugo_links import IMAGES, Anchors, LinkWriter
from blogsmith.importers.hugo_people import Person, person_remarks, profile_draft
from blogsmith.importers.hugo_plan import Place
from blogsmith.importers.hugo_shape import whole_body
from blogsmith.importers.hugo_shortcodes import Shop
from blogsmith.importers.hugo_sorting import HugoSite
from blogsmith.importers.identifiers import ascii_id
from blogsmith.importers.marks import Marks, marks_in
from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.frozen import frozen

Aliases = Mapping[str, tuple[tuple[str, ...], tuple[Remark, ...]]]


@frozen
class Workbench:
    """What finishing one file asks of the whole site."""

    site: HugoSite
    atlas: Atlas
    words: Mapping[str, Converted]
    """Bodies by path, without their links."""
    anchors: Callable[[Place], Anchors]
    aliases: Aliases
    active: frozenset[str]
    """Ids of writers who wrote something within the year before the import."""
    choices: Choices


@frozen
class Finished:
    """A file of the new site, what lies beside it, and what is to be said of it."""

    draft: Draft
    carried: tuple[Carried, ...]
    findings: tuple[Diagnostic, ...]


def words_of(place: Place, site: HugoSite) -> Converted:
    """The body of a post or page in our words, its links not looked at yet."""
    marks = marks_in(place.language)
    title = plain_words(place.entry.value("title"))
    shop = Shop(marks=marks, title=title, image_words=site.files.image_words)
    return convert_words(whole_body(place.entry, marks), shop)


def finish(place: Place, bench: Workbench, text: str) -> Finished:
    """The file of a post or page; `text` is the old file, for the lines of findings."""
    entry, marks = place.entry, marks_in(place.language)
    writer = _writer(place, bench, marks)
    body, remarks = convert_links(bench.words[entry.path], writer)
    aliases, alias_remarks = bench.aliases[entry.path]
    if entry.kind == "post":
        decided, more = _decided(place, bench, writer, aliases)
        head, head_remarks = post_head(place, decided, bench.choices)
    else:
        more = ()
        head, head_remarks = page_head(place, aliases)
    ending = ".md" if place.language == bench.site.config.language else f".{place.language}.md"
    path = f"{place.stem}/index{ending}" if writer.carried else f"{place.stem}{ending}"
    folder = posixpath.dirname(path)
    said = (*remarks, *alias_remarks, *more, *head_remarks, *_about_slug(place))
    return Finished(
        draft=Draft(path=path, front_matter=head, body=body, origin=entry.path),
        carried=tuple(replace(file, path=f"{folder}/{file.path}") for file in writer.carried.values()),
        findings=tuple(located(said, entry.path, text)),
    )


def finish_profile(person: Person, bench: Workbench, text: str) -> Finished:
    """The file of a writer. A bio keeps its words; images and links in it are treated like a page's."""
    marks = marks_in(bench.site.config.language)
    shop = Shop(marks=marks, title="", image_words=bench.site.files.image_words)
    converted = convert_words(person.bio, shop)
    body, remarks = converted.text, converted.remarks
    if person.entry is not None and body.strip():
        writer = _writer(_stand_in(person.entry, person.id), bench, marks)
        body, remarks = convert_links(converted, writer)
    origin = person.entry.path if person.entry else person.named_in or f"authors/{person.id}.md"
    findings = tuple(located((*remarks, *person_remarks(person)), origin, text))
    return Finished(
        draft=profile_draft(person, body, is_active=person.id in bench.active), carried=(), findings=findings
    )


def _writer(place: Place, bench: Workbench, marks: Marks) -> LinkWriter:
    config = bench.site.config
    home = "/" if place.language == config.language else f"/{place.language}/"
    return LinkWriter(place=place, atlas=bench.atlas, anchors=bench.anchors, marks=marks, host=config.host, home=home)


def _stand_in(entry: Entry, person_id: str) -> Place:
    """A profile as a place that links may start from."""
    return Place(
        entry=entry,
        id=person_id,
        slug=person_id,
        wanted_slug=person_id,
        stem=f"authors/{person_id}",
        address=f"/author/{person_id}/",
        original="",
        tags=(),
        expires=None,
        never_seen=False,
        is_published=True,
        is_public=True,
    )


def _decided(
    place: Place, bench: Workbench, writer: LinkWriter, aliases: Sequence[str]
) -> tuple[Decided, tuple[Remark, ...]]:
    entry, site = place.entry, bench.site
    category, whole = category_of(entry, site.categories, fallback_category(bench.choices))
    cover, remarks = _cover(entry, bench.atlas, writer)
    series = entry.value("series")
    names = series if isinstance(series, list) else [series]
    decided = Decided(
        authors=site.authors[entry.path],
        category=category,
        category_key_used=whole,
        aliases=tuple(aliases),
        series=ascii_id(plain_words(names[0])) if len(names) == 1 and plain_words(names[0]) else "",
        cover=cover,
        taxonomies=site.config.taxonomies,
    )
    return decided, remarks


def _cover(entry: Entry, atlas: Atlas, writer: LinkWriter) -> tuple[tuple[str, str] | None, tuple[Remark, ...]]:
    source, words = cover_of(entry)
    if not source:
        return None, ()
    file: Path | None = atlas.file(source, entry)
    if file is None or file.suffix.lower() not in IMAGES:
        return None, (Remark(rule="import/missing-image", value=source, variant="cover", note=True),)
    return (writer.carry(file), words), ()


def _about_slug(place: Place) -> tuple[Remark, ...]:
    if place.slug == place.wanted_slug:
        return ()
    return (Remark(rule="import/slug", value=place.slug, needle=place.wanted_slug),)
