"""An answer of another program, looked at with care: what is not as it should be is a ValueError."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any


def parsed(content: bytes) -> Any:
    """The JSON of an answer. Raises ValueError."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def table_at(value: Any, *keys: str) -> Mapping[str, Any]:
    """The table under `keys`. Raises ValueError where there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, dict):
        raise ValueError(f"no table {'.'.join(keys) or 'at the top'}")
    return value


def tables(value: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    """Each table of the list under `key`; nothing where there is no such list."""
    found = value.get(key)
    yield from (item for item in found if isinstance(item, dict)) if isinstance(found, list) else ()


def moment(value: object) -> datetime:
    """ISO 8601, or milliseconds since 1970; in UTC where it says no offset. Raises ValueError."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return datetime.fromtimestamp(value / 1000, UTC)
    read = datetime.fromisoformat(str(value))
    return read if read.tzinfo is not None else read.replace(tzinfo=UTC)
