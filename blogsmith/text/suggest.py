"""The nearest known word, for "did you mean"."""

import difflib
import unicodedata
from collections.abc import Iterable

_CUTOFF = 0.6


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, as it is written in `known`; None where none is near.

    Case and Unicode form do not count. Of equally near words the first in alphabetical order is taken.
    """
    by_key = {_key(candidate): candidate for candidate in sorted(known, reverse=True)}
    key = _key(word)
    if key in by_key:
        return by_key[key]
    matches = difflib.get_close_matches(key, sorted(by_key), n=1, cutoff=_CUTOFF)
    return by_key[matches[0]] if matches else None


def _key(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold()
