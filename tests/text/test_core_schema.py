"""Plain scalars by YAML 1.2's core schema."""

import pytest

from blogsmith.text.core_schema import plain_value


@pytest.mark.parametrize(
    "text", ["no", "on", "Yes", "0123", "12:30", "2026-03-12", "0x1f", "1_000", ".inf", "1e999", "9" * 30]
)
def test_what_other_tools_guess_at_stays_text(text: str) -> None:
    assert plain_value(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("False", False), ("", None), ("~", None), ("null", None), ("0", 0), ("-7", -7), ("+5", 5)],
)
def test_booleans_null_and_whole_numbers_are_values(text: str, value: object) -> None:
    assert plain_value(text) is value or plain_value(text) == value


@pytest.mark.parametrize(("text", "value"), [("1.10", 1.1), ("-.5", -0.5), ("5.", 5.0), ("1e3", 1000.0)])
def test_decimal_fractions_are_numbers(text: str, value: float) -> None:
    assert plain_value(text) == value
