"""A writer's name becomes a seal."""

import pytest

from blogsmith.media.seals import draw_seal, seal_cells


def test_a_small_seal_shows_one_syllable_in_the_shape_and_dye_of_its_writer() -> None:
    assert draw_seal("도", "square", "tech") == '<span class="seal square d-tech" aria-hidden="true">도</span>'
    assert draw_seal("솔", "round", "people") == '<span class="seal round d-people" aria-hidden="true">솔</span>'


def test_two_initials_are_set_smaller() -> None:
    assert draw_seal("DB", "square", "tech") == '<span class="seal square d-tech wide" aria-hidden="true">DB</span>'


def test_a_large_seal_carries_the_letters_of_the_whole_name() -> None:
    drawn = '<span class="seal square d-tech large" data-cells="배도&#10;현■" aria-hidden="true">도</span>'
    assert draw_seal("도", "square", "tech", "배도현") == drawn


@pytest.mark.parametrize(
    ("text", "shape", "name", "cells"),
    [
        ("도", "square", "배도현", "배도\n현■"),
        ("솔", "round", "고은솔", "고은\n솔●"),
        ("별", "round", "안별", "안●\n\u3000별"),
        ("민", "square", "남궁 민수", "남궁\n민수"),
        ("DB", "square", "Dohyun Bae", "Ｄ■\n\u3000Ｂ"),
        ("지", "square", "독고영재혁", ""),
        ("X", "square", "X", ""),
        ("李明", "round", "李明", "李●\n\u3000明"),
    ],
)
def test_the_cells_of_a_large_seal(text: str, shape: str, name: str, cells: str) -> None:
    assert seal_cells(text, shape, name) == cells


def test_a_name_that_does_not_fit_leaves_the_short_text_in_a_large_seal() -> None:
    drawn = draw_seal("지", "square", "tech", "독고영재혁")
    assert drawn == '<span class="seal square d-tech large" aria-hidden="true">지</span>'


def test_what_is_no_letter_is_escaped() -> None:
    assert (
        draw_seal("<&", "square", '"x')
        == '<span class="seal square d-&quot;x wide" aria-hidden="true">&lt;&amp;</span>'
    )
