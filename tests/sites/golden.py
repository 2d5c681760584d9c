"""What example sites are expected to become: trees and texts in `goldens/`, rewritten by `pytest --rewrite-goldens`.

What changes with every release or every touch of a style sheet is masked: the version, and the digests in the addresses
of the theme's own files, which themselves are left out.
"""

import difflib
import hashlib
import io
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PIL import Image

from blogsmith.version import VERSION
from tests.site import tree, write_file

SITES = Path(__file__).parent
GOLDENS = SITES / "goldens"

_OPTION = "--rewrite-goldens"
_ASSET = re.compile(rb"(/assets/[\w/-]+)\.[0-9a-f]{8}(\.\w+)")

Hold = Callable[[str, Mapping[str, bytes]], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """The flag that rewrites."""
    parser.addoption(_OPTION, action="store_true", help="write what was built into tests/sites/goldens/")


@pytest.fixture
def example(tmp_path: Path) -> Callable[[str], Path]:
    """A function that copies the example site of that name, so that it can be built."""
    return lambda name: shutil.copytree(SITES / name, tmp_path / name)


@pytest.fixture
def hold_to_golden(request: pytest.FixtureRequest) -> Hold:
    """A function that holds files to those in `goldens/NAME/`, or writes them there."""

    def hold(name: str, files: Mapping[str, bytes]) -> None:
        masked = {path: _kept(path, content) for path, content in files.items() if not path.startswith("assets/")}
        if request.config.getoption(_OPTION):
            _rewrite(GOLDENS / name, masked)
        expected = tree(GOLDENS / name)
        difference = "\n".join(_differences(expected, masked))
        assert not difference, f"{name} has become something else:\n{difference}"

    return hold


def _kept(path: str, content: bytes) -> bytes:
    return _pixels(content) if path.startswith("card/") else _masked(content)


def _masked(content: bytes) -> bytes:
    version = f"blogsmith {VERSION}".encode()
    return _ASSET.sub(rb"\1.DIGEST\2", content).replace(version, b"blogsmith VERSION")


def _pixels(content: bytes) -> bytes:
    """What a picture shows, whatever packed it."""
    with Image.open(io.BytesIO(content)) as image:
        shown = image.convert("RGB")
    return f"{shown.width} x {shown.height}: {hashlib.sha256(shown.tobytes()).hexdigest()}\n".encode()


def _rewrite(folder: Path, files: Mapping[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in files.items():
        write_file(folder, path, "")
        (folder / path).write_bytes(content)


def _differences(expected: Mapping[str, bytes], found: Mapping[str, bytes]) -> Iterator[str]:
    for path in sorted(expected.keys() | found.keys()):
        if path not in found:
            yield f"{path}: is no longer made"
        elif path not in expected:
            yield f"{path}: is new"
        elif expected[path] != found[path]:
            old, new = (content.decode(errors="replace").splitlines() for content in (expected[path], found[path]))
            yield from difflib.unified_diff(old, new, f"expected/{path}", f"found/{path}", lineterm="", n=1)
