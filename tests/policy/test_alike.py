"""Copies are found near linearly, and what was compared once is not compared again: with the same outcome."""

import random
import time
from array import array
from collections.abc import Mapping

import pytest

from blogsmith.policy.alike import BUCKET, Comparing, Comparison
from blogsmith.policy.sketch import Sketch, shingles_of, sketch_of
from tests.policy.test_sketch import sentences, sketched, words_of

Pairs = list[tuple[int, int, float]]


def alike(sketches: Mapping[str, Sketch], *, least: float, keys: int, common: int = 1) -> Pairs:
    """Of sketches that were never compared before."""
    return list(Comparing().alike("texts", sketches, least=least, keys=keys, common=common))


def test_each_pair_is_named_once_and_in_order() -> None:
    text, other = (" ".join(sentences(40, seed=seed)) for seed in (1, 2))
    sketches = {"a": sketched(text), "b": sketched(other), "c": sketched(text)}
    assert alike(sketches, least=0.5, keys=4) == [(0, 2, 1.0)]


def test_pairs_below_the_least_share_are_not_named() -> None:
    text, new = sentences(40, seed=1), sentences(40, seed=2)
    sketches = {"a": sketched(" ".join(text)), "b": sketched(" ".join(text[:20] + new[20:]))}
    assert alike(sketches, least=0.5, keys=16) == []
    assert len(alike(sketches, least=0.2, keys=16)) == 1


def test_of_very_many_copies_each_is_compared_with_the_next_alone() -> None:
    copy = sketched(" ".join(sentences(40, seed=1)))
    pairs = [(one, other) for one, other, _ in alike(dict.fromkeys(map(str, range(2000)), copy), least=0.5, keys=16)]
    assert pairs == [(number, number + 1) for number in range(1999)]


def test_ten_thousand_posts_that_share_a_paragraph_are_compared_within_seconds() -> None:
    shared = shingles_of(words_of(" ".join(sentences(4, seed=0)), dense=False), dense=False)
    chance = random.Random(5)
    sketches = {
        str(number): sketch_of([*shared, *(chance.randrange(2**32) for _ in range(200))]) for number in range(10_000)
    }
    before = time.process_time()
    assert alike(sketches, least=0.33, keys=20, common=2) == []
    assert time.process_time() - before < 20


def _random_sketch(chance: random.Random, words: int) -> Sketch:
    hashes = sorted(chance.sample(range(words), 6))
    return Sketch(array("I", hashes).tobytes(), len(hashes))


def _edited(sketches: Mapping[str, Sketch], chance: random.Random, words: int) -> dict[str, Sketch]:
    """A few of them changed, gone or new; in the order of their names."""
    edited = dict(sketches)
    for _ in range(chance.randint(0, 4)):
        name = chance.choice(sorted(edited))
        match chance.randrange(4):
            case 0:
                del edited[name]
            case 1:
                edited[f"{name}{chance.randrange(10)}"] = edited[name]
            case _:
                edited[chance.choice([name, f"{name}x"])] = _random_sketch(chance, words)
    return dict(sorted(edited.items()))


@pytest.mark.parametrize("words", [15, 25, 40, 400])
def test_what_goes_on_from_last_time_ends_where_a_new_comparison_does(words: int) -> None:
    chance = random.Random(words)
    sketches = {f"{number:03}": _random_sketch(chance, words) for number in range(90)}
    before: dict[str, Comparison] = {}
    went_on = crowded = 0
    for _ in range(150):
        again, anew = Comparing(before=before), Comparing()
        for comparing in (again, anew):
            list(comparing.alike("texts", sketches, least=0.3, keys=4, common=2))
        assert again.now == anew.now
        (found,) = again.now.values()
        went_on += bool(before) and len(found.pairs) > 0
        crowded += bool(found.crowded)
        before, sketches = again.now, _edited(sketches, chance, words)
    assert went_on > 100
    assert (crowded > 0) is (words < BUCKET)


def test_where_most_is_new_all_is_compared_anew() -> None:
    chance = random.Random(7)
    first, second = ({str(number): _random_sketch(chance, 20) for number in range(10, 60)} for _ in range(2))
    start = Comparing()
    list(start.alike("texts", first, least=0.3, keys=4))
    then = Comparing(before=start.now)
    assert list(then.alike("texts", second, least=0.3, keys=4)) == alike(second, least=0.3, keys=4) != []
