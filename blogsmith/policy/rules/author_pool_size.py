"""More people write for the blog than its editors meant to look after."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.model.source import Location
from blogsmith.policy.people import is_active
from blogsmith.policy.rule import Archive, Finding, Options, rule


def _findings(archive: Archive, options: Options) -> Iterator[Finding]:
    policy = archive.site.config.policy
    active = [author for author in archive.site.authors.values() if is_active(author)]
    for kind, most in (("in-house", policy.pool_in_house), ("external", policy.pool_external)):
        count = sum(author.kind == kind for author in active)
        if count > most:
            yield Finding(location=Location(path="config.toml"), facts=(("value", count), ("most", most)), variant=kind)


RULE = rule("author/pool-size", Severity.NOTE)(_findings)
