"""Posts of an archive compared with each other: their traces, which pairs are alike, and how a finding names them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from blogsmith.model.diagnostic import Note
from blogsmith.model.post import Post
from blogsmith.model.source import Place
from blogsmith.policy.rule import Archive, Byline
from blogsmith.policy.sketch import alike
from blogsmith.policy.traces import Trace, trace_of

LEAST_SHINGLES = 20
"""Posts with fewer say too little to be copies of anything."""
_KEYS, _COMMON = 20, 2
"""Two texts that share a third of their shingles have 2 of their 20 smallest hashes in common in 99.6 % of cases."""
_MOST_NOTES = 3


def with_traces(archive: Archive) -> Archive:
    """The archive with every post's trace made once, for all site rules."""
    made = {byline.post.path: trace for byline, trace in traces_of(archive)}
    return replace(archive, traces=made)


def traces_of(archive: Archive) -> tuple[tuple[Byline, Trace], ...]:
    """Every post with its trace, by path."""
    bylines = sorted(archive.bylines, key=lambda byline: byline.post.path)
    return tuple((byline, archive.traces.get(byline.post.path) or _trace(byline)) for byline in bylines)


def _trace(byline: Byline) -> Trace:
    return trace_of(byline.prose, byline.document.passages)


def are_kin(one: Post, other: Post) -> bool:
    """Whether two posts may say the same: translations of each other, or parts of one series."""
    return one.group == other.group or (one.series is not None and one.series == other.series)


def alike_posts(posts: Sequence[tuple[Byline, Trace]], *, least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of numbers in `posts` whose texts share `least` or more, and what they share, 0 to 1; no kin."""
    sketches = {own: trace.whole for own, (_, trace) in enumerate(posts) if trace.whole.shingles >= LEAST_SHINGLES}
    for one, other, share in alike(sketches, least=least, keys=_KEYS, common=_COMMON):
        if not are_kin(posts[one][0].post, posts[other][0].post):
            yield one, other, share


def notes_at(key: str, places: Iterable[tuple[Byline, Place]]) -> tuple[Note, ...]:
    """A note for each of the first few places."""
    return tuple(Note(key=key, location=byline.within(place)) for byline, place in list(places)[:_MOST_NOTES])
