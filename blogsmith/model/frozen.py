"""What nearly every type of ours is: a frozen, slotted, keyword-only dataclass, quick to load.

`dataclasses` writes six functions for each class and compiles them, which was half of what it took to load the package.
Here only `__init__` is compiled, with the first value of a class: of most classes a command makes none. The others look
at the fields.
"""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Final, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(kind: type[T]) -> type[T]:
    """The class as `@dataclass(frozen=True, slots=True, kw_only=True)` would have it."""
    methods = {name: method for name, method in _METHODS.items() if name not in vars(kind)}
    made = dataclass(slots=True, kw_only=True, init=False, repr=False, eq=False)(kind)
    for name, method in methods.items():
        setattr(made, name, method)
    return made


def is_frozen(kind: type[object]) -> bool:
    """Whether a class is a dataclass whose values never change."""
    return kind.__setattr__ is _refuse or (is_dataclass(kind) and _is_frozen_otherwise(kind))


def _is_frozen_otherwise(kind: Any) -> bool:
    return bool(kind.__dataclass_params__.frozen)


def _first(self: Any, **given: Any) -> None:
    """The `__init__` of a class of which there is no value yet."""
    kind = type(self)
    kind.__init__ = _init_of(kind)
    kind.__init__(self, **given)


def _init_of(kind: type[Any]) -> Callable[..., None]:
    names: dict[str, Any] = {"_put": object.__setattr__, "_absent": MISSING}
    parameters, lines = ["self"], []
    for own in fields(kind):
        given, parameter = own.name, own.name
        if own.default is not MISSING:
            names[f"_of_{own.name}"], parameter = own.default, f"{own.name}=_of_{own.name}"
        elif own.default_factory is not MISSING:
            names[f"_of_{own.name}"], parameter = own.default_factory, f"{own.name}=_absent"
            given = f"_of_{own.name}() if {own.name} is _absent else {own.name}"
        parameters += ["*", parameter] if len(parameters) == 1 else [parameter]
        lines.append(f"_put(self, {own.name!r}, {given})")
    lines += ["self.__post_init__()"] if hasattr(kind, "__post_init__") else []
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), names)  # our own words
    init: Callable[..., None] = names["__init__"]
    return init


def _equals(self: Any, other: object) -> Any:
    kind: Any = type(self)
    values = _compared(kind)
    return values(self) == values(other) if type(other) is kind else NotImplemented


def _hashed(self: Any) -> int:
    kind: Any = type(self)
    return hash(_compared(kind)(self))


@cache
def _compared(kind: type[Any]) -> Callable[[object], object]:
    """What tells the values of a class apart."""
    names = [own.name for own in fields(kind) if own.compare]
    return attrgetter(*names) if names else lambda _: ()


def _shown(self: Any) -> str:
    shown = (f"{own.name}={getattr(self, own.name)!r}" for own in fields(self) if own.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _taken_apart(self: Any) -> list[object]:
    return [getattr(self, own.name) for own in fields(self)]


def _put_together(self: Any, parts: list[object]) -> None:
    for own, part in zip(fields(self), parts, strict=True):
        object.__setattr__(self, own.name, part)


_METHODS: Final[dict[str, Callable[..., Any]]] = {
    "__init__": _first,
    "__eq__": _equals,
    "__hash__": _hashed,
    "__repr__": _shown,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _taken_apart,
    "__setstate__": _put_together,
}
"""The last two are for copies."""
