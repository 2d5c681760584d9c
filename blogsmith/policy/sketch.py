"""A text becomes a sketch: the smallest hashes of its shingles, by which near copies are known without comparing texts.

Source: A. Broder, "On the resemblance and containment of documents" (1997): bottom-k of min-wise hashes.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from zlib import crc32

from blogsmith.text.scripts import CJK

SIZE = 256
"""Hashes that a sketch of a whole post keeps."""
WORDS = 3
"""Words of a shingle in scripts with spaces between words: of those that say something, which is as long as 5 of all.
They tell copies apart as well as every 4 words do, and there are a third fewer.
"""
CHARACTERS = 8
"""Syllables of a shingle in Korean, from each word's beginning on: particles change words, and spacing varies."""

BREAK = "\0\0\0\0"
"""Between two paragraphs, as a word: no shingle is alike that reaches over it."""

_LEAST_BYTES = 4
"""Shorter words (the, of, to) say little."""
_BYTES = 3 * CHARACTERS
"""A syllable or Chinese character has three bytes in UTF-8."""
_ASCII_MARKS = bytes(code if code > 127 or chr(code).isalnum() or chr(code) in BREAK else 32 for code in range(256))
_MARK = re.compile(rb"\xe2\x80.|\xe3\x80.", re.DOTALL)
"""Quotation marks and dashes outside ASCII in UTF-8: U+2000 to U+203F, U+3000 to U+303F."""
_LETTERS = re.compile(r"[^\W_]+")
_REPEATED = 32
"""So many repeated shingles a text may have and be sketched in one go."""
_BUCKET = 32
"""Sketches that share a hash and are all compared with each other; of more, each is compared with the next alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """The smallest hashes of a text's shingles."""

    packed: bytes
    """Different 32-bit numbers, ascending, as the machine writes them."""
    shingles: int
    """How many shingles the text has."""

    @property
    def hashes(self) -> Sequence[int]:
        """The kept numbers, ascending."""
        return memoryview(self.packed).cast("I")


def words_of(text: str, *, dense: bool) -> list[bytes]:
    """What stands between marks and spaces, in small letters: where the script is `dense` all of it, long words in
    pieces; else the longer words. BREAK stays a word.

    As bytes, since those are split many times faster than text.
    """
    words = _MARK.sub(b" ", text.lower().encode().translate(_ASCII_MARKS)).split()
    if not dense:
        return [word for word in words if len(word) >= _LEAST_BYTES]
    if any(len(word) > _BYTES for word in words):
        return [piece for word in words for piece in _pieces(word)]
    return words


def shingles_of(words: Sequence[bytes], *, dense: bool) -> list[int]:
    """The hash of the shingle that begins at each word; at the last few words none does."""
    if not dense:
        return list(map(crc32, map(b" ".join, zip(*(words[start:] for start in range(WORDS)), strict=False))))
    joined = b"".join(words)
    last = len(joined) - _BYTES
    starts = accumulate(map(len, words), initial=0)
    return [crc32(joined[start : start + _BYTES]) for start in starts if start <= last]


def is_dense(text: str) -> bool:
    """Whether a third of a text's letters are Korean, Japanese or Chinese: shingles of characters suit it."""
    if text.isascii() or not CJK.search(text):
        return False
    return 3 * len(CJK.findall(text)) > sum(map(len, _LETTERS.findall(text)))


def sketch_of(hashes: Sequence[int], *, size: int = SIZE) -> Sketch:
    """The sketch that keeps the `size` smallest of these hashes."""
    smallest = list(dict.fromkeys(sorted(hashes)[: size + _REPEATED]))
    if len(smallest) < size < len(hashes):
        smallest = sorted(set(hashes))
    return Sketch(packed=array("I", smallest[:size]).tobytes(), shingles=len(hashes))


def resemblance(one: Sketch, other: Sketch, *, size: int = SIZE, least: float = 0.0) -> float:
    """The share of common shingles in all shingles of both, 0 to 1: exact for short texts, else estimated.

    0 where it is below `least`.
    """
    return _resemblance(frozenset(one.hashes), other, size=size, least=least)


def alike(
    sketches: Mapping[int, Sketch], *, least: float, keys: int, common: int = 1, size: int = SIZE
) -> Iterator[tuple[int, int, float]]:
    """Pairs of numbers, the smaller first, in order, whose sketches resemble each other by `least` or more.

    Only sketches that have `common` of their `keys` smallest hashes in common are compared: with 1, a part
    1 - (1 - s) ** keys of the pairs is found that share a part s of their shingles.
    """
    likely = sorted(_likely_pairs(sketches, keys=keys, common=common))
    for one, pairs in groupby(likely, key=itemgetter(0)):
        own = frozenset(sketches[one].hashes)
        for _, other in pairs:
            share = _resemblance(own, sketches[other], size=size, least=least)
            if share:
                yield one, other, share


def _resemblance(own: frozenset[int], other: Sketch, *, size: int, least: float) -> float:
    common = own.intersection(other.hashes)
    kept = min(size, len(own) + len(other.hashes) - len(common))
    if len(common) < max(1, least * kept):
        return 0.0
    smallest = sorted(own.union(other.hashes))[:kept]
    share = len(common.intersection(smallest)) / kept
    return share if share >= least else 0.0


def _likely_pairs(sketches: Mapping[int, Sketch], *, keys: int, common: int) -> Iterator[tuple[int, int]]:
    """Near linear: a hash that very many share (a house formula) pairs neighbours alone."""
    holders: dict[int, list[int]] = {}
    for number in sorted(sketches):
        for value in sketches[number].hashes[:keys]:
            holders.setdefault(value, []).append(number)
    shared = Counter(pair for numbers in holders.values() if len(numbers) > 1 for pair in _paired(numbers))
    return (pair for pair, times in shared.items() if times >= common)


def _paired(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(numbers) > _BUCKET:
        yield from pairwise(numbers)
        return
    for index, number in enumerate(numbers):
        for later in numbers[index + 1 :]:
            yield number, later


def _pieces(word: bytes) -> Iterator[bytes]:
    """A long word by its characters: Japanese and Chinese have no spaces."""
    step = 3 if len(word) > _BYTES else len(word)
    return (word[start : start + step] for start in range(0, len(word), step))
