"""A body's prose becomes its trace: what is compared with other posts, small enough to remember for a whole archive."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from blogsmith.model.document import Passage
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Place
from blogsmith.policy.sketch import WORDS, Sketch, is_dense, shingles_of, sketch_of, telling_words
from blogsmith.text.patterns import pattern
from blogsmith.text.prose import Prose, Sentence
from blogsmith.text.words import BREAK

LEAST_LETTERS = 200
"""Shorter paragraphs leave no trace of their own."""
PARAGRAPH_SIZE = 32
"""Hashes that the sketch of a paragraph keeps."""

_TO_KNOW_SCRIPT = 8
"""So many sentences tell in which script a text is written."""
_MARKS = tuple(".!?…。！？")
_BREAK = BREAK.encode()
_NO_LETTERS = pattern(r"[\W_]+")
_NUMBERS = pattern(r"\d+")


class ParagraphTrace(NamedTuple):
    """A paragraph of some length. A tuple, as its sketch is."""

    place: Place
    """Where its first sentence stands in the body."""
    letters: int
    """As `letters_in`."""
    sketch: Sketch


@frozen
class Phrase:
    """A sentence as it is compared: small letters without marks, each number as 0."""

    key: str
    place: Place


@frozen
class Trace:
    """What of a post is compared with other posts."""

    whole: Sketch
    paragraphs: tuple[ParagraphTrace, ...]
    opening: Phrase | None
    closing: Phrase | None


def trace_of(prose: Prose, passages: Sequence[Passage]) -> Trace:
    """The trace of a body. Quotations, block quotes, other speakers and code leave none."""
    own = prose.written
    dense = is_dense(" ".join([sentence.own for sentence in own[:_TO_KNOW_SCRIPT]]))
    words = telling_words(prose.words, dense=dense)
    hashes = shingles_of(words, dense=dense)
    least = LEAST_LETTERS // 2 if dense else LEAST_LETTERS
    return Trace(
        whole=sketch_of(hashes),
        paragraphs=tuple(
            [
                ParagraphTrace(first.place, long, sketch_of(hashes[part], size=PARAGRAPH_SIZE))
                for (first, text), part in zip(prose.paragraphs, _parts(words), strict=False)
                if len(text) >= least and (long := letters_in(text, dense=dense)) >= LEAST_LETTERS
            ]
        ),
        opening=_phrase(next((sentence for sentence in own if _is_whole(sentence, passages)), None)),
        closing=_phrase(next((sentence for sentence in reversed(own) if _is_whole(sentence, passages)), None)),
    )


def _parts(words: Sequence[bytes]) -> Iterator[slice]:
    """Where in `words` each paragraph has its shingles."""
    start = 0
    for _ in range(words.count(_BREAK)):
        end = words.index(_BREAK, start)
        yield slice(start, max(start, end - WORDS + 1))
        start = end + 1
    yield slice(start, len(words))


def letters_in(text: str, *, dense: bool) -> int:
    """How long a text is, spaces left out; a Korean syllable says as much as two Latin letters."""
    letters = len(text) - text.count(" ")
    return 2 * letters if dense else letters


def _is_whole(sentence: Sentence, passages: Sequence[Passage]) -> bool:
    """Whether it is a sentence of a paragraph, and no list item, note or line of names."""
    return passages[sentence.paragraph].kind == "paragraph" and sentence.text.rstrip("\"'”’)」』")[-1:] in _MARKS


def _phrase(sentence: Sentence | None) -> Phrase | None:
    return Phrase(key=key_of(sentence.own), place=sentence.place) if sentence else None


def key_of(text: str) -> str:
    """A text in small letters without marks, each number as 0: how sentences are compared."""
    return _NUMBERS.sub("0", _NO_LETTERS.sub(" ", text.lower())).strip()
