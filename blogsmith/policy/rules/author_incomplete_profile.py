"""A profile lacks what readers should know of a writer of its kind."""

from collections.abc import Iterator

from blogsmith.model.author import Author
from blogsmith.model.diagnostic import Severity
from blogsmith.policy.rule import Finding, Option, Options, Profile, rule

_NEEDED = {
    "in-house": ("role", "team"),
    "external": ("role", "organisation", "relationship", "agreement"),
    "former": ("role",),
}


def _findings(profile: Profile, options: Options) -> Iterator[Finding]:
    author = profile.author
    for key in _missing(author, links=bool(options["links"])):
        yield Finding(location=profile.at("kind"), facts=(("value", key), ("name", author.id)), variant=author.kind)


def _missing(author: Author, *, links: bool) -> Iterator[str]:
    for key in _NEEDED[author.kind]:
        if not getattr(author, key):
            yield key
    if links and author.kind != "former" and not author.links:
        yield "links"


RULE = rule("author/incomplete-profile", Severity.WARNING, Option(name="links", default=True))(_findings)
