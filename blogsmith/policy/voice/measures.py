"""What else a prose shows of its voice: names as subjects, how much is quoted, which speech levels are mixed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from blogsmith.model.source import Place
from blogsmith.policy.voice.english import says_i
from blogsmith.policy.voice.korean import says_self
from blogsmith.text.prose import Prose, Sentence
from blogsmith.text.scripts import HANGUL

_RANKS = r"(?: ?(?:님|씨|대표|사장|이사|팀장|실장|부장|과장|책임|선임|수석|매니저|작가|연구원|측))?"
_VERB = (
    r"(?:today |also |now |recently |proudly )?"
    r"(?:has|have|is|was|were|will|does|did|\w+ed|\w+s|built|made|ran|wrote|won|led|began)\b"
)
_LATIN = re.compile(r"[A-Za-z0-9]$")
_LEVELS = re.compile(
    r"(?P<formal>니다|니까|시오)[^가-힣A-Za-z0-9]*$|(?P<polite>요|죠)[^가-힣A-Za-z0-9]*$|"
    r"(?P<plain>(?<!니)다)[^가-힣A-Za-z0-9]*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechLevels:
    """Where sentences of a Korean post end in which level; quotations and turns of others are not looked at."""

    formal: tuple[Place, ...] = ()
    """합니다, 합니까, 하십시오."""
    polite: tuple[Place, ...] = ()
    """해요, 하죠."""
    plain: tuple[Place, ...] = ()
    """한다."""


def self_as_third_person(prose: Prose, names: Sequence[str]) -> tuple[Sentence, ...]:
    """The writer's sentences in which one of `names` does something and nobody says I.

    `names` are the author's own and the organisation's. Quotations and what is attributed to others are passed over,
    but for an attribution to one of `names`.
    """
    wanted = [name for name in names if name and any(name in sentence.own for sentence in prose.sentences)]
    if not wanted:
        return ()
    pattern = re.compile("|".join(map(_subject, sorted(wanted, key=len, reverse=True))))
    return tuple(
        sentence
        for sentence in prose.sentences
        if (sentence.counted or sentence.reason == "attributed")
        and pattern.search(sentence.own)
        and not says_i(sentence.own)
        and not says_self(sentence.own)
    )


def _subject(name: str) -> str:
    word = re.escape(name)
    korean = (
        rf"(?:^|(?<=[\s(“‘]))(?:주식회사 |\(주\) ?)?{word}(?:\([^)]*\))?{_RANKS}"
        r"(?:은|는|이|가|께서|께서는|에서는|도)\s"
    )
    if not _LATIN.search(name):
        return korean
    return rf"{korean}|(?<![\w-]){word}(?:,? (?:Inc|Ltd|Co|Corp)\.?)?,? {_VERB}"


def quote_share(prose: Prose) -> float:
    """How much of the prose, from 0 to 1, others say: quotations, block quotes, turns of other speakers."""
    return min(1.0, prose.quoted / prose.characters) if prose.characters else 0.0


def speech_levels(prose: Prose) -> SpeechLevels:
    """Where each level of speech stands in the writer's own sentences that end in a Korean verb."""
    found: dict[str, list[Place]] = {"formal": [], "polite": [], "plain": []}
    for sentence in prose.sentences:
        if not (sentence.counted or sentence.reason in ("question", "attributed")):
            continue
        match = _LEVELS.search(sentence.own, max(0, len(sentence.own) - 12))
        if match is not None and match.lastgroup and HANGUL.search(sentence.own):
            found[match.lastgroup].append(sentence.place)
    return SpeechLevels(**{level: tuple(places) for level, places in found.items()})
