"""A post speaks for the company, and nobody but its writers answers for that."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    post = byline.post
    if post.voice != "company" or set(post.approved_by) - set(post.authors):
        return
    variant = "own" if post.approved_by else ""
    at = byline.at("approved_by") if post.approved_by else byline.at("voice")
    yield Finding(location=at, facts=(("value", ", ".join(post.approved_by)),), variant=variant)


RULE = rule("speaking/no-approver", Severity.WARNING)(_findings)
