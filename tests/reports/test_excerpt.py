"""A source line and the mark under it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogsmith.reports.excerpt import excerpt_of
from blogsmith.reports.visible import cells, visible


def test_the_mark_stands_under_the_column() -> None:
    assert excerpt_of("authors: [jnae]", 11, 4) == ("authors: [jnae]", "          ^^^^")


def test_wide_characters_take_two_cells() -> None:
    assert excerpt_of("저자: [조민준]", 6, 3) == ("저자: [조민준]", "       ^^^^^^")


def test_decomposed_hangul_takes_the_cells_of_its_syllables() -> None:
    assert excerpt_of("\u1112\u1161\u11ab\u1100\u1173\u11af x", 8)[1] == "     ^"


def test_combining_marks_take_no_cell() -> None:
    assert excerpt_of("e\u0301e\u0301 x", 6)[1] == "   ^"


def test_a_tab_becomes_four_spaces() -> None:
    assert excerpt_of("\ta\tb", 4) == ("    a    b", "         ^")


def test_a_control_character_becomes_a_picture_and_the_mark_covers_it() -> None:
    assert excerpt_of("a\x1b[0m\u202eb", 2, 5) == ("a␛[0m<U+202E>b", " ^^^^^^^^^^^^")


def test_a_line_without_column_has_no_mark() -> None:
    assert excerpt_of("text", None) == ("text", "")


@pytest.mark.parametrize("column", [5, 6, 900])
def test_a_mark_behind_the_end_stands_right_behind_it(column: int) -> None:
    assert excerpt_of("text", column) == ("text", "    ^")


def test_a_mark_that_is_too_long_ends_with_its_line() -> None:
    assert excerpt_of("text", 3, 80) == ("text", "  ^^")


def test_an_empty_mark_is_shown() -> None:
    assert excerpt_of("text", 3, 0) == ("text", "  ^")


def test_a_long_line_is_cut_on_both_sides_of_the_mark() -> None:
    text, mark = excerpt_of("a" * 200 + "X" + "b" * 200, 201)
    assert text == "…" + "a" * 40 + "X" + "b" * 59 + "…"
    assert mark == " " * 41 + "^"


def test_a_long_line_is_cut_at_its_end_where_the_mark_is_near_its_beginning() -> None:
    assert excerpt_of("X" + "b" * 200, 1) == ("X" + "b" * 99 + "…", "^")


def test_a_long_line_shows_its_end_where_the_mark_is_there() -> None:
    assert excerpt_of("a" * 200 + "X", 201) == ("…" + "a" * 99 + "X", " " * 100 + "^")


def test_a_long_korean_line_is_cut_between_syllables() -> None:
    text, mark = excerpt_of("가" * 200 + "나다" + "라" * 200, 201, 2)
    assert text == "…" + "가" * 20 + "나다" + "라" * 28 + "…"
    assert mark == " " * 41 + "^^^^"


ANYTHING = st.text(st.characters(exclude_characters="\n"), max_size=300)


@given(line=ANYTHING, column=st.integers(1, 400), length=st.integers(0, 400))
def test_whatever_the_line_the_mark_stays_under_it_and_the_line_is_short(line: str, column: int, length: int) -> None:
    text, mark = excerpt_of(line, column, length)
    assert cells(text) <= 102
    assert mark.strip(" ") == "^" * len(mark.strip(" ")) != ""
    assert len(mark) <= cells(text) + 1


@given(text=st.text())
def test_visible_text_holds_nothing_that_controls_or_hides_but_joiners(text: str) -> None:
    shown = set(visible(text)) - {"\u200c", "\u200d"}
    assert {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"} == set()
