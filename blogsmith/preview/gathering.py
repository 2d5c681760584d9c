"""Many files are read at once, with all processors, by a process that stands by; their heads are unpacked as they come.

At the beginning, where nothing is known of a site, and whenever many files change: nobody can wait for one thread.
"""

import contextlib
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from blogsmith.model.config import Config
from blogsmith.model.diagnostic import CannotGoOn
from blogsmith.model.frozen import frozen
from blogsmith.pipeline.codec import codec_of, packed
from blogsmith.pipeline.heads import Head, by_path, completed, gather_heads
from blogsmith.pipeline.memory import FILE, Memory
from blogsmith.pipeline.pipes import WorkerFailed
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.standby import Standby
from blogsmith.pipeline.workers import processors
from blogsmith.sources.files import Found

_ENDED = (CannotGoOn, OSError, WorkerFailed)
"""What is raised where the process, or one of its own, was ended, or had a bug: then files are read without it."""


@frozen
class _Question:
    """Asks for the heads of some files, read under a config."""

    config: Config
    files: tuple[Found, ...]
    fronts: Mapping[str, bytes]
    """By path, the front matter that is known, as of `Text`."""
    is_all: bool
    """True where these are all files there are: then what is read is remembered."""


@frozen
class _News:
    """How far it is, and what came of that."""

    done: int
    count: int
    heads: tuple[bytes, ...]


@dataclass(slots=True, kw_only=True)
class _Arriving:
    """Heads on their way."""

    heads: dict[str, Head] = field(default_factory=dict)
    are_there: threading.Event = field(default_factory=threading.Event)

    def wait(self) -> Mapping[str, Head]:
        """All of them, by path, once they are there; fewer where the process that reads them has ended."""
        self.are_there.wait()
        return self.heads


class Gatherer:
    """Reads files in a process of its own. Started before any thread."""

    def __init__(self, request: Request) -> None:
        def work(question: bytes, tell: Callable[[bytes], None]) -> bytes:
            while unkept:
                unkept.pop()()
            if not question:
                return b""
            asked = codec_of(_Question).unpack(question)

            def read(done: int, count: int, heads: Sequence[bytes]) -> None:
                tell(packed(_News(done=done, count=count, heads=tuple(heads))))

            is_kept = request.remember and asked.is_all
            memory = Memory(request.root / ".blogsmith" / FILE if is_kept else None)
            jobs = request.jobs or processors()
            keep = gather_heads(
                request.root, asked.files, asked.config, memory, jobs=jobs, fronts=asked.fronts, read=read
            )
            unkept.extend((memory.close, keep) if is_kept else (memory.close,))
            return b""

        unkept: list[Callable[[], None]] = []

        self._standby = Standby(work)
        self._idle = threading.Event()
        self._idle.set()
        self.progress = (0, 0)
        """How many files of how many are read, of those that are being read."""

    def gather(
        self, files: Sequence[Found], config: Config, *, before: Mapping[str, Head], is_all: bool
    ) -> Callable[[], Mapping[str, Head]]:
        """Begins to read those files; what is returned waits for their heads, by path. Where the system has ended the
        process, some or all are missing: whoever asked reads them.

        `before`: heads of some of them, read under the same config, as they were before they changed. `is_all`: there
        are no others, and none before, so that what is read is remembered once `settle` is called.
        """
        arriving = _Arriving()

        def told(news: bytes) -> None:
            found = codec_of(_News).unpack(news)
            heads = by_path(found.heads, config)
            arriving.heads.update((path, completed(head, before)) for path, head in heads.items())
            self.progress = (found.done, found.count) if found.done < found.count else (0, 0)
            if found.done == found.count:
                arriving.are_there.set()

        def run() -> None:
            try:
                self._standby.ask(packed(question), told=told)
            except _ENDED:
                self.progress = (0, 0)
            finally:
                arriving.are_there.set()
                self._idle.set()

        fronts = {path: head.text.front for path, head in before.items() if head.key and head.text.front}
        question = _Question(config=config, files=tuple(files), fronts=fronts, is_all=is_all)
        self._idle.clear()
        threading.Thread(target=run, name="gathering", daemon=True).start()
        return arriving.wait

    def settle(self) -> None:
        """Has what was read remembered, and waits for that."""
        self._idle.wait()
        with contextlib.suppress(*_ENDED):
            self._standby.ask(b"")

    def stop(self) -> None:
        """Ends the process."""
        self._standby.stop()
