"""Who may ask the preview for what: only this machine's own browser, and only pages of the preview itself.

Drafts are private: no other site that the browser shows may read them, nor learn that they are there.
Sources: RFC 9110, 7.2 (Host); Fetch Metadata Request Headers; OWASP, DNS rebinding.
"""

import hmac
from collections.abc import Sequence
from urllib.parse import parse_qs, unquote_to_bytes, urlsplit

from blogsmith.model.frozen import frozen
from blogsmith.text.patterns import pattern

TOOLS = "/__blogsmith/"
"""Under which the preview's own pages and scripts stand."""
COOKIE = "blogsmith-preview"

_LONGEST_TARGET = 4096
_HOST = pattern(r"(\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,253})(?::(\d{1,5}))?")
_LOCAL = frozenset(("localhost", "127.0.0.1", "[::1]"))
_TOKEN_ON = (TOOLS + "events", TOOLS + "page.json", TOOLS + "dashboard.json")
_VISIBLE = pattern(r"[!-~]+")


@frozen
class Asked:
    """A request, as it came in."""

    method: str
    target: str
    headers: Sequence[tuple[str, str]]
    """Names in lower case, in order."""
    is_local: bool = True
    """True where the other end is on this machine."""

    def header(self, name: str) -> str:
        """The first value of a header; empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def path(self) -> str:
        """The path, decoded; with U+FFFD for what is no UTF-8."""
        return unquote_to_bytes(self.target.partition("?")[0]).decode("utf-8", "replace")

    def query(self, name: str) -> str:
        """The first value of a parameter; empty where there is none."""
        found = parse_qs(self.target.partition("?")[2], max_num_fields=20).get(name, [""])
        return found[0]


@frozen
class Guard:
    """What the preview was started with."""

    port: int
    token: str
    """Made for this run."""
    hosts: frozenset[str] = frozenset()
    """Further names under which it may be asked: the address of `--host`."""

    def refusal(self, asked: Asked) -> tuple[int, str] | None:
        """Status and reason for what must not be answered; None for what may."""
        return self._malformed(asked) or self._foreign(asked) or self._without_token(asked)

    def bears_token(self, asked: Asked) -> bool:
        """Whether the request shows this run's token: as parameter, header or cookie."""
        cookies = dict(part.strip().partition("=")[::2] for part in asked.header("cookie").split(";"))
        shown = (asked.query("token"), asked.header("x-blogsmith-token"), cookies.get(f"{COOKIE}-{self.port}", ""))
        return any(hmac.compare_digest(value.encode(), self.token.encode()) for value in shown)

    def _malformed(self, asked: Asked) -> tuple[int, str] | None:
        if asked.method not in ("GET", "HEAD"):
            return 405, "method"
        if len(asked.target) > _LONGEST_TARGET:
            return 414, "target"
        if not asked.target.startswith("/") or asked.target.startswith("//") or not _VISIBLE.fullmatch(asked.target):
            return 400, "target"
        if any(character in "\\\0#\ufffd" or ord(character) < 32 for character in asked.path):
            return 400, "target"
        if any(name in ("transfer-encoding", "upgrade") for name, _ in asked.headers):
            return 400, "body"
        return (400, "body") if asked.header("content-length") not in ("", "0") else None

    def _foreign(self, asked: Asked) -> tuple[int, str] | None:
        named = [value.lower() for name, value in asked.headers if name == "host"]
        host = _HOST.fullmatch(named[0]) if len(named) == 1 else None
        if host is None:
            return 400, "host"
        if not self._is_ours(host[1]) or int(host[2] or 80) != self.port:
            return 403, "host"
        origins = [value for name, value in asked.headers if name == "origin"]
        if origins and origins != [f"http://{named[0]}"]:
            return 403, "origin"
        site = asked.header("sec-fetch-site")
        if site in ("", "same-origin", "none"):
            return None
        navigates = asked.header("sec-fetch-mode") == "navigate" and asked.header("sec-fetch-dest") == "document"
        return None if navigates and not asked.path.startswith(TOOLS) else (403, "origin")

    def _is_ours(self, host: str) -> bool:
        return host in _LOCAL or host.endswith(".localhost") or host in self.hosts

    def _without_token(self, asked: Asked) -> tuple[int, str] | None:
        needed = asked.path in _TOKEN_ON or not asked.is_local
        return (401, "token") if needed and not self.bears_token(asked) else None


def is_loopback(host: str) -> bool:
    """Whether a name or address to listen on can be reached from this machine alone."""
    return host in ("localhost", "::1") or host.startswith("127.")


def local_part(url: str, origin: str) -> str:
    """A URL of the site as a path of the preview; others as they are."""
    parts = urlsplit(url)
    return url.removeprefix(origin) if f"{parts.scheme}://{parts.netloc}" == origin else url
