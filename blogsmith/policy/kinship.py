"""What the rules about copies need of all posts to tell that an edit of one changes nothing for the others.

Of each post the hashes by which `alike.py` links it with others, and its first and last sentence; packed, since a large
archive has a million of them. Whoever asks gets an answer on the safe side: a link more, never one less.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import accumulate, chain, compress, count

from blogsmith.model.frozen import frozen
from blogsmith.policy.alike import BUCKET
from blogsmith.policy.copies import COMMON, KEYS, LEAST_SHINGLES
from blogsmith.policy.rules.originality_repeated_paragraph import COMMON as PARAGRAPH_COMMON
from blogsmith.policy.rules.originality_repeated_paragraph import KEYS as PARAGRAPH_KEYS
from blogsmith.policy.traces import Phrase, Trace

_BYTES = array("I").itemsize
_PHRASE = 8
_NO_PHRASE = bytes(_PHRASE)


@frozen
class _Shelf:
    """The hashes of many sketches."""

    hashes: bytes
    """32-bit numbers as the machine writes them, those of one sketch behind those of the other."""
    ends: bytes
    """Where the hashes of each sketch end, likewise."""

    def places(self, values: frozenset[int]) -> Mapping[int, list[int]]:
        """Where each of these hashes stands, ascending."""
        found: dict[int, list[int]] = defaultdict(list)
        numbers = _numbers(self.hashes)
        for place in compress(count(), map(values.__contains__, numbers)):
            found[numbers[place]].append(place)
        return found

    def part(self, first: int, last: int) -> tuple[int, int]:
        """Where the hashes of the sketches `first` to `last - 1` begin and end."""
        ends = _numbers(self.ends)
        return ends[first - 1] if first else 0, ends[last - 1] if last else 0

    def exchanged(self, first: int, last: int, sketches: Sequence[bytes]) -> "_Shelf":
        """The shelf with other sketches in place of `first` to `last - 1`."""
        ends, (start, end) = _numbers(self.ends), self.part(first, last)
        own = [start + size for size in accumulate(len(hashes) // _BYTES for hashes in sketches)]
        return _Shelf(
            hashes=b"".join((self.hashes[: start * _BYTES], *sketches, self.hashes[end * _BYTES :])),
            ends=(ends[:first] + array("I", own) + _moved(ends[last:], (own or [start])[-1] - end)).tobytes(),
        )


@frozen
class Kinship:
    """The posts that are held to the rules, by path."""

    paths: tuple[str, ...]
    posts: _Shelf
    """A sketch each."""
    paragraphs: _Shelf
    owned: bytes
    """Where the paragraphs of each post end in `paragraphs`; 32-bit numbers."""
    openings: bytes
    """A digest each; zeroes where there is none."""
    closings: bytes

    def doubts(self, path: str, before: Trace, after: Trace, letters: int) -> frozenset[tuple[str, str]] | None:
        """The posts, by path, that are compared with each other now that one of them was edited, whose trace was
        `before` and is `after`, or were; None where that is more than can be named. `letters`: of the shortest
        paragraph that counts.
        """
        number, (first, last) = self._place(path)
        of_posts = _Crowds(self.posts, (number, number + 1), [_whole(before)], [_whole(after)])
        parts = [_paragraphs(trace, letters) for trace in (before, after)]
        of_paragraphs = _Crowds(self.paragraphs, (first, last), *parts)
        if of_posts.turn or of_paragraphs.turn:
            return None
        paths, owners = self.paths, _numbers(self.owned)
        pairs = {(path, paths[other]) for other in of_posts.linked(COMMON)}
        pairs |= {(path, paths[bisect_right(owners, other)]) for other in of_paragraphs.linked(PARAGRAPH_COMMON)}
        pairs |= {(paths[one], paths[other]) for one, other in of_posts.parted()}
        apart = ([bisect_right(owners, part) for part in parted] for parted in of_paragraphs.parted())
        pairs |= {(paths[one], paths[other]) for one, other in apart if one != other}
        return frozenset(pairs)

    def sharing(self, trace: Trace) -> Iterator[tuple[Phrase, tuple[str, ...]]]:
        """The first and the last sentence of a post, each with the posts that begin, or end, with it."""
        for phrase, kept in ((trace.opening, self.openings), (trace.closing, self.closings)):
            if phrase is not None:
                yield phrase, tuple(self.paths[place] for place in _places_of(_phrase(phrase), kept))

    def renewed(self, path: str, after: Trace, letters: int) -> "Kinship":
        """The same posts where one of them has another trace."""
        number, (first, last) = self._place(path)
        own, at, parts = kinship_of({path: after}, letters), number * _PHRASE, _paragraphs(after, letters)
        owned = _numbers(self.owned)
        return Kinship(
            paths=self.paths,
            posts=self.posts.exchanged(number, number + 1, [_whole(after)]),
            paragraphs=self.paragraphs.exchanged(first, last, parts),
            owned=(owned[:number] + _moved(owned[number:], first + len(parts) - last)).tobytes(),
            openings=self.openings[:at] + own.openings + self.openings[at + _PHRASE :],
            closings=self.closings[:at] + own.closings + self.closings[at + _PHRASE :],
        )

    def _place(self, path: str) -> tuple[int, tuple[int, int]]:
        """The number of a post, and those of its first paragraph and of the first one behind."""
        number, owned = self.paths.index(path), _numbers(self.owned)
        return number, (owned[number - 1] if number else 0, owned[number])


class _Crowds:
    """The sketches of a post among those of all others, before an edit of it and now."""

    def __init__(self, shelf: _Shelf, own: tuple[int, int], before: Sequence[bytes], after: Sequence[bytes]) -> None:
        """`own`: the first of the post's sketches in the shelf, and the first one behind."""
        self._after = [_numbers(hashes) for hashes in after]
        self._was, self._is = (Counter(chain.from_iterable(map(_numbers, own))) for own in (before, after))
        self._ends, (self._start, end) = _numbers(shelf.ends), shelf.part(*own)
        there = shelf.places(frozenset(self._was.keys() | self._is.keys()))
        self._places = {
            value: [place for place in places if not self._start <= place < end] for value, places in there.items()
        }

    @property
    def turn(self) -> bool:
        """Whether a hash becomes one of a crowd, or no longer is: then many others are linked otherwise."""
        return any(
            (count + self._was[value] > BUCKET) != (count + self._is[value] > BUCKET)
            for value, count in ((value, len(self._places.get(value, ()))) for value in {*self._was, *self._is})
        )

    def linked(self, common: int) -> set[int]:
        """The other sketches that are compared with one of the post's now."""
        found: set[int] = set()
        for hashes in self._after:
            counts = Counter(chain.from_iterable(self._holders(value) for value in hashes))
            found.update(number for number, count in counts.items() if count >= common)
        return found

    def parted(self) -> Iterator[tuple[int, int]]:
        """Others that became neighbours in a crowd which the post left, or were before it came."""
        for value in {*self._was, *self._is}:
            near = self._neighbours(value)
            if len(near) == 2 and bool(self._was[value]) != bool(self._is[value]) and self._is_crowd(value):
                yield near[0], near[1]

    def _is_crowd(self, value: int) -> bool:
        return len(self._places.get(value, ())) + self._is[value] > BUCKET

    def _holders(self, value: int) -> Sequence[int]:
        """The others that a hash of the post links it with: in a crowd its neighbours."""
        if self._is_crowd(value):
            return self._neighbours(value)
        return [bisect_right(self._ends, place) for place in self._places.get(value, ())]

    def _neighbours(self, value: int) -> Sequence[int]:
        places = self._places.get(value, ())
        at = bisect_left(places, self._start)
        return [bisect_right(self._ends, place) for place in places[max(0, at - 1) : at + 1]]


def kinship_of(traces: Mapping[str, Trace], letters: int) -> Kinship:
    """What is needed of these posts."""
    order = sorted(traces)
    kept = [traces[path] for path in order]
    parts = [_paragraphs(trace, letters) for trace in kept]
    return Kinship(
        paths=tuple(order),
        posts=_shelf(map(_whole, kept)),
        paragraphs=_shelf(chain.from_iterable(parts)),
        owned=array("I", accumulate(map(len, parts))).tobytes(),
        openings=b"".join(_phrase(trace.opening) for trace in kept),
        closings=b"".join(_phrase(trace.closing) for trace in kept),
    )


def _shelf(sketches: Iterable[bytes]) -> _Shelf:
    kept = list(sketches)
    ends = array("I", accumulate(len(hashes) // _BYTES for hashes in kept))
    return _Shelf(hashes=b"".join(kept), ends=ends.tobytes())


def _whole(trace: Trace) -> bytes:
    return trace.whole.packed[: KEYS * _BYTES] if trace.whole.shingles >= LEAST_SHINGLES else b""


def _paragraphs(trace: Trace, letters: int) -> list[bytes]:
    return [part.sketch.packed[: PARAGRAPH_KEYS * _BYTES] for part in trace.paragraphs if part.letters >= letters]


def _places_of(pattern: bytes, packed: bytes) -> list[int]:
    """Where a value stands among others of its size, ascending."""
    size, at = len(pattern), packed.find(pattern)
    places: list[int] = []
    while at >= 0:
        if at % size == 0:
            places.append(at // size)
        at = packed.find(pattern, at + 1)
    return places


def _numbers(packed: bytes) -> "array[int]":
    return array("I", packed)


def _moved(ends: "array[int]", shift: int) -> "array[int]":
    return array("I", [end + shift for end in ends]) if shift else ends


def _phrase(phrase: Phrase | None) -> bytes:
    return blake2b(phrase.key.encode(), digest_size=_PHRASE).digest() if phrase is not None else _NO_PHRASE
