"""Filters on plain values."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from blogsmith.model.source import Location
from blogsmith.themes.filters import as_json, iso, rfc822, typeset, with_code, without_forbidden
from blogsmith.themes.speech import Speech

SEOUL = timezone(timedelta(hours=9))
JOINER = "\u2060"
NBSP = "\u00a0"


def test_times_are_written_as_the_formats_of_feeds_ask() -> None:
    moment = datetime(2026, 11, 22, 9, 0, 0, 123456, tzinfo=SEOUL)
    assert iso(moment) == "2026-11-22T09:00:00+09:00"
    assert iso(date(2026, 3, 5)) == "2026-03-05"
    assert rfc822(moment) == "Sun, 22 Nov 2026 09:00:00 +0900"
    assert rfc822(datetime(2026, 1, 2, tzinfo=UTC)) == "Fri, 02 Jan 2026 00:00:00 +0000"


@pytest.mark.parametrize("write", [iso, rfc822])
def test_a_time_without_a_zone_is_refused(write: Any) -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        write(datetime(2026, 1, 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘우리’이라고", f"‘우리’{JOINER}이라고"),
        ("“안녕”은", f"“안녕”{JOINER}은"),
        ("「원고지」를", f"「원고지」{JOINER}를"),
        ("마크다운(Markdown)을", f"마크다운(Markdown){JOINER}을"),
        ("“두 낱말”과", f"“두{NBSP}낱말”{JOINER}과"),
        ("‘한 두 세 네’", f"‘한{NBSP}두{NBSP}세{NBSP}네’"),
        ("“여덟 글자를 넘는 말”", "“여덟 글자를 넘는 말”"),
        ("the author’s note", "the author’s note"),
        ("plain 한글 text", "plain 한글 text"),
    ],
)
def test_korean_breaks_well(text: str, expected: str) -> None:
    assert typeset(text) == expected


def test_what_stands_in_backticks_is_code_and_the_rest_is_escaped() -> None:
    assert with_code("write `a < b` & ‘참’이라고") == Markup("write <code>a &lt; b</code> &amp; ‘참’\u2060이라고")


def test_of_markup_the_text_alone_is_typeset() -> None:
    given_markup = Markup(
        '<p title="(가)나 > “a b”">(가)나<code>f(가)나 <b>“a b”</b></code>“a b”</p>'
        "<!-- (가)나 --><pre>(가)나</pre>(가)나"
    )
    expected = (
        f'<p title="(가)나 > “a b”">(가){JOINER}나<code>f(가)나 <b>“a b”</b></code>“a{NBSP}b”</p>'
        f"<!-- (가)나 --><pre>(가)나</pre>(가){JOINER}나"
    )
    assert typeset(given_markup) == Markup(expected)
    assert isinstance(typeset(given_markup), Markup)


@given(st.text())
def test_typesetting_twice_is_typesetting_once(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON_VALUES)
def test_json_says_what_was_given_and_closes_no_script_or_attribute(value: Any) -> None:
    text = as_json(value)
    assert json.loads(text) == value
    assert not set("<>&'\u2028\u2029") & set(text)


def test_json_writes_views_markup_and_dates() -> None:
    value = (Location(path="a", line=1), Markup("<p>"), datetime(2026, 1, 1, tzinfo=UTC))
    assert json.loads(as_json(value)) == [
        {"path": "a", "line": 1, "column": None, "length": 1},
        "<p>",
        "2026-01-01T00:00:00+00:00",
    ]


def test_json_refuses_what_is_no_plain_value() -> None:
    with pytest.raises(TypeError, match="set is no plain value"):
        as_json({1})


@pytest.mark.parametrize("kind", [str, Markup])
def test_characters_that_xml_forbids_are_left_out(kind: type[str]) -> None:
    text = without_forbidden(kind("a\x00\x08b\t\n\r\ud800\ufffe\U0001f600é"))
    assert (text, type(text)) == (kind("ab\t\n\r\U0001f600é"), kind)


@pytest.mark.parametrize("value", ["3", True, [1]])
def test_count_is_for_numbers_alone(value: Any) -> None:
    with pytest.raises(TypeError, match="`length`"):
        Speech(language="en", strings={}).count(value)


def test_a_number_is_grouped_with_commas_where_the_theme_says_nothing() -> None:
    assert [Speech(language="en", strings={}).count(number) for number in (0, 999, 1000, -1234567)] == [
        "0",
        "999",
        "1,000",
        "-1,234,567",
    ]
