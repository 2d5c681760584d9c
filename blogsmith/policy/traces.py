"""A body's prose becomes its trace: what is compared with other posts, small enough to remember for a whole archive."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from blogsmith.model.source import Place
from blogsmith.policy.sketch import Sketch, is_dense, shingles_of, sketch_of
from blogsmith.text.prose import Prose, Sentence

LEAST_LETTERS = 100
"""Shorter paragraphs leave no trace of their own."""
PARAGRAPH_SIZE = 32
"""Hashes that the sketch of a paragraph keeps."""

_NO_LETTERS = re.compile(r"[\W_]+")
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphTrace:
    """A paragraph of some length."""

    place: Place
    """Where its first sentence stands in the body."""
    letters: int
    """As `letters_in`."""
    sketch: Sketch


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A sentence as it is compared: small letters without marks, each number as 0."""

    key: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What of a post is compared with other posts."""

    whole: Sketch
    paragraphs: tuple[ParagraphTrace, ...]
    opening: Phrase | None
    closing: Phrase | None


def trace_of(prose: Prose) -> Trace:
    """The trace of a body. Depends on its prose alone; quotations, block quotes and code leave none."""
    own = [sentence for sentence in prose.sentences if sentence.counted]
    texts = [tuple(sentences) for _, sentences in groupby(own, key=lambda sentence: sentence.paragraph)]
    dense = is_dense(own[0].text) if own else False
    hashes: list[int] = []
    paragraphs = []
    for sentences in texts:
        text = " ".join(sentence.text for sentence in sentences)
        found = list(shingles_of(text, dense=dense))
        hashes += found
        if (letters := letters_in(text, dense=dense)) >= LEAST_LETTERS:
            sketch = sketch_of(found, size=PARAGRAPH_SIZE)
            paragraphs.append(ParagraphTrace(place=sentences[0].place, letters=letters, sketch=sketch))
    return Trace(
        whole=sketch_of(hashes),
        paragraphs=tuple(paragraphs),
        opening=_phrase(own[0]) if own else None,
        closing=_phrase(own[-1]) if own else None,
    )


def letters_in(text: str, *, dense: bool) -> int:
    """How long a text is, spaces left out; a Korean syllable says as much as two Latin letters."""
    letters = len(text) - text.count(" ")
    return 2 * letters if dense else letters


def _phrase(sentence: Sentence) -> Phrase:
    key = _NUMBERS.sub("0", _NO_LETTERS.sub(" ", sentence.text.lower())).strip()
    return Phrase(key=key, place=sentence.place)
