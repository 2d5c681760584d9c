"""A plain YAML scalar becomes a value by the core schema of YAML 1.2, decimal numbers alone.

Source: YAML 1.2.2, 10.3.2. Left as text on purpose: `no`, `on`, `0123`, `0x1f`, `12:30`, `2026-03-12`, `.inf`.
"""

import math
import re

from blogsmith.text.patterns import pattern

Scalar = str | int | float | bool | None

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NUMBERS = "+-.0123456789"
"""What a number begins with."""
_INT = pattern(r"[-+]?(?:0|[1-9][0-9]{0,17})", re.ASCII)
_FLOAT = pattern(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?", re.ASCII)


def plain_value(text: str) -> Scalar:
    """What an unquoted scalar means; text where it means nothing else. A number too large for its type stays text."""
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if text[0] not in _NUMBERS:
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and not text.strip("+-").isdigit():
        number = float(text)
        return number if math.isfinite(number) else text
    return text
