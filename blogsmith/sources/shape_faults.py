"""The strict reading of a table: what is wrong with it, one diagnostic for each fault, each at its place.

pydantic reads, strictly, in JSON mode. JSON Schemas come from the same adapters (`json_schema.py`).
"""

import json
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from blogsmith.model.diagnostic import Checked, Diagnostic, Fact
from blogsmith.model.source import Location
from blogsmith.sources.shape import Ground, Path, dotted, inner_shapes
from blogsmith.text.suggest import nearest

T = TypeVar("T")


def strictly_read(
    shape: type[T], text: str, ground: Ground, *, apart_from: Collection[Location] = ()
) -> Checked[T | None]:
    """JSON as a `shape`; None with a diagnostic for every fault but those at the places `apart_from`.

    Reports FAMILY/unknown-key, missing-key, type, choice, where FAMILY is `ground.family`.
    """
    try:
        return Checked(value=adapter_of(shape).validate_json(text))  # type: ignore[arg-type]  # classes are hashable
    except ValidationError as error:
        found: dict[tuple[str, Path], Diagnostic] = {}
        for item in error.errors(include_url=False, include_input=True):
            path, fault = _fault_of(shape, item, ground)
            if fault.location not in apart_from:
                found.setdefault((fault.rule, path), fault)
        return Checked(value=None, diagnostics=tuple(_causes(found)))


@cache
def adapter_of(shape: Any) -> TypeAdapter[Any]:
    """The validator of a shape, made once: making one costs a millisecond."""
    return TypeAdapter(shape)


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
    facts = (("value", _shown(item["input"])), ("key", dotted(path)))
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


def _keys_at(shape: Any, path: Path) -> set[str]:
    for step in path:
        inner = inner_shapes(shape)
        shape = inner.get("[]") if isinstance(step, int) else inner.get(step, inner.get("*"))
    return {key for key in inner_shapes(shape) if key not in ("*", "[]")}


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


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."
