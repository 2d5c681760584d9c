"""A bio speaks of its writer in the third person.

A light look, not the reader that posts are held to: a bio is two or three sentences. Korean bios leave the subject out,
so a Korean bio is at fault where something speaks against the first person (the writer's own name as subject, a
pronoun, an honorific, or no sentence at all), an English one where nothing speaks for it.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from blogsmith.model.diagnostic import Severity
from blogsmith.model.words import say
from blogsmith.policy.people import bio_at
from blogsmith.policy.rule import Finding, Options, Profile, rule
from blogsmith.text.patterns import pattern

_ENGLISH_SELF = pattern(r"\bI\b|\b(?:[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|us|[Oo]ur|[Oo]urs|[Oo]urselves)\b")
_KOREAN_SELF = pattern(
    r"(?<![가-힣])(?:(?:저|나)(?:는|의|를|도|와|만|에게|한테|로서)|(?:제|내)(?:가|게)?|저희[가-힣]*|우리(?:는|가|의|도|를|와)?"
    r"|필자(?:는|가|의))(?![가-힣])"
)
_KOREAN_OTHER = pattern(r"(?<![가-힣])그(?:녀)?(?:는|가|의)(?![가-힣])|(?:계십니다|하십니다|하셨습니다|하신다|하셨다)")
_KOREAN_SENTENCE = pattern(r"[다요죠까네][.!?…”’\"')]*$")
_KOREAN_SUBJECT = r"(?:\s?(?:씨|님|작가|기자|대표|교수|박사|이사|팀장))?(?:은|는|이|가)(?![가-힣])"


def _findings(profile: Profile, options: Options) -> Iterator[Finding]:
    for language, prose in profile.bios.items():
        speaks = _LANGUAGES.get(language)
        sentences = [sentence.own for sentence in prose.sentences if sentence.reason != "quotation"]
        if speaks is None or not sentences or speaks(sentences, say(profile.author.name, language)):
            continue
        yield Finding(location=bio_at(profile, language), facts=(("language", language), ("value", profile.author.id)))


def _english(sentences: list[str], name: str) -> bool:
    return any(_ENGLISH_SELF.search(sentence) for sentence in sentences)


def _korean(sentences: list[str], name: str) -> bool:
    if any(_KOREAN_SELF.search(sentence) for sentence in sentences):
        return True
    own_name = re.compile(re.escape(name) + _KOREAN_SUBJECT)
    if any(_KOREAN_OTHER.search(sentence) or own_name.search(sentence) for sentence in sentences):
        return False
    return any(_KOREAN_SENTENCE.search(sentence.strip()) for sentence in sentences)


_LANGUAGES: Mapping[str, Callable[[list[str], str], bool]] = {"en": _english, "ko": _korean}

RULE = rule("author/bio-voice", Severity.WARNING)(_findings)
