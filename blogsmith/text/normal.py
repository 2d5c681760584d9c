"""Unicode NFC for whatever is read: a name typed on a Mac and one typed on Linux are one name."""

import unicodedata
from collections.abc import Mapping
from typing import Any


def normalise(value: Any) -> Any:
    """`value` with every text in it, keys too, in Unicode NFC."""
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        return {normalise(key): normalise(item) for key, item in value.items()}
    if isinstance(value, list):
        return [normalise(item) for item in value]
    return value
