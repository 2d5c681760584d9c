"""Nobody who works here has read a post from outside."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.people import external_writers, is_active_in_house
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    post, writers = byline.post, tuple(external_writers(byline))
    if not writers:
        return
    known = (byline.site.authors.get(name) for name in post.reviewed_by if name not in post.authors)
    if any(author is not None and is_active_in_house(author) for author in known):
        return
    index, author = writers[0]
    at = byline.at("reviewed_by") if post.reviewed_by else byline.at("authors", index)
    variant = "nobody" if not post.reviewed_by else ""
    yield Finding(location=at, facts=(("value", author.id),), variant=variant)


RULE = rule("author/not-reviewed", Severity.WARNING)(_findings)
