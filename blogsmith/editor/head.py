"""The head of a Markdown file while it is typed: where it ends, and which key the cursor stands at. Never fails."""

import re
from collections.abc import Iterator, Sequence

from blogsmith.model.frozen import frozen

_FENCE = re.compile(r"---[ \t]*")
_PAIR = re.compile(r"(?P<indent>[ ]*)(?:- +)?(?P<key>[\w-]+):(?: +(?P<value>.*))?$")
_ITEM = re.compile(r"(?P<indent>[ ]*)- +(?P<value>.*)$")
_NAME = re.compile(r"[ ]*(?:- +)?(?P<key>[\w-]*)$")
_WORD = re.compile(r"[^,\[\]{}\"']*$")


@frozen
class Cursor:
    """What is being typed in a head."""

    key: str
    """Whose value is typed; empty where a key is."""
    word: str
    """What stands of it left of the cursor."""
    inside: bool = False
    """Under another key, or in its table."""


def end_of_head(lines: Sequence[str]) -> int | None:
    """Index of the line that closes the head; None where there is no head, or it is still open."""
    if not lines or not _FENCE.fullmatch(lines[0]):
        return None
    return next((number for number, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line)), None)


def is_in_head(lines: Sequence[str], number: int) -> bool:
    """Whether the line at index `number` stands between the fences; a head that is open goes on to the end."""
    if not lines or not _FENCE.fullmatch(lines[0]) or number < 1:
        return False
    end = end_of_head(lines)
    return end is None or number < end


def keys_in_head(lines: Sequence[str]) -> Iterator[str]:
    """Every key at the head's margin."""
    for number, line in enumerate(lines):
        pair = _PAIR.match(line) if is_in_head(lines, number) else None
        if pair and not pair["indent"]:
            yield pair["key"]


def cursor_at(lines: Sequence[str], number: int, column: int) -> Cursor | None:
    """What is typed at a place of the head; `number` and `column` count from 0. None where nothing can be offered."""
    before = lines[number][:column]
    pair, item = _PAIR.match(before), _ITEM.match(before)
    if pair and (pair["value"] is not None or before.endswith(": ")):
        return Cursor(key=pair["key"], word=_last_word(pair["value"] or ""), inside=bool(pair["indent"]))
    if item:
        key = _key_above(lines, number)
        return Cursor(key=key, word=_last_word(item["value"]), inside=True) if key else None
    name = _NAME.match(before)
    return Cursor(key="", word=name["key"], inside=before != name["key"]) if name else None


def _last_word(value: str) -> str:
    found = _WORD.search(value)
    return found[0].lstrip() if found else ""


def _key_above(lines: Sequence[str], number: int) -> str:
    """The key whose list the line stands in."""
    for line in reversed(lines[1:number]):
        pair = _PAIR.match(line)
        if pair:
            return pair["key"]
        if not _ITEM.match(line):
            return ""
    return ""
