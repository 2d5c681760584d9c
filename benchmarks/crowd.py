"""Whether the preview holds up: a crowd of connections, hostile requests, reconnects, and a day of edits.

With 100 event streams and 200 half-open connections a page is asked for 300 times; 80 hostile requests are sent; then
streams come and go, and posts are edited. File descriptors and memory are counted before and after.

    python -m benchmarks.crowd FOLDER [EDITS]
"""

import contextlib
import os
import shutil
import socket
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import entries
from benchmarks.sites import post_text, write_blogsmith
from tests.preview.process import Served, serving
from tests.preview.test_guard import HOSTS, METHODS, TARGETS

POSTS, STREAMS, HALF_OPEN, ASKED, RECONNECTS, EDITS = 300, 100, 200, 300, 2_000, 5_000
P99_MS, HOSTILE_S, GROWTH_MB = 100.0, 1.0, 8.0


def connected(served: Served) -> socket.socket:
    """A connection to the preview."""
    return socket.create_connection(("127.0.0.1", served.port), timeout=30)


def asked(served: Served, target: str, *, method: str = "GET", host: str = "") -> bytes:
    """All that comes back for a request."""
    head = f"{method} {target} HTTP/1.1\r\nHost: {host or f'localhost:{served.port}'}\r\n\r\n"
    with connected(served) as connection, contextlib.suppress(OSError):
        connection.sendall(head.encode("utf-8", "surrogateescape"))
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
        return answer
    return b""


def token_of(served: Served) -> str:
    """The token of this run, as a page has it."""
    page = asked(served, "/post-000001/").decode()
    return page.partition("token&quot;: &quot;")[2].partition("&quot;")[0]


@contextlib.contextmanager
def crowd(served: Served, token: str) -> Iterator[None]:
    """Streams that listen, and connections that say nothing."""
    with contextlib.ExitStack() as stack:
        for _ in range(STREAMS):
            listening = stack.enter_context(connected(served))
            target = f"/__blogsmith/events?token={token}&output=post-000001/index.html&mark="
            listening.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost:{served.port}\r\n\r\n".encode())
        for _ in range(HALF_OPEN):
            stack.enter_context(connected(served))
        yield


def descriptors(served: Served) -> int:
    """Files and connections that the preview has open."""
    return sum(1 for _ in Path(f"/proc/{served.process_id}/fd").iterdir())


def resident_mb(served: Served) -> float:
    """Memory of the preview's own process."""
    status = Path(f"/proc/{served.process_id}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def told(name: str, value: float, unit: str, target: float) -> bool:
    """Prints a figure beside its target; whether it is kept."""
    kept = value <= target
    print(f"{name:<48}{value:8.1f} {unit:<4}target {target:g}: {'kept' if kept else 'missed'}", flush=True)
    return kept


def pages_in_a_crowd(served: Served) -> bool:
    """The 99th percentile of a page while a crowd is connected."""
    with crowd(served, token_of(served)):
        time.sleep(1)
        times = []
        for _ in range(ASKED):
            begin = time.perf_counter()
            answer = asked(served, "/post-000001/")
            times.append((time.perf_counter() - begin) * 1000)
            assert answer.startswith(b"HTTP/1.1 200"), answer[:200]
    return told("a page in a crowd, 99th percentile", sorted(times)[int(ASKED * 0.99) - 1], "ms", P99_MS)


def hostile(served: Served) -> bool:
    """The slowest answer to a hostile request; none may hold a post's source."""
    requests = [
        *((target, "GET", "") for target in TARGETS),
        *(("/post-000001/", "GET", host) for host in HOSTS if host),
        *(("/post-000001/", method, "") for method in METHODS),
    ]
    slowest = 0.0
    for target, method, host in requests:
        begin = time.perf_counter()
        answer = asked(served, target, method=method, host=host)
        slowest = max(slowest, time.perf_counter() - begin)
        assert b"responder:" not in answer and b"root:" not in answer, target
    return told(f"{len(requests)} hostile requests, the slowest", slowest, "s", HOSTILE_S)


def reconnected(served: Served) -> bool:
    """File descriptors that are left over when streams have come and gone."""
    token = token_of(served)
    before = descriptors(served)
    for _ in range(RECONNECTS // STREAMS):
        with crowd(served, token):
            time.sleep(0.05)
    until = time.perf_counter() + 30
    while descriptors(served) > before and time.perf_counter() < until:
        time.sleep(0.2)
    return told(f"descriptors left after {RECONNECTS} streams", descriptors(served) - before, "", 2)


def edited(served: Served, root: Path, edits: int) -> bool:
    """Megabytes that a day of edits adds: the median of its last tenth, less that of the first after a warming-up."""
    posts, sizes = [entry for entry in entries(40) if entry.language == "en"][:20], list[float]()
    for number in range(edits):
        entry = posts[number % len(posts)]
        file = root / f"content/posts/{entry.date:%Y}/{entry.id}.md"
        file.write_text(f"{post_text(entry)}\nedit{number:06}\n")
        if not number % 5:
            asked(served, f"/{entry.id}/")
        time.sleep(0.01)
        sizes.append(resident_mb(served))
    tenth = max(1, edits // 10)
    growth = statistics.median(sizes[-tenth:]) - statistics.median(sizes[tenth : 2 * tenth])
    return told(f"memory added by {edits} edits", growth, "MB", GROWTH_MB)


def main() -> int:
    """Prints each figure beside its target; returns 1 where one is missed."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    root, edits = Path(sys.argv[1]).resolve() / "crowd", int(sys.argv[2]) if len(sys.argv) > 2 else EDITS
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    write_blogsmith(root, entries(POSTS))
    with serving(root) as served:
        kept = [pages_in_a_crowd(served), hostile(served), reconnected(served), edited(served, root, edits)]
    print(f"load {os.getloadavg()[0]:.1f}")
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
