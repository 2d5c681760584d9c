"""What happens to a memory between two builds: rot, a disk that was full, somebody else's file, an older copy."""

from collections.abc import Callable
from pathlib import Path
from random import Random

Damage = Callable[[bytes, Random], bytes]


def flipped(content: bytes, chance: Random) -> bytes:
    """One bit is another."""
    place, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
    return content[:place] + bytes([content[place] ^ bit]) + content[place + 1 :]


def rotten(content: bytes, chance: Random) -> bytes:
    """Many bits are others."""
    for _ in range(40):
        content = flipped(content, chance)
    return content


def cut(content: bytes, chance: Random) -> bytes:
    """The end is missing."""
    return content[: chance.randrange(len(content))]


def zeroed(content: bytes, chance: Random) -> bytes:
    """A page of zeros in the middle."""
    place = chance.randrange(len(content))
    return (content[:place] + bytes(4096) + content[place + 4096 :])[: len(content)]


def foreign(content: bytes, chance: Random) -> bytes:
    """Something else altogether."""
    return chance.choice((b"", b"[]", b"SQLite format 3\0", b"\0" * len(content), b"\x80\x04cos\nsystem\n."))


DAMAGES: tuple[Damage, ...] = (flipped, rotten, cut, zeroed, foreign)


def spoil(file: Path, chance: Random) -> str:
    """Does one of these to a file; returns its name."""
    damage = chance.choice(DAMAGES)
    content = file.read_bytes()
    if content:
        file.write_bytes(damage(content, chance))
    return damage.__name__
