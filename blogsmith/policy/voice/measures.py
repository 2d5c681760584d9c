"""What else a prose shows of its voice: names as subjects, how much is quoted, which speech levels are mixed."""

from collections.abc import Sequence

from blogsmith.model.frozen import frozen
from blogsmith.model.source import Place
from blogsmith.policy.voice.english import says_i
from blogsmith.policy.voice.korean import says_self
from blogsmith.text.patterns import pattern
from blogsmith.text.prose import Prose, Sentence
from blogsmith.text.scripts import HANGUL

_RANKS = r"(?: ?(?:님|씨|대표|사장|이사|팀장|실장|부장|과장|책임|선임|수석|매니저|작가|연구원|측))?"
_VERB = (
    r"(?:today |also |now |recently |proudly |always )?"
    r"(?!(?:across|towards|besides|always|sometimes|perhaps|whereas|regardless|plus|vs|versus|thus|as|its|this|his)\b)"
    r"(?:has|have|is|was|were|will|does|did|[a-z]+ed|[a-z]+s|built|made|ran|wrote|won|led|began)\b"
)
_KOREAN_SUBJECT = pattern(rf"(?:\([^)]*\))?{_RANKS}(?:은|는|이|가|께서|께서는|에서는|도)\s")
_LATIN_SUBJECT = pattern(rf"(?:,? (?:Inc|Ltd|Co|Corp)\.?)?,? {_VERB}")
"""What follows a name that is a subject."""
_LATIN = pattern(r"[A-Za-z0-9]$")
_LEVELS = pattern(
    r"(?P<formal>니다|니까|시오)[^가-힣A-Za-z0-9]*$|(?P<polite>요|죠)[^가-힣A-Za-z0-9]*$|"
    r"(?P<plain>(?<!니)다)[^가-힣A-Za-z0-9]*$"
)


@frozen
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
    wanted = [name for name in names if name and name in prose.text]
    if not wanted:
        return ()
    return tuple(
        [
            sentence
            for sentence in prose.sentences
            if (named := [name for name in wanted if name in sentence.own])
            and (sentence.counted or sentence.reason == "attributed")
            and any(_acts(sentence.own, name) for name in named)
            and not says_i(sentence.own)
            and not says_self(sentence.own)
        ]
    )


def _acts(own: str, name: str) -> bool:
    """Whether `name` is the subject of a sentence."""
    at = own.find(name)
    while at >= 0:
        end, before = at + len(name), own[at - 1 : at]
        begins = not before or before in "(“‘" or before.isspace() or own.startswith("(주)", max(0, at - 3))
        if begins and _KOREAN_SUBJECT.match(own, end):
            return True
        if not (before.isalnum() or before in ("-", "_")) and _LATIN.search(name) and _LATIN_SUBJECT.match(own, end):
            return True
        at = own.find(name, end)
    return False


def quote_share(prose: Prose) -> float:
    """How much of the prose, from 0 to 1, others say: quotations, block quotes, turns of other speakers."""
    return min(1.0, prose.quoted / prose.characters) if prose.characters else 0.0


def speech_levels(prose: Prose) -> SpeechLevels:
    """Where each level of speech stands in the writer's own sentences that end in a Korean verb."""
    found: dict[str, list[Place]] = {"formal": [], "polite": [], "plain": []}
    for sentence in prose.written:
        match = _LEVELS.search(sentence.own, max(0, len(sentence.own) - 12))
        if match is not None and match.lastgroup and HANGUL.search(sentence.own):
            found[match.lastgroup].append(sentence.place)
    return SpeechLevels(**{level: tuple(places) for level, places in found.items()})
