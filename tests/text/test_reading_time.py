"""How long a text takes."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from blogsmith.model.document import Length
from blogsmith.text.reading_time import measure, minutes, seconds, sheets


def speed(length: Length) -> float:
    """Seconds at the default speeds."""
    return seconds(length, syllables_per_minute=500, words_per_minute=230)


def test_words_and_syllables_are_counted_apart() -> None:
    assert measure("LG전자 new 이야기 29.97 don't") == Length(words=4, syllables=5, characters=20)


@given(st.text("aB7_ \n\t\u00a0'’‘“”.,-‐–—…\"(é한漢", max_size=60))
def test_any_text_is_measured_sign_by_sign(text: str) -> None:
    normal = unicodedata.normalize("NFC", text)
    syllables = [sign for sign in normal if sign in "한漢"]
    words = re.findall(r"\w+(?:['’.,\-‐]\w+)*", "".join(" " if sign in "한漢" else sign for sign in normal))
    characters = [sign for sign in normal if not sign.isspace()]
    expected = Length(words=len(words), syllables=len(syllables), characters=len(characters))
    assert measure(text) == expected


def test_kana_and_chinese_characters_count_as_syllables() -> None:
    assert measure("日本語のテキスト。").syllables == 8


def test_decomposed_hangul_is_measured_like_composed() -> None:
    assert measure("\u1112\u1161\u11ab\u1100\u1173\u11af") == measure("한글")


def test_one_korean_word_in_an_english_text_changes_next_to_nothing() -> None:
    english = "word " * 1050
    before, after = speed(measure(english)), speed(measure(english + "두레박"))
    assert 0 < (after - before) / before < 0.01


def test_both_scripts_add_up() -> None:
    assert speed(Length(words=230, syllables=500, characters=0)) == 120


def test_minutes_are_rounded_and_never_less_than_one() -> None:
    def shown(words: int) -> int:
        length = Length(words=words, syllables=0, characters=0)
        return minutes(length, syllables_per_minute=500, words_per_minute=100)

    assert [shown(words) for words in (0, 10, 149, 150, 249, 250)] == [1, 1, 1, 2, 2, 3]


def test_a_begun_sheet_is_a_sheet() -> None:
    def of(characters: int) -> int:
        return sheets(Length(words=0, syllables=0, characters=characters))

    assert [of(count) for count in (0, 1, 200, 201)] == [0, 1, 1, 2]
