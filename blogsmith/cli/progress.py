"""A progress bar on stderr where a person watches the terminal; nothing elsewhere."""

import contextlib
import importlib
import sys
from collections.abc import Iterator

from blogsmith.cli.settings import Settings
from blogsmith.pipeline.publish import Progress


@contextlib.contextmanager
def watched_progress(settings: Settings) -> Iterator[Progress | None]:
    """What a build calls with pages done and pages in all; None where nobody watches. rich is loaded only for a bar."""
    if settings.report != "text" or settings.quiet or not sys.stderr.isatty():
        yield None
        return
    rich_progress = importlib.import_module("rich.progress")
    console = importlib.import_module("rich.console").Console(stderr=True, no_color=not settings.colour)
    with rich_progress.Progress(console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
