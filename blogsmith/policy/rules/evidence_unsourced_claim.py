"""A claim of rank ("world's first", 업계 1위) stands in a paragraph without a link or a footnote.

Not a claim: what is quoted, denied, asked, wished for, or said of the wording itself (세계 최초라는 말); one of several
("one of the world's largest", 세계 최대 항구 중 하나); a name in capitals ("the World's Largest Lesson").
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.options import words
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule
from blogsmith.policy.wording import place_of, shows_hangul
from blogsmith.text.patterns import pattern
from blogsmith.text.prose import Sentence
from blogsmith.text.words import split_words

_WHERE = ("world", "planet", "industry", "market", "nation", "country")
_RANK = (
    r"first|only|largest|biggest|fastest|smallest|lightest|thinnest|strongest|highest|tallest|longest|oldest|safest"
    r"|leading|number[ -]one|no\. ?1|#1"
    r"|most (?:accurate|advanced|comprehensive|efficient|innovative|popular|powerful|secure|successful|trusted|used"
    r"|widely)"
)
_ANYWHERE = "|".join(_WHERE)
_ENGLISH = pattern(
    rf"\b(?:{_ANYWHERE})['’]s (?:very |single |second |third )?(?:{_RANK})\b"
    rf"|(?<!some of )(?<!many of )\b(?:the|our) (?:{_RANK}|best(?! and))(?: [\w-]+){{0,4}}"
    rf" (?:in the (?:{_ANYWHERE})|on the (?:market|planet))\b"
    r"|\b(?:the|a) first[ -]of[ -]its[ -]kind\b"
    r"|\b(?:the|our|is|are|was|were|as|ranks?) (?:no\. ?1|#1|number[ -]one)(?: [\w-]+){0,3}?"
    r" (?:in|worldwide|provider|brand|vendor|player|company|seller)\b"
    r"|\branked (?:as )?(?:the )?(?:first|no\. ?1|#1|number[ -]one)\b"
    r"|\b(?:the|a|an|as) (?:\w+ )?(?:market|industry|global|world) leader in\b",
    re.IGNORECASE,
)
_KOREAN = pattern(
    r"(?:업계|세계|국내|글로벌|아시아|전국|동종\s?업계)(?:에서|\s시장|\s시장에서)?\s?"
    r"(?:최초|최고|최대|최다|최소형|최경량|1위|유일|넘버원|가장\s(?:큰|먼저|빠른|빠르|많은|작은|가벼운|얇은|높은|정확)|처음(?:으로|\s))"
    r"|(?:시장\s?)?점유율\s?1위|(?:업계|세계)\s첫\s"
)
_HINTS = {
    **{where.encode(): (f" {where} s ".encode(), f" in the {where} ".encode()) for where in _WHERE},
    **{on: (b" on the %b " % on, b" in the %b " % on, b" %b s " % on) for on in (b"planet", b"market")},
    b"kind": (b" of its kind ",),
    b"1": (b" no 1 ",),
    b"ranked": (b" ranked ",),
    b"number": (b" number one ",),
    b"leader": (b" leader in ",),
}
"""Words of which some stand in every claim, by one of them: found much faster than a pattern."""
_HINTING = frozenset(_HINTS)
_KOREAN_HINTS = ("업계", "세계", "국내", "글로벌", "아시아", "전국", "점유율")
_QUOTED = pattern(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|「[^」]*」|『[^』]*』|(?<!\w)'[^']{1,80}'")
_DENIED_BEFORE = pattern(
    r"(?:\bnot|n['’]t|\bnever|\bnor|\bneither|\bhardly|\bno longer|\bif|\bwhether|\b(?:would|could|might) be"
    r"|\b(?:want|wants|wanted|hope|hopes|aim|aims|goal|dream|pursuit|ability|opportunity|chance)\b"
    r"[\w ]{0,12} (?:to|of))\b[^;:,]{0,30}$",
    re.IGNORECASE,
)
_DENIED_AFTER = pattern(
    r"^[^.,;]{0,6}?(?:[이가은는]\s?|(?:이?라고|이?란|이?라는)[^.,;]{0,12})?(?:아니|아닌|아닐|아닙|아님|않|못\s?하|없|어렵|모르|일까|인가요|인지)"
    r"|^(?:이?라는|이?라고|같은|따위)\s?\S{0,4}?\s?(?:말|표현|수식|문구|단어|주장|타이틀|홍보|자랑)"
    r"|^\S{0,3}\s?(?:되고 싶|꿈꾸|꿈꿨|목표|노리|향해|향한)"
)
_AMONG_BEFORE = pattern(
    r"\b(?:one|two|three|four|five|ten|some|many|several|most|few|any|each|either|another|among|amongst)(?: of)?"
    r" (?:the |our |its |their )?$",
    re.IGNORECASE,
)
_AMONG_AFTER = pattern(r"^[^.,;]{0,40}?(?:(?:중|가운데)(?:의|에서도)?\s?(?:하나|한\s)|손꼽|손에 꼽)")
_TITLE = pattern(r"(?:[Tt]he |[Oo]ur )?[A-Z][a-z]+['’]s(?: [A-Z][a-z]+)+")
"""A name: `the World's Largest Lesson`."""


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    prose, more = byline.prose, words(options, "more")
    hints = _hints(prose.words, _HINTING & prose.vocabulary)
    seen = ("#1", *(_KOREAN_HINTS if shows_hangul(prose.own) else ()), *more)
    if not hints and not any([hint in prose.own for hint in seen]):  # noqa: C419 - a list is faster
        return
    for sentence in prose.counted:
        own = sentence.own
        small = own.lower()
        near = [hint for hint in hints if hint.decode() in small]
        likely = any([hint in own for hint in seen]) or (near and _hints(split_words(own), near))  # noqa: C419
        claim = _claim(own, more) if likely else ""
        if claim and not _is_sourced(byline, sentence):
            yield Finding(location=place_of(byline, sentence, claim), facts=(("value", claim),))


def _hints(text: Sequence[bytes], hinting: Iterable[bytes]) -> Sequence[bytes]:
    """Which of the hinting words stand in a text beside the others that make them a hint."""
    joined = b" %b " % b" ".join(text) if hinting else b""
    return [word for word in hinting if any([hint in joined for hint in _HINTS[word]])]  # noqa: C419


def _claim(text: str, more: tuple[str, ...]) -> str:
    """The words in which a sentence claims a rank; empty where it claims none."""
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    spans = [found.span() for pattern in (_ENGLISH, _KOREAN) for found in pattern.finditer(plain)]
    spans += [(plain.index(wording), plain.index(wording) + len(wording)) for wording in more if wording in plain]
    for start, end in sorted(spans):
        before, claim, after = plain[:start], plain[start:end].strip(), plain[end:]
        denied = _DENIED_BEFORE.search(before) or _DENIED_AFTER.search(after)
        if (
            not denied
            and not _AMONG_BEFORE.search(before)
            and not _AMONG_AFTER.search(after)
            and not _TITLE.fullmatch(claim)
        ):
            return claim
    return ""


def _is_sourced(byline: Byline, sentence: Sentence) -> bool:
    passage = byline.document.passages[sentence.paragraph]
    return bool(passage.links or passage.notes)


RULE = rule("evidence/unsourced-claim", Severity.WARNING, Option(name="more", default=()))(_findings)
