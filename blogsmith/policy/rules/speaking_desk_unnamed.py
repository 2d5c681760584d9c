"""A writer from outside speaks for the desk."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.people import external_writers
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    if byline.post.voice != "desk":
        return
    for _, author in external_writers(byline):
        yield Finding(location=byline.at("voice"), facts=(("value", author.id),))


RULE = rule("speaking/desk-unnamed", Severity.WARNING)(_findings)
