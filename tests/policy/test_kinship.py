"""What an edit may change for other posts is told as a comparison of all posts would have it."""

from collections.abc import Mapping
from random import Random

import pytest

from blogsmith.model.source import Place
from blogsmith.pipeline.codec import codec_of, packed
from blogsmith.policy.alike import BUCKET, Comparing
from blogsmith.policy.copies import COMMON, KEYS
from blogsmith.policy.kinship import Kinship, kinship_of
from blogsmith.policy.sketch import sketch_of
from blogsmith.policy.traces import PARAGRAPH_SIZE, ParagraphTrace, Phrase, Trace

LETTERS = 200
HERE = Place(line=1, column=1)


def trace(numbers: list[int], chance: Random) -> Trace:
    """A post whose shingles have these hashes."""
    parts = [numbers[start : start + 40] for start in range(0, len(numbers), 40)]
    sketches = (sketch_of(part, size=PARAGRAPH_SIZE) for part in parts)
    paragraphs = (ParagraphTrace(HERE, chance.choice((150, 250)), sketch) for sketch in sketches)
    ending = chance.choice((None, "so it was", "good night"))
    closing = Phrase(key=ending, place=HERE) if ending else None
    return Trace(whole=sketch_of(numbers), paragraphs=tuple(paragraphs), opening=None, closing=closing)


def numbers(chance: Random) -> list[int]:
    """Hashes, many of which other posts have too: some of them more than a bucket holds."""
    return [chance.choice((chance.randrange(60), chance.randrange(4_000), chance.randrange(2**32))) for _ in range(120)]


def archive(chance: Random, count: int = 150) -> dict[str, Trace]:
    """Posts by path."""
    return {f"posts/{number:03}.md": trace(numbers(chance), chance) for number in range(count)}


def compared(traces: Mapping[str, Trace], least: float) -> set[tuple[str, str]]:
    """The pairs that a comparison of all posts finds."""
    names = sorted(traces)
    sketches = {name: traces[name].whole for name in names}
    found = Comparing().alike("posts", sketches, least=least, keys=KEYS, common=COMMON)
    return {(names[one], names[other]) for one, other, _ in found}


@pytest.mark.parametrize("seed", range(40))
def test_every_pair_that_comes_or_goes_is_among_the_doubts(seed: int) -> None:
    chance = Random(seed)
    before = archive(chance)
    path, least = chance.choice(sorted(before)), 0.01
    own = numbers(chance) if seed % 2 else list(before[path].whole.hashes[10:])
    after = {**before, path: trace(own, chance)}
    doubts = kinship_of(before, LETTERS).doubts(path, before[path], after[path], LETTERS)
    came_or_went = compared(before, least) ^ compared(after, least)
    of_others = {pair for pair in came_or_went if path not in pair}
    new = {pair for pair in compared(after, least) if path in pair}
    if doubts is not None:
        named = {frozenset(pair) for pair in doubts}
        assert {frozenset(pair) for pair in of_others | new} <= named


def test_some_edits_leave_no_doubt_that_cannot_be_named() -> None:
    chance = Random(7)
    before = archive(chance)
    known = [
        kinship_of(before, LETTERS).doubts(path, before[path], before[path], LETTERS) for path in sorted(before)[:9]
    ]
    assert all(doubts is not None for doubts in known)


def test_a_hash_that_becomes_one_of_a_crowd_is_more_than_can_be_named() -> None:
    chance = Random(1)
    own = {number: [5, *range(number * 99 + 9, number * 99 + 108)] for number in range(BUCKET)}
    traces = {f"posts/{number:03}.md": trace(hashes, chance) for number, hashes in own.items()}
    traces["posts/999.md"] = trace(list(range(10**6, 10**6 + 99)), chance)
    crowd = trace([5, *range(10**6, 10**6 + 99)], chance)
    kinship = kinship_of(traces, LETTERS)
    assert kinship.doubts("posts/999.md", traces["posts/999.md"], crowd, LETTERS) is None


def test_a_last_sentence_names_all_who_end_so() -> None:
    before = archive(Random(3))
    ending = Phrase(key="so it was", place=HERE)
    users = tuple(name for name, own in sorted(before.items()) if own.closing == ending)
    one = before[users[0]]
    assert list(kinship_of(before, LETTERS).sharing(one)) == [(ending, users)]
    new = Trace(whole=one.whole, paragraphs=(), opening=ending, closing=Phrase(key="as never before", place=HERE))
    assert [found for _, found in kinship_of(before, LETTERS).sharing(new)] == [(), ()]


@pytest.mark.parametrize("seed", range(5))
def test_what_is_renewed_is_as_if_it_were_made_anew(seed: int) -> None:
    chance = Random(seed)
    before = archive(chance, 30)
    kinship = kinship_of(before, LETTERS)
    for path in chance.sample(sorted(before), 6):
        before[path] = trace(numbers(chance), chance)
        kinship = kinship.renewed(path, before[path], LETTERS)
        assert kinship == kinship_of(before, LETTERS)


def test_it_is_remembered_as_it_was() -> None:
    kinship = kinship_of(archive(Random(2), 20), LETTERS)
    assert codec_of(Kinship).unpack(packed(kinship)) == kinship
