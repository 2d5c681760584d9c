"""A published folder as its readers meet it: pages as elements, URLs as files, feeds as what feedparser makes of them.

Only what stands in the folder counts; nothing of blogsmith is asked.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

_ADDRESSES = ("href", "src", "poster", "data", "action")
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
_FOREIGN_SCHEMES = frozenset({"mailto", "tel", "data", "webcal"})
_META_ADDRESSES = frozenset({"og:image", "og:url", "twitter:image"})


@dataclass(frozen=True, kw_only=True)
class Published:
    """What a build left in a folder."""

    folder: Path
    base_url: str
    """Where the folder is published, with its base path and a slash at the end."""

    @cached_property
    def files(self) -> frozenset[str]:
        """Path of every file, with forward slashes."""
        return frozenset(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    @cached_property
    def pages(self) -> Mapping[str, HtmlElement]:
        """Root element of every HTML file, by path."""
        return {path: _parsed(self.read(path)) for path in sorted(self.files) if path.endswith(".html")}

    @cached_property
    def read_pages(self) -> Mapping[str, HtmlElement]:
        """The pages that a person reads: redirects left out."""
        return {path: page for path, page in self.pages.items() if not page.xpath("//meta[@http-equiv='refresh']")}

    @cached_property
    def anchors(self) -> Mapping[str, frozenset[str]]:
        """The ids of each page, by path."""
        return {path: frozenset(page.xpath("//@id")) for path, page in self.pages.items()}

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return (self.folder / path).read_bytes()

    def url_of(self, path: str) -> str:
        """Where a file is reached: `ko/hello/index.html` under `…/ko/hello/`."""
        return self.base_url + quote(path.removesuffix("index.html") if Path(path).name == "index.html" else path)

    def file_of(self, url: str) -> str | None:
        """The file that a host sends for an absolute URL of this site; None where there is none."""
        if not url.startswith(self.base_url):
            return None
        path = unquote(urlsplit(url).path.removeprefix(urlsplit(self.base_url).path))
        found = path + "index.html" if not path or path.endswith("/") else path
        return found if found in self.files else None

    def is_ours(self, url: str) -> bool:
        """Whether an absolute URL leads to the host that the site is published on, within its base path or not."""
        return urlsplit(url)[:2] == urlsplit(self.base_url)[:2]


def broken_links(site: Published) -> list[str]:
    """`page: reference` for each one that leads to no file, no anchor, or nowhere a browser goes."""
    return [
        f"{path}: {reference}"
        for path, page in site.pages.items()
        for reference in references(page)
        if not _leads_somewhere(site, path, reference)
    ] + [
        f"{path}: {reference}"
        for path in sorted(site.files)
        if path.endswith(".css")
        for reference in css_references(site.read(path).decode())
        if not _leads_somewhere(site, path, reference)
    ]


def references(page: HtmlElement) -> Iterator[str]:
    """Every address that a page holds, as it is written."""
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        for name in _ADDRESSES:
            if name in element.attrib:
                yield element.attrib[name]
        for candidate in filter(None, element.attrib.get("srcset", "").split(",")):
            yield candidate.split()[0]
        if element.tag == "meta" and {element.get("property"), element.get("name")} & _META_ADDRESSES:
            yield element.get("content", "")
        if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            yield element.get("content", "").partition("url=")[2]


def css_references(text: str) -> Iterator[str]:
    """Every address that a style sheet holds."""
    for plain, imported in _CSS_URL.findall(text):
        yield plain or imported


def _leads_somewhere(site: Published, path: str, reference: str) -> bool:
    url = urljoin(site.url_of(path), reference)
    scheme = urlsplit(url).scheme
    if scheme in _FOREIGN_SCHEMES:
        return True
    if scheme not in {"http", "https"} or not reference.strip():
        return False
    if not site.is_ours(url):
        return True
    target = site.file_of(url)
    fragment = unquote(urlsplit(url).fragment)
    if target is None:
        return False
    return not fragment or (target in site.anchors and fragment in site.anchors[target])


def _parsed(content: bytes) -> HtmlElement:
    return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
