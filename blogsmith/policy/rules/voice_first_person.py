"""A post in which nobody says what they did: the organisation speaks, or nobody at all.

Method and figures: `policy/voice/`, measured by `benchmarks/voice.py`. Japanese is read and was never measured.
"""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.model.words import say
from blogsmith.policy.rule import Byline, Finding, Options, rule
from blogsmith.policy.voice.marks import NEEDED
from blogsmith.policy.voice.verdict import MEASURED, Voice, read_voice

_MOST_NOTES = 5
_LEAST_SENTENCES = 3
"""Of a note of two sentences nothing can be said."""


def voice_of_post(byline: Byline) -> Voice:
    """The voice of a post, with the names that the site knows."""
    site = byline.site.config.site
    names = {name for author in byline.authors for name in _each(author.name)}
    return read_voice(
        byline.prose,
        language=byline.post.language,
        title=byline.post.title,
        author_names=sorted(names),
        organisation_names=(*site.organisation_names, *_each(site.organisation)),
    )


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    if len(byline.prose.sentences) < _LEAST_SENTENCES:
        return
    voice = voice_of_post(byline)
    if voice.verdict == "first":
        return
    measured = byline.post.language.partition("-")[0] in MEASURED
    yield Finding(
        location=byline.start,
        facts=(("evidence", voice.evidence), ("needed", NEEDED), ("language", byline.post.language)),
        variant=voice.verdict if measured else "unmeasured",
        notes=tuple(_not_counted(byline, voice)),
        at_most=Severity.ERROR if voice.verdict == "institutional" and measured else Severity.WARNING,
    )


def _not_counted(byline: Byline, voice: Voice) -> Iterator[Note]:
    """The sentences that a writer may think were counted, and why they were not."""
    passed_over = [item.sentence for item in voice.sentences if not item.sentence.counted and item.sentence.reason]
    for sentence in passed_over[:_MOST_NOTES]:
        facts = (("speaker", sentence.speaker),)
        key = f"not-counted-{sentence.reason}"
        yield Note(key=key, facts=facts, location=byline.within(sentence.place))


def _each(text: object) -> tuple[str, ...]:
    if isinstance(text, str):
        return (text,) if text else ()
    return tuple(say(text, code) for code in text) if isinstance(text, dict) else ()


RULE = rule("voice/first-person", Severity.ERROR)(_findings)
"""Institutional is an error, impersonal a warning."""
