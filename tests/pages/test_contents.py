"""The table of contents."""

from hypothesis import given
from hypothesis import strategies as st

from blogsmith.model.document import Heading
from blogsmith.model.source import Place
from blogsmith.pages.body import table_of_contents
from blogsmith.pages.views import TocView


def contents(*levels: int, depth: int = 6) -> str:
    """The table for headings of these levels, called 1, 2, 3 …: `1(2 3) 4`."""
    headings = [
        Heading(level=level, id=str(number), text=str(number), place=Place(line=number, column=1))
        for number, level in enumerate(levels, start=1)
    ]
    return outline(table_of_contents(headings, depth=depth))


def outline(entries: tuple[TocView, ...]) -> str:
    """Entries as one text, children in brackets."""
    return " ".join(entry.text + (f"({outline(entry.children)})" if entry.children else "") for entry in entries)


def test_a_deeper_heading_is_under_the_one_above() -> None:
    assert contents(2, 3, 3, 2) == "1(2 3) 4"


def test_a_level_left_out_nests_no_deeper_than_one() -> None:
    assert contents(2, 5, 3) == "1(2 3)"


def test_a_heading_that_begins_too_deep_stands_at_the_top() -> None:
    assert contents(4, 3, 2) == "1 2 3"


def test_headings_below_the_depth_are_left_out() -> None:
    assert contents(2, 3, 4, 3, depth=3) == "1(2 4)"


def test_without_headings_there_is_none() -> None:
    assert contents() == contents(5, depth=3) == ""


def test_ids_have_the_prefix_of_the_page() -> None:
    heading = Heading(level=2, id="남은-일", text="남은 일", place=Place(line=1, column=1))
    assert [entry.id for entry in table_of_contents([heading], depth=3)] == ["h-남은-일"]


@given(st.lists(st.integers(1, 6), max_size=30))
def test_every_heading_stands_in_it_once_and_in_order(levels: list[int]) -> None:
    shown = contents(*levels).replace("(", " ").replace(")", " ").split()
    assert shown == [str(number) for number in range(1, len(levels) + 1)]
