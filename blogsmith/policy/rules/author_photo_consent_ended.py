"""A portrait is shown beyond the last day for which its writer agreed to it."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.rule import Finding, Options, Profile, rule


def _findings(profile: Profile, options: Options) -> Iterator[Finding]:
    photo = profile.author.photo
    if photo is None or photo.consent_until is None or photo.consent_until >= profile.site.now.date():
        return
    facts = (("value", photo.consent_until.isoformat()),)
    yield Finding(location=profile.at("photo", "consent_until"), facts=facts, at_most=Severity.WARNING)


RULE = rule("author/photo-consent-ended", Severity.WARNING)(_findings)
