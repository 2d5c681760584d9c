"""`blogsmith serve` as a process of its own, for as long as a block runs."""

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
_READY = re.compile(r"http://localhost:(\d+)(/\S*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A preview that runs."""

    origin: str
    port: int
    process_id: int
    said: list[str]
    """What it printed, a line each."""


def _wait_until_read(port: int, path: str) -> None:
    """Until the site has been read: it listens before that."""
    while True:
        connection = http.client.HTTPConnection("localhost", port, timeout=120)
        try:
            connection.request("GET", path)
            if connection.getresponse().status != 503:
                return
        finally:
            connection.close()


@contextlib.contextmanager
def serving(
    root: Path, *arguments: str, lang: str = "en", now: str = "2026-06-01T12:00:00", within: Sequence[str] = ()
) -> Iterator[Served]:
    """Serves the site in `root` on a free port. Raises AssertionError with what it said where it does not begin.

    `within`: a command that runs another one, under limits of its own.
    """
    command = [
        *within,
        sys.executable,
        "-m",
        "blogsmith",
        "serve",
        "-C",
        str(root),
        "--port",
        "0",
        "--lang",
        lang,
        "--now",
        now,
    ]
    variables = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    process = subprocess.Popen([*command, *arguments], env=variables, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    said: list[str] = []
    found = None
    for line in process.stderr:
        said.append(line.rstrip())
        found = _READY.match(line)
        if found is not None:
            break
    assert found is not None, "\n".join(said)
    rest = process.stderr
    reader = threading.Thread(target=lambda: said.extend(line.rstrip() for line in rest), daemon=True)
    reader.start()
    try:
        port = int(found[1])
        _wait_until_read(port, found[2])
        yield Served(origin=f"http://localhost:{port}", port=port, process_id=process.pid, said=said)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        finally:
            process.kill()
        reader.join(5)
        rest.close()
