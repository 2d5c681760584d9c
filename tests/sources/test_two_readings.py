"""What is read quickly is what is read strictly: the quick reading takes nothing that the strict one refuses."""

import json
from dataclasses import asdict, fields
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blogsmith.model.author import AuthorFrontMatter
from blogsmith.model.config import Config
from blogsmith.model.post import PageFrontMatter, PostFrontMatter
from blogsmith.sources.schema import _with_dates, validate
from blogsmith.sources.shape import Ground, inner_shapes
from blogsmith.sources.shape_faults import strictly_read

GROUND = Ground(path="x", family="front-matter", values={}, keys={})
SHAPES = (PostFrontMatter, PageFrontMatter, AuthorFrontMatter, Config)
MANDATORY: dict[str, Any] = {
    "id": "robot",
    "title": "A robot",
    "date": "2026-03-12T09:00:00+09:00",
    "authors": ["jane"],
    "category": "tech",
    "name": "Jane",
    "kind": "in-house",
}
_TEXTS = st.sampled_from(["", "x", "in-house", "paused", "desk", "2026-03-12T09:00:00+00:00", "\ud800"])
_NUMBERS = st.sampled_from([0, 1, -1, 20, 2**63, 2**64, 10**30, 1.0, 0.5, 1e308, float("inf"), float("nan")])
_KEYS = st.sampled_from(
    ["en", "ko", "editor", "src", "label", "url", "locked", "rule", "reason", "signed", "text", "*"]
)
_VALUES = st.recursive(
    st.none() | st.booleans() | _TEXTS | _NUMBERS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_KEYS, inner, max_size=3),
    max_leaves=5,
)


def read_both(shape: type[Any], table: dict[str, Any]) -> tuple[object, object]:
    """What either reading makes of a table whose dates are ISO 8601 already, a moment where a day belongs its day."""
    quick = validate(shape, table, GROUND, zone=ZoneInfo("UTC"))
    dated = _with_dates(shape, table, (), GROUND, ZoneInfo("UTC"), [])
    return quick.value, strictly_read(shape, json.dumps(dated), GROUND).value


def told(value: Any) -> str:
    """A value as text, moments as points in time: no NaN equals another."""
    return json.dumps(asdict(value), default=lambda day: str(day.astimezone(UTC) if isinstance(day, datetime) else day))


@st.composite
def tables(draw: st.DrawFn, shape: Any) -> dict[str, Any]:
    """A table of a shape with what may stand there and what may not, at any depth."""
    inner = inner_shapes(shape)
    table = {key: value for key, value in MANDATORY.items() if key in inner}
    for key in draw(st.lists(st.sampled_from([*inner, "unknown"]), max_size=3)):
        under = inner_shapes(inner.get(key))
        keys = st.sampled_from(sorted(under)) | _KEYS if under else _KEYS
        table[key] = draw(_VALUES | st.dictionaries(keys, _VALUES, max_size=3))
    return table


@pytest.mark.parametrize("shape", SHAPES)
def test_both_readings_make_the_same_of_any_table(shape: type[Any]) -> None:
    @settings(max_examples=120)
    @given(tables(shape))
    def same(table: dict[str, Any]) -> None:
        quick, strict = read_both(shape, table)
        # A text in place of a date is refused before either reading.
        assert quick is None or quick == strict or told(quick) == told(strict)

    same()


def test_what_is_no_number_is_none_in_either_reading() -> None:
    table = {"name": "Jane", "kind": "in-house", "private": {"en": float("nan")}}
    quick, strict = read_both(AuthorFrontMatter, table)
    assert told(quick) == told(strict)
    assert '"private": {"en": NaN}' in told(quick)


@pytest.mark.parametrize("value", [date(2026, 3, 12), datetime(2026, 3, 12, 9), time(9, 30)])
def test_what_toml_knows_beside_json_is_text_where_anything_may_stand(value: date | time) -> None:
    found = validate(Config, {"extra": {"a": value, "b": [value]}}, GROUND, zone=ZoneInfo("UTC")).value
    assert found is not None
    assert found.extra == {"a": value.isoformat(), "b": [value.isoformat()]}


@pytest.mark.parametrize("key", ["id", "title", "summary"])
def test_a_lone_surrogate_is_no_text_in_either_reading(key: str) -> None:
    head = {key: MANDATORY[key] for key in ("id", "title", "date", "authors", "category")}
    assert read_both(PostFrontMatter, head | {key: "\ud800"}) == (None, None)


@pytest.mark.parametrize(
    ("shape", "more"),
    [
        (PostFrontMatter, {"comments": {"locked": True}, "credits": {"editor": ["jane"]}, "extra": {"a": [{"b": 1}]}}),
        (PostFrontMatter, {"allow": [{"rule": "voice/first-person", "reason": "a guest", "until": "2026-03-12"}]}),
        (AuthorFrontMatter, {"role": {"en": "writer"}, "links": [{"label": "x", "url": "y"}], "training": []}),
        (Config, {"site": {"title": {"ko": "블로그"}}, "theme": {"options": {"a": 1, "b": True, "c": "d"}}}),
    ],
)
def test_every_kind_of_value_is_read_alike(shape: type[Any], more: dict[str, Any]) -> None:
    table = {key: value for key, value in MANDATORY.items() if key in {field.name for field in fields(shape)}} | more
    quick, strict = read_both(shape, table)
    assert quick == strict is not None


@pytest.mark.parametrize(
    "table",
    [
        {**MANDATORY, "name": "Jane"},
        {"comments": {"locked": True, "closed": True}},
        {"cover": {"src": "a.png", "colour": "red"}},
        {"corrections": [{"date": "2026-03-12T09:00:00+00:00", "text": "x", "by": "jane"}]},
        {"credits": {"writer": ["jane"]}},
    ],
)
def test_a_key_that_there_is_none_of_is_refused_at_any_depth(table: dict[str, Any]) -> None:
    head = {key: MANDATORY[key] for key in ("id", "title", "date", "authors", "category")}
    assert read_both(PostFrontMatter, head | table) == (None, None)
