"""A writer is paused, and posts still name them as the one who answers."""

from collections import defaultdict
from collections.abc import Iterator

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.model.post import Post
from blogsmith.policy.people import is_covered, takes_comments
from blogsmith.policy.rule import Archive, Finding, Options, rule

_SHOWN = 3
"""Posts named under one finding."""


def _findings(archive: Archive, options: Options) -> Iterator[Finding]:
    answered: dict[str | None, list[Post]] = defaultdict(list)
    for post in archive.site.posts:
        if takes_comments(post, archive.site.config.comments):
            answered[post.responder].append(post)
    for author in archive.site.authors.values():
        if author.status != "paused" or author.kind == "former":
            continue
        if is_covered(author, archive.site):
            continue
        posts = answered.get(author.id, [])
        if posts:
            at = author.places[("status",)].within(author.path)
            notes = tuple(_note(post) for post in posts[:_SHOWN])
            yield Finding(location=at, facts=(("value", author.id), ("count", len(posts))), notes=notes)


def _note(post: Post) -> Note:
    return Note(key="post", location=post.places[("responder",)].within(post.path))


RULE = rule("conversation/nobody-covers", Severity.WARNING)(_findings)
