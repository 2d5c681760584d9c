"""HTTP for one editor: requests come in within limits of size and time, and answers go out. Nothing is decided here.

A connection brings one request. Its head must come whole soon after its first byte; who waits longest is let go first
where there are too many. Sources: RFC 9112; HTML, 9.2 (server-sent events).
"""

import contextlib
import io
import queue
import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from blogsmith.preview.answers import Answer, Answers, common_headers
from blogsmith.preview.guard import Asked, is_loopback
from blogsmith.preview.live import Listener
from blogsmith.preview.service import Service

_MOST_CONNECTIONS = 512
_LARGEST_HEAD = 16 * 1024
_MOST_HEADERS = 64
_IDLE = 10.0
"""Seconds that a connection may be open before its first byte: browsers open some in advance."""
_HEAD_TIME = 0.8
"""Seconds from the first byte of a head to its last."""
_SEND_TIME = 20.0
_PING = 10.0
_STACK = 512 * 1024


class PreviewServer(ThreadingHTTPServer):
    """Listens on one address. `daemon_threads`: an open page keeps nobody from leaving."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 256
    allow_reuse_address = True

    def __init__(self, host: str, port: int) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, port), _Handler)
        self.answers: Answers | None = None
        self.service: Service | None = None
        self.failed: Callable[[BaseException], None] = lambda error: None
        self._waiting: dict[socket.socket, float] = {}
        self._open = 0
        self._lock = threading.Lock()

    def run(self, answers: Answers, service: Service, failed: Callable[[BaseException], None]) -> None:
        """Answers until `shutdown`."""
        self.answers, self.service, self.failed = answers, service, failed
        threading.stack_size(_STACK)
        self.serve_forever(poll_interval=0.2)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Each in a thread of its own; the one that waits longest for its first byte makes room."""
        with self._lock:
            if self._open >= _MOST_CONNECTIONS:
                if not self._waiting:
                    self.shutdown_request(request)
                    return
                oldest = min(self._waiting, key=self._waiting.__getitem__)
                del self._waiting[oldest]
                with contextlib.suppress(OSError):
                    oldest.shutdown(socket.SHUT_RDWR)
            self._open += 1
            self._waiting[request] = time.monotonic()
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """As the base class, and counted."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                self._open -= 1
                self._waiting.pop(request, None)

    def has_spoken(self, request: socket.socket) -> None:
        """A whole head has come: the connection no longer waits."""
        with self._lock:
            self._waiting.pop(request, None)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who hangs up in between is no news."""


class _Handler(BaseHTTPRequestHandler):
    """One connection, one request."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "blogsmith"
    sys_version = ""

    def handle(self) -> None:
        """Reads the head within its time, answers, and closes."""
        self.close_connection = True
        status, head = self._read_head()
        self.server.has_spoken(self.connection)
        if status or not head:
            if status:
                self._send(Answer(status=status, body=f"{status}\n".encode()))
            return
        self.rfile = io.BytesIO(head)
        self.raw_requestline = self.rfile.readline(_LARGEST_HEAD)
        if not self.parse_request():
            return
        self.close_connection = True
        if self.request_version == "HTTP/0.9" or len(self.headers) > _MOST_HEADERS:
            self._send(Answer(status=400 if self.request_version == "HTTP/0.9" else 431, body=b"400\n"))
            return
        self._answer()

    def _read_head(self) -> tuple[int, bytes]:
        """The bytes up to the empty line; or the status to refuse with. Nothing where the other end left."""
        head, until, limit = bytearray(), time.monotonic() + _IDLE, False
        while True:
            self.connection.settimeout(max(0.01, until - time.monotonic()))
            try:
                chunk = self.connection.recv(4096)
            except TimeoutError:
                return (408, b"") if head else (0, b"")
            except OSError:
                return 0, b""
            if not chunk:
                return (400, b"") if head else (0, b"")
            head += chunk
            if not limit:
                limit, until = True, time.monotonic() + _HEAD_TIME
            end = head.find(b"\r\n\r\n")
            if end < 0 and b"\n\n" in head:
                return 400, b""
            if end >= 0:
                return 0, bytes(head[: end + 4])
            if len(head) > _LARGEST_HEAD:
                return 431, b""

    def _answer(self) -> None:
        answers = self.server.answers
        if answers is None:
            return
        headers = tuple((name.lower(), value.strip()) for name, value in self.headers.items())
        local = is_loopback(str(self.client_address[0]).removeprefix("::ffff:"))
        asked = Asked(method=self.command, target=self.path, headers=headers, is_local=local)
        try:
            answer = answers.answer(asked)
        except Exception as error:
            self.server.failed(error)
            answer = Answer(status=500, body=b"500\n")
        if answer.listener is not None and self.command == "GET":
            self._stream(answer, answer.listener)
        else:
            self._send(answer)

    def _send(self, answer: Answer) -> None:
        """The whole answer. What a browser was not patient enough for is no fault."""
        with contextlib.suppress(OSError):
            self.connection.settimeout(_SEND_TIME)
            self._head(answer)
            if answer.status not in (204, 304):
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if getattr(self, "command", "GET") != "HEAD" and answer.status != 304:
                self.wfile.write(answer.body)
            self._drain()

    def _head(self, answer: Answer) -> None:
        if not hasattr(self, "request_version"):
            self.request_version, self.requestline = "HTTP/1.1", ""
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        for name, value in (*common_headers(), *answer.headers):
            self.send_header(name, value)
        if all(name != "Cache-Control" for name, _ in answer.headers):
            self.send_header("Cache-Control", "no-cache")
        self.send_header("Connection", "close")

    def _drain(self) -> None:
        """Takes what was sent beside the head, so that closing does not tear the answer away. Source: RFC 9112, 9.6."""
        self.connection.shutdown(socket.SHUT_WR)
        until = time.monotonic() + 0.2
        while time.monotonic() < until:
            self.connection.settimeout(max(0.01, until - time.monotonic()))
            if not self.connection.recv(65536):
                return

    def _stream(self, answer: Answer, listener: Listener) -> None:
        """Events until the browser leaves."""
        service = self.server.service
        if service is None or not service.join(listener):
            self._send(Answer(status=503, body=b"503\n"))
            return
        try:
            with contextlib.suppress(OSError):
                self.connection.settimeout(_SEND_TIME)
                self._head(answer)
                self.end_headers()
                self.wfile.write(b"retry: 800\n\n")
                while True:
                    service.keeper.watched()
                    try:
                        event = listener.events.get(timeout=_PING)
                    except queue.Empty:
                        event = b": still here\n\n"
                    self.wfile.write(event)
        finally:
            service.audience.leave(listener)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A line that is no request: refused without a word about why."""
        self._send(Answer(status=code, body=f"{code}\n".encode()))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Says nothing: what an editor needs to know stands on the page."""


def bound(host: str, port: int, *, tries: int = 20) -> PreviewServer:
    """A server on `port`, or on the next one that is free; 0 for any. Raises OSError where none of them is."""
    last: OSError | None = None
    for number in range(port, port + (tries if port else 1)):
        try:
            return PreviewServer(host, number)
        except OSError as error:
            last = error
    raise last if last is not None else OSError(host)


def own_address() -> str:
    """The address under which other machines of the network reach this one; empty where there is none."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        address: str = probe.getsockname()[0]
        return address
    return ""
