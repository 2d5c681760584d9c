"""A picture weighs more than a reader should have to load."""

import posixpath
from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.model.source import Location
from blogsmith.policy.options import number
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    most = number(options, "kb")
    for target, location in _pictures(byline):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(byline.post.path), target))
        size = byline.sizes.get(path, 0)
        if size > most * 1024:
            yield Finding(location=location, facts=(("value", target), ("size", -(-size // 1024)), ("most", most)))


def _pictures(byline: Byline) -> Iterator[tuple[str, Location]]:
    if byline.post.cover is not None:
        yield byline.post.cover.src, byline.at("cover", "src")
    for reference in byline.document.references:
        if reference.kind == "image":
            yield reference.target, byline.within(reference.place)


RULE = rule("craft/image-weight", Severity.WARNING, Option(name="kb", default=500))(_findings)
