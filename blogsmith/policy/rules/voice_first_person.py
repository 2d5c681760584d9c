"""A post in which nobody says what they did: the organisation speaks, or nobody at all.

Method and figures: `policy/voice/`, measured by `benchmarks/voice.py`. Japanese is read and was never measured.
"""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.policy.rule import Byline, Finding, Options, rule
from blogsmith.policy.voice.marks import NEEDED
from blogsmith.policy.voice.verdict import MEASURED, Voice, voice_of_prose

_MOST_NOTES = 5
_LEAST_SENTENCES = 3
"""Of a note of two sentences nothing can be said."""


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    if len(byline.prose.sentences) < _LEAST_SENTENCES:
        return
    voice = voice_of_prose(byline.prose, byline.post, byline.authors, byline.site.config.site)
    if voice.verdict == "first":
        return
    measured = byline.post.language.partition("-")[0] in MEASURED
    # Two are asked of whoever has none; more of whoever has two, and is outweighed.
    needed = voice.needed if voice.evidence >= NEEDED else NEEDED
    yield Finding(
        location=byline.start,
        facts=(("evidence", voice.evidence), ("needed", needed), ("language", byline.post.language)),
        variant=voice.verdict if measured else "unmeasured",
        notes=tuple(_not_counted(byline, voice)),
        at_most=Severity.ERROR if voice.verdict == "institutional" else Severity.WARNING,
    )


def _not_counted(byline: Byline, voice: Voice) -> Iterator[Note]:
    """The sentences that a writer may think were counted, and why they were not."""
    passed_over = [item.sentence for item in voice.sentences if item.sentence.reason]
    for sentence in passed_over[:_MOST_NOTES]:
        facts = (("speaker", sentence.speaker),)
        key = f"not-counted-{sentence.reason}"
        yield Note(key=key, facts=facts, location=byline.within(sentence.place))


RULE = rule("voice/first-person", Severity.ERROR)(_findings)
"""Institutional is an error, impersonal a warning."""
