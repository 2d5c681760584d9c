"""A Korean post changes between polite (합니다, 해요) and plain (한다) endings: two voices in one text.

합니다 beside 해요 is how people talk and no fault. Questions, quotations and what others say are passed over.
"""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.policy.options import number
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule
from blogsmith.policy.voice.measures import speech_levels

_MOST_NOTES = 4


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    if not byline.post.language.startswith("ko"):
        return
    levels = speech_levels(byline.prose)
    polite, plain = (*levels.formal, *levels.polite), levels.plain
    fewer, more = sorted((plain, polite), key=len)
    share = 100 * len(fewer) / max(1, len(fewer) + len(more))
    if len(fewer) < number(options, "least") or share < number(options, "percent"):
        return
    facts = (("polite", len(polite)), ("plain", len(plain)))
    notes = tuple(Note(key="also-here", location=byline.within(place)) for place in fewer[1 : 1 + _MOST_NOTES])
    yield Finding(location=byline.within(fewer[0]), facts=facts, notes=notes)


RULE = rule(
    "voice/mixed-speech-level",
    Severity.WARNING,
    Option(name="least", default=3),
    Option(name="percent", default=15),
)(_findings)
