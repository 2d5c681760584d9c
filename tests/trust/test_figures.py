"""The table of promises: every promise is measured, and what is red says so."""

import re
from pathlib import Path

from tests.trust.figures import PROMISES, lines

TESTS = Path(__file__).parents[1]
_NOTED = re.compile(r'\bfigure\(\s*"(P\d+)"')


def test_every_promise_is_measured_by_a_test() -> None:
    noted = {promise for path in TESTS.rglob("test_*.py") for promise in _NOTED.findall(path.read_text("utf-8"))}
    assert noted == PROMISES.keys()


def test_numbers_of_tests_that_say_the_same_are_added_up_and_one_that_is_red_makes_the_line_red() -> None:
    words, target = PROMISES["P1"]
    found = [("passed", "P1", "{} lost in {}", [0, 700]), ("failed", "P1", "{} lost in {}", [2, 600])]
    table = lines([*found, ("passed", "P1", "none", [])])
    assert table[:3] == [f" P1  {words}: {target}", "       RED  2 lost in 1,300", "       ok   none"]
    assert table[3].startswith("not measured in this run: P2, P3,")


def test_without_a_figure_there_is_no_table() -> None:
    assert lines([]) == []
