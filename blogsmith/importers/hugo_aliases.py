"""The addresses that posts and pages had, and those of them that can lead to the new ones.

Source: gohugo.io, URL management: front matter `url` and `aliases`, permalinks by section, else the path of the file.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence

from blogsmith.importers.dates import as_day
from blogsmith.importers.draft import Remark
from blogsmith.importers.hugo_config import HugoConfig
from blogsmith.importers.hugo_entries import Entry
from blogsmith.importers.hugo_plan import Place
from blogsmith.importers.identifiers import own_address, slug_for

_MACHINE_FILES = frozenset(
    ["404.html", "sitemap.xml", "robots.txt", "rss.xml", "atom.xml", "feed.json", "_redirects", "index.html"]
)
_LISTS = frozenset(["p", "tag", "category", "author", "series", "archive", "page", "assets"])
_NAMES = frozenset(["authors"])


def former_addresses(entry: Entry, config: HugoConfig) -> tuple[str, ...]:
    """Every address that an entry had: those its head names, and the one Hugo made, where its settings are known."""
    value = entry.value("aliases", "alias")
    items = value if isinstance(value, list) else [value]
    home = "/" + "".join(f"{part}/" for part in entry.folder)
    found = [own_address(item, home) for item in items if isinstance(item, str)]
    url = entry.text("url")
    if url:
        found.append(own_address(url, "/"))
    elif config.is_known:
        found.append(_made_address(entry, config))
    return tuple(dict.fromkeys(filter(None, found)))


def free_aliases(
    places: Sequence[Place], former: Mapping[str, Sequence[str]]
) -> Mapping[str, tuple[tuple[str, ...], tuple[Remark, ...]]]:
    """By path of the entry: the old addresses that nothing else claims, and a remark on each that something does.

    What differs by case alone is one address.
    """
    languages = {place.language for place in places}
    live = {place.address.casefold() for place in places} | {f"/p/{place.id}/" for place in places}
    free: dict[str, tuple[tuple[str, ...], tuple[Remark, ...]]] = {}
    for place in places:
        kept: list[str] = []
        remarks: list[Remark] = list(_malformed(place.entry, former.get(place.entry.path, ())))
        for alias in former.get(place.entry.path, ()):
            key = alias.casefold() if "." in posixpath.basename(alias) else alias.casefold().rstrip("/") + "/"
            if key == place.address.casefold():
                continue
            if key in live or _is_ours(key, languages):
                remarks.append(Remark(rule="import/alias", value=alias, needle=alias.strip("/"), variant="taken"))
                continue
            live.add(key)
            kept.append(alias)
        free[place.entry.path] = tuple(kept), tuple(remarks)
    return free


def _malformed(entry: Entry, valid: Sequence[str]) -> Sequence[Remark]:
    value = entry.value("aliases", "alias")
    items = value if isinstance(value, list) else [value]
    home = "/" + "".join(f"{part}/" for part in entry.folder)
    return [
        Remark(rule="import/alias", value=str(item), variant="form")
        for item in items
        if item not in (None, "") and (not isinstance(item, str) or own_address(item, home) not in valid)
    ]


def _is_ours(alias: str, languages: set[str]) -> bool:
    """Whether blogsmith makes something at an address itself."""
    parts = [part for part in alias.split("/") if part]
    if parts and parts[0] in languages:
        parts = parts[1:]
    if not parts or parts[0] in _LISTS:
        return True
    return len(parts) == 1 and parts[0] in _MACHINE_FILES | _NAMES


def _made_address(entry: Entry, config: HugoConfig) -> str:
    """The address that Hugo made from permalinks or from the path."""
    prefix = "" if entry.language == config.language else f"/{entry.language}"
    section = entry.section or "/"
    shape = config.permalinks.get(section, "")
    slug = slug_for(entry.text("slug"), entry.name)
    if not shape:
        path = "/".join([*entry.parts[:-1], entry.text("slug") or entry.name]).lower().replace(" ", "-")
        return own_address(f"{prefix}/{path}/", "/")
    day = as_day(entry.date) if entry.date else None
    values = {
        "year": f"{day.year:04}" if day else "",
        "month": f"{day.month:02}" if day else "",
        "day": f"{day.day:02}" if day else "",
        "slug": slug,
        "slugorfilename": slug,
        "slugorcontentbasename": slug,
        "title": slug_for("", entry.text("title") or entry.name),
        "filename": entry.name,
        "contentbasename": entry.name,
        "section": section.strip("/"),
        "sections": "/".join(entry.parts[:-1]),
    }
    filled = re.sub(r":([a-z]+)(?:\[[^\]]*\])?", lambda match: values.get(match[1].lower(), ""), shape)
    return own_address(f"{prefix}/{filled.strip('/')}/", "/")
