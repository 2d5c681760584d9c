"""A post has no summary of its own."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    if not byline.post.summary.strip():
        yield Finding(location=byline.at("title"))


RULE = rule("craft/no-summary", Severity.WARNING)(_findings)
