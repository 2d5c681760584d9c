"""Text of strangers becomes text that a terminal can be trusted with, and its width in cells.

Nothing that moves a cursor, turns the direction of writing or hides leaves here as it came.
"""

import unicodedata
from functools import lru_cache

_TAB = "    "
_JOINERS = {"\u200c", "\u200d"}
_HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_WIDTHLESS = {"Mn", "Me", "Cf"}
_SIGNS = 4_096
"""Different signs of a report whose pictures and widths are kept: it may show a thousand lines of Korean."""


def visible(text: str) -> str:
    """`text` on one line: control characters as pictures (`␛`), direction marks and other hidden ones as `<U+202E>`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(shown, text))


@lru_cache(maxsize=_SIGNS)
def shown(character: str) -> str:
    """One character as it is shown: itself, four spaces for a tab, a picture or a code point for a hidden one."""
    if character == "\t":
        return _TAB
    if unicodedata.category(character) not in _HIDDEN or character in _JOINERS:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def cells(text: str) -> int:
    """How many cells of a terminal `text` takes. Source: Unicode Standard Annex 11."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


@lru_cache(maxsize=_SIGNS)
def _width(character: str) -> int:
    # A decomposed Hangul syllable takes the cells of its first letter alone.
    if unicodedata.category(character) in _WIDTHLESS or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
