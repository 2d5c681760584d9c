"""The picture at the head of a post has no words for who cannot see it."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    cover = byline.post.cover
    if cover is not None and not cover.alt.strip() and not cover.decorative:
        yield Finding(location=byline.at("cover", "src"), facts=(("value", cover.src),))


RULE = rule("craft/cover-alt", Severity.WARNING)(_findings)
