"""The shortest way through `build`: nothing has changed since the last one. Imports nothing that takes time."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from blogsmith.pipeline.source_states import Scan
from blogsmith.pipeline.standing import still_standing


def said_again(arguments: Sequence[str]) -> tuple[int | None, Scan | None]:
    """Says what the last build said where nothing has changed since. Returns the exit code, None where it must run; and
    how the sources were found, where it looked.
    """
    started = time.perf_counter()
    root = _root(arguments)
    if root is None or "SOURCE_DATE_EPOCH" in os.environ:
        return None, None
    known, seen = still_standing(root, surroundings(), time.time())
    if known is None:
        return None, seen
    sys.stderr.write(known.said.replace("{seconds}", f"{time.perf_counter() - started:.2f}"))
    return 0, seen


def surroundings() -> str:
    """All of the environment that changes what a plain `blogsmith build` says."""
    names = ("BLOGSMITH_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR")
    return repr([*(os.environ.get(name, "") for name in names), sys.stderr.isatty()])


def is_plain(arguments: Sequence[str]) -> bool:
    """Whether a command line is `build`, with a folder or without."""
    return _root(arguments) is not None


def _root(arguments: Sequence[str]) -> Path | None:
    """The site's folder of a plain `build`; None for any other command line."""
    match list(arguments):
        case ["build"]:
            here = Path.cwd()
            return next((place for place in (here, *here.parents) if (place / "config.toml").is_file()), None)
        case ["build", "-C", folder] | ["-C", folder, "build"]:
            return Path(folder).absolute()
    return None
