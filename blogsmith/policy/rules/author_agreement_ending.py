"""The agreement with a writer from outside ends soon, or has ended."""

from collections.abc import Iterator
from datetime import timedelta

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.options import number
from blogsmith.policy.people import is_active
from blogsmith.policy.rule import Finding, Option, Options, Profile, rule


def _findings(profile: Profile, options: Options) -> Iterator[Finding]:
    author, today = profile.author, profile.site.now.date()
    expires = author.agreement.expires if author.agreement else None
    if author.kind != "external" or not is_active(author) or expires is None:
        return
    if expires <= today + timedelta(days=number(options, "days")):
        yield Finding(
            location=profile.at("agreement", "expires"),
            facts=(("value", expires.isoformat()), ("name", author.id)),
            variant="ended" if expires < today else "",
            at_most=Severity.WARNING,
        )


RULE = rule("author/agreement-ending", Severity.WARNING, Option(name="days", default=30))(_findings)
