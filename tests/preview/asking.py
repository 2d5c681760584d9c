"""Requests to a preview, in this process: what a browser would send, and what nobody should."""

import contextlib
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from blogsmith.pipeline.request import Request
from blogsmith.preview.answers import Answer, Answers
from blogsmith.preview.guard import Asked, Guard
from blogsmith.preview.server import PreviewServer
from blogsmith.preview.service import Service
from blogsmith.reports.words import Words
from tests.preview.opened import NOW

TOKEN = "a-token-of-this-run"
PORT = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A preview that runs, and whoever asks it."""

    service: Service
    answers: Answers
    faults: list[BaseException]

    def get(self, target: str, *headers: tuple[str, str], method: str = "GET", local: bool = True) -> Answer:
        """The answer to a request of the preview's own browser; `headers` come before its own Host."""
        names = [name for name, _ in headers]
        host = () if "host" in names else (("host", f"localhost:{PORT}"),)
        return self.answers.answer(Asked(method=method, target=target, headers=(*headers, *host), is_local=local))

    def text(self, target: str) -> str:
        """The body of what stands at an address."""
        return self.get(target).body.decode()


@contextlib.contextmanager
def previewed(root: Path, *, as_published: bool = False, hosts: Sequence[str] = ()) -> Iterator[Preview]:
    """A preview of the site in `root`, at NOW."""
    faults: list[BaseException] = []

    def now() -> datetime:
        return NOW

    request = Request(root=root, config=root / "config.toml", now=NOW, live_comments=as_published, jobs=1)
    service = Service(
        request, now=now, words=Words("en"), as_published=as_published, polling=False, failed=faults.append
    )
    service.start()
    assert service.keeper.is_open(60)
    try:
        answers = Answers(service, Guard(port=PORT, token=TOKEN, hosts=frozenset(hosts)))
        yield Preview(service=service, answers=answers, faults=faults)
    finally:
        service.stop()


@contextlib.contextmanager
def listening(root: Path) -> Iterator[tuple[PreviewServer, Preview]]:
    """The same behind a real socket, under the port that it has."""
    with previewed(root) as preview, PreviewServer("127.0.0.1", 0) as server:
        guard = Guard(port=int(server.server_address[1]), token=TOKEN)
        answers = Answers(preview.service, guard)
        thread = threading.Thread(
            target=server.run, args=(answers, preview.service, preview.faults.append), daemon=True
        )
        thread.start()
        try:
            yield server, preview
        finally:
            server.shutdown()
            thread.join()
