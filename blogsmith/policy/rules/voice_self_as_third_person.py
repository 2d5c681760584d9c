"""The writer appears in their own post as somebody else: under their own name, or as the organisation that announces.

Source: VOICE notes of the project: `{organisation} today announced` and `{organisation}는 … 밝혔다` are press prose; an
author's own name as subject is nobody's way of telling what they did.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.names import each_name
from blogsmith.policy.options import words
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule
from blogsmith.policy.voice.measures import self_as_third_person
from blogsmith.policy.wording import place_of
from blogsmith.text.prose import Sentence

_ENGLISH = ("announced", "announces", "launched", "launches", "unveiled", "unveils", "introduced", "introduces")
_KOREAN = (
    "밝혔",
    "밝힙",
    "전했",
    "발표했",
    "발표한",
    "출시했",
    "출시한",
    "선보였",
    "선보인",
    "개최했",
    "개최한",
    "체결했",
)


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    if len(byline.authors) == 1:
        own = each_name(byline.authors[0].name)
        for sentence in self_as_third_person(byline.prose, own):
            yield _finding(byline, sentence, own, "author")
    if byline.post.voice == "company":
        return
    ours = _organisations(byline)
    for sentence in self_as_third_person(byline.prose, ours):
        announcing = _any_of(words(options, "english"), words(options, "korean"))
        if announcing.search(sentence.own):
            yield _finding(byline, sentence, ours, "")


def _organisations(byline: Byline) -> tuple[str, ...]:
    """What the writers speak for: the site's organisation for its own people, a guest's own for a guest."""
    site = byline.site.config.site
    names = [name for author in byline.authors for name in each_name(author.organisation)]
    if any(author.kind != "external" for author in byline.authors):
        names += [*site.organisation_names, *each_name(site.organisation)]
    return tuple(dict.fromkeys(names))


def _finding(byline: Byline, sentence: Sentence, names: Sequence[str], variant: str) -> Finding:
    name = max((name for name in names if name in sentence.own), key=len)
    return Finding(location=place_of(byline, sentence, name), facts=(("value", name),), variant=variant)


@cache
def _any_of(english: Sequence[str], korean: Sequence[str]) -> re.Pattern[str]:
    whole = "|".join(map(re.escape, english))
    begun = "|".join(map(re.escape, korean))
    return re.compile(rf"\b(?:{whole})\b|(?:{begun})")


RULE = rule(
    "voice/self-as-third-person",
    Severity.WARNING,
    Option(name="english", default=_ENGLISH),
    Option(name="korean", default=_KOREAN),
)(_findings)
