"""English: sentences in which the writer says what they did, and those in which an organisation speaks.

What few sentences hold is looked for in the whole text at once, and then told of the sentence in which it stands.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from operator import itemgetter

from blogsmith.policy.voice import english_words as words
from blogsmith.policy.voice.marks import SILENT, Circumstances, CountedSentence, Mark, Signs, is_in_doubt
from blogsmith.text.prose import Prose, Sentence

_Marked = tuple[Mark, str]
_NOBODY: _Marked = ("none", "no-self")


def read_english(prose: Prose, circumstances: Circumstances) -> Signs:
    """Every sentence of `prose` with its mark, and the furniture of releases and notices."""
    marks = _marks(prose, circumstances.organisation_names)
    reasons = {because for _, because in marks.values()}
    if "we-work" in reasons and reasons.isdisjoint(("i", "my", "we-did", "our-work")):
        # What we do every day, in a text where nobody did anything, is a manual's or a company's.
        marks = {at: ("weak", "we") if found[1] == "we-work" else found for at, found in marks.items()}
    new = tuple.__new__
    counted = tuple(
        [
            new(
                CountedSentence,
                (sentence, *(marks.get(at, _NOBODY) if sentence.counted else ("none", sentence.reason))),
            )
            for at, sentence in enumerate(prose.sentences)
        ]
    )
    singular = sum([because in ("i", "my") for _, because in marks.values()])
    return Signs(
        sentences=counted,
        furniture=tuple(_furniture(prose.sentences)),
        notice=_notices(prose, circumstances.title) if is_in_doubt(counted, singular=singular) else 0,
        singular=singular,
    )


def _marks(prose: Prose, organisation_names: Sequence[str]) -> dict[int, _Marked]:
    """The mark of each sentence that counts and has one, by its number: the first of these that it holds."""
    sentences, text, vocabulary = prose.sentences, prose.text, prose.vocabulary
    lines = _Lines(text)
    found: dict[int, _Marked] = {}
    if b"i" in vocabulary:
        found = dict.fromkeys(lines.of(_each_i(text)), ("strong", "i"))
    mine = () if vocabulary.isdisjoint(words.MINE) else _each_my(text)
    me = _each_me(text) if b"me" in vocabulary else ()
    found = dict.fromkeys(lines.of((*mine, *me)), ("strong", "my")) | found
    keys = [key for word in words.PRESS_WORDS & vocabulary for key in words.PRESS_KEYS[word]]
    for at in lines.holding(keys):
        if at not in found and words.PRESS.search(sentences[at].own):
            found[at] = ("against", "press-verb")
    named = [name for name in organisation_names if name and name in text]
    if named:
        organisation = words.organisation_pattern(tuple(organisation_names))
        for at in lines.holding(named):
            if at not in found and organisation.search(sentences[at].own):
                found[at] = ("against", "organisation")
    selves = [pattern for pattern, forms in words.SELVES if not vocabulary.isdisjoint(forms)]
    ours = sorted([match.start() for pattern in selves for match in pattern.finditer(text)])
    for at, places in groupby(zip(lines.of(ours), ours, strict=True), itemgetter(0)):
        if at not in found and sentences[at].counted:
            found[at] = _of_us(sentences[at].own, [place - lines.start(at) for _, place in places])
    return {at: mark for at, mark in found.items() if sentences[at].counted}


class _Lines:
    """Which line of a text a place in it is on, from 0."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = list(accumulate([len(line) + 1 for line in text.split("\n")]))

    def of(self, places: Iterable[int]) -> list[int]:
        """The line of each place."""
        return [bisect_right(self._ends, place) for place in places]

    def start(self, line: int) -> int:
        """Where a line begins."""
        return self._ends[line - 1] if line else 0

    def holding(self, keys: Iterable[str]) -> list[int]:
        """The lines on which one of `keys` stands."""
        places = []
        for key in keys:
            at = self._text.find(key)
            while at >= 0:
                places.append(at)
                at = self._text.find(key, at + 1)
        return self.of(places)


def _of_us(own: str, places: Sequence[int]) -> _Marked:
    """The mark of a sentence with a we, our or us at each of `places`."""
    if any([words.WE_DID.match(own, at) for at in places]):  # noqa: C419 - a list is faster
        return ("weak", "generic-we") if _is_generic(own) else ("strong", "we-did")
    if (" us" in own or "our" in own or "Our" in own) and _is_our_work(own):
        return "strong", "our-work"
    if any([words.WE_WORK.match(own, at) for at in places]) and not _is_generic(own):  # noqa: C419
        return "strong", "we-work"
    return "weak", "we"


def _is_generic(own: str) -> bool:
    return words.MAYBE_GENERIC.search(own) is not None and words.GENERIC.search(own) is not None


def _is_our_work(own: str) -> bool:
    maybe = any([pattern.search(own) for pattern in words.MAYBE_OUR_WORK])  # noqa: C419 - a list is faster
    return maybe and words.OUR_WORK.search(own) is not None


def says_i(own: str) -> bool:
    """True where I is somebody: not `Part I`, `I/O`, `World War I`."""
    return next(_each_i(own), None) is not None


def _each_i(text: str) -> Iterator[int]:
    """Where in the lines of a text I is somebody."""
    for match in words.I.finditer(text):
        start = match.start()
        before = text[max(0, start - 12) : start]
        if not before or not (before[-1].isalnum() or before[-1] in "/.-_" or words.NUMBERED.search(before)):
            yield start


def _each_my(text: str) -> Iterator[int]:
    """Where in the lines of a text something is mine."""
    for match in words.MY.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not before or not (before.isalnum() or before in ".-_"):
            yield match.start()


def _each_me(text: str) -> Iterator[int]:
    """Where in the lines of a text something is done to me or for me."""
    for match in words.ME.finditer(text):
        if text.endswith(words.BEFORE_ME, 0, match.start() - 1):
            yield match.start()


def _furniture(sentences: Sequence[Sentence]) -> Iterator[str]:
    head = [(number, sentence) for number, sentence in enumerate(sentences[:12]) if sentence.reason not in SILENT]
    top = "\n".join([sentence.text for _, sentence in head])
    release, today = any([key in top for key in words.RELEASE_KEYS]), "today" in top  # noqa: C419 - a list is faster
    for number, sentence in head:
        text = sentence.text
        if release and number < 8 and words.RELEASE.search(text):
            yield "for-release"
        # `PTSD Coach – This app …` is an item of a list.
        if number < 6 and sentence.passage.kind != "item" and words.DATELINE.match(text):
            yield "dateline"
        if today and words.TODAY.search(sentence.own):
            yield "today-announced"


def _notices(prose: Prose, title: str) -> int:
    text = "\n".join([sentence.text for sentence in prose.sentences if sentence.reason not in SILENT]).lower()
    places, lines = _Lines(text), text.split("\n")
    found = {at for at in {*places.holding(words.NOTICE_KEYS)} if words.NOTICE.search(lines[at])}
    found |= {at for at in {*places.holding(words.NOTICE_LABEL_KEYS)} if words.NOTICE_LABEL.search(lines[at])}
    return len(found) + 2 * bool(words.NOTICE_TITLE.search(title))
