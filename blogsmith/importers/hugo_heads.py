"""The head of a Hugo post or page becomes front matter of ours: every key is mapped, or kept under `extra`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import Any

from blogsmith.importers.dates import as_day, as_moment, lenient_date
from blogsmith.importers.draft import Choices, Remark
from blogsmith.importers.hugo_config import category_labels
from blogsmith.importers.hugo_entries import Entry
from blogsmith.importers.hugo_front_matter import plain_words
from blogsmith.importers.hugo_leftovers import leftovers
from blogsmith.importers.hugo_plan import Place, published_from
from blogsmith.importers.identifiers import ascii_id
from blogsmith.model.frozen import frozen
from blogsmith.model.words import Text

COVERS = ("cover", "featured_image", "featuredimage", "image", "images", "thumbnail", "banner", "hero", "primary_image")
"""Keys under which themes keep the picture at the head of a post."""

_SUMMARIES = ("summary", "description", "deck", "subtitle", "abstract")
_CHANGED = ("lastmod", "modified", "updated")
_MAPPED = ("title", "draft", "slug", "url", "aliases", "alias", "translationkey")


@frozen
class Decided:
    """What was decided for a post by looking at the whole site."""

    authors: tuple[str, ...]
    category: str
    """Id of a category of the new site."""
    category_key_used: bool
    aliases: tuple[str, ...]
    series: str
    cover: tuple[str, str] | None
    """File name beside the post, and what the picture shows."""
    taxonomies: tuple[str, ...]


@frozen
class _Part:
    """Some keys of ours, the old keys that they say, and what is to be told."""

    keys: Mapping[str, Any] = field(default_factory=dict)
    used: Sequence[str] = ()
    remarks: tuple[Remark, ...] = ()


def post_head(place: Place, decided: Decided, choices: Choices) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    """The front matter of a post, and what is to be said of it."""
    entry = place.entry
    categories = ("categories", "category") if decided.category_key_used else ()
    by_line = {"authors": list(decided.authors), "category": decided.category}
    parts = [
        _Part(keys={"id": place.id}, used=_MAPPED),
        _title(entry),
        _Part(keys={"date": published_from(entry)}, used=_dates_said(entry)),
        _Part(keys=by_line, used=("authors", "author", *categories)),
        _updated(entry),
        _Part(keys={"tags": list(place.tags)} if place.tags else {}, used=decided.taxonomies),
        _Part(keys={"series": decided.series}, used=("series",)) if decided.series else _Part(),
        _summary(entry),
        _cover(decided),
        _Part(keys=_place_keys(place)),
        _expiry(place, without_expiry=choices.without_expiry),
        _Part(keys={"aliases": list(decided.aliases)} if decided.aliases else {}),
        _canonical(entry),
        *_switches(entry),
    ]
    return _whole(entry, parts)


def page_head(place: Place, aliases: Sequence[str]) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    """The front matter of a page, and what is to be said of it."""
    entry = place.entry
    changed = next((key for key in (*_CHANGED, "date") if lenient_date(entry.text(key)) is not None), "")
    parts = [
        _Part(used=_MAPPED),
        _title(entry),
        _summary(entry),
        _Part(keys={"updated": lenient_date(entry.text(changed))}, used=(changed,)) if changed else _Part(),
        _Part(keys=_place_keys(place)),
        _Part(keys={"aliases": list(aliases)} if aliases else {}),
        *[switch for switch in _switches(entry) if "noindex" in switch.keys],
    ]
    return _whole(entry, parts)


def category_of(entry: Entry, categories: Mapping[str, Text], fallback: str) -> tuple[str, bool]:
    """Id of the first category of the entry that is one of ours, and whether its own words are all said by that."""
    known = {name: name for name in categories}
    for name, label in categories.items():
        for words in (label,) if isinstance(label, str) else label.values():
            known.setdefault(words.casefold(), name)
    labels = category_labels(entry)
    for label in labels:
        found = known.get(label.casefold()) or known.get(ascii_id(label))
        if found:
            return found, len(labels) == 1
    return fallback, False


def cover_of(entry: Entry) -> tuple[str, str]:
    """The file that a head names as its picture, and what it shows; empty where it names none."""
    for key in COVERS:
        value = entry.value(key)
        value = value[0] if isinstance(value, list) else value
        if isinstance(value, Mapping):
            source = next((value[name] for name in ("image", "src", "uid", "url", "relative") if value.get(name)), "")
            if isinstance(source, str) and source:
                return source.strip(), plain_words(value.get("alt") or value.get("caption"))
        elif isinstance(value, str) and value.strip():
            return value.strip(), plain_words(entry.value("image_alt", "alt", "imagealt"))
    return "", ""


def _whole(entry: Entry, parts: Sequence[_Part]) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    """The parts as one table, with what is left of the old head under `extra`."""
    keys = {key: _without_fraction(value) for part in parts for key, value in part.keys.items()}
    used = {key for part in parts for key in part.used}
    rest = leftovers(entry.head.table, entry.head.names, used)
    extra = {"extra": {"hugo": rest}} if rest else {}
    return {**keys, **extra}, tuple(remark for part in parts for remark in part.remarks)


def _without_fraction(value: Any) -> Any:
    return value.replace(microsecond=0) if isinstance(value, datetime) else value


def _dates_said(entry: Entry) -> tuple[str, ...]:
    """Keys whose date the post has; a date that could not be read is kept as it is."""
    moment = published_from(entry)
    read = {key: lenient_date(entry.text(key)) for key in ("date", "publishdate", "pubdate", "published")}
    return tuple(key for key, found in read.items() if found is not None and (key == "date" or found == moment))


def _title(entry: Entry) -> _Part:
    title = plain_words(entry.value("title", "linktitle"))
    if title:
        return _Part(keys={"title": title})
    bare = re.sub(r"^\d{4}-\d\d-\d\d[-_]", "", entry.name)
    made = re.sub(r"[-_]+", " ", bare).strip().capitalize() or "Untitled"
    return _Part(keys={"title": made}, remarks=(Remark(rule="import/no-title", value=made, note=True),))


def _updated(entry: Entry) -> _Part:
    """The last change, where it came after the post."""
    found = lenient_date(entry.text(*_CHANGED))
    if found is None or as_moment(found) <= as_moment(published_from(entry)):
        return _Part()
    return _Part(keys={"updated": found}, used=_CHANGED)


def _summary(entry: Entry) -> _Part:
    for key in _SUMMARIES:
        words = plain_words(entry.value(key))
        if words:
            return _Part(keys={"summary": words}, used=(key,))
    return _Part()


def _cover(decided: Decided) -> _Part:
    if decided.cover is None:
        return _Part()
    src, alt = decided.cover
    return _Part(keys={"cover": {"src": src, "alt": alt} if alt else {"src": src, "decorative": True}}, used=COVERS)


def _place_keys(place: Place) -> dict[str, Any]:
    head: dict[str, Any] = {}
    if place.slug != Path(place.stem).name:
        head["slug"] = place.slug
    if place.original:
        head["translation_of"] = place.original
    if place.is_draft:
        head["draft"] = True
    return head


def _expiry(place: Place, *, without_expiry: bool) -> _Part:
    """The end of the post, or the day to look at it again. A post that ends before it begins keeps the date aside."""
    if place.expires is None:
        return _Part()
    if place.never_seen:
        return _Part(remarks=(Remark(rule="import/expiry", value=str(place.expires)),))
    keys = {"review_by": as_day(place.expires)} if without_expiry else {"expires": place.expires}
    return _Part(keys=keys, used=("expirydate", "unpublishdate"))


def _canonical(entry: Entry) -> _Part:
    for key in ("canonical", "canonicalurl", "canonical_url"):
        url = entry.text(key)
        if re.match(r"https?://[^/\s]+", url):
            return _Part(keys={"canonical": url}, used=(key,))
    return _Part()


def _switches(entry: Entry) -> list[_Part]:
    parts: list[_Part] = []
    if entry.value("robotsnoindex") is True or entry.value("noindex") is True:
        parts.append(_Part(keys={"noindex": True}, used=("robotsnoindex", "noindex")))
    if entry.value("featured") is True:
        parts.append(_Part(keys={"featured": True}, used=("featured",)))
    if entry.head.table.get("comments") is False or entry.value("disablecomments") is True:
        parts.append(_Part(keys={"comments": False}, used=("comments", "disablecomments")))
    return parts
