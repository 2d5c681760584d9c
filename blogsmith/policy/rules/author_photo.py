"""A portrait is shown without words for who cannot see it, or without the writer's consent."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.rule import Finding, Options, Profile, rule


def _findings(profile: Profile, options: Options) -> Iterator[Finding]:
    photo = profile.author.photo
    if photo is None:
        return
    alts = [photo.alt] if isinstance(photo.alt, str) else list(photo.alt.values())
    for variant, missing in (("alt", not any(alt.strip() for alt in alts)), ("consent", photo.consent is None)):
        if missing:
            yield Finding(location=profile.at("photo", "src"), facts=(("value", photo.src),), variant=variant)


RULE = rule("author/photo", Severity.WARNING)(_findings)
