"""What a page takes of the site's posts, had without the page: while it stays, another post changes nothing in it."""

from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.words import PostId
from blogsmith.pages.ground import Ground
from blogsmith.pages.related import related_posts
from blogsmith.pages.shelf import Shelf, tag_slug


@frozen
class Choice:
    """All of it, but for how the posts look that the page shows."""

    posts: tuple[Post, ...]
    """Whose front matter it may say anything of."""
    previous: PostId | None = None
    next: PostId | None = None
    related: tuple[PostId, ...] = ()
    series: tuple[PostId, ...] = ()
    """The parts of the post's series, oldest first."""
    tags: tuple[tuple[str, str], ...] = ()
    """Slug and label."""
    aged: bool = False


def choice_of_post(ground: Ground, post: Post, *, aged: bool) -> Choice:
    """Of a post's page."""
    library = ground.library
    shelf = library.shelves[post.language]
    place = shelf.place[post.id]
    return Choice(
        posts=(post, *library.translations[post.group].values()),
        previous=_id_at(shelf.posts, place + 1),
        next=_id_at(shelf.posts, place - 1),
        related=tuple(other.id for other in related_posts(library, post, most=ground.site.config.lists.related)),
        series=parts_of(shelf, post.series) if post.series is not None else (),
        tags=tuple((slug, shelf.tag_labels[slug]) for slug in dict.fromkeys(map(tag_slug, post.tags))),
        aged=aged,
    )


def parts_of(shelf: Shelf, series: str) -> tuple[PostId, ...]:
    """The published parts of a series, oldest first."""
    return tuple(part.id for part in reversed(shelf.by_series.get(series, ())))


def _id_at(posts: tuple[Post, ...], place: int) -> PostId | None:
    return posts[place].id if 0 <= place < len(posts) else None
