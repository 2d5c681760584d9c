"""How long an editor waits: until the first page is right, and from saving a post until the browser has painted it.

The median and the 95th percentile beside their targets, and beside `hugo server` on the same posts where Hugo is
installed in TOOLS (`make bench` does that, into `.bench/`). The blogs are made in FOLDER, or found there. A figure that
misses its target is marked; the load of the machine is printed with the figures. The whole site is surveyed behind all
the while, as it is for an editor who has just begun.

    python -m benchmarks.preview FOLDER [POSTS] [TOOLS]
"""

import contextlib
import http.client
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks.corpus import Entry, entries
from benchmarks.peers.hugo import HUGO
from benchmarks.sites import post_text, write_blogsmith
from tests.browser.chromium import launched

SAVES, FIRST, PORT = 40, 5000, 14311
READY_S, COLD_OF_HUGO, MEDIAN_MS, P95_MS, OF_HUGO = 1.0, 0.15, 100, 200, 0.1
MEMORY = ".blogsmith"

_PAINTED = """
(word) => new Promise((done) => {
  const look = () => document.body?.innerText.includes(word)
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.timeOrigin + performance.now())))
    : setTimeout(look, 2);
  look();
})
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """How long a server took."""

    seconds: float
    """From its start until the page that is asked for from then on is right."""
    cpu: float
    """Seconds that the process and those that it waited for worked by then."""


@contextlib.contextmanager
def serving(command: tuple[str, ...], page: str) -> Iterator[Ready]:
    """A server on PORT, for as long as a block runs."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not is_right(page):
            time.sleep(0.01)
        yield Ready(seconds=time.perf_counter() - begin, cpu=cpu_of(process.pid))
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def is_right(page: str) -> bool:
    """Whether a page is served."""
    connection = http.client.HTTPConnection("localhost", PORT, timeout=60)
    try:
        connection.request("GET", page)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def cpu_of(process: int) -> float:
    """Seconds that a process and its ended children worked."""
    parts = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, parts[11:15])) / os.sysconf("SC_CLK_TCK")


def painted(page: Page, save: Callable[[str], object]) -> list[float]:
    """Milliseconds from each save until its word is painted; the page may be loaded again in between."""
    times = []
    for number in range(SAVES):
        word = f"painted{number:04}"
        before = time.time()
        save(word)
        after = None
        while after is None:
            with contextlib.suppress(Exception):
                after = page.evaluate(_PAINTED, word)
        times.append(after - before * 1000)
        time.sleep(0.4)
    return times


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[int(len(times) * 0.95) - 1]


def told(name: str, value: float, unit: str, target: float | None = None, more: str = "") -> bool:
    """Prints a figure beside its target; whether it is kept."""
    kept = target is None or value <= target
    wanted = "" if target is None else f"   target {target:g}: {'kept' if kept else 'missed'}"
    print(f"{name:<46}{value:8.2f} {unit}{wanted}   {more}", flush=True)
    return kept


def of_blogsmith(browser: Browser, root: Path, entry: Entry, cold_target: float | None) -> tuple[bool, float]:
    """Prints our figures; whether all targets are kept, and the median of saves."""
    command = (sys.executable, "-m", "blogsmith", "serve", "--port", str(PORT), "--lang", "en", "-C", str(root))
    prefix = "" if entry.language == "en" else "ko/"
    address, file, text = f"/{prefix}{entry.id}/", root / _path(entry), post_text(entry)
    shutil.rmtree(root / MEMORY, ignore_errors=True)
    with serving(command, address) as cold:
        kept = told("first page, no memory", cold.seconds, "s", cold_target, f"CPU {cold.cpu:.2f} s")
        time.sleep(10)  # what was read is remembered behind
    times = []
    for _ in range(3):
        with serving(command, address) as warm:
            times.append((warm.seconds, warm.cpu))
    seconds, cpu = min(times)
    kept &= told("first page, with memory, best of 3", seconds, "s", READY_S, f"CPU {cpu:.2f} s")
    with serving(command, address), browser.new_page(viewport={"width": 1440, "height": 900}) as page:
        page.goto(f"http://localhost:{PORT}{address}")
        page.wait_for_selector("blogsmith-panel .content", state="attached", timeout=120_000)
        saves = painted(page, lambda word: file.write_text(f"{text}\n{word}\n"))
        file.write_text(text)
    median = statistics.median(saves)
    kept &= told("saved to painted, median", median, "ms", MEDIAN_MS)
    kept &= told("saved to painted, 95th percentile", p95(saves), "ms", P95_MS)
    return kept, median


def of_hugo(browser: Browser, root: Path, entry: Entry, tools: Path) -> tuple[float, float]:
    """Prints the figures of `hugo server`: seconds until ready, and the median of saves."""
    program = HUGO.command(tools)[0]
    command = (program, "server", "-s", str(root), "-p", str(PORT), "--renderToMemory")
    address = f"/{entry.id}/"
    path, text = HUGO.post(entry)
    with serving(command, address) as ready, browser.new_page(viewport={"width": 1440, "height": 900}) as page:
        told("hugo server, first page", ready.seconds, "s", None, f"CPU {ready.cpu:.2f} s")
        page.goto(f"http://localhost:{PORT}{address}")
        time.sleep(2)
        saves = painted(page, lambda word: (root / path).write_text(f"{text}\n{word}\n"))
        (root / path).write_text(text)
    told("hugo server, saved to painted, median", statistics.median(saves), "ms")
    return ready.seconds, statistics.median(saves)


def _path(entry: Entry) -> str:
    return f"content/posts/{entry.date:%Y}/{entry.id}.md"


def main() -> int:
    """Measures, prints, and returns 1 where a target is missed."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    folder, count = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    tools = Path(sys.argv[3]).resolve() if len(sys.argv) > 3 else None
    entry = list(entries(min(FIRST, count)))[-1]
    root, peer = folder / f"blogsmith-{count}", folder / f"hugo-{count}"
    for site, write in ((root, write_blogsmith), *(((peer, HUGO.write),) if tools is not None else ())):
        if not site.exists():
            site.mkdir(parents=True)
            write(site, entries(count))
    print(f"{count} posts; load {os.getloadavg()[0]:.1f}")
    with launched() as browser:
        start, median = of_hugo(browser, peer, entry, tools) if tools is not None else (None, None)
        kept, own = of_blogsmith(browser, root, entry, start * COLD_OF_HUGO if start is not None else None)
        if median is not None:
            kept &= told("saved to painted, of hugo server's", own / median, "x", OF_HUGO)
    print(f"load {os.getloadavg()[0]:.1f}")
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
