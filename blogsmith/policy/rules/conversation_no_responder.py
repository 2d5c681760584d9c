"""Readers may comment on a post, and nobody is named to answer."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.people import is_active_in_house, takes_comments
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    if byline.post.responder or not takes_comments(byline.post, byline.site.config.comments):
        return
    own = next((author.id for author in byline.authors if is_active_in_house(author)), "")
    facts = (("value", byline.post.id), *((("suggestion", own),) if own else ()))
    key = "comments" if ("comments",) in byline.post.places else "title"
    yield Finding(location=byline.at(key), facts=facts)


RULE = rule("conversation/no-responder", Severity.WARNING)(_findings)
