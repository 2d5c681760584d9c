"""Chromium looks at what was rendered: what ran, what it asked of others, what its policy had to stop, what is left.

Every document is opened, and every element of it is touched in every way that a reader could.
"""

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Route

HOST = "https://blog.example.com"
_BATCH = 100
_ENDINGS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "html": "text/html"}

_WATCH = """
top.fired ??= []; top.violations ??= [];
const where = () => window.frameElement?.dataset.name ?? location.pathname;
window.ran = () => { top.fired.push(where()); };
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = window.ran;
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
  top.violations.push(`${where()}: ${effectiveDirective} ${blockedURI} ${sample}`));
addEventListener("click", (event) => event.preventDefault());
addEventListener("submit", (event) => event.preventDefault());
"""

_LOOK = """
() => {
  const events = ["click", "auxclick", "mouseover", "pointerenter", "focus", "focusin", "toggle", "input",
    "wheel", "copy", "drag", "scroll", "resize", "invalid", "animationstart", "transitionend", "error", "load",
    "canplay", "begin"];
  const addresses = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background",
    "srcdoc", "cite"];
  const fine = ["http:", "https:", "mailto:", "tel:"];
  const left = [], shapes = new Set(), frames = [...document.querySelectorAll("iframe[data-name]")];
  const framed = frames.map((frame) => [frame.dataset.name, frame.contentDocument]);
  const documents = framed.length ? framed : [["", document]];
  for (const [name, one] of documents) {
    if (!one) { left.push(`${name}: gone elsewhere`); continue; }
    const parts = one.body.dataset.parts;
    const whole = one.querySelectorAll("body > section[data-name]").length;
    if (parts && Number(parts) !== whole) left.push(`${name}: broken out`);
    for (const element of one.querySelectorAll("*")) {
      shapes.add([element.localName, ...element.getAttributeNames().sort()].join(" "));
      const said = (what) => left.push(`${name}: ${what} ${element.outerHTML.slice(0, 120)}`);
      for (const { name: key, value } of element.attributes) {
        if (key.startsWith("on")) said(key);
        if (key === "style") said("style");
        if (key === "srcdoc") said("srcdoc");
        if (addresses.includes(key)) {
          try {
            if (!fine.includes(new URL(value, "https://blog.example.com/").protocol)) said(key);
          } catch { said(`${key} that is no address`); }
        }
        if (key === "id" && (value in HTMLDocument.prototype || value in one.createElement("form"))) said("id");
        if (key === "name" && !["META"].includes(element.tagName)) said("name");
      }
      for (const type of events) element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    }
  }
  return [left, [...shapes]];
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What came of showing documents; all but `shapes` is empty where all is well."""

    fired: list[str] = field(default_factory=list)
    """The document of each call of `ran()`."""
    violations: list[str] = field(default_factory=list)
    """What a Content-Security-Policy stopped."""
    foreign: list[str] = field(default_factory=list)
    """What was asked of other hosts."""
    left: list[str] = field(default_factory=list)
    """Elements and attributes that could run, lead astray or clobber."""
    shapes: set[str] = field(default_factory=set)
    """Every element as its name and the names of its attributes."""


class Arena:
    """A browser page that reaches nothing but what is given to it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._files: Mapping[str, bytes] = {}
        self._seen = Seen()

    def show_bodies(self, documents: Iterable[tuple[str, Sequence[str]]]) -> Seen:
        """Each document, by its name, in a frame of its own and without a policy: nothing but its markup is trusted.

        A document is one or more parts; none may reach out of its own.
        """
        self._seen = Seen()
        batch: list[tuple[str, Sequence[str]]] = []
        for document in documents:
            batch.append(document)
            if len(batch) == _BATCH:
                self._show_batch(batch)
                batch = []
        if batch:
            self._show_batch(batch)
        return self._seen

    def show_pages(self, files: Mapping[str, bytes]) -> Seen:
        """Each HTML page of a site, as a host sends it, under its own policy; a page that leads elsewhere stays."""
        self._seen, self._files = Seen(), files
        for path in files:
            if path.endswith(".html"):
                self._look(f"{HOST}/{path}")
        return self._seen

    def answer(self, route: Route) -> None:
        """What the world says: the files that were given, and nothing else."""
        url = route.request.url
        if not url.startswith(HOST + "/"):
            self._seen.foreign.append(url)
            route.abort()
            return
        path = unquote(urlsplit(url).path).lstrip("/")
        content = self._files.get(path)
        kind = _ENDINGS.get(path.rpartition(".")[2], "text/plain")
        if content is None:
            route.fulfill(status=404, body="", content_type="text/html")
        else:
            content = content.replace(b'http-equiv="refresh"', b"data-refresh")
            route.fulfill(body=content, content_type=f"{kind}; charset=utf-8")

    def _show_batch(self, batch: Sequence[tuple[str, Sequence[str]]]) -> None:
        frames = "".join(
            f'<iframe data-name="{escape(name)}" srcdoc="{escape(_document(parts))}"></iframe>' for name, parts in batch
        )
        self._files = {"batch.html": f"<!DOCTYPE html><meta charset=utf-8>{frames}".encode()}
        self._look(f"{HOST}/batch.html")

    def _look(self, url: str) -> None:
        self._page.goto(url, wait_until="load")
        left, shapes = self._page.evaluate(_LOOK)
        self._page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))")
        told: Any = self._page.evaluate("[top.fired, top.violations]")
        self._seen.fired.extend(told[0])
        self._seen.violations.extend(told[1])
        self._seen.left.extend(left)
        self._seen.shapes.update(shapes)


def _document(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return f"<!DOCTYPE html><body>{parts[0]}"
    sections = "".join(f"<section data-name>{part}</section>" for part in parts)
    return f'<!DOCTYPE html><body data-parts="{len(parts)}">{sections}'


@contextlib.contextmanager
def arena(browser: Browser) -> Iterator[Arena]:
    """A page of its own, closed at the end of the block."""
    context = browser.new_context(service_workers="block")
    try:
        context.add_init_script(_WATCH)
        page = context.new_page()
        found = Arena(page)
        context.route("**/*", found.answer)
        yield found
    finally:
        context.close()


def told(seen: Seen, most: int = 5) -> str:
    """The first of everything that is wrong, for a message."""
    parts = {name: getattr(seen, name)[:most] for name in ("fired", "violations", "foreign", "left")}
    return json.dumps({name: part for name, part in parts.items() if part}, ensure_ascii=False, indent=1)
