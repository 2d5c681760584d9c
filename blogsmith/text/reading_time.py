"""How long a text takes to read, counted a script at a time."""

import unicodedata

from blogsmith.model.document import Length
from blogsmith.text.patterns import pattern
from blogsmith.text.scripts import CJK

_WORD = pattern(r"\w+(?:['’.,\-‐]\w+)*")
_SHEET = 200


def measure(text: str) -> Length:
    """How many words, syllables and characters are in `text`, in NFC; a character is anything but white space."""
    if text.isascii():
        normal = rest = text
        syllables = 0
    else:
        normal = unicodedata.normalize("NFC", text)
        rest, syllables = CJK.subn(" ", normal)
    return Length(words=len(_WORD.findall(rest)), syllables=syllables, characters=sum(map(len, normal.split())))


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
