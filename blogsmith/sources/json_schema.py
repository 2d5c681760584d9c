"""The model's dataclasses become JSON Schemas for editors: the same keys, each described by its docstring."""

import ast
import inspect
from collections.abc import Mapping
from dataclasses import is_dataclass
from types import ModuleType
from typing import Any

from blogsmith.model import author, config, conversation, house_rules, identity, post, publishing
from blogsmith.sources.shape_faults import adapter_of

_MOMENT = r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?( ?(Z|[+-]\d\d:?\d\d))?)?$"
"""How a date is typed: `sources/dates.py`. JSON Schema's own `date-time` would refuse `2026-03-12`."""


def json_schema(shape: type[Any], *, title: str) -> dict[str, Any]:
    """JSON Schema 2020-12 of what may be typed for `shape`. Source: json-schema.org, draft 2020-12."""
    schema = _typed_by_people(adapter_of(shape).json_schema())  # type: ignore[arg-type]  # classes are hashable
    docs = {
        name: text
        for module in (author, config, conversation, house_rules, identity, post, publishing)
        for name, text in _docs_of(module).items()
    }
    _describe(schema, shape.__name__, docs)
    for name, part in schema.get("$defs", {}).items():
        _describe(part, name, docs)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}


def _typed_by_people(schema: Any) -> Any:
    """The schema with dates as people type them, and without the titles that repeat each key."""
    if isinstance(schema, list):
        return [_typed_by_people(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") in ("date-time", "date"):
        return {"type": "string", "pattern": _MOMENT}
    return {
        key: _typed_by_people(value) for key, value in schema.items() if not (key == "title" and isinstance(value, str))
    }


def _describe(schema: dict[str, Any], name: str, docs: Mapping[tuple[str, str], str]) -> None:
    properties = schema.get("properties", {})
    for key, part in properties.items():
        text = docs.get((name, key))
        if text:
            part["description"] = text


def _docs_of(module: ModuleType) -> dict[tuple[str, str], str]:
    """The text under each field of a module's dataclasses, by class and field; fields of a base count for its heirs."""
    docs: dict[tuple[str, str], str] = {}
    for item in ast.parse(inspect.getsource(module)).body:
        if not isinstance(item, ast.ClassDef) or not is_dataclass(getattr(module, item.name)):
            continue
        for field, text in zip(item.body, item.body[1:], strict=False):
            if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
                continue
            if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
                docs[item.name, field.target.id] = " ".join(str(text.value.value).split())
    return docs
