"""A frozen class is what `dataclasses` would have made of it, though its methods come with its first value."""

import copy
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import Any, Generic, TypeVar

import msgspec
import pytest
from pydantic import TypeAdapter

from blogsmith.model.frozen import frozen, is_frozen

T = TypeVar("T")


def made_by(how: Callable[[type[Any]], type[Any]]) -> tuple[type[Any], type[Any], type[Any]]:
    """A class, one that inherits from it, and a generic one with methods of its own."""

    @how
    class Tool:
        """A tool."""

        name: str
        parts: tuple[str, ...] = ()
        notes: dict[str, str] = field(default_factory=dict, compare=False)

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("a tool without a name")

        @property
        def size(self) -> int:
            """How many parts it has."""
            return len(self.parts)

    @how
    class Saw(Tool):
        """One that has teeth."""

        teeth: int = 3

    @how
    class Box(Generic[T]):
        """Holds something, and is shown otherwise."""

        inside: T

        def __repr__(self) -> str:
            return f"<{self.inside}>"

        def __hash__(self) -> int:
            return 7

    return Tool, Saw, Box


OURS = made_by(frozen)
THEIRS = made_by(dataclass(frozen=True, slots=True, kw_only=True))


def both(told: Callable[[type[Any], type[Any], type[Any]], object]) -> None:
    """Holds what is told of ours to what is told of theirs."""
    assert told(*OURS) == told(*THEIRS)


@pytest.mark.parametrize(
    "told",
    [
        lambda tool, saw, box: [own.name for own in fields(saw)],
        lambda tool, saw, box: (is_dataclass(tool), is_frozen(tool), tool.__doc__, tool.__slots__, saw.__slots__),
        lambda tool, saw, box: (repr(saw(name="a", teeth=2)), repr(box(inside=1))),
        lambda tool, saw, box: (saw(name="a") == saw(name="a"), saw(name="a") == saw(name="a", teeth=9)),
        lambda tool, saw, box: (tool(name="a") == saw(name="a"), tool(name="a") == 3, box(inside=1) == box(inside=1)),
        lambda tool, saw, box: tool(name="a", notes={"b": "c"}) == tool(name="a"),
        lambda tool, saw, box: (hash(tool(name="a", parts=("b",))), hash(box(inside="x"))),
        lambda tool, saw, box: len({tool(name="a"), tool(name="a"), tool(name="b")}),
        lambda tool, saw, box: repr(replace(saw(name="a", parts=("b",)), teeth=9)),
        lambda tool, saw, box: saw(name="a").notes is not saw(name="a").notes,
        lambda tool, saw, box: saw(name="a", parts=("b", "c")).size,
        lambda tool, saw, box: msgspec.json.encode(saw(name="a")),
        lambda tool, saw, box: repr(msgspec.json.decode(b'{"name": "a", "teeth": 2}', type=saw)),
        lambda tool, saw, box: repr(TypeAdapter(saw).validate_python({"name": "a", "teeth": 2})),
        lambda tool, saw, box: repr([copy.copy(saw(name="a")), copy.deepcopy(tool(name="a", notes={"b": "c"}))]),
    ],
)
def test_it_is_as_the_standard_library_makes_it(told: Callable[[type[Any], type[Any], type[Any]], object]) -> None:
    both(told)


@pytest.mark.parametrize("classes", [OURS, THEIRS], ids=["ours", "theirs"])
def test_it_refuses_what_is_no_value_of_it(classes: tuple[type[Any], type[Any], type[Any]]) -> None:
    tool, saw, _ = classes
    for given, error in (({}, TypeError), ({"name": "a", "colour": "red"}, TypeError), ({"name": ""}, ValueError)):
        with pytest.raises(error):
            saw(**given)
    with pytest.raises(TypeError):
        tool("a")
    one = saw(name="a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"
    with pytest.raises(FrozenInstanceError):
        del one.teeth
    assert not hasattr(one, "__dict__")


def test_the_first_thing_done_with_a_class_may_be_any() -> None:
    firsts: list[Callable[[Any], object]] = [repr, hash, lambda one: one == 3, lambda one: one.size]
    for first in firsts:
        _, saw, _ = made_by(frozen)
        one = msgspec.json.decode(b'{"name": "a"}', type=saw)  # makes it without `__init__`
        first(one)
        assert (one == saw(name="a"), hash(one) == hash(saw(name="a")), repr(one) == repr(saw(name="a"))) == (True,) * 3


def test_what_can_change_is_not_frozen() -> None:
    assert [is_frozen(kind) for kind in (str, dataclass(slots=True)(type("Loose", (), {})))] == [False, False]
