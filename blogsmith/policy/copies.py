"""Posts of an archive compared with each other: their traces, which pairs are alike, and how a finding names them."""

from collections.abc import Iterable, Iterator

from blogsmith.model.diagnostic import Note
from blogsmith.model.post import Post
from blogsmith.model.source import Place
from blogsmith.policy.rule import Archive, Signed
from blogsmith.policy.traces import Trace

LEAST_SHINGLES = 20
"""Posts with fewer say too little to be copies of anything."""
KEYS, COMMON = 20, 2
"""Two texts that share a third of their shingles have 2 of their 20 smallest hashes in common in 99.6 % of cases."""
_MOST_NOTES = 3


def traces_of(archive: Archive) -> tuple[tuple[Signed, Trace], ...]:
    """Every post with its trace, by path."""
    bylines = sorted(archive.bylines, key=lambda byline: byline.post.path)
    return tuple((byline, archive.traces[byline.post.path]) for byline in bylines)


def are_kin(one: Post, other: Post) -> bool:
    """Whether two posts may say the same: translations of each other, or parts of one series."""
    return one.group == other.group or (one.series is not None and one.series == other.series)


def alike_posts(archive: Archive, *, least: float) -> Iterator[tuple[Signed, Signed, float]]:
    """Pairs of posts whose texts share `least` or more, by path, and what they share, 0 to 1; no kin."""
    long = {own.post.path: own for own, trace in traces_of(archive) if trace.whole.shingles >= LEAST_SHINGLES}
    posts = tuple(long.values())
    sketches = {path: archive.traces[path].whole for path in long}
    for one, other, share in archive.comparing.alike("posts", sketches, least=least, keys=KEYS, common=COMMON):
        if not are_kin(posts[one].post, posts[other].post):
            yield posts[one], posts[other], share


def notes_at(key: str, places: Iterable[tuple[Signed, Place]]) -> tuple[Note, ...]:
    """A note for each of the first few places."""
    return tuple(Note(key=key, location=byline.within(place)) for byline, place in list(places)[:_MOST_NOTES])
