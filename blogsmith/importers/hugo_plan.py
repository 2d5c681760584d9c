"""Every post and page of the old site gets its place in the new one, before a link to it can be written."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from blogsmith.importers.dates import as_moment, lenient_date
from blogsmith.importers.draft import Choices
from blogsmith.importers.hugo_config import HugoConfig
from blogsmith.importers.hugo_entries import Entry
from blogsmith.importers.hugo_front_matter import plain_words
from blogsmith.importers.identifiers import slug_for, unique_id, unique_slug
from blogsmith.model.frozen import frozen
from blogsmith.text.slug import slugify


@frozen
class Place:
    """Where a post or a page will stand."""

    entry: Entry
    id: str
    """Id of a post; of a page unique too, and written nowhere."""
    slug: str
    wanted_slug: str
    """What the slug would have been, had it been free."""
    stem: str
    """Path of its file without ending: `content/posts/2019/a-year`."""
    address: str
    """Its URL within the new site."""
    original: str
    """Id of the post that it translates; empty where it translates none."""
    tags: tuple[str, ...]
    expires: datetime | date | None
    never_seen: bool
    """True for a post that expired before it came out: it becomes a draft."""
    is_published: bool
    """At the time of the import."""
    is_public: bool
    """False for a draft and for what is still to come: nothing may link to it."""

    @property
    def is_draft(self) -> bool:
        """Whether the post is kept back until somebody says otherwise."""
        return self.entry.is_draft or self.never_seen

    @property
    def language(self) -> str:
        """Language of the post."""
        return self.entry.language


def make_places(
    entries: Sequence[Entry], config: HugoConfig, choices: Choices, labels: Mapping[str, str]
) -> tuple[Place, ...]:
    """The place of each entry. `labels` name tags by the word that stands for them in front matter.

    The oldest keeps the plain slug: posts in order of date, then of path.
    """
    taken_ids: set[str] = set()
    taken_slugs: dict[str, set[str]] = defaultdict(set)
    for language in {entry.language for entry in entries}:
        taken_slugs[language] |= {entry.language for entry in entries}
    spelled = _spellings(entries, config.taxonomies, labels)
    originals = _originals(entries, config.language)
    ids: dict[str, str] = {}
    places: list[Place] = []
    for entry in sorted(entries, key=lambda entry: _age(entry, config)):
        wanted = slug_for(entry.text("slug") or entry.text("url"), _name(entry))
        slug = unique_slug(wanted, taken_slugs[entry.language])
        taken_slugs[entry.language].add(slug)
        ids[entry.path] = unique_id(slug, entry.path, taken_ids)
        taken_ids.add(ids[entry.path])
        name = _Name(id=ids[entry.path], slug=slug, wanted=wanted, original=ids.get(originals[entry.path], ""))
        tags = (spelled[tag_key(word)] for word in tag_words(entry, config.taxonomies))
        places.append(_place(entry, name, tuple(dict.fromkeys(tags)), config, choices))
    return tuple(sorted(places, key=lambda place: place.entry.path))


def tag_key(tag: str) -> str:
    """The part of a tag's address that stands for it; as `pages/shelf.py` has it."""
    spoken = tag.replace("+", "-plus").replace("#", "-sharp").replace("&", "-and-")
    return slugify(spoken) or slugify(tag.encode("utf-8").hex())


def tag_words(entry: Entry, taxonomies: Sequence[str]) -> tuple[str, ...]:
    """The words in front matter that become tags, each once."""
    words: list[str] = []
    for key in taxonomies:
        value = entry.value(key)
        items = value if isinstance(value, list) else re.split(r"\s*,\s*", value) if isinstance(value, str) else []
        words += [plain_words(item) for item in items]
    return tuple(dict.fromkeys(word for word in words if word))


@frozen
class _Name:
    id: str
    slug: str
    wanted: str
    original: str


def _place(entry: Entry, name: _Name, tags: tuple[str, ...], config: HugoConfig, choices: Choices) -> Place:
    expires = lenient_date(entry.text("expirydate", "unpublishdate"))
    gone = expires is not None and not choices.without_expiry and _moment(expires, config) <= choices.now
    is_post = entry.kind == "post"
    moment = _moment(published_from(entry), config) if is_post else choices.now
    never = is_post and expires is not None and not choices.without_expiry and _moment(expires, config) <= moment
    public = not entry.is_draft and not never and moment <= choices.now
    home = "/" if entry.language == config.language else f"/{entry.language}/"
    folder = f"content/posts/{moment.year:04}" if is_post else "content/pages"
    return Place(
        entry=entry,
        id=name.id,
        slug=name.slug,
        wanted_slug=name.wanted,
        stem=f"{folder}/{name.slug}",
        address=f"{home}{name.slug}/",
        original=name.original if is_post and name.original != name.id else "",
        tags=tags,
        expires=expires,
        never_seen=never,
        is_published=public and not (is_post and gone),
        is_public=public,
    )


def published_from(entry: Entry) -> datetime | date:
    """When a post came out: its own date, or the later day from which it was to be seen."""
    own = entry.date or date(1970, 1, 1)
    later = lenient_date(entry.text("publishdate", "pubdate", "published"))
    return later if later is not None and as_moment(later) > as_moment(own) else own


def _moment(value: datetime | date, config: HugoConfig) -> datetime:
    if isinstance(value, datetime) and value.tzinfo:
        return value
    return as_moment(value).replace(tzinfo=config.zone)


def _age(entry: Entry, config: HugoConfig) -> tuple[bool, bool, datetime, str]:
    """Pages first, since people know their addresses; translations behind what they translate."""
    moment = as_moment(entry.date) if entry.date else as_moment(date(1970, 1, 1))
    return entry.kind == "post", entry.language != config.language, moment, entry.path


def _name(entry: Entry) -> str:
    """What a slug is made from where none is given: the file's name without its date; of a list its whole path."""
    if entry.kind == "list":
        return "-".join(entry.parts) or "home"
    return re.sub(r"^\d{4}-\d\d-\d\d[-_]", "", entry.name) or entry.text("title")


def _originals(entries: Sequence[Entry], language: str) -> dict[str, str]:
    """Path of the entry that each entry translates: itself where it stands alone."""
    groups: dict[object, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.text("translationkey") or (entry.kind, entry.parts)].append(entry)
    found: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=lambda entry: (entry.language != language, entry.path))
        seen = {first.language}
        for entry in group:
            is_translation = entry is first or entry.language not in seen
            seen.add(entry.language)
            found[entry.path] = first.path if is_translation else entry.path
    return found


def _spellings(entries: Sequence[Entry], taxonomies: Sequence[str], labels: Mapping[str, str]) -> dict[str, str]:
    """One spelling for each tag: as the old site titles it, else as most posts write it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for word in tag_words(entry, taxonomies):
            label = labels.get(word.lower(), word)
            counts[tag_key(word)][label if tag_key(label) == tag_key(word) else word] += 1
    return {key: min(found, key=lambda word: (-found[word], word)) for key, found in counts.items()}
