"""A post names the organisation's products again and again, as an advertisement does."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.options import number, words
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule
from blogsmith.policy.wording import place_of

_LEAST = 5
"""Fewer mentions are no density, however short the text."""


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    names = words(options, "names")
    if not names:
        return
    own, text = byline.prose.counted, byline.prose.own
    if sum([text.count(name) for name in names]) < _LEAST:
        return
    found = _pattern(names).findall(text)
    if len(found) < _LEAST or 1000 * len(found) <= number(options, "per_thousand") * len(text):
        return
    share = round(1000 * len(found) / len(text))
    first = next(sentence for sentence in own if _pattern(names).search(sentence.own))
    commonest = max(dict.fromkeys(found), key=found.count)
    facts = (("value", commonest), ("count", len(found)), ("share", share))
    yield Finding(location=place_of(byline, first, found[0]), facts=facts)


@cache
def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    """Names as words; Korean particles may follow one, longest first so that `Julja Pro` is not counted as `Julja`."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?![A-Za-z0-9])" for name in longest))


RULE = rule(
    "tone/product-density",
    Severity.WARNING,
    Option(name="names", default=()),
    Option(name="per_thousand", default=6),
)(_findings)
