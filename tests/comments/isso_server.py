"""A real Isso on loopback, for as long as a block runs."""

import contextlib
import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

_PATIENCE = 20.0
_CONFIG = """\
[general]
dbpath = {folder}/comments.db
host = {origins}
name = test
latest-enabled = true
[moderation]
enabled = false
[server]
listen = http://127.0.0.1:{port}/
[guard]
enabled = false
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Isso:
    """A running server."""

    url: str
    """Without a slash at the end."""
    cookies: dict[int, str] = field(default_factory=dict)
    """What lets a reader take back a comment, by its number."""

    def post(self, key: str, text: str, *, author: str, parent: int | None = None) -> int:
        """Writes a comment as a reader's browser does. Returns its number."""
        body = {"title": "A thread", "text": text, "author": author, "parent": parent}
        with self._asked("POST", f"/new?{urlencode({'uri': key})}", json.dumps(body).encode()) as answer:
            number = int(json.load(answer)["id"])
            self.cookies[number] = answer.headers["Set-Cookie"].partition(";")[0]
        return number

    def delete(self, number: int) -> None:
        """Takes a comment back as the reader who wrote it does."""
        with self._asked("DELETE", f"/id/{number}", cookie=self.cookies[number]):
            pass

    def _asked(self, method: str, path: str, body: bytes | None = None, *, cookie: str = "") -> Any:
        headers = {"Content-Type": "application/json", "Origin": self.url, "Cookie": cookie}
        request = urllib.request.Request(self.url + path, data=body, headers=headers, method=method)
        return urllib.request.urlopen(request, timeout=10)


@contextlib.contextmanager
def running_isso(folder: Path, *origins: str) -> Iterator[Isso]:
    """A server that pages of `origins` may write to; its files are in `folder`."""
    port = _free_port()
    hosts = "\n    ".join(f"{origin}/" for origin in (*origins, f"http://127.0.0.1:{port}"))
    config = folder / "isso.cfg"
    config.write_text(_CONFIG.format(folder=folder, origins=f"\n    {hosts}", port=port), encoding="utf-8")
    command = [str(Path(sys.executable).parent / "isso"), "-c", str(config), "run"]
    with (folder / "isso.log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            _wait_for(port, process)
            yield Isso(url=f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
            process.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("Isso ended before it answered")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise TimeoutError("Isso does not answer")
