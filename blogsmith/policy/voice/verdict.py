"""Prose becomes a verdict: a person speaks in it, nobody does, or an organisation does."""

from collections.abc import Sequence
from math import ceil

from blogsmith.model.author import Author
from blogsmith.model.config import SiteConfig
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.policy.names import each_name
from blogsmith.policy.voice.english import read_english
from blogsmith.policy.voice.japanese import read_japanese
from blogsmith.policy.voice.korean import read_korean
from blogsmith.policy.voice.marks import NEEDED, Circumstances, CountedSentence, Signs, Verdict
from blogsmith.text.prose import Prose

_SHORT = 12
"""With fewer sentences nothing is said of institutions: too little to tell."""
_SPOKEN = ("", "question", "boilerplate")
"""What is not somebody else's words: pasted quotations make no text longer."""
_LONG = 60
_SHARE = 0.03
"""Of a long English text this much is to be evidence."""

_ANNOUNCED = 0.06
"""Of an institution's own text this much is announced or is what an institution did; in a guide it is less."""

_NOTICE = 2
"""With more signs of a notice than this, and nobody saying I, each sign asks for a sentence of evidence."""

_READERS = {"en": read_english, "ko": read_korean, "ja": read_japanese}
MEASURED = ("en", "ko")
"""Languages on which the method was measured; in the others a finding is a warning at most."""


@frozen
class Voice:
    """Who speaks in a post, and every sentence with what it counted for."""

    verdict: Verdict
    evidence: int
    against: int
    sentences: tuple[CountedSentence, ...]
    needed: int = NEEDED
    """So much evidence makes it a person's: more where much speaks against it, or in a long text."""


def read_voice(
    prose: Prose,
    *,
    language: str,
    title: str = "",
    author_names: Sequence[str] = (),
    organisation_names: Sequence[str] = (),
) -> Voice:
    """The voice of `prose`; a language nobody reads yet counts as first person.

    `institutional` only where at least 12 sentences stand and one of the measured languages is written.
    """
    main = language.split("-", 1)[0].lower()
    circumstances = Circumstances(title=title, author_names=author_names, organisation_names=organisation_names)
    reader = _READERS.get(main)
    if reader is None:
        return Voice(verdict="first", evidence=0, against=0, sentences=())
    signs = reader(prose, circumstances)
    return Voice(
        verdict=_verdict(signs, main),
        evidence=signs.evidence,
        against=signs.against,
        sentences=signs.sentences,
        needed=max(NEEDED, ceil(_needed(signs, main))),
    )


def voice_of_prose(prose: Prose, post: Post, authors: Sequence[Author], site: SiteConfig) -> Voice:
    """The voice of a post, with the names that the site knows."""
    names = {name for author in authors for name in each_name(author.name)}
    return read_voice(
        prose,
        language=post.language,
        title=post.title,
        author_names=sorted(names),
        organisation_names=(*site.organisation_names, *each_name(site.organisation)),
    )


def _verdict(signs: Signs, language: str) -> Verdict:
    if signs.evidence >= max(NEEDED, _needed(signs, language)):
        return "first"
    spoken = sum(found.mark == "against" or found.sentence.reason in _SPOKEN for found in signs.sentences)
    if spoken < _SHORT or language not in MEASURED:
        return "impersonal"
    if signs.furniture and signs.evidence < NEEDED:
        return "institutional"
    announced = signs.against >= max(NEEDED, _ANNOUNCED * spoken) and signs.against > signs.evidence
    return "institutional" if announced else "impersonal"


def _needed(signs: Signs, language: str) -> float:
    """How much evidence outweighs what speaks against it."""
    total = len(signs.sentences)
    needed = signs.against + 1.0
    if signs.notice > _NOTICE and not signs.singular:
        needed = max(needed, signs.notice + 1)
    if language == "en" and total > _LONG:
        needed = max(needed, _SHARE * total)
    return needed
