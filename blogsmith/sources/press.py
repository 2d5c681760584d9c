"""Texts of the press desk, `press/*.md`: posts must not be copies of them. They are never published."""

from collections.abc import Mapping
from pathlib import Path

from blogsmith.model.source import SourcePath
from blogsmith.sources.encoding import decode
from blogsmith.sources.files import read_plain_file


def read_press(root: Path) -> Mapping[str, str]:
    """The text of each file by path; a file that cannot be read is none."""
    texts = {}
    for path in sorted((root / "press").glob("*.md")):
        name = f"press/{path.name}"
        try:
            source = decode(SourcePath(name), read_plain_file(path)).value
        except OSError:
            continue
        if source is not None:
            texts[name] = source.text
    return texts
