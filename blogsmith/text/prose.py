"""A Document becomes its sentences, each with its place and with whether it is the writer who speaks in it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from blogsmith.model.document import Document, Passage
from blogsmith.model.source import Place
from blogsmith.text.attribution import (
    END_MARKS,
    attributed_to,
    is_boilerplate_title,
    is_name,
    is_one_of,
    saying_verbs,
    speaker_label,
)
from blogsmith.text.quotations import Span, quoted_spans
from blogsmith.text.scripts import HANGUL
from blogsmith.text.sentences import sentence_spans

Reason = Literal["", "quotation", "attributed", "speaker", "boilerplate", "question"]

_READ = ("paragraph", "item", "definition", "callout", "note", "quotation")
_OTHERS = ("quotation", "speaker")
_MARKS = " “”\"'‘’「」『』«»„"
_EMPTY = re.compile(r"[\W_]*$")
_SHORT_LABEL = re.compile(r"(?P<name>[^\W\d_][^\s:：]{0,14}(?: [^\s:：]{1,14})?)\s?[:：]\s")
_QUESTION = re.compile(r"[?？][\"'”’」』)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a paragraph, of a list or of a quotation."""

    text: str
    own: str
    """`text` with each quotation of a sentence or more emptied to “”: what its writer says in it."""
    place: Place
    """In the body, as far as its first line goes."""
    paragraph: int
    """Index in `Document.passages`."""
    counted: bool
    """True where the writer of the post speaks."""
    reason: Reason = ""
    """Why it is not counted."""
    speaker: str = ""
    """Who says it, where that is known and it is not the writer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What a post says in sentences. Headings, tables, captions, code and titles of blocks are none."""

    sentences: tuple[Sentence, ...]
    headings: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    """The words of each cell of each table."""
    characters: int = 0
    """How long all sentences are together."""
    quoted: int = 0
    """How many of these characters stand in quotations, block quotes and turns of other speakers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """Who speaks in a passage, and where the words begin."""

    speaker: str = ""
    start: int = 0


def read_prose(document: Document, *, author_names: Sequence[str] = ()) -> Prose:
    """The sentences of `document` in order; a speaker named as one of `author_names` is the writer.

    Not counted: block quotes, quotations of a sentence or more, sentences attributed to another, turns of other
    speakers, what stands under `About …` at the end, questions.
    """
    passages = document.passages
    spans, turns = _quotations(passages), _turns(passages)
    verbs = saying_verbs(document.plain)
    found: list[Sentence] = []
    quoted, boilerplate = 0, False
    for number, passage in enumerate(passages):
        boilerplate = 2 * number >= len(passages) and _in_boilerplate(passage, before=boilerplate)
        if passage.kind in _READ:
            reason: Reason = "boilerplate" if boilerplate else ""
            if passage.kind == "quotation":
                reason = "quotation"
            elif turns[number].speaker and not is_one_of(turns[number].speaker, author_names):
                reason = "speaker"
            mine = spans.get(number, ())
            found += _sentences(passage, number, mine, reason, turns[number], verbs)
            quoted += len(passage.text) if reason in _OTHERS else sum(end - start for start, end in mine)
    return Prose(
        sentences=tuple(found),
        headings=tuple(passage.text for passage in passages if passage.kind == "heading"),
        cells=tuple(passage.text for passage in passages if passage.kind == "cell"),
        characters=sum(len(sentence.text) for sentence in found),
        quoted=quoted,
    )


def _in_boilerplate(passage: Passage, *, before: bool) -> bool:
    if passage.kind == "heading" or passage.lead >= len(passage.text) - 1:
        return is_boilerplate_title(passage.text)
    return before or passage.text.lower() in END_MARKS


def _quotations(passages: Sequence[Passage]) -> Mapping[int, list[Span]]:
    """Quoted spans by passage; a quotation does not go on over a heading, a table or a block quote."""
    spans: dict[int, list[Span]] = {}
    run: list[int] = []
    for number, passage in enumerate(passages):
        if passage.kind in _READ and passage.kind != "quotation":
            run.append(number)
        elif run:
            spans.update(zip(run, quoted_spans([passages[at].text for at in run]), strict=True))
            run = []
    spans.update(zip(run, quoted_spans([passages[at].text for at in run]), strict=True))
    return spans


def _repeated_names(passages: Sequence[Passage]) -> frozenset[str]:
    """Names that several passages begin with, in bold or before a colon: those who speak in an interview."""
    heads = Counter(name for passage in passages if (name := _head(passage)[0]))
    return frozenset(name for name, times in heads.items() if times > 1)


def _head(passage: Passage) -> tuple[str, int]:
    """The name a passage begins with, in bold or before a colon, and where the words behind it begin."""
    if 0 < passage.lead <= 30 and passage.kind in _READ:
        name = passage.text[: passage.lead].rstrip(" :：")
        if is_name(name):
            rest = passage.text[passage.lead :]
            return name, passage.lead + len(rest) - len(rest.lstrip(" :："))
    match = _SHORT_LABEL.match(passage.text) if passage.kind in _READ else None
    return (match["name"], match.end()) if match and is_name(match["name"]) else ("", 0)


def _turns(passages: Sequence[Passage]) -> list[_Turn]:
    """Whose turn each passage is; a label that stands alone gives its speaker the next one."""
    names = _repeated_names(passages)
    turns: list[_Turn] = []
    waiting = ""
    for passage in passages:
        label, start = speaker_label(passage.text) if passage.kind in _READ else ("", 0)
        if not label and names:
            label, start = _head(passage)
            label, start = (label, start) if label in names else ("", 0)
        turns.append(_Turn(speaker=label or waiting, start=start))
        waiting = label if label and start >= len(passage.text) else ""
    return turns


def _sentences(
    passage: Passage, number: int, quoted: Sequence[Span], reason: Reason, turn: _Turn, verbs: Sequence[str]
) -> Iterator[Sentence]:
    text = passage.text
    lines = [
        offset
        for before, (offset, line, _) in zip(passage.anchors, passage.anchors[1:], strict=False)
        if line != before[1]
    ]
    spans = sentence_spans(text, quoted, lines)
    hangul = HANGUL.search(text) is not None
    for start, end in spans:
        if turn.start and end <= turn.start:
            continue
        begin = max(start, turn.start)
        own = _own(text, begin, end, quoted)
        why, who = reason, turn.speaker if reason == "speaker" else ""
        if not why:
            why, who = _judged(own, hangul=hangul, verbs=verbs)
        yield Sentence(
            text=text[begin:end],
            own=own,
            place=passage.place(begin, end),
            paragraph=number,
            counted=not why,
            reason=why,
            speaker=who,
        )


def _judged(own: str, *, hangul: bool, verbs: Sequence[str]) -> tuple[Reason, str]:
    if "“”" in own and _EMPTY.match(own):
        return "quotation", ""
    who = attributed_to(own, hangul=hangul, verbs=verbs)
    if who is not None:
        return "attributed", who
    return ("question", "") if ("?" in own[-4:] or "？" in own[-4:]) and _QUESTION.search(own) else ("", "")


def _own(text: str, start: int, end: int, quoted: Sequence[Span]) -> str:
    """`text` from `start` to `end`, its quotations of a sentence or more emptied."""
    if not quoted:
        return text[start:end]
    parts, at = [], start
    for left, right in quoted:
        if right <= start or left >= end:
            continue
        inner = text[left:right].strip(_MARKS)
        if len(inner.split()) >= 3 or inner.endswith((".", "!", "?", "。", "？", "！")):
            parts += [text[at : max(left, at)], "“”"]
            at = min(right, end)
    parts.append(text[at:end])
    return "".join(parts)
