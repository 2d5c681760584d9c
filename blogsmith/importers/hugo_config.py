"""What a Hugo site's configuration says becomes what ours needs; with sensible answers where there is none."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from blogsmith.importers.draft import Choices
from blogsmith.importers.hugo_entries import Entry, Languages
from blogsmith.importers.hugo_front_matter import plain_words
from blogsmith.importers.identifiers import ascii_id
from blogsmith.model.frozen import frozen

_MOST_CATEGORIES = 20
_LAST_RESORT = "culture"


@frozen
class HugoConfig:
    """The new site's settings, as far as the old one knows them."""

    title: str
    description: str
    base_url: str
    language: str
    languages: tuple[str, ...]
    time_zone: str
    author: str
    """Name of who writes the whole blog; empty where it has several writers."""
    taxonomies: tuple[str, ...]
    """Keys of front matter whose values become tags."""
    permalinks: Mapping[str, str]
    """By section, as Hugo writes them: `/:year/:month/:slug/`."""
    is_known: bool
    """False where the old site brought no configuration."""

    @property
    def host(self) -> str:
        """Host of the old site; links to it are links within the new one."""
        return urlsplit(self.base_url).netloc.lower() if self.is_known else ""

    @property
    def zone(self) -> ZoneInfo:
        """Zone in which dates without offset are read."""
        return ZoneInfo(self.time_zone)


def read_config(table: Mapping[str, Any], choices: Choices) -> HugoConfig:
    """The settings that a Hugo configuration holds; keys in lower case."""
    language = _code(table.get("defaultcontentlanguage")) or _code(table.get("languagecode")) or choices.language
    spoken = table.get("languages")
    codes = [_code(code) for code in spoken] if isinstance(spoken, Mapping) else []
    params = table.get("params")
    params = params if isinstance(params, Mapping) else {}
    own = spoken.get(language, {}) if isinstance(spoken, Mapping) else {}
    title = plain_words(table.get("title")) or plain_words(own.get("title"))
    return HugoConfig(
        title=title or "Imported blog",
        description=plain_words(params.get("description") or params.get("subtitle")),
        base_url=_base_url(table.get("baseurl")),
        language=language,
        languages=tuple(dict.fromkeys((language, *filter(None, codes)))),
        time_zone=_zone_name(table.get("timezone")),
        author=_author(table.get("author")) or _author(params.get("author")),
        taxonomies=_taxonomies(table.get("taxonomies")),
        permalinks=_permalinks(table.get("permalinks")),
        is_known=bool(table),
    )


def read_languages(table: Mapping[str, Any], config: HugoConfig) -> Languages:
    """How the old site keeps its languages apart."""
    spoken = table.get("languages")
    folders: dict[str, str] = {}
    for code, value in (spoken if isinstance(spoken, Mapping) else {}).items():
        if isinstance(value, Mapping) and value.get("contentdir"):
            folders[str(value["contentdir"]).strip("/")] = _code(code)
    known = config.languages if isinstance(spoken, Mapping) else (*config.languages, "ko", "en", "ja")
    return Languages(default=config.language, known=known, folders=folders)


def own_categories(posts: Sequence[Entry]) -> Mapping[str, str]:
    """Label by id of the categories that the old site sorts its posts into; empty where it does not."""
    first = [labels[0] for labels in map(category_labels, posts) if labels]
    distinct = Counter(ascii_id(label) for label in first)
    if 2 * len(first) < len(posts) or len(distinct) > _MOST_CATEGORIES:
        return {}
    names: dict[str, str] = {}
    for label in first:
        names.setdefault(ascii_id(label), label)
    return {name: names[name] for name, _ in distinct.most_common()}


def category_labels(entry: Entry) -> tuple[str, ...]:
    """The categories that an entry names."""
    value = entry.value("categories", "category")
    items = value if isinstance(value, list) else [value]
    return tuple(filter(None, (plain_words(item) for item in items)))


def fallback_category(choices: Choices) -> str:
    """Id of the category for posts that have none of ours."""
    return ascii_id(choices.category) if choices.category else _LAST_RESORT


def _code(value: Any) -> str:
    text = str(value or "").strip().lower().replace("_", "-")
    if not re.fullmatch(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", text):
        return ""
    return text.partition("-")[0] if re.fullmatch(r"(en|ko|ja)-[a-z]{2}", text) else text


def _base_url(value: Any) -> str:
    url = str(value or "").strip()
    parts = urlsplit(url)
    is_whole = parts.scheme in ("http", "https") and parts.netloc and not parts.query and not parts.fragment
    return url.rstrip("/") + "/" if is_whole else ""


def _zone_name(value: Any) -> str:
    try:
        return ZoneInfo(str(value)).key if value else "UTC"
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"


def _author(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("name")
    return plain_words(value)


def _taxonomies(value: Any) -> tuple[str, ...]:
    named = [str(plural).lower() for plural in value.values()] if isinstance(value, Mapping) else []
    other = [name for name in named if name not in ("categories", "series", "authors", "author", "tags")]
    return tuple(dict.fromkeys(("tags", "tag", "topics", *other)))


def _permalinks(value: Any) -> Mapping[str, str]:
    if not isinstance(value, Mapping):
        return {}
    page = value.get("page")
    table = page if isinstance(page, Mapping) else value
    return {str(key): shape for key, shape in table.items() if isinstance(shape, str)}
