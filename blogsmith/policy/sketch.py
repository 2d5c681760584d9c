"""A text becomes a sketch: the smallest hashes of its shingles, by which near copies are known without comparing texts.

Source: A. Broder, "On the resemblance and containment of documents" (1997): bottom-k of min-wise hashes.
"""

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from zlib import crc32

from blogsmith.text.scripts import CJK

SIZE = 256
"""Hashes that a sketch of a whole post keeps."""
WORDS = 4
"""Words of a shingle in scripts with spaces between words."""
CHARACTERS = 8
"""Syllables of a shingle in Korean, from each word's beginning on: particles change words, and spacing varies."""

_BYTES = 3 * CHARACTERS
"""A syllable or Chinese character has three bytes in UTF-8."""
_ASCII_MARKS = bytes(code if code > 127 or chr(code).isalnum() else 32 for code in range(256))
_MARK = re.compile(rb"\xe2\x80.|\xe3\x80.", re.DOTALL)
"""Quotation marks and dashes outside ASCII in UTF-8: U+2000 to U+203F, U+3000 to U+303F."""
_LETTERS = re.compile(r"[^\W_]+")
_HASHES = 2**32
_BUCKET = 64
"""Sketches that share a hash and are all compared with each other; of more, each is compared with the next alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """The smallest hashes of a text's shingles."""

    packed: bytes
    """Different 32-bit numbers, ascending, as the machine writes them."""
    shingles: int
    """How many different shingles the text has."""

    @property
    def hashes(self) -> Sequence[int]:
        """The kept numbers, ascending."""
        return memoryview(self.packed).cast("I")


def shingles_of(text: str, *, dense: bool) -> Iterator[int]:
    """The hash of each shingle of a text in reading order: of characters where the script is `dense`, else of words."""
    return _of_characters(text) if dense else _of_words(text)


def is_dense(text: str) -> bool:
    """Whether a third of a text's letters are Korean, Japanese or Chinese: shingles of characters suit it."""
    letters = sum(map(len, _LETTERS.findall(text)))
    return not text.isascii() and 3 * len(CJK.findall(text)) > letters > 0


def sketch_of(hashes: Iterable[int], *, size: int = SIZE) -> Sketch:
    """The sketch that keeps the `size` smallest of these hashes."""
    different = set(hashes)
    likely = 2 * size * _HASHES // (len(different) + 1)
    smallest = sorted(value for value in different if value < likely)
    if len(smallest) < size:
        smallest = sorted(different)
    return Sketch(packed=array("I", smallest[:size]).tobytes(), shingles=len(different))


def resemblance(one: Sketch, other: Sketch, *, size: int = SIZE) -> float:
    """The share of common shingles in all shingles of both, 0 to 1: exact for short texts, else estimated."""
    first, second = set(one.hashes), set(other.hashes)
    smallest = sorted(first | second)[:size]
    return len(first & second & set(smallest)) / len(smallest) if smallest else 0.0


def likely_pairs(sketches: Mapping[int, Sketch], *, keys: int) -> set[tuple[int, int]]:
    """Pairs of numbers, the smaller first, whose sketches share one of their `keys` smallest hashes.

    Near linear: a hash that very many share (a house formula) pairs neighbours alone.
    """
    holders: dict[int, list[int]] = {}
    for number, sketch in sketches.items():
        for value in sketch.hashes[:keys]:
            holders.setdefault(value, []).append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in holders.values():
        if len(numbers) > 1:
            pairs.update(_paired(numbers))
    return pairs


def _paired(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(numbers) > _BUCKET:
        yield from zip(numbers, numbers[1:], strict=False)
        return
    for index, number in enumerate(numbers):
        for later in numbers[index + 1 :]:
            yield number, later


def _words(text: str) -> list[bytes]:
    """Letters and digits between marks and spaces. Bytes, since they are split many times faster than text."""
    return _MARK.sub(b" ", text.lower().encode().translate(_ASCII_MARKS)).split()


def _of_words(text: str) -> Iterator[int]:
    words = _words(text)
    return map(crc32, map(b" ".join, zip(*(words[start:] for start in range(WORDS)), strict=False)))


def _of_characters(text: str) -> Iterator[int]:
    words = _words(text)
    if any(len(word) > _BYTES for word in words):
        words = [piece for word in words for piece in _pieces(word)]
    joined = b"".join(words)
    last = len(joined) - _BYTES
    starts = [start for start in accumulate(map(len, words), initial=0) if start <= last]
    return (crc32(joined[start : start + _BYTES]) for start in starts)


def _pieces(word: bytes) -> Iterator[bytes]:
    """A long word by syllables or characters: Japanese and Chinese have no spaces."""
    step = 3 if len(word) > _BYTES else len(word)
    return (word[start : start + step] for start in range(0, len(word), step))
