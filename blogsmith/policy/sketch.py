"""A text becomes a sketch: the smallest hashes of its shingles, by which near copies are known without comparing texts.

Source: A. Broder, "On the resemblance and containment of documents" (1997): bottom-k of min-wise hashes.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import isqrt
from typing import NamedTuple
from zlib import crc32

from blogsmith.text.scripts import CJK
from blogsmith.text.sentences import is_wide

SIZE = 256
"""Hashes that a sketch of a whole post keeps."""
WORDS = 3
"""Words of a shingle in scripts with spaces between words: of those that say something, which is as long as 5 of all.
They tell copies apart as well as every 4 words do, and there are a third fewer.
"""
CHARACTERS = 8
"""Syllables of a shingle in Korean, from each word's beginning on: particles change words, and spacing varies."""

_LEAST_BYTES = 4
"""Shorter words (the, of, to) say little."""
_BYTES = 3 * CHARACTERS
"""A syllable or Chinese character has three bytes in UTF-8."""
_LETTERS = re.compile(r"[^\W_]+")
_REPEATED = 32
"""So many repeated shingles a text may have and be sketched in one go."""


class Sketch(NamedTuple):
    """The smallest hashes of a text's shingles. A tuple: every longer paragraph has one."""

    packed: bytes
    """Different 32-bit numbers, ascending, as the machine writes them."""
    shingles: int
    """How many shingles the text has."""

    @property
    def hashes(self) -> Sequence[int]:
        """The kept numbers, ascending."""
        return array("I", self.packed)


def telling_words(words: Sequence[bytes], *, dense: bool) -> Sequence[bytes]:
    """Those of the words of a text that say something: where the script is `dense` all, long ones in pieces; else the
    longer ones. BREAK stays a word.
    """
    if not dense:
        return [word for word in words if len(word) >= _LEAST_BYTES]
    if any(len(word) > _BYTES for word in words):
        return [piece for word in words for piece in _pieces(word)]
    return words


def shingles_of(words: Sequence[bytes], *, dense: bool) -> list[int]:
    """The hash of the shingle that begins at each word; at the last few words none does."""
    if not dense:
        return list(map(crc32, map(b" ".join, zip(*[words[start:] for start in range(WORDS)], strict=False))))
    joined = b"".join(words)
    last = len(joined) - _BYTES
    starts = accumulate(map(len, words), initial=0)
    return [crc32(joined[start : start + _BYTES]) for start in starts if start <= last]


def is_dense(text: str) -> bool:
    """Whether a third of a text's letters are Korean, Japanese or Chinese: shingles of characters suit it."""
    return is_wide(text) and 3 * len(CJK.findall(text)) > sum(map(len, _LETTERS.findall(text)))


def sketch_of(hashes: Sequence[int], *, size: int = SIZE) -> Sketch:
    """The sketch that keeps the `size` smallest of these hashes."""
    if len(hashes) <= size:
        return Sketch(array("I", sorted({*hashes})).tobytes(), len(hashes))
    smallest = list(dict.fromkeys(sorted(_likely(hashes, size))[: size + _REPEATED]))
    if len(smallest) < size:
        smallest = sorted({*hashes})
    return Sketch(array("I", smallest[:size]).tobytes(), len(hashes))


def _likely(hashes: Sequence[int], size: int) -> Sequence[int]:
    """Those among which the `size` smallest of many hashes are in all but the rarest cases: fewer to sort."""
    if len(hashes) < 2 * size:
        return hashes
    limit = (size + _REPEATED + 4 * isqrt(size)) * 2**32 // len(hashes)
    return [value for value in hashes if value < limit]


def resemblance(one: Sketch, other: Sketch, *, size: int = SIZE, least: float = 0.0) -> float:
    """The share of common shingles in all shingles of both, 0 to 1: exact for short texts, else estimated.

    0 where it is below `least`.
    """
    return resemblance_of(frozenset(one.hashes), other, size=size, least=least)


def resemblance_of(own: frozenset[int], other: Sketch, *, size: int, least: float) -> float:
    """The same, with the hashes of one of the two at hand."""
    common = own.intersection(other.hashes)
    kept = min(size, len(own) + len(other.hashes) - len(common))
    if len(common) < max(1, least * kept):
        return 0.0
    smallest = sorted(own.union(other.hashes))[:kept]
    share = len(common.intersection(smallest)) / kept
    return share if share >= least else 0.0


def _pieces(word: bytes) -> Iterator[bytes]:
    """A long word by its characters: Japanese and Chinese have no spaces."""
    step = 3 if len(word) > _BYTES else len(word)
    return (word[start : start + step] for start in range(0, len(word), step))
