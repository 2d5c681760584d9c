"""Where the references of a Hugo site lead in the new one.

Source: gohugo.io, ref and relref: a path from the content folder, a path beside the page, or a name that is unique.
"""

import posixpath
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from blogsmith.importers.dates import as_day
from blogsmith.importers.hugo_entries import Entry
from blogsmith.importers.hugo_plan import Place, tag_key
from blogsmith.importers.identifiers import ascii_id
from blogsmith.model.frozen import frozen

_ENDINGS = re.compile(r"(?:/_?index)?(?:\.[a-z]{2})?\.(?:md|markdown|html?|en)$|/_?index$", re.IGNORECASE)
_FEEDS = frozenset({"index.xml", "feed.xml", "rss.xml", "atom.xml", "feed"})
_SINGULAR = {"news": "post", "events": "event", "posts": "post", "resources": "resource", "authors": "author"}


@frozen
class Found:
    """What a reference leads to: a post or page, or an address that blogsmith makes itself."""

    place: Place | None = None
    address: str = ""


@frozen
class Atlas:
    """Everything of the old site that can be referred to."""

    by_source: Mapping[str, Place]
    """By path below the content folder, without ending, in lower case; also behind its language: `ko:posts/well`."""
    by_name: Mapping[str, tuple[Place, ...]]
    """By the name of the file and by slug."""
    by_address: Mapping[str, Place]
    """By former address: aliases, `url`, and what the permalinks of the old site make."""
    lists: Mapping[str, str]
    """Address in the new site by path of a section, a term or a profile: `topics/mobile`."""
    files: Mapping[str, Path]
    """Files of the old site by path."""
    content: str

    def find(self, target: str, here: Entry) -> Found | None:
        """What `target` (without anchor) leads to from the entry `here`; None where it leads nowhere."""
        path = unicodedata.normalize("NFC", unquote(target.partition("?")[0])).strip()
        if path.strip("/").lower() in ("", "index.html"):
            return Found(address="/") if path.startswith("/") else None
        if path.strip("/").lower() in _FEEDS:
            return Found(address="/rss.xml")
        beside = posixpath.normpath(posixpath.join("/", *here.folder, path)).lower()
        whole = posixpath.normpath(f"/{path.lstrip('/')}").lower()
        for candidate in (whole,) if path.startswith("/") else (beside, whole):
            found = self._at(candidate, here.language)
            if found is not None:
                return found
        place = self._named(whole, here.language)
        return Found(place=place) if place else None

    def file(self, target: str, here: Entry) -> Path | None:
        """The file of the old site that `target` means: beside the entry, in static/ or in assets/."""
        path = unicodedata.normalize("NFC", unquote(target.partition("?")[0].partition("#")[0])).strip()
        if not path or path.endswith("/"):
            return None
        folder = posixpath.dirname(here.path)
        homes = () if path.startswith("/") else (folder, posixpath.join(self.content, *here.folder))
        for home in (*homes, "static", "assets", "static/images", "assets/images", "static/img"):
            candidate = posixpath.normpath(posixpath.join(home, path.lstrip("/")))
            if candidate in self.files:
                return self.files[candidate]
        return None

    def _at(self, path: str, language: str) -> Found | None:
        bare = _ENDINGS.sub("", path).strip("/")
        if bare.startswith(f"{self.content}/"):
            bare = bare[len(self.content) + 1 :]
        place = self.by_source.get(f"{language}:{bare}") or self.by_source.get(bare)
        place = place or self.by_address.get(path.rstrip("/") + "/") or self.by_address.get(path)
        if place is None and bare.startswith(f"{language}/"):
            place = self.by_source.get(f"{language}:{bare[len(language) + 1 :]}")
        if place is not None:
            return Found(place=place)
        return Found(address=self.lists[bare]) if bare in self.lists else None

    def _named(self, path: str, language: str) -> Place | None:
        """The one post of that name, whose section and date are what the rest of the path says."""
        *rest, name = _ENDINGS.sub("", path).strip("/").split("/")
        bare = re.sub(r"^\d{4}-\d\d-\d\d-", "", name)
        candidates = [*self.by_name.get(name, ()), *(self.by_name.get(bare, ()) if bare != name else ())]
        fitting = {place.id: place for place in candidates if set(rest) <= _may_precede(place.entry)}
        same = {key: place for key, place in fitting.items() if place.language == language}
        chosen = same or fitting
        return next(iter(chosen.values())) if len(chosen) == 1 else None


def make_atlas(
    places: Sequence[Place],
    former: Mapping[str, Sequence[str]],
    profiles: Mapping[str, str],
    terms: Sequence[str],
    sections: Mapping[str, str],
    files: Mapping[str, Path],
    content: str,
) -> Atlas:
    """The atlas of a site.

    `former`: old addresses by path of the entry. `profiles`: id by old path of each writer whom something published
    names. `terms`: folders whose terms became tags. `sections`: address by path of lists that blogsmith makes itself.
    """
    by_source: dict[str, Place] = {}
    by_name: dict[str, list[Place]] = defaultdict(list)
    by_address: dict[str, Place] = {}
    for place in places:
        entry = place.entry
        source = "/".join(entry.parts).lower()
        by_source[f"{entry.language}:{source}"] = place
        by_source.setdefault(source, place)
        names = {
            entry.name.lower(),
            place.wanted_slug,
            place.slug,
            re.sub(r"^\d{4}-\d\d-\d\d-", "", entry.name.lower()),
        }
        for name in names - {""}:
            by_name[name].append(place)
        for address in former.get(entry.path, ()):
            by_address.setdefault(address.lower(), place)
    tags = {tag for place in places if place.is_published and place.entry.kind == "post" for tag in place.tags}
    lists = {**sections, **{f"{term}/{tag_key(tag)}": f"/tag/{tag_key(tag)}/" for term in terms for tag in tags}}
    for path, author in profiles.items():
        lists[path] = f"/author/{author}/"
    return Atlas(
        by_source=by_source,
        by_name={name: tuple(found) for name, found in by_name.items()},
        by_address=by_address,
        lists=lists,
        files=files,
        content=content,
    )


def _may_precede(entry: Entry) -> frozenset[str]:
    """What may stand before an entry's name in an address: sections, their singular, and the parts of its date."""
    parts = {part.lower() for part in entry.parts[:-1]} | {entry.language}
    parts |= {_SINGULAR.get(part, part.removesuffix("s")) for part in parts}
    if entry.date:
        day = as_day(entry.date)
        parts |= {f"{day.year:04}", f"{day.month:02}", f"{day.day:02}", str(day.month), str(day.day)}
    return frozenset(parts)


def profile_paths(author_id: str, entry: Entry | None) -> tuple[str, ...]:
    """The paths under which a profile may be referred to."""
    names = {author_id} if entry is None else {author_id, ascii_id(entry.name), entry.name.lower()}
    return tuple(f"{folder}/{name}" for folder in ("authors", "author") for name in sorted(names))
