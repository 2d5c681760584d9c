"""The whole blog as a value. Every reference between posts, authors, categories and series in it resolves."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import Enum

from blogsmith.model.author import Author
from blogsmith.model.config import Config
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.takedown import Takedown
from blogsmith.model.words import AuthorId, PostId


class Standing(Enum):
    """Whether a post is published at a given time, and if not, why."""

    PUBLISHED = "published"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    EXPIRED = "expired"
    HELD_BACK = "held-back"
    TAKEN_DOWN = "taken-down"


@frozen
class Site:
    """What is published, or (for `check` and the preview) what is written."""

    config: Config
    authors: Mapping[AuthorId, Author]
    posts: tuple[Post, ...]
    """Newest first; equal dates by id."""
    pages: tuple[StaticPage, ...]
    """By path."""
    files: Mapping[str, str]
    """Every file beside posts, pages and profiles that may be referred to: by path, its name as the disk has it."""
    now: datetime
    takedowns: tuple[Takedown, ...] = ()
    """Posts that are gone for good, by id."""


@frozen
class Withheld:
    """A post that was understood and is not published."""

    post: Post
    standing: Standing


@frozen
class Collection:
    """Everything that was understood, before the gate: published or not."""

    config: Config
    authors: Mapping[AuthorId, Author]
    posts: tuple[Post, ...]
    pages: tuple[StaticPage, ...]
    rest: tuple[Post, ...]
    """Posts with a fault in their head, with stand-ins for it: looked at for further faults, never published."""
    files: Mapping[str, str]
    refused: Mapping[str, bool]
    """Posts and pages that were not wholly understood, by path; True where the file says `draft: true` plainly."""
    digests: Mapping[str, bytes]
    """Of each Markdown file's bytes, by path."""
    sizes: Mapping[str, int]
    """Bytes of each file in `files`, by path."""
    known_ids: frozenset[PostId]
    """Ids of every post, refused ones too where the id could be read."""
    takedowns: Mapping[PostId, Takedown] = field(default_factory=dict)
    """By the id of the post."""
