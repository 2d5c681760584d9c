"""Readers are not told what ties a writer from outside to the organisation."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.model.words import say
from blogsmith.policy.people import external_writers
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    post = byline.post
    if post.disclosure.strip():
        return
    for index, author in external_writers(byline):
        if not say(author.relationship, post.language).strip():
            facts = (("value", author.id), ("path", author.path))
            yield Finding(location=byline.at("authors", index), facts=facts)


RULE = rule("disclosure/missing", Severity.ERROR)(_findings)
