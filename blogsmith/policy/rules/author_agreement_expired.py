"""A post by a writer from outside carries a date after the end of their agreement."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.model.source import Location
from blogsmith.policy.people import external_writers
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    day = byline.post.date.date()
    for index, author in external_writers(byline):
        expires = author.agreement.expires if author.agreement else None
        if expires is None or day <= expires:
            continue
        place = author.places.get(("agreement", "expires"))
        profile = place.within(author.path) if place else Location(path=author.path)
        facts = (("value", author.id), ("expires", expires.isoformat()), ("date", day.isoformat()))
        yield Finding(
            location=byline.at("authors", index),
            facts=facts,
            notes=(Note(key="agreement", facts=facts, location=profile),),
            at_most=Severity.WARNING,
        )


RULE = rule("author/agreement-expired", Severity.WARNING)(_findings)
