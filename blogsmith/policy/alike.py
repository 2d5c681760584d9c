"""Sketches are compared with each other; next time only what is new among them is, with the same outcome.

Two sketches are linked by each hash that is among the smallest of both: any two, but where more than BUCKET hold it (a
house formula) only neighbours, so that the work stays near linear. Those with links enough are compared.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain, groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from blogsmith.model.frozen import frozen
from blogsmith.policy.sketch import SIZE, Sketch, resemblance_of

BUCKET = 32
"""Sketches that share a hash and are all linked with each other."""
_HASH_BYTES = array("I").itemsize
_MARK = 8
_PARTS = 16
_FEW = 8
"""Where less than one in so many is new, only the new ones are compared."""

Pair = tuple[int, int]
"""Numbers of two sketches, the smaller first."""


class Comparison(NamedTuple):
    """What a comparison found, and what is needed to go on from there."""

    marks: tuple[bytes, ...]
    """Of each sketch, in order: a digest of its name and hashes."""
    crowded: dict[int, tuple[int, ...]]
    """The hashes that more than BUCKET of them hold, and who does, as numbers in `marks`, ascending."""
    pairs: tuple[tuple[int, int, float], ...]
    """Which resemble each other, by number, and how much, 0 to 1; in order."""


@dataclass(slots=True, kw_only=True)
class Comparing:
    """Goes on from what was compared last time, and keeps what is compared now."""

    before: Mapping[str, Comparison] = field(default_factory=dict)
    """By what was compared."""
    now: dict[str, Comparison] = field(default_factory=dict)

    def alike(
        self,
        what: str,
        sketches: Mapping[str, Sketch],
        *,
        least: float,
        keys: int,
        common: int = 1,
        size: int = SIZE,
    ) -> Iterator[tuple[int, int, float]]:
        """Pairs of sketches that resemble each other by `least` or more, as in a Comparison. `sketches`: by name, in
        the order of the names.

        Only sketches that have `common` of their `keys` smallest hashes in common are compared: with 1, a part
        1 - (1 - s) ** keys of the pairs is found that share a part s of their shingles.
        """
        what = f"{what} {least} {keys} {common} {size}"
        board = _Board(
            sketches=tuple(sketches.values()),
            marks=tuple(map(_mark, sketches, sketches.values())),
            least=least,
            keys=keys,
            common=common,
            size=size,
        )
        before = self.before.get(what)
        found = self.now[what] = (board.continued(before) if before is not None else None) or board.compared()
        return iter(found.pairs)


@frozen
class _Board:
    """Sketches that are to be compared, and how."""

    sketches: Sequence[Sketch]
    marks: tuple[bytes, ...]
    least: float
    keys: int
    common: int
    size: int

    def compared(self) -> Comparison:
        """All of them with each other."""
        smallest = [self.smallest(number) for number in range(len(self.sketches))]
        held = Counter(chain.from_iterable(smallest))
        holders: dict[int, list[int]] = {value: [] for value, times in held.items() if times > 1}
        for number, values in enumerate(smallest) if holders else ():
            for value in holders.keys() & values:
                holders[value].append(number)
        likely = _often((pair for numbers in holders.values() for pair in _linked(numbers)), self.common)
        return Comparison(self.marks, _crowded(holders), tuple(self._judged(likely)))

    def continued(self, before: Comparison) -> Comparison | None:
        """The same, from what was found last time; None where too much is new."""
        now = {mark: number for number, mark in enumerate(self.marks)}
        moved = [now.get(mark) for mark in before.marks]
        fresh = set(now.values()).difference(number for number in moved if number is not None)
        if _FEW * len(fresh) > len(self.marks):
            return None
        stayed = {value: [moved[old] for old in numbers] for value, numbers in before.crowded.items()}
        touched = {value for number in fresh for value in self.smallest(number)}
        touched |= {value for value, numbers in stayed.items() if None in numbers}
        held = self._holders_of(touched)
        kept = {value: [number for number in numbers if number is not None] for value, numbers in stayed.items()}
        crowded = _crowded({**kept, **held})
        unsettled: set[Pair] = set()
        for value, numbers in held.items():
            old = [number for number in numbers if number not in fresh]
            were = _neighbours(stayed[value]) if value in stayed else _all_pairs(old)
            unsettled |= {*_linked(numbers)} ^ {*were}
        likely = (pair for pair in unsettled if self._links(pair, crowded) >= self.common)
        settled = (
            (one, other, share)
            for one, other, share in ((moved[one], moved[other], share) for one, other, share in before.pairs)
            if one is not None and other is not None and (one, other) not in unsettled
        )
        return Comparison(self.marks, crowded, tuple(sorted([*settled, *self._judged(likely)])))

    def smallest(self, number: int) -> Sequence[int]:
        """The hashes by which a sketch is linked with others."""
        return array("I", self.sketches[number].packed[: _HASH_BYTES * self.keys])

    def _judged(self, likely: Iterable[Pair]) -> Iterator[tuple[int, int, float]]:
        for one, pairs in groupby(sorted(likely), key=itemgetter(0)):
            own = frozenset(self.sketches[one].hashes)
            for _, other in pairs:
                share = resemblance_of(own, self.sketches[other], size=self.size, least=self.least)
                if share:
                    yield one, other, share

    def _holders_of(self, values: set[int]) -> dict[int, list[int]]:
        holders: dict[int, list[int]] = {value: [] for value in values}
        for number in range(len(self.sketches)) if values else ():
            for value in values.intersection(self.smallest(number)):
                holders[value].append(number)
        return holders

    def _links(self, pair: Pair, crowded: Mapping[int, Sequence[int]]) -> int:
        shared = {*self.smallest(pair[0])}.intersection(self.smallest(pair[1]))
        return sum(value not in crowded or _are_neighbours(crowded[value], pair) for value in shared)


def _mark(name: str, sketch: Sketch) -> bytes:
    return blake2b(b"%b\0%b" % (name.encode(), sketch.packed), digest_size=_MARK).digest()


def _crowded(holders: Mapping[int, Sequence[int]]) -> dict[int, tuple[int, ...]]:
    return {value: tuple(numbers) for value, numbers in holders.items() if len(numbers) > BUCKET}


def _linked(numbers: Sequence[int]) -> Iterable[Pair]:
    return pairwise(numbers) if len(numbers) > BUCKET else _all_pairs(numbers)


def _often(pairs: Iterable[Pair], least: int) -> Iterator[Pair]:
    """Those that come so often. Counted part by part: there may be millions, and most of them come once."""
    parts = [array("Q") for _ in range(_PARTS)]
    for one, other in pairs:
        parts[one % _PARTS].append(one << 32 | other)
    for part in parts:
        for pair, times in Counter(part).items():
            if times >= least:
                yield pair >> 32, pair & 0xFFFFFFFF


def _all_pairs(numbers: Sequence[int]) -> Iterator[Pair]:
    for index, number in enumerate(numbers):
        for later in numbers[index + 1 :]:
            yield number, later


def _neighbours(numbers: Sequence[int | None]) -> Iterator[Pair]:
    """Those of a crowd that were neighbours and are both still there."""
    return ((one, other) for one, other in pairwise(numbers) if one is not None and other is not None)


def _are_neighbours(numbers: Sequence[int], pair: Pair) -> bool:
    at = bisect_left(numbers, pair[0])
    return tuple(numbers[at : at + 2]) == pair
