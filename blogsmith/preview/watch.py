"""The operating system's word that files changed: a hint, never the truth. Whoever gets it looks for themselves."""

import errno
import logging
import os
import warnings
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

logging.getLogger("watchdog").addHandler(logging.NullHandler())
logging.getLogger("watchdog").propagate = False
warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
"""watchdog tells of folders that are made while it begins to watch them; the next look at everything sees them."""

FOLDERS = ("authors", "content", "press", "themes")
"""What is watched with all that is in it; of the site's own folder the files alone."""

_OWN_FILES = (".toml", ".json")
_TOLD: list[type[FileSystemEvent]] = [
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
    *(FileClosedEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]
"""What the system is asked to tell. Not that a file is read: our own reading of ten thousand would cost seconds."""

Hint = Callable[[str | None], None]
"""Takes a path from the site's root as the disk has it; None where anything may have changed."""


class _Passer(FileSystemEventHandler):
    def __init__(self, root: str, hint: Hint, appeared: Callable[[str], None]) -> None:
        self._inside, self._hint, self._appeared = root.rstrip(os.sep) + os.sep, hint, appeared

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Passes on which files an event speaks of."""
        for path in (event.src_path, event.dest_path):
            name = os.fsdecode(path)
            if not name.startswith(self._inside):  # nothing, or the site's folder itself
                continue
            own = name.removeprefix(self._inside)  # many times faster than `relpath`, and a checkout brings thousands
            if own in FOLDERS:
                self._appeared(own)
            if own.startswith(".") or (os.sep not in own and not own.endswith(_OWN_FILES) and own not in FOLDERS):
                continue
            self._hint(None if event.is_directory else own)


class Watch:
    """Watches a site from `start` until `stop`."""

    def __init__(self, root: Path, hint: Hint) -> None:
        self._root, self._hint = root.resolve(), hint
        self._observer: BaseObserver = Observer()
        self._watched: set[str] = set()
        self._passer = _Passer(str(self._root), hint, self._watch)
        self.is_whole = True
        """False where the system watches no more folders: then only looking again tells what changed."""

    def start(self) -> None:
        """Begins to pass on hints."""
        try:
            self._observer.schedule(self._passer, str(self._root), event_filter=_TOLD)
            self._observer.start()
        except OSError as error:
            self._give_up(error)
            return
        for name in FOLDERS:
            self._watch(name)

    def stop(self) -> None:
        """Lets go of the system's watches."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join(timeout=2)

    def _watch(self, name: str) -> None:
        folder = self._root / name
        if name in self._watched or not folder.is_dir() or folder.is_symlink():
            return
        try:
            self._observer.schedule(self._passer, str(folder), recursive=True, event_filter=_TOLD)
            self._watched.add(name)
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        """Out of watches or of instances: the site is looked at in turns instead."""
        if error.errno not in (errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOENT, errno.EACCES):
            raise error
        self.is_whole = False
