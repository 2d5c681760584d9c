"""Words become lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogsmith.text.lines import break_lines, cut_lines


def wide(text: str) -> float:
    """Each sign is one wide."""
    return len(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one line", ("one line",)),
        ("aaaa bbbb cccc dddd", ("aaaa bbbb", "cccc dddd")),
        ("lonely words stand evenly", ("lonely words", "stand evenly")),
        ("색깔을 정하려고 비 오는 날만", ("색깔을 정하려고", "비 오는 날만")),
        ("an even a hill", ("an even", "a hill")),
        ("東京都庁舎の展望室から見る", ("東京都庁舎の展", "望室から見る")),
        ("우물우물우물우물우물우물우물", ("우물우물우물우물우물우물", "우물")),
    ],
)
def test_lines_are_even_and_break_where_readers_would(text: str, lines: tuple[str, ...]) -> None:
    assert tuple(line.replace("\u00a0", " ") for line in break_lines(text, wide, width=12, most=9) or ()) == lines


def test_more_lines_than_there_may_be_are_none() -> None:
    assert break_lines("aaaa bbbb cccc", wide, width=4, most=2) is None


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    assert cut_lines("aaaa bbbb cccc dddd", wide, width=9, most=1) == ("aaaa…",)


@given(st.text(alphabet="ab가漢あ ", max_size=80), st.integers(1, 20))
def test_lines_hold_all_of_a_text_and_are_never_too_wide(text: str, width: int) -> None:
    words = " ".join(text.split())
    lines = break_lines(words, wide, width=width, most=1000)
    assert lines is not None
    assert "".join(lines).replace("\u00a0", "").replace(" ", "") == words.replace(" ", "")
    assert all(len(line) <= width for line in lines)
