"""The sample blog becomes `docs/pictures/`: eight pages, wide and phone, light and dark, in both languages.

`cards.png` shows what stands beside six of its links where they are shared.

With the drafts of `docs/drafts/` it also shows what an editor sees in `blogsmith serve`: panel, desk and a fault.

`make pictures` runs it; Chromium and Noto's CJK fonts make them. Each picture stays under 200 kB.
"""

import io
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.chromium import launched
from tests.browser.server import served
from tests.browser.visit import Scheme, Visit, visiting
from tests.preview.process import serving
from tests.sample.source import NOW, build_sample, copy_sources

FOLDER = Path(__file__).parent / "pictures"
LARGEST = 200_000
COLOURS = (160, 96, 64, 32, 16)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SIZES = {"wide": (1440, 1000), "phone": (390, 844)}

DRAFTS = Path(__file__).parent / "drafts"
PREVIEWED: dict[str, tuple[Scheme, str]] = {"ko": ("light", "shade/"), "en": ("dark", "en/shade/")}
"""Scheme, and the draft that is shown, by language."""

PAGES = {
    "home": {"ko": "", "en": "en/"},
    "post": {"ko": "rope-stretch/", "en": "en/rope-stretch/"},
    "author": {"ko": "author/cho-minjun/", "en": "en/author/cho-minjun/"},
    "category": {"ko": "category/tech/", "en": "en/category/tech/"},
    "archive": {"ko": "archive/", "en": "en/archive/"},
    "series": {"ko": "series/well-meter/", "en": "en/series/well-meter/"},
    "tag": {"ko": "tag/%EC%9A%B0%EB%AC%BC/", "en": "en/tag/wells/"},
    "handbook": {"ko": "how-we-write/", "en": "en/how-we-write/"},
    "404": {"ko": "404.html"},
}
"""Path of each page by language; a blog has one 404 page, in its default language."""

CARDS = (
    ("x6mt-wet-glasses", "m2xq-rope-stretch-en"),
    ("m2lk-plumber-listens", "p7nd-first-person-en"),
    ("yohg-two-rooms-units-ko", "z2sq-rain-glaze"),
)
"""Names of social cards, row by row."""
CARD, GAP = (600, 315), 12
"""Pixels, as timelines show them on a screen of single density."""


def main() -> int:
    """Takes every picture; exits 1 where one stays too large."""
    FOLDER.mkdir(exist_ok=True)
    too_large = 0
    with tempfile.TemporaryDirectory() as folder:
        site = build_sample(Path(folder) / "site")
        with served(site.folder) as origin, launched() as browser:
            for name, (path, size, scheme) in _shots().items():
                content = compressed(taken(browser, origin, path, size, scheme))
                (FOLDER / name).write_bytes(content)
                too_large += len(content) > LARGEST
                print(f"{len(content) // 1000:4} kB  {name}")
        content = compressed(cards(site.folder / "card"))
        (FOLDER / "cards.png").write_bytes(content)
        print(f"{len(content) // 1000:4} kB  cards.png")
        drafted = copy_sources(Path(folder) / "drafted")
        shutil.copytree(DRAFTS, drafted / "content/posts/drafts")
        _lay_aside(drafted / "content/posts/drafts")
        for name, content in _of_preview(drafted):
            (FOLDER / name).write_bytes(compressed(content))
            print(f"{len(content) // 1000:4} kB  {name}")
    return int(too_large > 0)


def _lay_aside(drafts: Path) -> None:
    """The first draft was edited three hours ago, the next ones a day earlier each: as a desk looks, and always so."""
    for days, draft in enumerate(sorted(drafts.rglob("*.md"))):
        moment = time.time() - days * 86_400 - 3 * 3_600
        os.utime(draft, (moment, moment))


def _of_preview(root: Path) -> Iterator[tuple[str, bytes]]:
    """What an editor sees, picture by picture."""
    for language, (scheme, path) in PREVIEWED.items():
        with serving(root, lang=language, now=NOW) as served_site, launched() as browser:
            for size, (width, height) in SIZES.items():
                with visiting(browser, served_site.origin, width=width, height=height, scheme=scheme) as visit:
                    yield f"panel-{language}-{scheme}-{size}.png", _panel(visit, path, is_phone=size == "phone")
                    visit.open("__blogsmith/")
                    visit.page.wait_for_selector(".cells", state="attached", timeout=60_000)
                    yield f"desk-{language}-{scheme}-{size}.png", visit.page.screenshot()


def _panel(visit: Visit, path: str, *, is_phone: bool) -> bytes:
    page = visit.page
    visit.open(path)
    page.wait_for_selector("blogsmith-panel .square.good", timeout=60_000)
    if is_phone:
        page.locator("blogsmith-panel .pill").click()
    page.wait_for_selector("blogsmith-panel .findings", timeout=60_000)
    page.evaluate("scrollTo({ top: document.querySelector('.main.text').offsetTop - 200, behavior: 'instant' })")
    page.wait_for_timeout(500)
    return page.screenshot()


def taken(browser: Browser, origin: str, path: str, size: str, scheme: Scheme) -> bytes:
    """A PNG of what a reader sees first."""
    width, height = SIZES[size]
    with visiting(browser, origin, width=width, height=height, scheme=scheme) as visit:
        visit.open(path)
        return visit.page.screenshot()


def cards(folder: Path) -> bytes:
    """A PNG of six social cards side by side."""
    width, height = CARD
    sheet = Image.new("RGB", (2 * width + GAP, len(CARDS) * (height + GAP) - GAP), "white")
    for row, names in enumerate(CARDS):
        for column, name in enumerate(names):
            with Image.open(next(folder.glob(f"{name}.*.png"))) as card:
                small = card.convert("RGB").resize(CARD, Image.Resampling.LANCZOS)
            sheet.paste(small, (column * (width + GAP), row * (height + GAP)))
    content = io.BytesIO()
    sheet.save(content, "PNG")
    return content.getvalue()


def compressed(png: bytes) -> bytes:
    """The picture with as many colours as fit into the limit."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    content = b""
    for colours in COLOURS:
        smaller = io.BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(smaller, "PNG", optimize=True)
        content = smaller.getvalue()
        if len(content) <= LARGEST:
            break
    return content


def _shots() -> dict[str, tuple[str, str, Scheme]]:
    return {
        f"{page}-{language}-{scheme}-{size}.png": (path, size, scheme)
        for page, paths in PAGES.items()
        for language, path in paths.items()
        for scheme in SCHEMES
        for size in SIZES
    }


if __name__ == "__main__":
    sys.exit(main())
