"""A Document becomes its sentences, each with its place and with whether it is the writer who speaks in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from blogsmith.model.document import Document, Passage
from blogsmith.model.source import Place
from blogsmith.text.attribution import (
    END_MARKS,
    attributed_to,
    is_boilerplate_title,
    is_one_of,
    saying_verbs,
)
from blogsmith.text.patterns import pattern
from blogsmith.text.quotations import Span, is_saying, may_quote, quoted_spans
from blogsmith.text.scripts import HANGUL
from blogsmith.text.sentences import is_wide, latin_spans, sentence_spans
from blogsmith.text.turns import NO_TURN, turns_of
from blogsmith.text.words import BREAK, split_words

Reason = Literal["", "quotation", "attributed", "speaker", "boilerplate", "question", "code"]

_READ = frozenset(("paragraph", "item", "definition", "callout", "note", "quotation"))
_OTHERS = ("quotation", "speaker")
_WRITTEN_HERE = frozenset(("", "attributed", "question"))
"""Reasons for which a sentence is not the writer's voice and yet was not copied from a named place."""
_CODE = "x"
"""Stands for a code span: a word that says nothing, and that Korean particles may follow."""
_EMPTY = pattern(r"[\W_]*$")
_ONLY_CODE = pattern(rf"(?:[\W_]*{_CODE})+[\W_]*$")
_LONGEST_END_MARK = max(map(len, END_MARKS))
_QUESTION = pattern(r"[?？][\"'”’」』)\]]*$")


class Sentence(NamedTuple):
    """One sentence of a paragraph, of a list or of a quotation. A tuple: no other value is made as often."""

    text: str
    own: str
    """What its writer says in it: each quotation of a sentence or more emptied to “”, each code span to `x`."""
    passage: Passage
    """In which it stands, from `start` to `end`."""
    start: int
    end: int
    paragraph: int
    """Index of its passage in `Document.passages`."""
    counted: bool
    """True where the writer of the post speaks."""
    reason: Reason = ""
    """Why it is not counted."""
    speaker: str = ""
    """Who says it, where that is known and it is not the writer."""

    @property
    def place(self) -> Place:
        """In the body, as far as its first line goes."""
        return self.passage.place(self.start, self.end)


@dataclass(frozen=True, kw_only=True)
class Prose:
    """What a post says in sentences. Headings, tables, captions, code and titles of blocks are none.

    What several rules ask for is made when the first of them asks.
    """

    sentences: tuple[Sentence, ...]
    quoted: int
    """How many characters stand in quotations, block quotes and turns of other speakers."""
    paragraphs: Sequence[tuple[Sentence, str]]
    """What was `written`, paragraph by paragraph: its first sentence, and what all of them say."""
    words: Sequence[bytes]
    """The words of these, as `text/words.py` has them, BREAK between paragraphs."""
    vocabulary: frozenset[bytes]
    """Which words these are: to look here first is many times faster than to search a text."""

    @cached_property
    def characters(self) -> int:
        """How long all sentences are together."""
        return sum([len(sentence.text) for sentence in self.sentences])

    @cached_property
    def counted(self) -> tuple[Sentence, ...]:
        """The sentences in which the writer of the post speaks."""
        return tuple([sentence for sentence in self.sentences if sentence.counted])

    @cached_property
    def own(self) -> str:
        """What the writer says in them, a sentence a line."""
        return "\n".join([sentence.own for sentence in self.counted])

    @cached_property
    def text(self) -> str:
        """All sentences, counted or not, without the quotations in them, a sentence a line."""
        return "\n".join([sentence.own for sentence in self.sentences])

    @cached_property
    def written(self) -> tuple[Sentence, ...]:
        """The sentences that were written for this post: no quotations, no turns of others."""
        return tuple([sentence for sentence in self.sentences if sentence.reason in _WRITTEN_HERE])


def read_prose(document: Document, *, author_names: Sequence[str] = ()) -> Prose:
    """The sentences of `document` in order; a speaker named as one of `author_names` is the writer.

    Not counted: block quotes, quotations of a sentence or more, sentences attributed to another, turns of other
    speakers, what stands under `About …` at the end, questions.
    """
    passages, wide = document.passages, is_wide(document.plain)
    read = {
        number: passage
        for number, passage in enumerate(passages)
        if passage.kind in _READ and (passage.text[0] != "[" or not _is_note(passage.text))
    }
    joined = "\n".join([passage.text for passage in read.values()])
    spans = _quotations(passages) if may_quote(joined) else {}
    turns, boilerplate = turns_of(read), _boilerplate(passages)
    found: list[Sentence] = []
    paragraphs: list[tuple[Sentence, str]] = []
    quoted = 0
    for (number, passage), cut in zip(read.items(), _cuts(read, spans, wide=wide), strict=True):
        reason: Reason = "boilerplate" if number in boilerplate else ""
        speaker, start = turns.get(number, NO_TURN)
        if passage.kind == "quotation":
            reason = "quotation"
        elif speaker and not is_one_of(speaker, author_names):
            reason = "speaker"
        mine = spans.get(number, ())
        said = [(max(left, start), right) for left, right in cut if right > start] if start else cut
        sentences = _sentences(passage, number, said, mine, reason, speaker if reason == "speaker" else "")
        if not reason:
            written = [item for item in sentences if item.counted] if mine or passage.codes else sentences
            if written:
                paragraphs.append((written[0], " ".join([item.own for item in written])))
        if reason in _OTHERS:
            quoted += len(passage.text)
        elif mine:
            quoted += sum([right - left for left, right in mine])
        found += sentences
    words = split_words(f" {BREAK} ".join([text for _, text in paragraphs]))
    vocabulary = frozenset(words)
    _judge(found, saying_verbs(vocabulary), wide=wide)
    return Prose(sentences=tuple(found), quoted=quoted, paragraphs=paragraphs, words=words, vocabulary=vocabulary)


def _is_note(text: str) -> bool:
    """Whether a passage that begins with a bracket is one note, `[image missing: …]`: nobody says it."""
    return text.find("]") == len(text) - 1


def _cuts(read: Mapping[int, Passage], spans: Mapping[int, Sequence[Span]], *, wide: bool) -> Sequence[Sequence[Span]]:
    """Where the sentences of each passage stand."""
    if wide:
        return [
            sentence_spans(passage.text, spans.get(number, ()), _line_starts(passage))
            for number, passage in read.items()
        ]
    return latin_spans({number: passage.text for number, passage in read.items()}, spans)


def _boilerplate(passages: Sequence[Passage]) -> frozenset[int]:
    """Which passages of the second half stand under `About …` or an end mark."""
    within, found = False, []
    for number in range((len(passages) + 1) // 2, len(passages)):
        passage = passages[number]
        text = passage.text
        if passage.kind == "heading" or passage.lead >= len(text) - 1:
            within = is_boilerplate_title(text)
        elif not within:
            within = len(text) <= _LONGEST_END_MARK and text.lower() in END_MARKS
        if within:
            found.append(number)
    return frozenset(found)


def _quotations(passages: Sequence[Passage]) -> Mapping[int, Sequence[Span]]:
    """The passages with quoted spans; a quotation does not go on over a heading, a table or a block quote."""
    spans: dict[int, Sequence[Span]] = {}
    run: list[int] = []
    for number, passage in enumerate(passages):
        if passage.kind in _READ and passage.kind != "quotation":
            run.append(number)
        elif run:
            spans.update(zip(run, quoted_spans([passages[at].text for at in run]), strict=True))
            run = []
    spans.update(zip(run, quoted_spans([passages[at].text for at in run]), strict=True))
    return {number: quoted for number, quoted in spans.items() if quoted}


def _line_starts(passage: Passage) -> list[int]:
    anchors = passage.anchors
    return [at[0] for before, at in pairwise(anchors) if at[1] != before[1]]


def _sentences(
    passage: Passage, number: int, cut: Sequence[Span], quoted: Sequence[Span], reason: Reason, speaker: str
) -> list[Sentence]:
    """The sentences of a passage; of those that only quote, or are code, it is told already."""
    text, counted, new = passage.text, not reason, tuple.__new__
    if not quoted and not passage.codes:
        return [
            new(Sentence, (own := text[start:end], own, passage, start, end, number, counted, reason, speaker))
            for start, end in cut
        ]
    found = []
    emptied = _emptied(passage, quoted)
    for start, end in cut:
        own = _own(text, start, end, emptied)
        why = reason or _only(own)
        found.append(Sentence(text[start:end], own, passage, start, end, number, not why, why, speaker))
    return found


def _only(own: str) -> Reason:
    """What a sentence is, where its writer says nothing in it."""
    if "“”" in own and _EMPTY.match(own) is not None:
        return "quotation"
    return "code" if _CODE in own and _ONLY_CODE.match(own) is not None else ""


def _judge(sentences: list[Sentence], verbs: Sequence[str], *, wide: bool) -> None:
    """Tells which of the sentences are attributed to others or ask: those are counted no more."""
    for index in _telling(sentences, verbs, wide=wide):
        sentence = sentences[index]
        own = sentence.own
        hangul = wide and HANGUL.search(sentence.passage.text) is not None
        who = attributed_to(own, hangul=hangul, verbs=verbs)
        if who is not None:
            sentences[index] = sentence._replace(counted=False, reason="attributed", speaker=who)
        elif ("?" in own[-4:] or "？" in own[-4:]) and _QUESTION.search(own):
            sentences[index] = sentence._replace(counted=False, reason="question")


def _telling(sentences: Sequence[Sentence], verbs: Sequence[str], *, wide: bool) -> Sequence[int]:
    """Which of the sentences hold a verb of saying, or ask; where the script is wide all that are counted."""
    if wide:
        return [index for index, sentence in enumerate(sentences) if sentence.counted]
    return [
        index
        for index, sentence in enumerate(sentences)
        if sentence.counted and ("?" in sentence.own or any([verb in sentence.own for verb in verbs]))  # noqa: C419
    ]


def _emptied(passage: Passage, quoted: Sequence[Span]) -> Sequence[tuple[int, int, str]]:
    """The spans in which the writer says nothing, and what stands for each: quotations of a sentence or more, code."""
    text, spans = passage.text, []
    for left, right in quoted:
        if is_saying(text[left:right]):
            spans.append((left, right, "“”"))
    code = [(left, right, _CODE) for left, right in passage.codes]
    return sorted([*spans, *code]) if code else spans


def _own(text: str, start: int, end: int, emptied: Sequence[tuple[int, int, str]]) -> str:
    """`text` from `start` to `end` with something else for the spans that are `emptied`; of two that meet the first."""
    parts, at = [], start
    for left, right, instead in emptied:
        if right <= at or left >= end:
            continue
        parts += [text[at : max(left, at)], instead]
        at = min(right, end)
    if not parts:
        return text[start:end]
    parts.append(text[at:end])
    return "".join(parts)
