"""Which posts stand under a post: those its writers name, then those that share tags, writers, category and time."""

from collections import Counter
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
    for other_id, _ in sorted(scores.items(), key=lambda item: (-item[1], shelf.place[item[0]])):
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


def _scores(shelf: Shelf, post: Post) -> Counter[PostId]:
    scores: Counter[PostId] = Counter()
    for slug in dict.fromkeys(tag_slug(tag) for tag in post.tags):
        row = shelf.by_tag[slug]
        for other in _near(shelf, row, post):
            scores[other.id] += 2 + 20 // (1 + len(row))
    for author in post.authors:
        for other in _near(shelf, shelf.by_author[author], post):
            scores[other.id] += 2
    for other in _near(shelf, shelf.by_category[post.category], post):
        scores[other.id] += 1
    return scores


def _near(shelf: Shelf, row: tuple[Post, ...], post: Post) -> Iterable[Post]:
    """The posts of `row` next to `post` in time. `row` is a part of the shelf in the shelf's order."""
    low, high = 0, len(row)
    here = shelf.place[post.id]
    while low < high:
        middle = (low + high) // 2
        if shelf.place[row[middle].id] < here:
            low = middle + 1
        else:
            high = middle
    return row[max(0, low - _NEIGHBOURS) : low + _NEIGHBOURS + 1]
