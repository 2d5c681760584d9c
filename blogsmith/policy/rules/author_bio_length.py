"""A bio is too short to say anything, or too long for the foot of a post."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.options import number
from blogsmith.policy.people import bio_at
from blogsmith.policy.rule import Finding, Option, Options, Profile, rule


def _findings(profile: Profile, options: Options) -> Iterator[Finding]:
    least, most = number(options, "least"), number(options, "most")
    for language, prose in profile.bios.items():
        length = len(" ".join(sentence.text for sentence in prose.sentences))
        if not length or least <= length <= most:
            continue
        facts = (("value", length), ("least", least), ("most", most), ("language", language))
        yield Finding(location=bio_at(profile, language), facts=facts, variant="short" if length < least else "long")


RULE = rule(
    "author/bio-length",
    Severity.WARNING,
    Option(name="least", default=40),
    Option(name="most", default=250),
)(_findings)
