"""`key="value"` pairs behind the name of a block or the language of a code block, with the place of each."""

import re
from collections.abc import Iterator

from blogsmith.model.frozen import frozen
from blogsmith.text.patterns import pattern

_PAIR = pattern(
    r"""\s*(?P<name>[A-Za-z][\w-]*)=(?:"(?P<double>(?:[^"\\]|\\.)*)"|'(?P<single>(?:[^'\\]|\\.)*)'|(?P<bare>[^\s"'“”]+))(?=\s|$)"""
)
_ESCAPE = pattern(r"""\\([\\"'])""")
_WORD = pattern(r"\s*(\S+)")


@frozen
class Argument:
    """One pair; or, with an empty name, text that is none."""

    name: str
    value: str
    name_at: int
    """Where the name begins in the text that was read."""
    value_at: int
    """Where the value begins, inside its quotes."""
    value_length: int
    """How long it is as written."""


def arguments(text: str) -> Iterator[Argument]:
    """Every pair in `text` up to the first word that belongs to none, and then the rest as one nameless argument."""
    at = 0
    while match := _PAIR.match(text, at):
        yield _argument(match)
        at = match.end()
    if word := _WORD.match(text, at):
        start = word.start(1)
        rest = text[start:].rstrip()
        yield Argument(name="", value=rest, name_at=start, value_at=start, value_length=len(rest))


def _argument(match: re.Match[str]) -> Argument:
    group = next(name for name in ("double", "single", "bare") if match[name] is not None)
    written = match[group]
    return Argument(
        name=match["name"],
        value=written if group == "bare" else _ESCAPE.sub(r"\1", written),
        name_at=match.start("name"),
        value_at=match.start(group),
        value_length=len(written),
    )
