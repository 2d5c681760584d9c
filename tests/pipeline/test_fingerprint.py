"""Equal values have equal digests, other values have others, and what has no plain equality has none."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from blogsmith.model.site import Standing
from blogsmith.pipeline.fingerprint import Digester


def digest(value: Any) -> str:
    """The digest of one value."""
    return Digester().digest(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A frozen value."""

    title: str
    tags: tuple[str, ...] = ()
    more: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Another one with the same fields."""

    title: str
    tags: tuple[str, ...] = ()
    more: Any = None


@dataclass
class Open:
    """One that can be changed."""

    title: str


class Mood(Enum):
    """An enum whose member is called as one of another enum."""

    DRAFT = "draft"


PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
    | st.dates()
    | st.datetimes(timezones=st.none() | st.just(UTC) | st.just(ZoneInfo("Asia/Seoul")))
    | st.sampled_from(Standing)
)

VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner).map(tuple)
        | st.lists(inner)
        | st.dictionaries(st.text(), inner)
        | st.builds(Card, title=st.text(), tags=st.lists(st.text()).map(tuple), more=inner)
    ),
    max_leaves=8,
)


def strictly(value: Any) -> Any:
    """`value` such that two of them are equal only where type and value are: 1 is not True, 0.0 is not -0.0."""
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value), tuple(strictly(getattr(value, part.name)) for part in fields(value)))
    if isinstance(value, tuple | list):
        return (type(value), tuple(strictly(item) for item in value))
    if isinstance(value, dict):
        return (dict, frozenset((key, strictly(item)) for key, item in value.items()))
    if isinstance(value, float):
        return (float, value.hex())
    if isinstance(value, datetime):
        return (datetime, value.isoformat(), str(value.tzinfo), value.fold)
    return (type(value), value)


def copy_of(value: Any) -> Any:
    """An equal value that shares no part with the other; dictionaries in another order."""
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{part.name: copy_of(getattr(value, part.name)) for part in fields(value)})
    if isinstance(value, tuple | list):
        return type(value)(copy_of(item) for item in value)
    if isinstance(value, dict):
        return {key: copy_of(value[key]) for key in reversed(value)}
    return value


@given(VALUES)
def test_equal_values_have_equal_digests(value: Any) -> None:
    assert digest(value) == digest(copy_of(value))


@given(VALUES, VALUES)
def test_different_values_have_different_digests(one: Any, other: Any) -> None:
    assume(strictly(one) != strictly(other))
    assert digest(one) != digest(other)


@given(st.lists(VALUES, min_size=1, max_size=4))
def test_a_digester_that_has_seen_much_gives_the_same_digests(values: list[Any]) -> None:
    old = Digester()
    assert [old.digest(value) for value in (*values, *values)] == [digest(value) for value in (*values, *values)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (0, False),
        (1, 1.0),
        (0.0, -0.0),
        ("1", 1),
        ("", None),
        ("a", b"a"),
        ("a", ("a",)),
        (("a", "b"), ("ab",)),
        (("a", ("b",)), (("a",), "b")),
        ((), {}),
        ((), []),
        (("a", "b"), ("b", "a")),
        ({"a": "b"}, {"b": "a"}),
        ({"a": None}, {}),
        ({1: "a"}, {"1": "a"}),
        (frozenset({"a"}), ("a",)),
        (date(2026, 3, 12), datetime(2026, 3, 12)),
        (date(2026, 3, 12), "2026-03-12"),
        (datetime(2026, 3, 12, tzinfo=UTC), datetime(2026, 3, 12)),
        (datetime(2026, 3, 12, 9, tzinfo=ZoneInfo("Asia/Seoul")), datetime(2026, 3, 12, tzinfo=UTC)),
        (
            datetime(2026, 3, 12, tzinfo=ZoneInfo("Asia/Seoul")),
            datetime(2026, 3, 12, tzinfo=timezone(timedelta(hours=9))),
        ),
        (datetime(2026, 10, 25, 2, 30, fold=0), datetime(2026, 10, 25, 2, 30, fold=1)),
        (Card(title="a"), Sheet(title="a")),
        (Card(title="a"), Card(title="a", tags=("",))),
        (Card(title="a"), ("a", (), None)),
        (Standing.DRAFT, "draft"),
        (Standing.DRAFT, Mood.DRAFT),
        ("\ud800", "\ufffd"),
        ("é", "e\u0301"),
    ],
)
def test_what_looks_alike_and_is_not_has_another_digest(one: Any, other: Any) -> None:
    assert digest(one) != digest(other)


def test_the_order_of_a_table_does_not_matter() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1}) == digest(OrderedDict(b=2, a=1))


def test_the_order_of_a_set_does_not_matter() -> None:
    words = [f"w{number}" for number in range(50)]
    assert digest(frozenset(words)) == digest(frozenset(reversed(words)))


class Name(str):
    """A text that may compare otherwise than a text."""

    __slots__ = ()


@pytest.mark.parametrize(
    "value",
    [
        {"a"},
        lambda: None,
        object(),
        Open(title="a"),
        Open,
        Card,
        Path("a"),
        re.compile("a"),
        Name("a"),
        (str(item) for item in range(0)),
        bytearray(b"a"),
        timedelta(1),
        1j,
        range(3),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_without_plain_equality_has_no_digest(value: Any) -> None:
    for place in (value, (value,), {"a": value}, Card(title="a", more=(value,))):
        with pytest.raises(TypeError):
            digest(place)


def test_a_number_that_equals_nothing_is_at_least_the_same_everywhere() -> None:
    assert digest(float("nan")) == digest(float("nan"))


@dataclass(frozen=True)
class Loose:
    """Frozen, with something changeable in it."""

    tags: set[str] = field(default_factory=set)


def test_a_frozen_value_that_holds_a_set_has_no_digest() -> None:
    with pytest.raises(TypeError, match="set is no plain value"):
        digest(Loose())


def test_a_value_that_died_lends_its_digest_to_nobody() -> None:
    digester = Digester()
    seen = {digester.digest(Card(title=str(number))) for number in range(1000)}
    assert len(seen) == 1000


class Table(Mapping[str, int]):
    """A mapping that is no dictionary."""

    def __getitem__(self, key: str) -> int:
        return {"a": 1}[key]

    def __iter__(self) -> Any:
        return iter(("a",))

    def __len__(self) -> int:
        return 1


def test_any_mapping_is_written_as_a_table() -> None:
    assert digest(Table()) == digest({"a": 1})
