"""A published folder becomes a site on loopback, for as long as a block runs."""

import contextlib
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Host(SimpleHTTPRequestHandler):
    """Sends files as a plain web host does: its own 404 page, and types with their encoding."""

    extensions_map = {  # noqa: RUF012  # the base class has it as a plain dict
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".svg": "image/svg+xml",
        ".json": "application/json",
        ".xml": "application/xml",
    }

    headers_too: Mapping[str, str] = {}

    def end_headers(self) -> None:
        """With the headers that the host was told to send."""
        for name, value in self.headers_too.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Says nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404 page, where it has one."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextlib.contextmanager
def served(folder: Path, *, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """The URL under which `folder` is served, without a slash at the end; `headers` may be filled while it is."""
    host = type("_HostWithHeaders", (_Host,), {"headers_too": headers}) if headers is not None else _Host
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
