"""What rules of prose tell in a post's own words, they pass over where the words are code, a quotation or front matter.

Every post of a spec in which a rule speaks is written once more with its whole body put away.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from blogsmith.policy.rule import Archive, Byline
from tests.meta.evidence import HOUSE_RULES, asked_in, cases_in, spec_of
from tests.site import files_of
from tests.specs.case import Case

FAMILIES = ("evidence/", "originality/", "tone/", "voice/", "craft/link-text")
OWN_WORDS = {
    "en": "I glued nine legs in one evening, and I broke two of them. I wrote the number on my wall. I was cold. I"
    " began again in May, with spruce that I had cut myself.",
    "ko": "저는 하룻저녁에 다리 아홉 개를 붙이고 두 개를 부러뜨렸습니다. 저는 그 숫자를 벽에 적었습니다."
    " 저는 추웠습니다. 저는 5월에 직접 자른 가문비나무로 다시 시작했습니다.",
    "ja": "私は一晩で脚を九本つけ、二本折りました。私はその数を壁に書きました。私は寒かったです。"
    "私は五月にまた始めました。",
}
"""A post of them alone is at fault nowhere."""


def fenced(body: str, language: str) -> str:
    """The body as one listing."""
    return f"~~~~~text\n{body.strip()}\n~~~~~\n"


def as_code(body: str, language: str) -> str:
    """Each paragraph as code within a line."""
    return "\n\n".join(f"`{text}`" for text in plain_paragraphs(body))


def block_quoted(body: str, language: str) -> str:
    """The body as one block quote."""
    return "\n".join(f"> {line}".rstrip() for line in body.strip().split("\n"))


def said_by_another(body: str, language: str) -> str:
    """Each paragraph in quotation marks."""
    framed = {"en": "Minho said: “{}”", "ko": "“{}”", "ja": "「{}」"}[language]
    return "\n\n".join(framed.format(text) for text in plain_paragraphs(body))


WAYS: tuple[Callable[[str, str], str], ...] = (fenced, as_code, block_quoted, said_by_another)


def plain_paragraphs(body: str) -> Iterator[str]:
    """Paragraphs, each in one line without marks of its own."""
    for paragraph in re.split(r"\n\s*\n", body.strip()):
        text = re.sub(r"^(?:[>#*~`-]+|\[\^\w+\]:)\s*", "", " ".join(paragraph.split()))
        yield re.sub('[`"“”「」]', "", text)


def put_away(case: Case, way: Callable[[str, str], str]) -> Case:
    """The case with the bodies of its posts put away; the first post says something of its own too."""
    own_words, sites = set(OWN_WORDS), []
    for path, text in {path: text for site in case.sites for path, text in files_of(site).items()}.items():
        if path.startswith("content/posts/") and path.endswith(".md"):
            language = next((name for name in ("ko", "ja") if path.endswith(f".{name}.md")), "en")
            _, head, body = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
            said = OWN_WORDS[language] if language in own_words else ""
            own_words.discard(language)
            sites.append(f"-- {path} --\n---\n{head}---\n{said}\n\n{way(body, language)}\n")
        else:
            sites.append(f"-- {path} --\n{text}")
    return replace(case, sites=tuple(sites), command="check -q")


def in_front_matter(body: str, language: str) -> str:
    """Nothing: the body stands in the head."""
    return ""


SPOKEN = [
    (rule, case)
    for rule in HOUSE_RULES
    if rule.startswith(FAMILIES)
    for case in cases_in(spec_of(rule))
    if f"[{rule}]" in case.says.get("en", "") and "says" in {block.kind for block in case.blocks}
]
NAMES = [f"{rule}: {case.name}" for rule, case in SPOKEN]
PUT_AWAY = [
    (rule, case, way)
    for rule, case in SPOKEN
    for way in WAYS
    if rule != "voice/quote-share" or way not in (block_quoted, said_by_another)
]
"""How much is quoted is what voice/quote-share looks at."""
PUT_AWAY_NAMES = [f"{rule}: {case.name}, {way.__name__}" for rule, case, way in PUT_AWAY]


def assert_silent(rule: str, case: Case) -> None:
    """The rule looked at every post of the case and said nothing."""
    asked = asked_in(rule, [case])
    seen = {item.post.path for question in asked for item in bylines(question.subject)}
    posts = {path for site in case.sites for path in files_of(site) if path.startswith("content/posts/")}
    assert seen == {path for path in posts if path.endswith(".md")}
    assert [question.said for question in asked if question.said] == []


def bylines(subject: object) -> Iterator[Byline]:
    """The posts that a rule was shown."""
    yield from subject.bylines if isinstance(subject, Archive) else [subject]  # type: ignore[misc]


@pytest.mark.parametrize(("rule", "case", "way"), PUT_AWAY, ids=PUT_AWAY_NAMES)
def test_a_rule_of_prose_is_silent_on_what_is_not_the_posts_own_prose(
    rule: str, case: Case, way: Callable[[str, str], str]
) -> None:
    assert_silent(rule, put_away(case, way))


@pytest.mark.parametrize(("rule", "case"), SPOKEN, ids=NAMES)
def test_a_rule_of_prose_is_silent_on_front_matter(rule: str, case: Case) -> None:
    heads = []
    for site in put_away(case, in_front_matter).sites:
        ((path, text),) = files_of(site).items()
        before = next((files_of(own)[path] for own in case.sites if path in files_of(own)), "")
        body = before.split("---\n", 2)[-1]
        if path.startswith("content/posts/") and path.endswith(".md"):
            value = json.dumps(" ".join(plain_paragraphs(body)), ensure_ascii=False)
            text = re.sub(r"^summary: .*\n", "", text, flags=re.MULTILINE)
            text = text.replace("\n---\n", f"\nsummary: {value}\nextra: {{words: {value}}}\n---\n", 1)
        heads.append(f"-- {path} --\n{text}")
    assert_silent(rule, replace(case, sites=tuple(heads), command="check -q"))
