"""The digest of all code that can change a result: blogsmith's own and, by their versions, the libraries'."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from blogsmith.pipeline.codec import digest_of

_OWN = str(Path(__file__).parents[1])
_KINDS = (".py", ".toml", ".xml", ".html", ".json", ".txt")
_MUCH = 1 << 20


@cache
def code_digest() -> bytes:
    """Of Python, of every file of the package that is run or read, and of every library installed beside msgspec."""
    parts = [sys.version.encode()]
    for path in sorted(_files(_OWN)):
        parts += (path.removeprefix(_OWN).encode(), _content(path))
    spec = find_spec("msgspec")
    if spec is not None and spec.origin is not None:
        libraries = Path(spec.origin).parents[1]
        parts += sorted(path.name.encode() for path in libraries.glob("*.dist-info"))
    return digest_of(*parts)


def _files(folder: str) -> Iterator[str]:
    """What is run or read, but for the theme that a wheel holds: that is looked at as any theme."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                if not entry.path.endswith(("/themes/default", "__pycache__")):
                    yield from _files(entry.path)
            elif entry.name.endswith(_KINDS):
                yield entry.path


def _content(path: str) -> bytes:
    """A file in as few calls as can be: there are six hundred, and every command that remembers begins with them."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        pieces = list(iter(lambda: os.read(descriptor, _MUCH), b""))
    finally:
        os.close(descriptor)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)
