"""A page as one visitor meets it, with everything that went wrong on the way."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page

Scheme = Literal["light", "dark"]

_NOTE_SHIFTS = """
window.__shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    const moved = sources.map(({ node }) => node?.outerHTML?.slice(0, 100) ?? node?.nodeName ?? "gone");
    window.__shifts.push(`${value.toFixed(5)}: ${moved.join(", ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """An open page and what was noted while it loaded."""

    page: Page
    origin: str
    errors: list[str] = field(default_factory=list)
    """Errors and warnings of the console, and exceptions that no script caught."""
    foreign: list[str] = field(default_factory=list)
    """Every URL that was asked of another host."""

    def open(self, path: str) -> None:
        """Goes to a path of the site and waits until nothing more is loaded."""
        self.page.goto(f"{self.origin}/{path}", wait_until="load")
        self.page.evaluate("document.fonts.ready")

    def shifts(self) -> list[str]:
        """`value: elements` for each layout shift since the page was opened. Source: web.dev, CLS."""
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        found: list[str] = self.page.evaluate("window.__shifts")
        return found


@contextlib.contextmanager
def visiting(
    browser: Browser,
    origin: str,
    *,
    width: int = 1280,
    height: int = 800,
    scheme: Scheme = "light",
    script: bool = True,
) -> Iterator[Visit]:
    """A visitor with a window and a taste of their own, and nothing stored."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=script,
    )
    try:
        context.add_init_script(_NOTE_SHIFTS)
        visit = Visit(page=context.new_page(), origin=origin)
        visit.page.on("console", lambda message: visit.errors.extend(_complaints(message)))
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.on("request", lambda request: visit.foreign.extend(_strangers(request.url, origin)))
        yield visit
    finally:
        context.close()


def _complaints(message: ConsoleMessage) -> list[str]:
    return [message.text] if message.type in {"error", "warning"} else []


def _strangers(url: str, origin: str) -> list[str]:
    return [] if url.startswith((origin + "/", "data:", "blob:")) else [url]
