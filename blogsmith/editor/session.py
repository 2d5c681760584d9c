"""What editors have open in one site, and what was last found out about it.

Two looks follow each change: a glance at the file itself within milliseconds, and a survey of the whole site behind it.
What only a survey can know stays as it was until the next one.
"""

import threading
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic
from blogsmith.pipeline.codec import digest_of
from blogsmith.pipeline.glance import glance
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.trip import Survey, survey_site
from blogsmith.sources.files import is_read, read_plain_file

Findings = tuple[Diagnostic, ...]
Tell = Callable[[str, str, Findings], None]
"""Takes a path, the text that was looked at, and everything that is wrong with it."""


class Session:
    """One site. Safe to be used from several threads."""

    def __init__(self, root: Path, config: Path, *, now: Callable[[], datetime], tell: Tell) -> None:
        self.root, self._config, self._now, self._tell = root, config, now, tell
        self._lock = threading.RLock()
        self._texts: dict[str, str] = {}
        self._changed: set[str] = set()
        self._told: dict[str, Findings] = {}
        self._stops: Mapping[str, Findings] = {}
        self._surveyed_texts: dict[str, str] = {}
        self._glances: dict[str, Findings] = {}
        """Of the texts that were surveyed."""
        self.survey: Survey | None = None

    def path_of(self, file: Path) -> str | None:
        """A file's path from the root, where blogsmith would read it."""
        if not file.is_relative_to(self.root):
            return None
        path = unicodedata.normalize("NFC", file.relative_to(self.root).as_posix())
        return path if file == self._config or (path.endswith(".md") and is_read(path)) else None

    def write(self, path: str, text: str) -> None:
        """A file was opened, or changed in its editor."""
        with self._lock:
            self._texts[path] = text
            self._changed.add(path)

    def close(self, path: str) -> None:
        """A file was closed: what the disk has counts again."""
        with self._lock:
            self._texts.pop(path, None)
            self._changed.discard(path)
            self._say(path, ())

    def text(self, path: str) -> str:
        """What an editor holds of an open file; empty where it is not open."""
        return self._texts.get(path, "")

    def findings(self, path: str) -> Findings:
        """What was last told of a file."""
        return self._told.get(path, ())

    def look(self) -> None:
        """Tells what is wrong with each open file that has changed, as far as it says so itself.

        Before the first survey nothing is known, and nothing is told.
        """
        with self._lock:
            if self.survey is None:
                return
            changed, self._changed = sorted(self._changed), set()
            for path in changed:
                self._say(path, self._found(path))

    def look_around(self) -> None:
        """Surveys the whole site with what is open in place of what is saved, and tells what is wrong anywhere open."""
        with self._lock:
            texts = dict(self._texts)
        survey, stops = self._surveyed(texts)
        with self._lock:
            if survey is not None:
                self.survey, self._surveyed_texts, self._glances = survey, texts, {}
            self._stops = stops
            for path in {*self._texts, *stops, *self._told}:
                self._say(path, self._found(path))

    def _surveyed(self, texts: Mapping[str, str]) -> tuple[Survey | None, Mapping[str, Findings]]:
        """A survey, or why there is none; neither where the folder is no blog."""
        request = Request(root=self.root, config=self._config, now=self._now(), jobs=1, unsaved=texts)
        if not self._config.is_file() and not texts:
            return None, {}
        try:
            return survey_site(request), {}
        except CannotGoOn as stop:
            by_path: dict[str, list[Diagnostic]] = defaultdict(list)
            for fault in stop.diagnostics:
                by_path[fault.location.path].append(fault)
            return None, {path: tuple(faults) for path, faults in by_path.items()}

    def _found(self, path: str) -> Findings:
        text, survey = self._texts.get(path), self.survey
        if path in self._stops and (text is None or survey is None or text == self._surveyed_texts.get(path)):
            return self._stops[path]
        if text is None or survey is None:
            return ()
        whole = tuple(fault for fault in survey.diagnostics if fault.location.path == path)
        if self._was_surveyed(survey, path, text):
            self._surveyed_texts[path] = text
            return whole
        now, before = glance(survey, path, text), self._surveyed_texts.get(path)
        if before is None:
            return now
        if path not in self._glances:
            self._glances[path] = glance(survey, path, before)
        return _joined(now, self._glances[path], whole)

    def _was_surveyed(self, survey: Survey, path: str, text: str) -> bool:
        read = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        digest = digest_of(read.encode("utf-8", "surrogatepass"))
        return text == self._surveyed_texts.get(path) or survey.collection.digests.get(path) == digest

    def _say(self, path: str, found: Findings) -> None:
        text = self._texts.get(path)
        if text is None and not found and not self._told.get(path):
            self._told.pop(path, None)
            return
        self._told[path] = found
        self._tell(path, self._on_disk(path) if text is None else text, found)

    def _on_disk(self, path: str) -> str:
        try:
            return read_plain_file(self.root / path).decode("utf-8", "replace")
        except OSError:
            return ""


def _joined(now: Findings, before: Findings, whole: Findings) -> Findings:
    """What a glance finds now, with what only the survey knew; without what only a glance would say."""
    known, seen = set(whole), set(before)
    phantoms = {(fault.rule, fault.facts) for fault in seen - known}
    own: Sequence[Diagnostic] = [fault for fault in now if (fault.rule, fault.facts) not in phantoms]
    return (*own, *(fault for fault in whole if fault not in seen))
