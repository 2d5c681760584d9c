"""Which posts stand under a post: those its writers name, then those that share tags, writers, category and time."""

from bisect import bisect_left
from collections.abc import Iterable

from blogsmith.model.post import Post
from blogsmith.model.words import PostId
from blogsmith.pages.shelf import Library, Shelf, tag_slug

_NEIGHBOURS = 12
"""How many posts on either side in time a tag, writer or category offers: bounds the work on large blogs."""


def related_posts(library: Library, post: Post, *, most: int) -> tuple[Post, ...]:
    """At most `most` posts in the post's language, at most one found by the same writers alone."""
    shelf = library.shelves[post.language]
    chosen = [found for found in (_in_language(library, name, post) for name in post.related) if found is not None]
    scores = _scores(shelf, post)
    for other in (*chosen, post):
        scores.pop(other.id, None)
    by_the_same = 0
    ranked = sorted([(-score, shelf.place[other_id], other_id) for other_id, score in scores.items()])
    for _, _, other_id in ranked:
        if len(chosen) >= most:
            break
        other = library.by_id[other_id]
        if other.series is not None and other.series == post.series:
            continue
        if set(other.authors) == set(post.authors):
            by_the_same += 1
            if by_the_same > 1:
                continue
        chosen.append(other)
    return tuple(chosen[:most])


def _in_language(library: Library, post_id: str, post: Post) -> Post | None:
    named = library.by_id.get(PostId(post_id))
    if named is None:
        return None
    return library.translations[named.group].get(post.language, named)


def _scores(shelf: Shelf, post: Post) -> dict[PostId, int]:
    scores: dict[PostId, int] = {}
    for slug in dict.fromkeys(tag_slug(tag) for tag in post.tags):
        row = shelf.by_tag[slug]
        _add(scores, _near(shelf, row, post), 2 + 20 // (1 + len(row)))
    for author in post.authors:
        _add(scores, _near(shelf, shelf.by_author[author], post), 2)
    _add(scores, _near(shelf, shelf.by_category[post.category], post), 1)
    return scores


def _add(scores: dict[PostId, int], posts: Iterable[Post], points: int) -> None:
    for other in posts:
        scores[other.id] = scores.get(other.id, 0) + points


def _near(shelf: Shelf, row: tuple[Post, ...], post: Post) -> Iterable[Post]:
    """The posts of `row` next to `post` in time. `row` is a part of the shelf in the shelf's order."""
    here = bisect_left(row, shelf.place[post.id], key=lambda other: shelf.place[other.id])
    return row[max(0, here - _NEIGHBOURS) : here + _NEIGHBOURS + 1]
