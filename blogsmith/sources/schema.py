"""An untyped table becomes one of the model's own dataclasses, or diagnostics: one for each fault, each at its place.

pydantic validates, strictly, in JSON mode (so that a list is a tuple and an ISO date a date). It reads the model's
dataclasses; there is no second copy of the keys. JSON Schemas come from the same adapters (`json_schema.py`).
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from blogsmith.model.diagnostic import Checked, Diagnostic, Fact, Severity
from blogsmith.model.source import Location, Place
from blogsmith.sources.dates import read_day, read_moment
from blogsmith.text.suggest import nearest

T = TypeVar("T")
Path = tuple[str | int, ...]
Places = Mapping[Path, Place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a table is read against: its file, where its keys and values stand, and the family of its rule ids."""

    path: str
    family: str
    """`front-matter` or `config`."""
    values: Places
    keys: Places

    def at(self, path: Path, *, key: bool = False) -> Location:
        """Where `path` stands, or the nearest thing that holds it."""
        places = self.keys if key else self.values
        while path:
            place = places.get(path) or self.values.get(path)
            if place:
                return place.within(self.path)
            path = path[:-1]
        return Location(path=self.path, line=1, column=1)

    def fault(
        self, name: str, path: Path, *facts: tuple[str, Fact], key: bool = False, variant: str = ""
    ) -> Diagnostic:
        """An error at `path`; a `name` without a family is one of this ground's."""
        rule = name if "/" in name else f"{self.family}/{name}"
        location = self.at(path, key=key)
        return Diagnostic(rule=rule, severity=Severity.ERROR, location=location, facts=facts, variant=variant)


def validate(shape: type[T], table: Mapping[str, Any], ground: Ground, *, zone: ZoneInfo) -> Checked[T | None]:
    """`table` as a `shape`; None with a diagnostic for every fault.

    Reports FAMILY/unknown-key, missing-key, type, choice, date, where FAMILY is `ground.family`.
    """
    diagnostics: list[Diagnostic] = []
    prepared = _with_dates(shape, table, (), ground, zone, diagnostics)
    bad_dates = {fault.location for fault in diagnostics}
    try:
        value = adapter_of(shape).validate_json(json.dumps(prepared, default=str))  # type: ignore[arg-type]  # classes are hashable
    except ValidationError as error:
        found: dict[tuple[str, Path], Diagnostic] = {}
        for item in error.errors(include_url=False, include_input=True):
            path, fault = _fault_of(shape, item, ground)
            if fault.location not in bad_dates:
                found.setdefault((fault.rule, path), fault)
        return Checked(value=None, diagnostics=(*diagnostics, *_causes(found)))
    return Checked(value=None if diagnostics else value, diagnostics=tuple(diagnostics))


def sound_part(shape: type[T], table: Mapping[str, Any], stand_in: Mapping[str, Any], *, zone: ZoneInfo) -> T | None:
    """`table` as a `shape` without its faulty keys, `stand_in` for those it must have; None where that fails.

    For looking at the rest of a file whose head has a fault: nothing of it is ever published.
    """
    ground = Ground(path="", family="", values={(key,): Place(line=1, column=1) for key in table}, keys={})
    sound = {
        key: value
        for key, value in table.items()
        if not validate(shape, {**stand_in, key: value}, ground, zone=zone).diagnostics
    }
    return validate(shape, {**stand_in, **sound}, ground, zone=zone).value


def _causes(found: Mapping[tuple[str, Path], Diagnostic]) -> Iterator[Diagnostic]:
    """Without what follows from another fault.

    That is "takes true or false" on a table with a fault inside, and a missing key that stands there mistyped.
    """
    mistyped = {
        (path[:-1], dict(fault.facts).get("suggestion")) for (_, path), fault in found.items() if _is_key(fault)
    }
    for (rule, path), fault in found.items():
        of_a_branch = rule.endswith("/type") and any(
            inner[: len(path)] == path and len(inner) > len(path) for _, inner in found
        )
        missing = rule.endswith("/missing-key") and (path[:-1], path[-1]) in mistyped
        if not of_a_branch and not missing:
            yield fault


def _is_key(fault: Diagnostic) -> bool:
    return fault.rule.endswith("/unknown-key")


@cache
def adapter_of(shape: Any) -> TypeAdapter[Any]:
    """The validator of a shape, made once: making one costs a millisecond."""
    return TypeAdapter(shape)


def _fault_of(shape: type[Any], item: Any, ground: Ground) -> tuple[Path, Diagnostic]:
    """One of pydantic's errors in our words, and the path of what it is about."""
    kind, path = item["type"], _typed_path(item["loc"], ground)
    if kind == "missing":
        return path, ground.fault("missing-key", path[:-1], ("value", str(path[-1])))
    if kind == "unexpected_keyword_argument":
        known = sorted(key for key in _keys_at(shape, path[:-1]))
        return path, ground.fault("unknown-key", path, *_with_nearest(str(path[-1]), known), key=True)
    if kind == "literal_error":
        choices = item["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        facts = _with_nearest(str(item["input"]), choices.split(", "))
        return path, ground.fault("choice", path, *facts, ("choices", choices), key="[key]" in item["loc"])
    facts = (("value", _shown(item["input"])), ("key", _dotted(path)))
    return path, ground.fault("type", path, *facts, variant=_EXPECTED.get(kind, "text"))


_EXPECTED = {
    "string_type": "text",
    "bool_type": "boolean",
    "int_type": "number",
    "int_from_float": "number",
    "tuple_type": "list",
    "dict_type": "table",
    "dataclass_type": "table",
}
"""What belongs there, by pydantic's error type: the variant of the message."""


def _with_dates(
    shape: Any, value: Any, path: Path, ground: Ground, zone: ZoneInfo, diagnostics: list[Diagnostic]
) -> Any:
    """`value` with every text that stands where a date belongs turned into ISO 8601; reports FAMILY/date."""
    kind = _date_kind(shape)
    if kind is not None and isinstance(value, str):
        read: Callable[[str, ZoneInfo], Any] = read_moment if kind is datetime else read_day
        moment = read(value, zone)
        if isinstance(moment, date):
            return moment.isoformat()
        facts = (("value", value), ("key", _dotted(path)))
        diagnostics.append(ground.fault("date", path, *facts, variant=moment))
        return "2000-01-01T00:00:00Z" if kind is datetime else "2000-01-01"
    if isinstance(value, date):
        return value.isoformat()
    inner = _inner_shapes(shape)
    if isinstance(value, Mapping):
        return {
            key: _with_dates(inner.get(key, inner.get("*")), item, (*path, key), ground, zone, diagnostics)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [
            _with_dates(inner.get("[]"), item, (*path, index), ground, zone, diagnostics)
            for index, item in enumerate(value)
        ]
    return value


def _date_kind(shape: Any) -> type | None:
    options = get_args(shape) if get_origin(shape) in _UNIONS else (shape,)
    return next((option for option in options if option in (datetime, date)), None)


@cache
def _inner_shapes(shape: Any) -> dict[str, Any]:
    """Shapes under a shape: by field for a dataclass, `*` for a mapping's values, `[]` for a list's items."""
    if shape is None:
        return {}
    if is_dataclass(shape):
        hints = get_type_hints(shape)
        return {field.name: hints[field.name] for field in fields(shape)}
    arguments = get_args(shape)
    if get_origin(shape) in _UNIONS:
        return {key: inner for option in arguments for key, inner in _inner_shapes(option).items()}
    if get_origin(shape) is tuple:
        return {"[]": arguments[0]}
    return {"*": arguments[1]} if len(arguments) == 2 else {}


_UNIONS = (Union, type(int | str))


def _keys_at(shape: Any, path: Path) -> set[str]:
    for step in path:
        inner = _inner_shapes(shape)
        shape = inner.get("[]") if isinstance(step, int) else inner.get(step, inner.get("*"))
    return {key for key in _inner_shapes(shape) if key not in ("*", "[]")}


def _typed_path(location: tuple[Any, ...], ground: Ground) -> Path:
    """The part of pydantic's location that was typed: without the names of a union's branches and `[key]`."""
    steps = [step for step in location if step != "[key]"]
    path: Path = ()
    for index, step in enumerate(steps):
        if (*path, step) in ground.values or (index == len(steps) - 1 and not _is_branch(step)):
            path = (*path, step)
    return path


def _is_branch(step: Any) -> bool:
    return isinstance(step, str) and (step in ("str", "bool") or step[:1].isupper() or "[" in step)


def _with_nearest(value: str, known: list[str]) -> tuple[tuple[str, Fact], ...]:
    near = nearest(value, known)
    return (("value", value), *((("suggestion", near),) if near else ()))


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path if isinstance(step, str))


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."
