"""A writer is paused, and posts still name them as the one who answers."""

from collections.abc import Iterator

from blogsmith.model.author import Author
from blogsmith.model.diagnostic import Note, Severity
from blogsmith.model.post import Post
from blogsmith.model.source import Location
from blogsmith.policy.people import takes_comments
from blogsmith.policy.rule import Archive, Finding, Options, rule

_SHOWN = 3
"""Posts named under one finding."""


def _findings(archive: Archive, options: Options) -> Iterator[Finding]:
    for author in archive.site.authors.values():
        if author.status != "paused" or author.kind == "former":
            continue
        posts = [post for post in archive.site.posts if post.responder == author.id and takes_comments(post)]
        if posts:
            place = author.places.get(("status",))
            at = place.within(author.path) if place else Location(path=author.path, line=1, column=1)
            notes = tuple(_note(author, post) for post in posts[:_SHOWN])
            yield Finding(location=at, facts=(("value", author.id), ("count", len(posts))), notes=notes)


def _note(author: Author, post: Post) -> Note:
    place = post.places.get(("responder",))
    return Note(key="post", location=place.within(post.path) if place else Location(path=post.path))


RULE = rule("conversation/nobody-covers", Severity.WARNING)(_findings)
