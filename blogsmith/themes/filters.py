"""The filters of templates that know no language: plain functions on text, dates and numbers."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Final, Literal

from jinja2.filters import do_round
from markupsafe import Markup, escape

from blogsmith.text.patterns import pattern
from blogsmith.text.typesetting import typeset_text

_TAG = pattern(r"""(<!--.*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
_VERBATIM = pattern(r"<(/?)(pre|code|kbd|samp|script|style|math|svg)\b", re.IGNORECASE)
_BACKTICKS = pattern(r"`([^`]+)`")
_NO_XML = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 leaves out in its production 2. What it leaves in would take ten times as long to compile."""
_DIGITS: Final = 30
_JSON_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&'\u2028\u2029"}


def markup(text: str) -> Markup:
    """A field of type Html, printed as it is."""
    return Markup(text)


def iso(moment: date) -> str:
    """`2026-11-22T09:00:00+09:00`, or `2026-11-22` for a date without a time. Source: RFC 3339, 5.6."""
    return _with_offset(moment).isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()


def rounded(value: float, precision: int = 0, method: Literal["common", "ceil", "floor"] = "common") -> float:
    """As Jinja rounds, to so many digits that anybody could want: a billion would be counted out, for hours."""
    return do_round(value, max(-_DIGITS, min(precision, _DIGITS)), method)


def rfc822(moment: datetime) -> str:
    """`Sun, 22 Nov 2026 09:00:00 +0900`. Source: RFC 5322, 3.3."""
    from email.utils import format_datetime  # loads sockets, and feeds alone ask for it

    return format_datetime(_with_offset(moment))


def as_json(value: object) -> Markup:
    """A plain value as JSON that can stand in a script, in a JSON file, or in an attribute with single quotes."""
    text = json.dumps(_plain(value), ensure_ascii=False)
    for character, escaped in _JSON_ESCAPES.items():  # ten times as fast as `translate` on a post
        text = text.replace(character, escaped)
    return Markup(text)


def without_forbidden(text: str) -> str:
    """The text without characters that XML forbids; markup stays markup."""
    kept = _NO_XML.sub("", text)
    return Markup(kept) if isinstance(text, Markup) else kept


def typeset(text: str) -> str:
    """Korean text as it breaks well: a word joiner between a closing mark and Hangul, no break inside short quotes.

    Of markup the text alone is changed, outside of code. Search, feeds and copying use the text without this.
    """
    if not isinstance(text, Markup):
        return typeset_text(text)
    pieces, depth = [], 0
    for piece in _TAG.split(text):
        verbatim = _VERBATIM.match(piece)
        if verbatim:
            depth = max(0, depth + (-1 if verbatim[1] else 1))
        pieces.append(piece if depth or piece.startswith("<") else typeset_text(piece))
    return Markup("".join(pieces))


def with_code(text: str) -> Markup:
    """Plain text as markup, typeset; what stands in backticks is code."""
    pieces = _BACKTICKS.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if index % 2 else typeset(escape(piece))
        for index, piece in enumerate(pieces)
    )


def _with_offset(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment


def _plain(value: object) -> object:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return iso(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    raise TypeError(f"{type(value).__name__} is no plain value")
