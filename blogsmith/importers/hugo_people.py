"""The writers of a Hugo site: profiles that it has, and profiles for whom its posts name without one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from blogsmith.importers.draft import Draft, Remark
from blogsmith.importers.hugo_entries import Entry
from blogsmith.importers.hugo_front_matter import plain_words
from blogsmith.importers.hugo_leftovers import leftovers
from blogsmith.importers.identifiers import ascii_id, unique_id
from blogsmith.model.frozen import frozen

_NAMES = ("display_name", "name", "title", "author")
_LINKS = {
    "github": ("GitHub", "https://github.com/{}"),
    "twitter": ("Twitter", "https://twitter.com/{}"),
    "mastodon": ("Mastodon", "{}"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/in/{}"),
    "facebook": ("Facebook", "https://www.facebook.com/{}"),
    "instagram": ("Instagram", "https://www.instagram.com/{}"),
    "youtube": ("YouTube", "https://www.youtube.com/{}"),
    "website": ("Website", "{}"),
    "homepage": ("Website", "{}"),
    "url": ("Website", "{}"),
}
_NAME_KEYS = ("id", "slug", "name")
_ROLES = ("role", "job", "job_title", "position", "bio_title")
_TEAMS = ("team", "department", "agency_full_name", "organisation", "organization", "company", "agency")


@frozen
class Person:
    """A writer of the new site."""

    id: str
    front_matter: Mapping[str, Any]
    entry: Entry | None = None
    """The profile in the old site; None where there is none, or where `data/` holds it."""
    called: str = ""
    """The name by which a post calls somebody who was made up."""
    bio: str = ""
    """Markdown of Hugo's."""
    names: frozenset[str] = frozenset()
    """By which posts may call them: in lower case."""
    is_made: bool = False
    """True for a profile that the old site does not have."""
    named_in: str = ""
    """Path of the first post that names somebody of whom nothing else is known; empty for who was asked for."""


@frozen
class People:
    """Everyone, and how posts find them."""

    by_id: Mapping[str, Person]
    by_name: Mapping[str, str]
    """Id by each name."""

    def id_of(self, name: str) -> str:
        """The id that a post means; empty where nobody is known by that name."""
        key = name.strip().lower()
        found = self.by_name.get(key) or self.by_name.get(ascii_id(key))
        return found or ""

    def with_made(self, name: str, *, kind: str, named_in: str) -> "People":
        """Also with a profile for a writer of whom the old site knows the name alone, first met in a post."""
        shown = name if re.search(r"[\s.]|[^\x00-\x7f]", name) else name.replace("-", " ").replace("_", " ").title()
        person_id = unique_id(name, name, self.by_id)
        person = Person(
            called=name, id=person_id, front_matter={"name": shown, "kind": kind}, is_made=True, named_in=named_in
        )
        names = {**self.by_name, name.strip().lower(): person_id, person_id: person_id}
        return replace(self, by_id={**self.by_id, person_id: person}, by_name=names)


def read_people(entries: Sequence[Entry], data: Mapping[str, Mapping[str, Any]]) -> People:
    """The profiles that the old site has, content files before `data/`."""
    by_id: dict[str, Person] = {}
    by_name: dict[str, str] = {}
    for entry in entries:
        given = entry.text("slug") or entry.name
        person_id = unique_id(given, entry.path, by_id)
        person = _person(person_id, entry.head.table, entry.head.names, entry.name)
        bio = "\n\n".join(filter(None, (entry.head.body.strip(), person.bio)))
        by_id[person_id] = replace(person, entry=entry, bio=bio)
    for key, table in data.items():
        if ascii_id(key) not in by_id:
            person_id = unique_id(key, key, by_id)
            by_id[person_id] = _person(person_id, table, {name: name for name in table}, key)
    for person in by_id.values():
        for name in (person.id, *sorted(person.names)):
            by_name.setdefault(name, person.id)
    return People(by_id=by_id, by_name=by_name)


def author_names(entry: Entry) -> tuple[str, ...]:
    """The writers that a head names: texts, lists of texts, or tables with a name."""
    value = entry.value("authors", "author")
    items = value if isinstance(value, list) else [value]
    names = []
    for item in items:
        is_table = isinstance(item, Mapping)
        names.append(plain_words(next((item[key] for key in _NAME_KEYS if item.get(key)), "") if is_table else item))
    return tuple(dict.fromkeys(name for name in names if name))


def profile_draft(person: Person, bio: str, *, is_active: bool) -> Draft:
    """The file `authors/<id>.md`. Of a writer who has not written for long nothing is expected: `status: paused`."""
    origin = person.entry.path if person.entry else ""
    front = dict(person.front_matter)
    if not is_active and front["kind"] != "former":
        rest = {key: front.pop(key) for key in tuple(front) if key not in ("name", "kind")}
        front |= {"status": "paused", **rest}
    return Draft(path=f"authors/{person.id}.md", front_matter=front, body=bio, origin=origin)


def person_remarks(person: Person) -> tuple[Remark, ...]:
    """What an editor should know of a profile that was made up."""
    if not person.named_in:
        return ()
    return (Remark(rule="import/unknown-author", value=person.id, needle=person.called),)


def _person(person_id: str, table: Mapping[str, Any], written: Mapping[str, str], name: str) -> Person:
    shown, name_keys = _name(table)
    front: dict[str, Any] = {"name": shown or name.replace("-", " ").title(), "kind": "in-house"}
    used = {"slug", "bio", *name_keys}
    for key, sources in (("role", _ROLES), ("team", _TEAMS)):
        words, source = _first(table, sources)
        front |= {key: words} if words else {}
        used.add(source)
    links = _links(table)
    front |= {"links": list(links.values())} if links else {}
    email, source = _first(table, ("email", "mail"))
    front |= {"private": {"email": email}} if email else {}
    social = table.get("social")
    whole = isinstance(social, Mapping) and set(social) <= set(links)
    rest = leftovers(table, written, {*used, *links, source, *(("social",) if whole else ())})
    front |= {"extra": {"hugo": rest}} if rest else {}
    names = {person_id, name.lower(), shown.lower(), ascii_id(shown or name), ascii_id(name)}
    return Person(id=person_id, front_matter=front, bio=_bio(table), names=frozenset(names - {""}))


def _name(table: Mapping[str, Any]) -> tuple[str, set[str]]:
    """The name, and the keys that say nothing more than it does."""
    whole = " ".join(filter(None, (plain_words(table.get("first_name")), plain_words(table.get("last_name")))))
    shown, key = _first(table, _NAMES)
    parts = {"first_name", "last_name"} if whole == (shown or whole) else set()
    return shown or whole, {key, *parts}


def _bio(table: Mapping[str, Any]) -> str:
    bio = table.get("bio")
    return bio.strip() if isinstance(bio, str) else ""


def _first(table: Mapping[str, Any], keys: Sequence[str]) -> tuple[str, str]:
    """The first of these values that says something, and its key."""
    found = ((plain_words(table.get(key)), key) for key in keys)
    return next(((words, key) for words, key in found if words), ("", ""))


def _links(table: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Names on other sites as whole URLs, by the key that says them."""
    social = table.get("social")
    named = {**table, **social} if isinstance(social, Mapping) else table
    links: dict[str, dict[str, str]] = {}
    for key, (label, shape) in _LINKS.items():
        value = plain_words(named.get(key)).lstrip("@")
        url = value if re.match(r"https?://[^/\s]+", value) else shape.format(value)
        if re.fullmatch(r"https?://[^/\s]+(/\S*)?", url) and re.search(r"[\w-]", value):
            links[key] = {"label": label, "url": url}
    return links
