"""Where a writer's name, id or photo still stands in the files of a site."""

import re
from collections.abc import Iterator, Mapping

from blogsmith.model.author import Author
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location
from blogsmith.policy.names import each_name
from blogsmith.sources.texts import KeptFiles
from blogsmith.text.scripts import HANGUL

_HEAD = re.compile(r"\A\ufeff?---[ \t]*\r?\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)


@frozen
class Traces:
    """What a writer is known by."""

    anywhere: re.Pattern[str]
    """Names, addresses of the writer's page, the photo's file."""
    in_heads: re.Pattern[str]
    """The id, which is a common word elsewhere."""


def traces_of_author(author: Author) -> Traces:
    """The patterns by which a writer is found in a text."""
    names = [_as_name(name) for name in each_name(author.name)]
    if author.photo is not None:
        names.append(rf"(?<![\w-]){re.escape(author.photo.src.rpartition('/')[2])}")
    own = re.escape(author.id)
    pages = rf"(?<=author/){own}(?![\w-])|(?<=authors/){own}(?![\w-])"
    return Traces(
        anywhere=re.compile("|".join([*names, pages]), re.IGNORECASE),
        in_heads=re.compile(rf"(?<![\w/-]){own}(?![\w/-])"),
    )


def mentions(files: KeptFiles, changed: Mapping[str, str | None], traces: Traces) -> Iterator[Location]:
    """Every place where a trace stands, with `changed` in place of what is there: None for files that go."""
    for path in sorted({*files.sizes, *changed}):
        text = changed[path] if path in changed else files.text_if_any(path)
        if text is None:
            continue
        for start, end in sorted(_spans(path, text, traces)):
            line = text.count("\n", 0, start) + 1
            column = start - text.rfind("\n", 0, start)
            yield Location(path=path, line=line, column=column, length=end - start)


def _spans(path: str, text: str, traces: Traces) -> set[tuple[int, int]]:
    found = {match.span() for match in traces.anywhere.finditer(text)}
    head = _HEAD.match(text) if path.endswith(".md") else None
    end = head.end() if head else len(text) if path.endswith(".toml") else 0
    inside = {match.span() for match in traces.in_heads.finditer(text, 0, end)}
    return found | {span for span in inside if not any(start <= span[0] < stop for start, stop in found)}


def _as_name(name: str) -> str:
    """Korean particles follow a name without a space; nothing else goes on behind one."""
    whole = re.escape(name).replace(r"\ ", r"\s+")
    return rf"(?<![가-힣]){whole}" if HANGUL.search(name) else rf"(?<!\w){whole}(?!\w)"
