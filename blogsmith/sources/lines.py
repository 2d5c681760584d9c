"""Lines of the site's files, for whoever shows a fault: of a file that was just looked at without reading it again."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from blogsmith.sources.files import read_plain_file

_KEPT = 4
"""Files whose lines are kept. Reports tell file after file, and one may have a fault in each of its lines."""


def line_reader(root: Path, unsaved: Mapping[str, str] | None = None) -> Callable[[str, int], str | None]:
    """Tells the text of a line by path and number from 1; None where it cannot be had. For one report, not for longer.

    `unsaved`: texts by path that count in place of what the disk has.
    """
    held = unsaved or {}

    @lru_cache(maxsize=_KEPT)
    def lines_of(path: str) -> list[str]:
        try:
            text = held[path] if path in held else read_plain_file(root / path).decode("utf-8-sig", "replace")
        except (OSError, ValueError):
            return []
        return text.replace("\r\n", "\n").split("\n")

    def line_of(path: str, line: int) -> str | None:
        lines = lines_of(path)
        return lines[line - 1] if 0 < line <= len(lines) else None

    return line_of
