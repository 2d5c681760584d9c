"""What can be typed at a place: keys of a head, and the words that the site knows for their values."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from blogsmith.editor.head import Cursor, cursor_at, is_in_head, keys_in_head
from blogsmith.model.frozen import frozen
from blogsmith.model.words import say
from blogsmith.pipeline.trip import Survey
from blogsmith.policy.catalogue import RULES
from blogsmith.sources.editor_files import SHAPES
from blogsmith.sources.json_schema import json_schema

_KINDS = {"content/posts/": "post", "content/pages/": "page", "authors/": "author"}
_PEOPLE = frozenset({"authors", "reviewed_by", "approved_by", "responder", "covered_by", "by", "editor", "translator"})
_POSTS = frozenset({"related", "translation_of"})
_LINK = "](post:"


@frozen
class Offer:
    """One thing to choose."""

    text: str
    about: str = ""
    word: str = ""
    """What it takes the place of, left of the cursor."""
    is_key: bool = False


def offers_at(survey: Survey, path: str, lines: Sequence[str], number: int, column: int, lang: str) -> Iterator[Offer]:
    """What can be typed at a place; `number` and `column` count from 0."""
    if number >= len(lines):
        return
    if is_in_head(lines, number):
        cursor = cursor_at(lines, number, column)
        if cursor is not None:
            yield from _in_head(survey, path, lines, cursor, lang)
        return
    _, link, word = lines[number][:column].rpartition(_LINK)
    if link and ")" not in word:
        for text, about in _posts(survey):
            yield Offer(text=text, about=about, word=word)


def _in_head(survey: Survey, path: str, lines: Sequence[str], cursor: Cursor, lang: str) -> Iterator[Offer]:
    properties = _properties(path)
    if cursor.key:
        for text, about in _values(survey, cursor.key, properties, lang):
            yield Offer(text=text, about=about, word=cursor.word)
    elif not cursor.inside:
        typed = set(keys_in_head(lines))
        for key, shape in properties.items():
            if key not in typed:
                yield Offer(text=f"{key}: ", about=shape.get("description", ""), word=cursor.word, is_key=True)


def _values(survey: Survey, key: str, properties: Mapping[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    """The words that a key may hold, each with what it stands for."""
    config = survey.collection.config
    if key in _PEOPLE:
        for author in survey.collection.authors.values():
            yield author.id, say(author.name, lang, otherwise=config.site.language)
    elif key == "category":
        yield from ((name, say(item.label, lang)) for name, item in config.categories.items())
    elif key == "series":
        yield from ((name, say(item.title, lang)) for name, item in config.series.items())
    elif key == "tags":
        counts = Counter(tag for post in survey.collection.posts for tag in post.tags)
        yield from ((tag, str(count)) for tag, count in counts.most_common())
    elif key in _POSTS:
        yield from _posts(survey)
    elif key == "lang":
        yield from ((language, "") for language in config.languages)
    elif key == "rule":
        yield from ((rule.id, "") for rule in RULES.all)
    else:
        yield from ((word, "") for word in _choices(properties.get(key, {})))


def _posts(survey: Survey) -> Iterator[tuple[str, str]]:
    return ((post.id, post.title) for post in survey.collection.posts)


def _choices(shape: Mapping[str, Any]) -> Iterator[str]:
    for option in shape.get("anyOf", [shape]):
        yield from map(str, option.get("enum", ()))
        if option.get("type") == "boolean":
            yield from ("true", "false")


def _properties(path: str) -> Mapping[str, Any]:
    kind = next((kind for folder, kind in _KINDS.items() if path.startswith(folder)), "")
    return _schema(kind) if kind else {}


@cache
def _schema(kind: str) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = json_schema(SHAPES[kind], title=kind)["properties"]
    return properties
