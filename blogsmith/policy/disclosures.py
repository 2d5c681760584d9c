"""What readers are told of the ties between a post's writers and its matter."""

from collections.abc import Iterator, Sequence

from blogsmith.model.author import Author
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.source import Location
from blogsmith.model.words import say


@frozen
class Disclosed:
    """One text that readers are told."""

    text: str
    author: Author | None = None
    """Whose `relationship` it is; None for the post's own `disclosure`."""
    index: int = 0
    """The author's number in `authors`."""


def disclosed(post: Post, authors: Sequence[Author]) -> Iterator[Disclosed]:
    """The post's `disclosure`; where it has none, the `relationship` of each writer from outside, in its language."""
    if post.disclosure.strip():
        yield Disclosed(text=post.disclosure)
        return
    for index, author in enumerate(authors):
        text = say(author.relationship, post.language) if author.kind == "external" else ""
        if text.strip():
            yield Disclosed(text=text, author=author, index=index)


def relationship_at(author: Author) -> Location:
    """Where a profile says what ties its writer to the organisation."""
    place = author.places.get(("relationship",))
    return place.within(author.path) if place else Location(path=author.path, line=1, column=1)
