"""Where a word leads: a writer's profile, a post, a file beside it, a table of the config."""

import re
from collections.abc import Sequence

from blogsmith.editor.head import is_in_head
from blogsmith.model.source import Location
from blogsmith.pages.links import beside
from blogsmith.pipeline.trip import Survey

_LINK = re.compile(r"\[[^\]\n]*\]\(\s*<?(?P<target>[^)\s>]+)[^)]*\)?|^\[[^\]]+\]:\s*<?(?P<named>[^\s>]+)")
_ID = re.compile(r"[a-z0-9-]+")


def definition_at(survey: Survey, path: str, lines: Sequence[str], number: int, column: int) -> Location | None:
    """The place that the word or link at `number` and `column` (from 0) stands for; None where it leads nowhere."""
    if number >= len(lines):
        return None
    if is_in_head(lines, number):
        word = _around(_ID, lines[number], column)
        return _of_id(survey, word[0], lines[number]) if word else None
    link = _around(_LINK, lines[number], column)
    return _of_link(survey, path, link["target"] or link["named"]) if link else None


def _around(pattern: re.Pattern[str], line: str, column: int) -> re.Match[str] | None:
    return next((found for found in pattern.finditer(line) if found.start() <= column <= found.end()), None)


def _of_id(survey: Survey, word: str, line: str) -> Location | None:
    key, config_file = line.partition(":")[0].strip(), survey.tools.config_file
    tables = {"category": "categories", "series": "series"}
    if key in tables:
        place = config_file.places.get((tables[key], word))
        return place.within(config_file.path) if place else None
    for author in survey.collection.authors.values():
        if author.id == word:
            return Location(path=author.path, line=1, column=1)
    return _of_post(survey, word)


def _of_post(survey: Survey, post_id: str) -> Location | None:
    found = next((post.path for post in survey.collection.posts if post.id == post_id), None)
    return Location(path=found, line=1, column=1) if found else None


def _of_link(survey: Survey, path: str, target: str) -> Location | None:
    where = target.partition("#")[0]
    if where.startswith("post:"):
        return _of_post(survey, where.removeprefix("post:"))
    atlas = survey.laid.atlas
    if where.startswith("/"):
        names = [name for name, page in atlas.by_path.items() if page.address in (where, f"{where}/")]
    else:
        source = beside(path, where) if where else path
        names = [name for name in (source, f"{source}.md", f"{source}/index.md") if name in atlas.by_path]
        names += [source] if source in atlas.files else []
    return Location(path=names[0], line=1, column=1) if names else None
