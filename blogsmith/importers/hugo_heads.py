"""The head of a Hugo post or page becomes front matter of ours: every key is mapped, or kept under `extra`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

_SUMMARIES = ("summary", "description", "deck", "subtitle", "abstract")
_ALWAYS_MAPPED = ("title", "draft", "slug", "url", "aliases", "alias", "authors", "author", "translationkey")


@dataclass(frozen=True, slots=True, kw_only=True)
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


def post_head(place: Place, decided: Decided, choices: Choices) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    """The front matter of a post, and what is to be said of it."""
    entry = place.entry
    used = {*_ALWAYS_MAPPED, *decided.taxonomies, *_dates_used(entry)}
    remarks: list[Remark] = []
    moment = published_from(entry)
    head: dict[str, Any] = {
        "id": place.id,
        "title": _title(entry, remarks),
        "date": moment,
        "authors": list(decided.authors),
        "category": decided.category,
    }
    if decided.category_key_used:
        used |= {"categories", "category"}
    updated = lenient_date(entry.text("lastmod", "modified", "updated"))
    if updated is not None and as_moment(updated) > as_moment(moment):
        head["updated"] = updated
        used |= {"lastmod", "modified", "updated"}
    head |= {"tags": list(place.tags)} if place.tags else {}
    head |= {"series": decided.series} if decided.series else {}
    used |= {"series"} if decided.series else set()
    head |= _summary(entry, used)
    head |= _cover(decided, used)
    head |= _place_keys(place)
    head |= _expiry(place, moment, used, remarks, without_expiry=choices.without_expiry)
    head |= {"aliases": list(decided.aliases)} if decided.aliases else {}
    head |= _canonical(entry, used)
    head |= _switches(entry, used)
    return _with_rest(head, entry, used), tuple(remarks)


def page_head(place: Place, aliases: Sequence[str]) -> tuple[dict[str, Any], tuple[Remark, ...]]:
    """The front matter of a page, and what is to be said of it."""
    entry = place.entry
    used = {"title", "draft", "slug", "url", "aliases", "alias"}
    remarks: list[Remark] = []
    head: dict[str, Any] = {"title": _title(entry, remarks), **_summary(entry, used)}
    updated = lenient_date(entry.text("lastmod", "modified", "updated", "date"))
    if updated is not None:
        head["updated"] = updated
        used |= {"lastmod"} if entry.text("lastmod") else {"date"}
    head |= {"slug": place.slug} if Path(place.stem).name != place.slug else {}
    head |= {"draft": True} if entry.is_draft else {}
    head |= {"aliases": list(aliases)} if aliases else {}
    if entry.value("robotsnoindex", "noindex") is True:
        head["noindex"] = True
        used |= {"robotsnoindex", "noindex"}
    return _with_rest(head, entry, used), tuple(remarks)


def _dates_used(entry: Entry) -> set[str]:
    """Keys whose date the post has; a date that could not be read is kept as it is."""
    moment = published_from(entry)
    return {
        key
        for key in ("date", "publishdate", "pubdate", "published")
        if lenient_date(entry.text(key)) is not None and (key == "date" or moment == lenient_date(entry.text(key)))
    }


def category_of(entry: Entry, categories: Mapping[str, Mapping[str, str] | str], fallback: str) -> tuple[str, bool]:
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


def _title(entry: Entry, remarks: list[Remark]) -> str:
    title = plain_words(entry.value("title", "linktitle"))
    if title:
        return title
    bare = re.sub(r"^\d{4}-\d\d-\d\d[-_]", "", entry.name)
    made = re.sub(r"[-_]+", " ", bare).strip().capitalize() or "Untitled"
    remarks.append(Remark(rule="import/no-title", value=made, note=True))
    return made


def _summary(entry: Entry, used: set[str]) -> dict[str, str]:
    for key in _SUMMARIES:
        words = plain_words(entry.value(key))
        if words:
            used.add(key)
            return {"summary": words}
    return {}


def _cover(decided: Decided, used: set[str]) -> dict[str, Any]:
    if decided.cover is None:
        return {}
    src, alt = decided.cover
    used |= set(COVERS)
    return {"cover": {"src": src, "alt": alt} if alt else {"src": src, "decorative": True}}


COVERS = ("cover", "featured_image", "featuredimage", "image", "images", "thumbnail", "banner", "hero", "primary_image")
"""Keys under which themes keep the picture at the head of a post."""


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


def _place_keys(place: Place) -> dict[str, Any]:
    head: dict[str, Any] = {}
    if place.slug != Path(place.stem).name:
        head["slug"] = place.slug
    if place.original:
        head["translation_of"] = place.original
    if place.is_draft:
        head["draft"] = True
    return head


def _expiry(
    place: Place, moment: Any, used: set[str], remarks: list[Remark], *, without_expiry: bool
) -> dict[str, Any]:
    if place.expires is None:
        return {}
    if without_expiry:
        used |= {"expirydate", "unpublishdate"}
        return {"review_by": as_day(place.expires)}
    if place.is_draft and not place.entry.is_draft:
        remarks.append(Remark(rule="import/expiry", value=str(place.expires)))
        return {}
    used |= {"expirydate", "unpublishdate"}
    return {"expires": place.expires}


def _canonical(entry: Entry, used: set[str]) -> dict[str, str]:
    for key in ("canonical", "canonicalurl", "canonical_url"):
        url = entry.text(key)
        if re.match(r"https?://[^/\s]+", url):
            used.add(key)
            return {"canonical": url}
    return {}


def _switches(entry: Entry, used: set[str]) -> dict[str, Any]:
    head: dict[str, Any] = {}
    if entry.value("robotsnoindex") is True or entry.value("noindex") is True:
        head["noindex"] = True
        used |= {"robotsnoindex", "noindex"}
    if entry.value("featured") is True:
        head["featured"] = True
        used.add("featured")
    if entry.head.table.get("comments") is False or entry.value("disablecomments") is True:
        head["comments"] = False
        used |= {"comments", "disablecomments"}
    return head


def _with_rest(head: dict[str, Any], entry: Entry, used: set[str]) -> dict[str, Any]:
    rest = leftovers(entry.head.table, entry.head.names, used)
    whole = {key: _without_fraction(value) for key, value in head.items()}
    return {**whole, "extra": {"hugo": rest}} if rest else whole


def _without_fraction(value: Any) -> Any:
    return value.replace(microsecond=0) if isinstance(value, datetime) else value
