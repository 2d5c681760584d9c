"""English: sentences in which the writer says what they did, and those in which an organisation speaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from blogsmith.policy.voice import english_words as words
from blogsmith.policy.voice.marks import Circumstances, CountedSentence, Mark, Signs, is_in_doubt
from blogsmith.text.prose import Prose, Sentence


def read_english(prose: Prose, circumstances: Circumstances) -> Signs:
    """Every sentence of `prose` with its mark, and the furniture of releases and notices."""
    text = "\n".join(sentence.own for sentence in prose.sentences)
    keys = tuple(key for key in words.PRESS_KEYS if key in text)
    organisation = words.organisation_pattern(circumstances.organisation_names, text)
    counted = tuple(_count(sentence, keys, organisation) for sentence in prose.sentences)
    if not any(found.because in ("i", "my", "we-did", "our-work") for found in counted):
        counted = tuple(map(_without_habits, counted))
    singular = sum(found.because in ("i", "my") for found in counted)
    return Signs(
        sentences=counted,
        furniture=tuple(_furniture(prose.sentences)),
        notice=_notices(prose, circumstances.title) if is_in_doubt(counted, singular=singular) else 0,
        singular=singular,
    )


def _count(sentence: Sentence, keys: Sequence[str], organisation: re.Pattern[str] | None) -> CountedSentence:
    mark, because = _marked(sentence, keys, organisation)
    return CountedSentence(sentence=sentence, mark=mark, because=because)


def _without_habits(found: CountedSentence) -> CountedSentence:
    """What we do every day, in a text where nobody did anything, is a manual's or a company's."""
    return replace(found, mark="weak", because="we") if found.because == "we-work" else found


def _marked(sentence: Sentence, keys: Sequence[str], organisation: re.Pattern[str] | None) -> tuple[Mark, str]:
    own = sentence.own
    if not sentence.counted:
        return "none", sentence.reason
    if says_i(own):
        return "strong", "i"
    if _says_my(own):
        return "strong", "my"
    if any(key in own for key in keys) and words.PRESS.search(own):
        return "against", "press-verb"
    if organisation is not None and organisation.search(own):
        return "against", "organisation"
    return _of_us(own)


def _of_us(own: str) -> tuple[Mark, str]:
    we = "we" in own or "We" in own
    our = "our" in own or "Our" in own or " us" in own
    if we and words.WE_DID.search(own):
        return ("weak", "generic-we") if words.GENERIC.search(own) else ("strong", "we-did")
    if our and words.OUR_WORK.search(own):
        return "strong", "our-work"
    if we and words.WE_WORK.search(own) and not words.GENERIC.search(own):
        return "strong", "we-work"
    return ("weak", "we") if (we or our) and words.WE_ANY.search(own) else ("none", "no-self")


def says_i(own: str) -> bool:
    """True where I is somebody: not `Part I`, `I/O`, `World War I`."""
    for match in words.I.finditer(own):
        before = own[max(0, match.start() - 12) : match.start()]
        if not before or not (before[-1].isalnum() or before[-1] in "/.-_" or words.NUMBERED.search(before)):
            return True
    return False


def _says_my(own: str) -> bool:
    for match in words.MY.finditer(own):
        before = own[match.start() - 1 : match.start()]
        if not before or not (before.isalnum() or before in ".-_"):
            return True
    return " me" in own and words.ME.search(own) is not None


def _furniture(sentences: Sequence[Sentence]) -> Iterator[str]:
    for number, sentence in enumerate(sentences[:12]):
        if number < 8 and words.RELEASE.search(sentence.text):
            yield "for-release"
        if number < 6 and words.DATELINE.match(sentence.text):
            yield "dateline"
        if sentence.reason != "quotation" and words.TODAY.search(sentence.own):
            yield "today-announced"


def _notices(prose: Prose, title: str) -> int:
    signs = sum(1 for sentence in prose.sentences if words.NOTICE.search(sentence.text.lower()))
    return signs + 2 * bool(words.NOTICE_TITLE.search(title))
