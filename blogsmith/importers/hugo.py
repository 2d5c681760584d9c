"""A Hugo site becomes drafts of ours: sort the files, give each its place, convert words, then links.

Pure but for the reading of the folder; nothing is written here.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path

from blogsmith.importers.config_text import NewSite, config_text
from blogsmith.importers.dates import as_moment
from blogsmith.importers.draft import Choices, Count, Imported, Kind
from blogsmith.importers.hugo_aliases import former_addresses, free_aliases
from blogsmith.importers.hugo_atlas import Atlas, make_atlas, profile_paths
from blogsmith.importers.hugo_body import anchors_of
from blogsmith.importers.hugo_finishing import Finished, Workbench, finish, finish_profile, words_of
from blogsmith.importers.hugo_front_matter import plain_words
from blogsmith.importers.hugo_links import Anchors
from blogsmith.importers.hugo_plan import Place, make_places
from blogsmith.importers.hugo_sorting import HugoSite, sort_site
from blogsmith.importers.identifiers import ascii_id

_KINDS: tuple[Kind, ...] = ("post", "page", "profile", "list")


def import_hugo(source: Path, choices: Choices) -> Imported:
    """The Hugo site in `source` as a site of ours.

    Reports import/* on everything that was lost or mended. Raises CannotGoOn with import/no-content.
    """
    site = sort_site(source, choices)
    places = make_places(site.entries, site.config, choices, _tag_labels(site))
    former = {place.entry.path: former_addresses(place.entry, site.config) for place in places}
    words = {place.entry.path: words_of(place, site) for place in places}

    @cache
    def anchors(path: str) -> Anchors:
        return anchors_of(words[path]) if path in words else Anchors(renamed={}, ids=frozenset())

    bench = Workbench(
        site=site,
        atlas=_atlas(site, places, former),
        words=words,
        anchors=lambda place: anchors(place.entry.path),
        aliases=free_aliases(places, former),
        active=_active(site, choices),
        choices=choices,
    )
    texts: dict[str, str] = {page.path: page.text for page in site.files.pages}
    finished = [finish(place, bench, texts[place.entry.path]) for place in places]
    people = [
        finish_profile(person, bench, texts.get(person.entry.path if person.entry else person.named_in, ""))
        for person in site.people.by_id.values()
    ]
    return _imported(site, places, (*finished, *people), choices)


def _active(site: HugoSite, choices: Choices) -> frozenset[str]:
    since = choices.now - timedelta(days=365)
    recent = (entry for entry in site.entries if entry.date is not None and as_moment(entry.date) > since)
    return frozenset(author for entry in recent for author in site.authors.get(entry.path, ()))


def _imported(site: HugoSite, places: Sequence[Place], everything: Sequence[Finished], choices: Choices) -> Imported:
    config = site.config
    new = NewSite(
        title=config.title,
        description=config.description,
        base_url=config.base_url,
        language=config.language,
        languages=(config.language, *sorted({place.language for place in places} - {config.language})),
        time_zone=config.time_zone,
        categories=site.categories,
        series=_series(site),
        since=choices.now.date(),
        source_kb=max((len(file.draft.body.encode()) // 1024 + 32 for file in everything), default=0),
        front_matter_kb=max((len(str(file.draft.front_matter)) * 2 // 1024 for file in everything), default=0),
    )
    return Imported(
        config=config_text(new),
        drafts=tuple(file.draft for file in everything),
        carried=tuple(file for one in everything for file in one.carried),
        counts=_counts(site, places),
        made=sum(person.is_made for person in site.people.by_id.values()),
        findings=(*site.findings, *(finding for file in everything for finding in file.findings)),
    )


def _counts(site: HugoSite, places: Sequence[Place]) -> tuple[Count, ...]:
    counts = []
    for kind in _KINDS:
        found = site.found.get(kind, 0)
        if kind == "profile":
            counts.append(Count(kind=kind, found=found, imported=found, published=found))
            continue
        brought = [place for place in places if place.entry.kind == kind]
        published = sum(place.is_published for place in brought)
        counts.append(Count(kind=kind, found=found, imported=len(brought), published=published))
    return tuple(count for count in counts if count.found)


def _atlas(site: HugoSite, places: Sequence[Place], former: Mapping[str, Sequence[str]]) -> Atlas:
    seen = {author for place in places if place.is_published for author in site.authors.get(place.entry.path, ())}
    profiles = {
        path: person.id
        for person in site.people.by_id.values()
        if person.id in seen
        for path in profile_paths(person.id, person.entry)
    }
    return make_atlas(
        places,
        former,
        profiles,
        terms=site.config.taxonomies,
        sections=_sections(site),
        files=site.files.assets,
        content=site.files.content,
    )


def _sections(site: HugoSite) -> dict[str, str]:
    """Where lists of the old site have their like in the new one: writers, and everything that was posted."""
    folders = {entry.section for entry in site.entries if entry.kind == "post"} - {""}
    return {"authors": "/authors/", "author": "/authors/", **dict.fromkeys(sorted(folders), "/archive/")}


def _tag_labels(site: HugoSite) -> dict[str, str]:
    """What the old site calls its terms, by the word that stands for them."""
    labels = {entry.name.lower(): plain_words(entry.value("title")) for entry in site.lists if len(entry.parts) == 2}
    return {name: label for name, label in labels.items() if label}


def _series(site: HugoSite) -> dict[str, str]:
    """Title by id of every series that a post is part of."""
    titles: dict[str, str] = {}
    for entry in site.entries:
        value = entry.value("series")
        names = value if isinstance(value, list) else [value]
        if entry.kind == "post" and len(names) == 1 and plain_words(names[0]):
            titles.setdefault(ascii_id(plain_words(names[0])), plain_words(names[0]))
    return titles
