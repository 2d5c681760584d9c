"""Who may do what: writers told apart by kind and standing."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from blogsmith.model.author import Author
from blogsmith.model.conversation import OFF, CommentsConfig
from blogsmith.model.post import CommentSettings, Post
from blogsmith.model.site import Site
from blogsmith.model.source import Location
from blogsmith.policy.rule import Byline, Profile


def is_active(author: Author) -> bool:
    """Whether new posts may be expected."""
    return author.kind != "former" and author.status == "active"


def is_active_in_house(author: Author) -> bool:
    """Whether somebody works here and writes: who may read, approve and answer for others."""
    return author.kind == "in-house" and author.status == "active"


def external_writers(byline: Byline) -> Iterator[tuple[int, Author]]:
    """Writers from outside, each with its number in `authors`."""
    for index, author in enumerate(byline.authors):
        if author.kind == "external":
            yield index, author


def months_later(day: date, months: int) -> date:
    """The same day some months on; the last of the month where there is none."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def bio_at(profile: Profile, language: str) -> Location:
    """Where a writer's bio in a language begins; the profile's head where there is none."""
    bio = profile.author.bios.get(language)
    if bio is None:
        return profile.at("name")
    blank = len(bio.body) - len(bio.body.lstrip())
    return Location(path=bio.path, line=bio.first_line + bio.body.count("\n", 0, blank), column=1)


def keepers_of(site: Site) -> tuple[Author, ...]:
    """The writers who keep something private."""
    return tuple(author for author in site.authors.values() if author.private)


def is_covered(author: Author, site: Site) -> bool:
    """Whether somebody who works here answers comments for an absent writer."""
    other = site.authors.get(author.covered_by) if author.covered_by else None
    return other is not None and is_active_in_house(other)


def takes_comments(post: Post, config: CommentsConfig) -> bool:
    """Whether readers are asked to write about a post: here, or in its thread on Mastodon."""
    settings = (
        post.comments if isinstance(post.comments, CommentSettings) else CommentSettings(locked=not post.comments)
    )
    return not settings.locked and (config.provider != OFF or bool(settings.thread))
