"""A disclosure does not say plainly what was given: its wording is conditional, or a word that hides the deal.

Sources of the lists. Korea: 공정거래위원회 「추천·보증 등에 관한 표시·광고 심사지침」, in force 2024-12-01, names
conditional wording ("소정의 수수료를 지급받을 수 있음") as not clear, and since 2020-09-01 words such as 컬래버레이션,
파트너십 and 체험단. United States: 16 CFR 255.5, revised 2023-07-26, asks that a connection be disclosed clearly; the
FTC's "Disclosures 101 for Social Media Influencers" (2019-11) names sp, spon, collab, thanks and ambassador as vague.
The lists were taken from summaries in the press and from the guides; a site's counsel should read them.
"""

import re
from collections.abc import Iterator

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.policy.disclosures import Disclosed, disclosed, relationship_at
from blogsmith.policy.options import words
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule
from blogsmith.text.scripts import HANGUL

_CONDITIONAL = (
    *("받을 수 있음", "받을 수 있습니다", "받을 수 있어요", "받을 수 있다", "받을 수 있으며", "받을 수도 있"),
    *("받았을 수", "제공될 수 있", "지급될 수 있", "발생할 수 있", "포함될 수 있", "포함되어 있을 수"),
    *("may receive", "may earn", "may be paid", "may be compensated", "may have received"),
    *("may have been paid", "might receive", "might earn", "could receive", "could earn"),
    *("may contain affiliate", "may include affiliate", "may contain sponsored", "may include sponsored"),
)
_VAGUE = (
    *("체험단", "서포터즈", "앰배서더", "앰버서더", "컬래버", "콜라보", "파트너십", "함께하는", "함께했"),
    *("함께합니다", "홍보성 글", "정보성 글"),
    *("collab", "collaboration", "partnership", "partnered", "brand partner", "ambassador", "thanks to"),
    *("thank you to", "spon", "sp", "in association with", "supported by", "made possible by", "friends at"),
)
_CLEAR = (
    *("원고료", "사례비", "수수료", "수당", "월급", "급여", "고료", "그림값", "협찬", "광고", "무상", "무료"),
    *("공짜", "할인", "받았", "받고", "받습니다", "받아", "빌려", "빌렸", "선물", "제공", "직원", "가족"),
    *("친척", "비용", "돈을", "원을"),
    *("paid", "pays", "pay", "fee", "money", "employed", "employee", "works for", "work for", "worked for"),
    *("sponsored", "advertisement", "lent", "loan", "gift", "gave", "given", "free", "discount", "commission"),
    *("present", "expenses", "family", "relative", "married", "owns", "own shares", "bought"),
)


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    for told in disclosed(byline.post, byline.authors):
        hit = _first(told.text, words(options, "conditional"))
        variant = "conditional"
        if not hit and not _first(told.text, words(options, "clear")):
            hit, variant = _first(told.text, words(options, "vague")), ""
        if hit:
            yield _finding(byline, told, hit, variant)


def _finding(byline: Byline, told: Disclosed, hit: str, variant: str) -> Finding:
    facts = (("value", hit),)
    if told.author is None:
        return Finding(location=byline.at("disclosure"), facts=facts, variant=variant)
    note = Note(key="relationship", facts=facts, location=relationship_at(told.author))
    return Finding(location=byline.at("authors", told.index), facts=facts, variant=variant, notes=(note,))


def _first(text: str, listed: tuple[str, ...]) -> str:
    """The first listed wording that stands in a text; empty where none does."""
    plain, tight = " ".join(text.casefold().split()), re.sub(r"\s", "", text)
    for wording in listed:
        if HANGUL.search(wording):
            # Korean is spaced in more than one way.
            if re.sub(r"\s", "", wording) in tight:
                return wording
        elif re.search(rf"(?<!\w){re.escape(wording.casefold())}(?!\w)", plain):
            return wording
    return ""


RULE = rule(
    "disclosure/vague",
    Severity.ERROR,
    Option(name="conditional", default=_CONDITIONAL),
    Option(name="vague", default=_VAGUE),
    Option(name="clear", default=_CLEAR),
)(_findings)
