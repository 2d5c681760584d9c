"""Korean particles that follow the sound before them: `해리(이/가)` is `해리가`, `지훈(이/가)` is `지훈이`."""

import re

from blogsmith.text.patterns import pattern

_PAIR = pattern(r"(?<=(.))\((이/가|은/는|을/를|과/와)\)", re.DOTALL)
_FIRST, _LAST, _FINALS = 0xAC00, 0xD7A3, 28
_SOUNDED_DIGITS = frozenset("013678")
"""Read in Korean, they end in a consonant."""


def with_particles(text: str) -> str:
    """`text` with each pair in brackets decided; `이(가)` where the sound is not known."""
    return _PAIR.sub(_chosen, text) if "(" in text else text


def _chosen(match: re.Match[str]) -> str:
    before, (closed, open_) = match[1], match[2].split("/")
    if _FIRST <= ord(before) <= _LAST:
        return closed if (ord(before) - _FIRST) % _FINALS else open_
    if before.isascii() and before.isdigit():
        return closed if before in _SOUNDED_DIGITS else open_
    return f"{closed}({open_})"
