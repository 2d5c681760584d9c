"""A tree is brought into a folder file by file, for folders that cannot be exchanged: mount points, volumes.

Each file appears whole, by a rename; all of them do not appear at once. So what pages show comes first, then pages,
then what leads readers to them, and what is gone goes last: a reader in between meets old pages or new ones, and never
one whose pictures or styles are not there yet.
"""

import os
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from blogsmith.pipeline.folders import remove_empty, take_away
from blogsmith.text.patterns import pattern

_PARTIAL = ".blogsmith-new"
_UNFINISHED = pattern(r"(?:.*/)?\.[^/]+\.blogsmith-new")
_LEADING = pattern(r"(?:[^/]+/)?index\.html|_redirects|_headers|.*\.(?:xml|json|txt|conf|htaccess)|\.htaccess")
"""Home pages, feeds, sitemap, what hosts are told."""


def replace_files(stage: Path, live: Path, changed: Iterable[str], gone: Collection[str]) -> None:
    """Copies each of `changed`, with its time, and takes away each of `gone`. Raises OSError."""
    for path in sorted(changed, key=_turn):
        target = live / path
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{target.name}{_PARTIAL}")
        shutil.copy2(stage / path, partial)
        os.replace(partial, target)  # noqa: PTH105  # as the rest of this room
    for path in gone:
        take_away(live, path)
    remove_empty(live, {path.rpartition("/")[0] for path in gone})


def is_unfinished(path: str) -> bool:
    """Whether a file is what a build left of itself that was killed while it copied."""
    return _UNFINISHED.fullmatch(path) is not None


def _turn(path: str) -> tuple[int, str]:
    if _LEADING.fullmatch(path):
        return 2, path
    return (1 if path.endswith(".html") else 0), path
