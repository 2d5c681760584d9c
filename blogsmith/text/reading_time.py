"""How long a text takes to read, counted a script at a time."""

import unicodedata
from typing import Final

from blogsmith.model.document import Length
from blogsmith.text.patterns import pattern
from blogsmith.text.scripts import CJK

_WORD: Final = pattern(r"\w+(?:['’.,\-‐]\w+)*")
_JOINT: Final = pattern(r"['.,\-](?<=\w.)(?=\w)")
_LIKE: Final = {"’": "'", "‐": "-", "‘": '"', "“": '"', "”": '"', "–": ";", "—": ";", "…": ";", "\u00a0": " "}
"""Signs of good typesetting, with one of ASCII that counts as they do."""
_ASCII: Final = tuple(map(chr, range(128)))
_BETWEEN: Final = str.maketrans({sign: " " for sign in _ASCII if not (sign.isalnum() or sign == "_")})
_SPACES: Final = tuple(filter(str.isspace, _ASCII))
_SHEET = 200


def measure(text: str) -> Length:
    """How many words, syllables and characters are in `text`, in NFC; a character is anything but white space."""
    plain = text
    for sign, like in _LIKE.items() if not text.isascii() else ():
        plain = plain.replace(sign, like)
    if plain.isascii():
        return _measure_ascii(plain)
    normal = unicodedata.normalize("NFC", text)
    rest, syllables = CJK.subn(" ", normal)
    return Length(words=len(_WORD.findall(rest)), syllables=syllables, characters=sum(map(len, normal.split())))


def _measure_ascii(text: str) -> Length:
    """The same in less than half the time: what is between signs that are no letters, less what joins two of them."""
    words = len(text.translate(_BETWEEN).split()) - len(_JOINT.findall(text))
    return Length(words=words, syllables=0, characters=len(text) - sum(map(text.count, _SPACES)))


def seconds(length: Length, *, syllables_per_minute: int, words_per_minute: int) -> float:
    """Reading time of both scripts together, not rounded."""
    return 60 * (length.syllables / syllables_per_minute + length.words / words_per_minute)


def minutes(length: Length, *, syllables_per_minute: int, words_per_minute: int) -> int:
    """Reading time in whole minutes, half a minute rounded up, at least 1."""
    exact = seconds(length, syllables_per_minute=syllables_per_minute, words_per_minute=words_per_minute)
    return max(1, int(exact / 60 + 0.5))


def sheets(length: Length) -> int:
    """Korean manuscript sheets of 200 characters, a begun one counted whole."""
    return -(-length.characters // _SHEET)
