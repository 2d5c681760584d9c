"""An active in-house writer's last training is long ago, or there was none."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.options import number
from blogsmith.policy.people import is_active_in_house, months_later
from blogsmith.policy.rule import Finding, Option, Options, Profile, rule


def _findings(profile: Profile, options: Options) -> Iterator[Finding]:
    author, months = profile.author, number(options, "months")
    if not is_active_in_house(author):
        return
    if not author.training:
        facts: tuple[tuple[str, str | int], ...] = (("value", author.id), ("months", months))
        yield Finding(location=profile.at("kind"), facts=facts, variant="none", at_most=Severity.WARNING)
        return
    newest = max(author.training)
    if months_later(newest, months) < profile.site.now.date():
        facts = (("value", newest.isoformat()), ("months", months))
        yield Finding(location=profile.at("training"), facts=facts, at_most=Severity.WARNING)


RULE = rule("author/training-outdated", Severity.WARNING, Option(name="months", default=12))(_findings)
