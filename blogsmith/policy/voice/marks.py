"""How a sentence was counted, and what a whole post came to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from blogsmith.model.frozen import frozen
from blogsmith.text.prose import Sentence

Mark = Literal["strong", "weak", "e1", "e2", "against", "none"]
Verdict = Literal["first", "impersonal", "institutional"]


class CountedSentence(NamedTuple):
    """A sentence and what it counts for. A tuple, as sentences are."""

    sentence: Sentence
    mark: Mark
    """`strong`, `e1` and `e2` are evidence; `weak` is shown and counts nothing."""
    because: str
    """A stable key, its words are in `reports/messages/`: `i`, `my`, `we-did`, `press-verb`, `quotation`, …"""


EVIDENCE: tuple[Mark, ...] = ("strong", "e1", "e2")
SILENT = ("quotation", "code")
"""Why nothing is looked for in a sentence: these are not even signs of a release or a notice."""
NEEDED = 2
"""Sentences in which the writer says what they did."""


@dataclass(frozen=True, kw_only=True)
class Signs:
    """What one language's reader found in a post. Sums are made once."""

    sentences: tuple[CountedSentence, ...]
    furniture: tuple[str, ...] = ()
    """What only press releases have: `dateline`, `for-release`, `today-announced`, … in the order of the post."""
    notice: int = 0
    """How many signs of a notice, an invitation or a call there are; 0 where they decide nothing."""
    singular: int = 0
    """How many sentences of evidence speak of one person."""

    @cached_property
    def evidence(self) -> int:
        """How many sentences are the writer's own, on what they did or felt."""
        return evidence_in(self.sentences)

    @cached_property
    def against(self) -> int:
        """How many sentences are an organisation's or the press's."""
        return against_in(self.sentences)


@frozen
class Circumstances:
    """What the site knows and a general linter does not."""

    title: str = ""
    author_names: Sequence[str] = ()
    organisation_names: Sequence[str] = ()


def is_in_doubt(counted: Sequence[CountedSentence], *, singular: int) -> bool:
    """True where signs of a notice decide: there is evidence enough without them, and nobody says I."""
    return not singular and evidence_in(counted) >= max(NEEDED, against_in(counted) + 1)


def evidence_in(counted: Sequence[CountedSentence]) -> int:
    """How many of the sentences are the writer's own."""
    return sum([found.mark in EVIDENCE for found in counted])


def against_in(counted: Sequence[CountedSentence]) -> int:
    """How many of the sentences are an organisation's or the press's."""
    return sum([found.mark == "against" for found in counted])
