"""A post carries a date after its writer's last day."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.model.source import Location
from blogsmith.policy.rule import Byline, Finding, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    day = byline.post.date.date()
    for index, author in enumerate(byline.authors):
        if author.until is None or day <= author.until:
            continue
        place = author.places.get(("until",))
        profile = place.within(author.path) if place else Location(path=author.path)
        facts = (("value", author.id), ("until", author.until.isoformat()), ("date", day.isoformat()))
        yield Finding(
            location=byline.at("authors", index),
            facts=facts,
            notes=(Note(key="profile", facts=facts, location=profile),),
        )


RULE = rule("author/left", Severity.ERROR)(_findings)
