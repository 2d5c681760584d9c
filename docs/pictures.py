"""The sample blog becomes `docs/pictures/`: eight pages, wide and phone, light and dark, in both languages.

`make pictures` runs it; Chromium and Noto's CJK fonts make them. Each picture stays under 200 kB.
"""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.chromium import launched
from tests.browser.server import served
from tests.browser.visit import Scheme, visiting
from tests.sample.source import build_sample

FOLDER = Path(__file__).parent / "pictures"
LARGEST = 200_000
COLOURS = (160, 96, 64, 32, 16)
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SIZES = {"wide": (1440, 1000), "phone": (390, 844)}

PAGES = {
    "home": {"ko": "", "en": "en/"},
    "post": {"ko": "rope-stretch/", "en": "en/rope-stretch/"},
    "author": {"ko": "author/cho-minjun/", "en": "en/author/cho-minjun/"},
    "category": {"ko": "category/tech/", "en": "en/category/tech/"},
    "archive": {"ko": "archive/", "en": "en/archive/"},
    "series": {"ko": "series/well-meter/", "en": "en/series/well-meter/"},
    "tag": {"ko": "tag/%EC%9A%B0%EB%AC%BC/", "en": "en/tag/wells/"},
    "404": {"ko": "404.html"},
}
"""Path of each page by language; a blog has one 404 page, in its default language."""


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
    return int(too_large > 0)


def taken(browser: Browser, origin: str, path: str, size: str, scheme: Scheme) -> bytes:
    """A PNG of what a reader sees first."""
    width, height = SIZES[size]
    with visiting(browser, origin, width=width, height=height, scheme=scheme) as visit:
        visit.open(path)
        return visit.page.screenshot()


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
