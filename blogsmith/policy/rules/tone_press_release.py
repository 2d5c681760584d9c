"""A post sounds like a press release: several of the set phrases that releases have and practitioners do not.

Sources: the lists were kept from longer ones because they separate. English: "innovative", "robust", "seamless",
"leverage" and "excited to announce" stand in good posts as often. Korean: three hits in 1,000 words were met in 32 % of
press texts and in no post; 고도화, 극대화 and 최고의 do not separate.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.options import number, words
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule
from blogsmith.policy.wording import place_of, shows_hangul
from blogsmith.text.words import split_words

_ENGLISH = (
    *("leading provider", "leading supplier", "leading manufacturer", "leading developer", "leading vendor"),
    *("global leader", "world leader in", "market leader", "recognized leader", "recognised leader"),
    *("industry-leading", "market-leading", "world-leading", "world-class", "best-in-class", "award-winning"),
    *("pleased to announce", "proud to announce", "thrilled to announce", "delighted to announce"),
    *("today announced", "announced today", "poised to", "uniquely positioned", "strategic partnership"),
    *("unparalleled", "unrivaled", "unrivalled", "turnkey", "state-of-the-art", "first-of-its-kind"),
    *("leadership position", "comprehensive suite", "forward-looking statements"),
    *("underscores our commitment", "underscores its commitment"),
)
_KOREAN = (
    *("차세대", "경쟁력을", "역대 최대", "사상 최대", "업계 최초", "업계를 선도", "시장을 선도", "글로벌 시장 공략"),
    *("위상을 높", "위상을 강화", "위상을 공고", "위상을 확고", "위상을 제고", "위상을 입증"),
    *("입지를 다", "입지를 굳", "입지를 강화", "입지를 공고", "초격차", "괄목할", "명실상부"),
    *("박차를 가", "저변을 확대", "신성장 동력", "새로운 지평", "새 지평을", "한 획을 그", "선도 기업", "선도기업"),
    *("시너지를 창출", "생태계를 조성", "포문을 열", "청사진을 제시"),
)
_MOST_TIMES = 2
"""So often one wording counts: a project may be called 차세대."""


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    prose = byline.prose
    likely = [wording for wording, parts in _parts(words(options, "english")) if parts <= prose.vocabulary]
    found = _found(prose.own.lower(), likely) if len(likely) >= number(options, "english_hits") else ()
    if not found or len(found) < number(options, "english_hits"):
        if not shows_hangul(prose.own):
            return
        text = prose.own.lower()
        found = _found(text, words(options, "korean"))
        hits = sum(min(_MOST_TIMES, text.count(wording)) for wording in found)
        # A single phrase says nothing, however short the text.
        if len(found) < 2 or 1000 * hits < number(options, "korean_hits") * len(text.split()):
            return
    facts = (("value", ", ".join(found)), ("count", len(found)))
    sentence = next(sentence for sentence in prose.counted if found[0] in sentence.own.lower())
    yield Finding(location=place_of(byline, sentence, found[0]), facts=facts)


@cache
def _parts(wordings: Sequence[str]) -> tuple[tuple[str, frozenset[bytes]], ...]:
    """Each wording with its words, as far as `Prose.vocabulary` surely has them where it stands in a text."""
    plain = (split_words(wording) if wording.isascii() else [] for wording in wordings)
    return tuple((wording, frozenset(parts)) for wording, parts in zip(wordings, plain, strict=True))


def _found(text: str, wordings: Sequence[str]) -> tuple[str, ...]:
    """The wordings that stand in a text as words, in its order. Searched one by one: far faster than as one pattern."""
    spots = {wording: _as_word(wording).search(text) for wording in map(str.lower, wordings) if wording in text}
    met = {wording: spot.start() for wording, spot in spots.items() if spot}
    return tuple(sorted(met, key=lambda wording: (met[wording], wording)))


@cache
def _as_word(wording: str) -> re.Pattern[str]:
    """Korean words go on after what is listed; others end with it."""
    return re.compile(rf"(?<!\w){re.escape(wording)}" + (r"(?!\w)" if wording.isascii() else ""))


RULE = rule(
    "tone/press-release",
    Severity.WARNING,
    Option(name="english", default=_ENGLISH),
    Option(name="english_hits", default=2),
    Option(name="korean", default=_KOREAN),
    Option(name="korean_hits", default=3),
)(_findings)
