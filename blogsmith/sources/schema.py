"""An untyped table becomes one of the model's own dataclasses, or diagnostics: one for each fault, each at its place.

What is sound is read by msgspec, strictly, as JSON (so that a list is a tuple and an ISO date a date); what it does not
take is read by pydantic, which tells every fault (`shape_faults.py`). Both read the model's dataclasses; there is no
second copy of the keys.
"""

import contextlib
import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, get_args, get_origin
from zoneinfo import ZoneInfo

import msgspec

from blogsmith.model.diagnostic import Checked, Diagnostic
from blogsmith.model.source import Place
from blogsmith.sources.dates import read_day, read_moment
from blogsmith.sources.shape import UNIONS, Ground, Path, dotted, inner_shapes

T = TypeVar("T")

_HOLDING = (dict, list)


def validate(shape: type[T], table: Mapping[str, Any], ground: Ground, *, zone: ZoneInfo) -> Checked[T | None]:
    """`table` as a `shape`; None with a diagnostic for every fault.

    Reports FAMILY/unknown-key, missing-key, type, choice, date, where FAMILY is `ground.family`.
    """
    diagnostics: list[Diagnostic] = []
    prepared = _with_dates(shape, table, (), ground, zone, diagnostics)
    text = _as_json(prepared)
    if not diagnostics and _has_known_keys(shape, prepared):
        with contextlib.suppress(msgspec.DecodeError):
            return Checked(value=_decoder_of(shape).decode(text))  # type: ignore[arg-type]  # classes are hashable
    # Most sites are sound, and pydantic takes longer to load than their heads take to read.
    from blogsmith.sources.shape_faults import strictly_read

    strict = strictly_read(shape, text, ground, apart_from={fault.location for fault in diagnostics})
    diagnostics += strict.diagnostics
    return Checked(value=None if diagnostics else strict.value, diagnostics=tuple(diagnostics))


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


_as_json = json.JSONEncoder(default=lambda value: value.isoformat() if isinstance(value, date) else str(value)).encode


@cache
def _decoder_of(shape: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(shape)


def _has_known_keys(shape: Any, value: Any) -> bool:
    """Whether no table has a key that its dataclass does not have: msgspec passes over these."""
    inner = inner_shapes(shape)
    if isinstance(value, dict):
        if "*" not in inner and _is_table(shape) and not value.keys() <= inner.keys():
            return False
        parts = [(key, item) for key, item in value.items() if item.__class__ in _HOLDING]
    else:
        parts = [("[]", item) for item in value if item.__class__ in _HOLDING]
    return all(_has_known_keys(inner.get(key, inner.get("*")), item) for key, item in parts)


@cache
def _is_table(shape: Any) -> bool:
    """Whether the keys of a shape, or of one of a union's, are those of a dataclass."""
    return is_dataclass(shape) or (get_origin(shape) in UNIONS and any(map(is_dataclass, get_args(shape))))


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
        facts = (("value", value), ("key", dotted(path)))
        diagnostics.append(ground.fault("date", path, *facts, variant=moment))
        return "2000-01-01T00:00:00Z" if kind is datetime else "2000-01-01"
    inner = inner_shapes(shape)
    if isinstance(value, Mapping):
        dated = _dated(shape)
        return {
            key: _with_dates(inner.get(key, inner.get("*")), item, (*path, key), ground, zone, diagnostics)
            if key in dated or "*" in dated
            else item
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [
            _with_dates(inner.get("[]"), item, (*path, index), ground, zone, diagnostics)
            for index, item in enumerate(value)
        ]
    return value


@cache
def _dated(shape: Any) -> frozenset[str]:
    """Under which of a shape's keys a date may stand, or something that holds one."""
    return frozenset(key for key, inner in inner_shapes(shape).items() if _date_kind(inner) or _dated(inner))


@cache
def _date_kind(shape: Any) -> type | None:
    options = get_args(shape) if get_origin(shape) in UNIONS else (shape,)
    return next((option for option in options if option in (datetime, date)), None)
