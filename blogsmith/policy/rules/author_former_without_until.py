"""A profile says that its writer has left, and not when."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.rule import Finding, Options, Profile, rule


def _findings(profile: Profile, options: Options) -> Iterator[Finding]:
    if profile.author.kind == "former" and profile.author.until is None:
        yield Finding(location=profile.at("kind"), facts=(("value", profile.author.id),))


RULE = rule("author/former-without-until", Severity.WARNING)(_findings)
