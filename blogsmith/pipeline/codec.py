"""Values of ours become bytes and values again, and get digests; nothing that is read back is ever executed."""

from functools import cache
from hashlib import sha256
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")

SIZE = 16
"""Bytes of a digest: 128 bits, so that chance collisions need not be thought of."""

_plain = msgspec.msgpack.Encoder()
_canonical = msgspec.msgpack.Encoder(order="deterministic")


class Codec(Generic[T]):
    """Bytes of one type: plain values and frozen dataclasses. Moments come back in UTC."""

    def __init__(self, kind: type[T]) -> None:
        self._decoder = msgspec.msgpack.Decoder(kind)

    def pack(self, value: T) -> bytes:
        """The value's bytes. Raises TypeError for what is no plain value."""
        return _plain.encode(value)

    def unpack(self, packed: bytes) -> T:
        """The value. Raises ValueError for bytes that no value of this type has."""
        return self._decoder.decode(packed)


@cache
def codec_of(kind: type[T]) -> Codec[T]:
    """The one codec of a type."""
    return Codec(kind)


def packed(value: object) -> bytes:
    """The bytes of any plain value. Raises TypeError for what is none."""
    return _plain.encode(value)


def canonical(value: object) -> bytes:
    """The same bytes for equal values, for a digest. Raises TypeError for what is no plain value with words as keys.

    Moments count as points in time, whatever their zone.
    """
    return _canonical.encode(value)


def digest_of(*parts: bytes) -> bytes:
    """The digest of some bytes; where one part ends and the next begins counts.

    SHA-256, cut short: most processors compute it themselves, and then it takes half of BLAKE2b's time.
    """
    digest = sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.digest()[:SIZE]
