"""What nearly every type of ours is: a frozen, slotted, keyword-only dataclass, quick to load.

`dataclasses` writes six functions for each class and compiles them, which was half of what it took to load the package,
and of most classes a command makes no value. Here they are compiled with the first value of a class.
"""

from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, make_dataclass
from typing import Any, Final, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(kind: type[T]) -> type[T]:
    """The class as `@dataclass(frozen=True, slots=True, kw_only=True)` would have it."""
    own = {name: stand_in for name, stand_in in _STAND_INS.items() if name not in vars(kind)}
    made = dataclass(slots=True, kw_only=True, init=False, repr=False, eq=False)(kind)
    for name, method in {**_ALIKE, **own}.items():
        setattr(made, name, method)
    return made


def is_frozen(kind: type[object]) -> bool:
    """Whether a class is a dataclass whose values never change."""
    return kind.__setattr__ is _refuse or (is_dataclass(kind) and _is_frozen_otherwise(kind))


def _is_frozen_otherwise(kind: Any) -> bool:
    return bool(kind.__dataclass_params__.frozen)


def _completed(self: Any) -> Any:
    """The same value, whose class has now what `dataclasses` compiles for one with the same fields."""
    kind = type(self)
    after = "__post_init__"
    namespace = {after: getattr(kind, after)} if hasattr(kind, after) else {}
    wanted = [(own.name, own.type, own) for own in fields(kind)]
    twin = make_dataclass(kind.__name__, wanted, frozen=True, kw_only=True, namespace=namespace)
    for name, stand_in in _STAND_INS.items():
        if getattr(kind, name) is stand_in:
            setattr(kind, name, vars(twin)[name])
    return self


def _init(self: Any, **given: Any) -> None:
    _completed(self).__init__(**given)


def _equals(self: Any, other: object) -> Any:
    return _completed(self).__eq__(other)


def _hashed(self: Any) -> int:
    return hash(_completed(self))


def _shown(self: Any) -> str:
    return repr(_completed(self))


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _taken_apart(self: Any) -> list[object]:
    return [getattr(self, own.name) for own in fields(self)]


def _put_together(self: Any, parts: list[object]) -> None:
    for own, part in zip(fields(self), parts, strict=True):
        object.__setattr__(self, own.name, part)


_STAND_INS: Final = {"__init__": _init, "__eq__": _equals, "__hash__": _hashed, "__repr__": _shown}
"""What a class has until its first value is made, compared, hashed or shown."""
_ALIKE: Final = {
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _taken_apart,
    "__setstate__": _put_together,
}
"""What is the same for all; the last two are for copies."""
