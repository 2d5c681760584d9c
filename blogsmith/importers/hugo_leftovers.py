"""What has no home in our front matter is kept under `extra: {hugo: …}`, as plain values that our reader accepts."""

import json
import re
from collections.abc import Container, Mapping
from typing import Any

_DEEPEST = 5
"""Under `extra` and `hugo`, within the eight levels that front matter may have."""
_MOST_VALUES = 800
_ODD = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def leftovers(table: Mapping[str, Any], written: Mapping[str, str], used: Container[str]) -> dict[str, Any]:
    """Values by the key as it was written; what is empty is left out."""
    kept: dict[str, Any] = {}
    for key, value in table.items():
        plain = clean(value)
        if key not in used and not _says_nothing(plain):
            kept[written.get(key, key)] = plain if _depth(plain) <= _DEEPEST else json.dumps(plain, ensure_ascii=False)
    return kept if _size(kept) <= _MOST_VALUES else {"all": json.dumps(kept, ensure_ascii=False)}


def clean(value: Any) -> Any:
    """`value` without signs that front matter may not hold."""
    if isinstance(value, str):
        return _ODD.sub(" ", value.replace("\r\n", "\n"))
    if isinstance(value, Mapping):
        return {_ODD.sub(" ", str(key)): clean(item) for key, item in value.items()}
    return [clean(item) for item in value] if isinstance(value, list | tuple) else value


def _says_nothing(value: Any) -> bool:
    """Whether a value is empty, or made of empty ones."""
    if isinstance(value, Mapping):
        return all(_says_nothing(item) for item in value.values())
    if isinstance(value, list):
        return all(_says_nothing(item) for item in value)
    return value is None or value == ""


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max((_depth(item) for item in inner), default=0)


def _size(value: Any) -> int:
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return 1 + sum(_size(item) for item in inner)
