"""A digest of any value of ours: equal values have equal digests, on every machine.

The canonical writer accepts plain values and frozen dataclasses only, and raises on anything else: a digest of
something whose equality nobody can state would be a page that is silently stale. Each value is written with its type
and length, so that no two values are written alike.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from hashlib import blake2b
from typing import Any

from blogsmith.model.frozen import is_frozen

SIZE = 16
"""Bytes of a digest: 128 bits, so that chance collisions need not be thought of."""


class Digester:
    """Digests values; a dataclass that many views share is digested once while the digester lives."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, bytes]] = {}

    def digest(self, value: Any) -> str:
        """The digest in hex. Raises TypeError for anything but plain values and frozen dataclasses."""
        return self._of(value).hex()

    def _of(self, value: Any) -> bytes:
        if not is_dataclass(value) or isinstance(value, type):
            return blake2b(self._written(value), digest_size=SIZE).digest()
        known = self._known.get(id(value))
        if known is not None and known[0] is value:
            return known[1]
        if not is_frozen(type(value)):
            raise TypeError(f"{type(value).__name__} is not frozen, so it has no fingerprint")
        content = b"".join(self._written(getattr(value, field.name)) for field in fields(value))
        digest = blake2b(_framed(b"D", type(value).__qualname__.encode()) + content, digest_size=SIZE).digest()
        self._known[id(value)] = (value, digest)
        return digest

    def _written(self, value: Any) -> bytes:
        plain = _plain(value)
        if plain is not None:
            return plain
        if isinstance(value, tuple):
            return _framed(b"T", b"".join(self._written(item) for item in value))
        if isinstance(value, list):
            return _framed(b"L", b"".join(self._written(item) for item in value))
        if isinstance(value, Mapping):
            items = (self._written(key) + self._written(value[key]) for key in sorted(value, key=self._written))
            return _framed(b"M", b"".join(items))
        if isinstance(value, frozenset):
            return _framed(b"F", b"".join(sorted(self._written(item) for item in value)))
        if is_dataclass(value) and not isinstance(value, type):
            return b"d" + self._of(value)
        raise TypeError(f"{type(value).__name__} is no plain value, so it has no fingerprint")


def _plain(value: Any) -> bytes | None:
    """Values without parts; exact types, since a subclass may compare otherwise."""
    if value is None:
        return b"N"
    kind = type(value)
    if kind is bool:
        return b"1" if value else b"0"
    if kind is str:
        return _framed(b"s", value.encode("utf-8", "surrogatepass"))
    if kind is int:
        return _framed(b"i", str(value).encode())
    if kind is float:
        return _framed(b"f", value.hex().encode())
    if kind is bytes:
        return _framed(b"b", value)
    if kind is datetime:
        zone = str(value.tzinfo) if value.tzinfo is not None else ""
        return _framed(b"t", f"{value.isoformat()} {value.fold} {zone}".encode())
    if kind is date:
        return _framed(b"y", value.isoformat().encode())
    return _framed(b"e", f"{kind.__qualname__}.{value.name}".encode()) if isinstance(value, Enum) else None


def _framed(kind: bytes, content: bytes) -> bytes:
    return kind + str(len(content)).encode() + b":" + content
