"""Sketches: copies resemble their source, strangers do not, and an archive of copies stays quick to compare."""

import random

import pytest

from blogsmith.policy.sketch import Sketch, is_dense, resemblance, shingles_of, sketch_of, telling_words
from blogsmith.text.words import BREAK, split_words

WORDS = ["kiln", "glaze", "spruce", "ruler", "brass", "hinge", "flour", "wall", "motor", "screw", "drill", "bowl"]
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추"


def sketched(text: str, *, dense: bool = False) -> Sketch:
    """The sketch of a text."""
    return sketch_of(shingles_of(words_of(text, dense=dense), dense=dense))


def words_of(text: str, *, dense: bool) -> list[bytes]:
    """What of a text is compared."""
    return list(telling_words(split_words(text), dense=dense))


def sentences(count: int, *, seed: int, dense: bool = False) -> list[str]:
    """Sentences of ten random words, always the same for a seed."""
    chance = random.Random(seed)
    if dense:
        words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) for _ in range(10 * count)]
    else:
        words = [f"{chance.choice(WORDS)}{chance.randint(0, 99)}" for _ in range(10 * count)]
    return [" ".join(words[start : start + 10]) + "." for start in range(0, len(words), 10)]


@pytest.mark.parametrize("dense", [False, True])
def test_a_text_resembles_itself_wholly(dense: bool) -> None:
    text = " ".join(sentences(80, seed=1, dense=dense))
    assert resemblance(sketched(text, dense=dense), sketched(text, dense=dense)) == 1.0


@pytest.mark.parametrize("dense", [False, True])
def test_strangers_resemble_each_other_not_at_all(dense: bool) -> None:
    one, other = (" ".join(sentences(80, seed=seed, dense=dense)) for seed in (1, 2))
    assert resemblance(sketched(one, dense=dense), sketched(other, dense=dense)) == 0.0


@pytest.mark.parametrize("dense", [False, True])
@pytest.mark.parametrize(("replaced", "least", "most"), [(0.1, 0.65, 0.95), (0.3, 0.35, 0.65), (0.5, 0.15, 0.45)])
def test_resemblance_falls_with_every_sentence_replaced(
    dense: bool, replaced: float, least: float, most: float
) -> None:
    text, new = sentences(80, seed=1, dense=dense), sentences(80, seed=2, dense=dense)
    chance = random.Random(3)
    changed = [other if chance.random() < replaced else own for own, other in zip(text, new, strict=True)]
    share = resemblance(sketched(" ".join(text), dense=dense), sketched(" ".join(changed), dense=dense))
    assert least < share < most


def test_capitals_marks_and_typographic_quotes_do_not_tell_texts_apart() -> None:
    assert words_of("“Don’t”, Anna said — twice.", dense=False) == words_of("don't ANNA said twice", dense=False)


def test_short_words_say_nothing_where_words_have_spaces_between_them() -> None:
    assert words_of("I put the kiln on the wall", dense=False) == [b"kiln", b"wall"]


def test_korean_spacing_inside_of_a_shingle_does_not_matter() -> None:
    one = shingles_of(words_of("다리를 만들어 보았습니다", dense=True), dense=True)
    other = shingles_of(words_of("다리를 만들어보았습니다", dense=True), dense=True)
    assert set(other) <= set(one)


def test_a_korean_shingle_begins_at_each_word_and_has_eight_syllables() -> None:
    assert len(shingles_of(words_of("가나 다라마 바사아 자차카", dense=True), dense=True)) == 2


def test_a_text_without_spaces_has_a_shingle_at_each_character() -> None:
    assert len(shingles_of(words_of("私たちは小さな机で紙を折りました", dense=True), dense=True)) == 9


def test_a_text_of_fewer_words_than_a_shingle_has_no_shingle() -> None:
    assert sketched("two words") == Sketch(packed=b"", shingles=0)
    assert resemblance(sketched("two words"), sketched("two words")) == 0.0


def test_the_break_between_paragraphs_is_a_word_of_its_own() -> None:
    assert words_of(f"kiln {BREAK} wall", dense=False) == [b"kiln", BREAK.encode(), b"wall"]


def test_a_sketch_of_a_repetitive_text_keeps_as_many_hashes_as_there_are() -> None:
    hashes = [1] * 500 + list(range(2, 400))
    assert list(sketch_of(hashes, size=256).hashes) == list(range(1, 257))


@pytest.mark.parametrize(
    ("text", "dense"),
    [("I built it.", False), ("저는 이것을 만들었습니다.", True), ("I wrote “안녕” on it.", False), ("", False)],
)
def test_a_third_of_korean_letters_makes_a_text_dense(text: str, dense: bool) -> None:
    assert is_dense(text) is dense
