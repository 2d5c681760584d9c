"""What it takes to erase a writer: decided whole before anything is touched."""

from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.source import Location
from blogsmith.model.words import AuthorId, Text


@frozen
class NeutralWords:
    """What stands in a writer's place, by language."""

    name: Text
    role: Text
    bios: tuple[tuple[str, str], ...]
    """Languages with the bio in each."""


@frozen
class Rewrite:
    """A file that is written anew, or for the first time."""

    path: str
    content: str
    new: bool = False


@frozen
class Erasure:
    """Every file that is touched, and what only a person can decide."""

    author: AuthorId
    neutral: AuthorId
    """Who stands in their place."""
    rewritten: tuple[Rewrite, ...]
    removed: tuple[str, ...]
    """Files that go: profile, bios, photo, and posts that are taken down."""
    taken_down: tuple[Post, ...]
    mentions: tuple[Location, ...]
    """Where name, photo or id still stand in running words, afterwards."""
    left_over: tuple[str, ...]
    """Files beside posts that go, which may show the writer; copies of the photo."""
