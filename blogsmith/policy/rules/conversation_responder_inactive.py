"""Whoever is named to answer comments has left, is paused, or comes from outside."""

from collections.abc import Iterator

from blogsmith.model.author import Author
from blogsmith.model.diagnostic import Severity
from blogsmith.policy.people import is_covered, takes_comments
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    post = byline.post
    author = byline.site.authors.get(post.responder) if post.responder else None
    if author is None or not takes_comments(post, byline.site.config.comments):
        return
    variant = _hindrance(author)
    if variant and not (variant in ("paused", "former") and is_covered(author, byline.site)):
        yield Finding(location=byline.at("responder"), facts=(("value", author.id),), variant=variant)


def _hindrance(author: Author) -> str:
    if author.kind != "in-house":
        return author.kind
    return "paused" if author.status == "paused" else ""


RULE = rule("conversation/responder-inactive", Severity.WARNING)(_findings)
