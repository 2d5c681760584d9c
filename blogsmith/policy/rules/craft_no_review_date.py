"""An old post does not say when somebody will look whether it still holds."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.options import number
from blogsmith.policy.people import months_later
from blogsmith.policy.rule import Finding, Option, Options, Signed, rule


def _findings(signed: Signed, options: Options) -> Iterator[Finding]:
    post, years = signed.post, number(options, "years")
    if post.review_by is not None or post.evergreen or post.expires is not None:
        return
    changed = max(post.date, post.updated or post.date).date()
    if months_later(changed, 12 * years) < signed.site.now.date():
        facts = (("value", changed.isoformat()), ("years", years))
        at = signed.at("updated") if post.updated else signed.at("date")
        yield Finding(location=at, facts=facts, at_most=Severity.WARNING)


RULE = rule("craft/no-review-date", Severity.WARNING, Option(name="years", default=2))(_findings)
