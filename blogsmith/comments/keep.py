"""What was pulled meets what is kept: new comments come, removed ones disappear, forgotten ones stay forgotten."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from blogsmith.comments.snapshot import cleaned, in_order
from blogsmith.model.comments import Comment, PulledThread, Snapshot
from blogsmith.model.words import PostId


def renewed(kept: Snapshot, source: str, found: Iterable[Comment]) -> Snapshot:
    """The thread with all that `source` has now in place of all it had; comments of other sources stay."""
    others = tuple(item for item in kept.comments if item.source != source)
    fresh = (cleaned(item) for item in found if item.id not in kept.forgotten)
    return replace(kept, comments=in_order((*others, *fresh)))


def forget(kept: Snapshot, comment: str) -> Snapshot | None:
    """The thread without a comment, whose id is remembered and nothing else of it; None where it is not there."""
    left = tuple(item for item in kept.comments if item.id != comment)
    if len(left) == len(kept.comments):
        return None
    return replace(kept, comments=in_order(left), forgotten=(*kept.forgotten, comment))


def settle(kept: Snapshot, comment: str) -> Snapshot | None:
    """The thread with a comment that needs no answer; None where it is not there."""
    if all(item.id != comment for item in kept.comments):
        return None
    return replace(kept, settled=tuple(dict.fromkeys((*kept.settled, comment))))


def joined(one: Snapshot, other: Snapshot) -> Snapshot:
    """Both threads as that of `one`."""
    forgotten = tuple(dict.fromkeys((*one.forgotten, *other.forgotten)))
    comments = (item for item in (*one.comments, *other.comments) if item.id not in forgotten)
    settled = tuple(dict.fromkeys((*one.settled, *other.settled)))
    return replace(one, comments=in_order(comments), forgotten=forgotten, settled=settled)


def handed_over(comments: Iterable[Comment], old: str, new: str) -> Iterator[Comment]:
    """The comments, those of one source as those of another."""
    return (replace(item, source=new) if item.source == old else item for item in comments)


def by_post(
    threads: Iterable[PulledThread], posts: Mapping[str, PostId]
) -> tuple[dict[PostId, list[Comment]], tuple[str, ...]]:
    """The comments of each post, and the keys of none. `posts`: the post of each key, without its last slash."""
    found: dict[PostId, list[Comment]] = {}
    strange = []
    for thread in threads:
        post = posts.get(thread.key.rstrip("/"))
        if post is None:
            strange.append(thread.key)
        else:
            found.setdefault(post, []).extend(thread.comments)
    return found, tuple(strange)
