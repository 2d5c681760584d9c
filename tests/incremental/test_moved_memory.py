"""A memory that was saved on one machine and restored on another, at another path, is used and is right."""

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from blogsmith.model.document import Body
from blogsmith.pipeline.codec import codec_of, packed
from blogsmith.pipeline.memory import FILE, Memory
from tests.incremental.blog import built, difference, write_blog

NOW = datetime(2026, 6, 1, 12, tzinfo=ZoneInfo("UTC"))
THIRD = "content/posts/third.md"


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """A blog that was built, then checked out somewhere else: new files with new times, and the memory alone."""
    here, there = tmp_path / "here", tmp_path / "over/there"
    write_blog(here, theme="default", korean=True)
    assert built(here, NOW).exit_code == 0
    write_blog(there, theme="default", korean=True)
    (there / ".blogsmith").mkdir()
    shutil.copy(here / ".blogsmith" / FILE, there / ".blogsmith" / FILE)
    return there


def test_what_is_published_is_what_a_clean_build_publishes(moved: Path, tmp_path: Path) -> None:
    third = moved / THIRD
    third.write_text(third.read_text() + "\n저는 다시 팠습니다.\n")
    assert built(moved, NOW) == built(moved, NOW, clean=tmp_path / "clean")
    assert difference(moved / "public", tmp_path / "clean") == []


def test_what_did_not_change_is_not_parsed_again(moved: Path) -> None:
    """Seen by a word that the memory alone has."""
    memory, codec = Memory(moved / ".blogsmith" / FILE), codec_of(Body)
    for key, value in memory.all("body").items():
        body = codec.unpack(value)
        pieces = [
            piece.replace("I measured", "I remembered") if isinstance(piece, str) else piece for piece in body.pieces
        ]
        fields = {name: getattr(body, name) for name in Body.__dataclass_fields__}
        memory.keep("body", {key: packed({**fields, "pieces": pieces})})
    memory.close()
    assert built(moved, NOW).exit_code == 0
    assert any("I remembered" in page.read_text() for page in (moved / "public").rglob("index.html"))
