"""Each content file of a Hugo site as a value that knows what it is: a post, a page, a profile or a list."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

from blogsmith.importers.dates import date_in_path, lenient_date
from blogsmith.importers.draft import Kind
from blogsmith.importers.hugo_front_matter import Head
from blogsmith.model.frozen import frozen

_PROFILES = frozenset({"author", "authors", "people", "writers", "contributors"})
_PAGES = frozenset({"", "page", "pages", "static"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?", re.IGNORECASE)


@frozen
class Entry:
    """One content file."""

    path: str
    """From the old site's root."""
    head: Head
    kind: Kind
    language: str
    parts: tuple[str, ...]
    """Path below the content folder, without language, ending and `index`: `("news", "2019", "a-year")`."""
    is_bundle: bool
    """True for `index.md`: files beside it belong to it."""
    date: datetime | date | None

    @property
    def section(self) -> str:
        """The first folder; empty for files at the top."""
        return self.parts[0].lower() if len(self.parts) > 1 or (self.kind == "list" and self.parts) else ""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.parts[-1] if self.parts else ""

    @property
    def folder(self) -> tuple[str, ...]:
        """Parts of the folder that relative links start from."""
        return self.parts if self.is_bundle or self.kind == "list" else self.parts[:-1]

    @property
    def is_draft(self) -> bool:
        """Whether the head keeps the file back."""
        return str(self.head.table.get("draft", "")).strip().lower() == "true"

    def value(self, *keys: str) -> Any:
        """The first of these values of the head that says something."""
        return next((self.head.table[key] for key in keys if self.head.table.get(key) not in _EMPTY), None)

    def text(self, *keys: str) -> str:
        """The first of these values as text; empty where it is a list or a table."""
        value = self.value(*keys)
        return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


_EMPTY: tuple[Any, ...] = (None, "", [], {})


@frozen
class Languages:
    """What the old site says about its languages."""

    default: str
    known: tuple[str, ...]
    folders: Mapping[str, str]
    """Language by content folder: `{"content/ko": "ko"}`."""


def make_entry(path: str, head: Head, content: str, languages: Languages) -> Entry:
    """The entry of one file."""
    language, inner = _without_language_folder(path, content, languages)
    pure = PurePosixPath(inner)
    stem, ending = _without_language(pure.stem, languages)
    is_list = stem == "_index"
    parts = pure.parent.parts if stem in ("index", "_index") else (*pure.parent.parts, stem)
    day = lenient_date(str(head.table.get("date") or head.table.get("publishdate") or ""))
    entry = Entry(
        path=path,
        head=head,
        kind="page",
        language=ending or language or languages.default,
        parts=tuple(part for part in parts if part != "."),
        is_bundle=stem == "index",
        date=day or date_in_path(pure.parts) or lenient_date(str(head.table.get("lastmod") or "")),
    )
    return replace(entry, kind=_kind(entry, is_list=is_list))


def with_posts(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Where a site keeps its posts at the top of the content folder, these are posts too."""
    kinds = Counter(entry.kind for entry in entries)
    if kinds["post"]:
        return tuple(entries)
    return tuple(
        replace(entry, kind="post") if entry.kind == "page" and _is_dated(entry) and len(entry.parts) == 1 else entry
        for entry in entries
    )


def _kind(entry: Entry, *, is_list: bool) -> Kind:
    first = entry.parts[0].lower() if entry.parts else ""
    if first in _PROFILES and len(entry.parts) == 2:
        return "profile"
    if is_list:
        return "list"
    if entry.section not in _PAGES and _is_dated(entry):
        return "post"
    return "page"


def _is_dated(entry: Entry) -> bool:
    return entry.date is not None and entry.text("type", "layout") not in ("page", "static")


def _without_language_folder(path: str, content: str, languages: Languages) -> tuple[str, str]:
    for folder, language in languages.folders.items():
        if path.startswith(f"{folder}/") and folder != content:
            return language, path[len(folder) + 1 :]
    inner = path[len(content) + 1 :]
    first, _, rest = inner.partition("/")
    if rest and first.lower() in languages.known and _LANGUAGE.fullmatch(first):
        return first.lower(), rest
    return "", inner


def _without_language(stem: str, languages: Languages) -> tuple[str, str]:
    name, dot, ending = stem.rpartition(".")
    return (name, ending.lower()) if dot and ending.lower() in languages.known else (stem, "")
