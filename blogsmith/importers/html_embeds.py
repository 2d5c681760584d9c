"""Frames, videos and sounds become a block of ours where we have one, and a link where we have none."""

import html
import re
from collections.abc import Sequence
from urllib.parse import unquote, urlsplit

from blogsmith.importers.draft import Remark
from blogsmith.importers.html_tree import Element, Node, elements, plain

_YOUTUBE = re.compile(
    r"(?:youtube(?:-nocookie)?\.com/(?:embed/|v/|shorts/|live/|watch\?(?:[^#]*&)?v=)|youtu\.be/)([\w-]{6,20})"
)
_VIMEO = re.compile(r"vimeo\.com/(?:video/)?(\d{5,12})")
YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)


def video(url: str, title: str) -> Element | None:
    """The block for a video that stands at `url`; None where it is no video we know."""
    url = html.unescape(url)
    for provider, pattern in (("youtube", _YOUTUBE), ("vimeo", _VIMEO)):
        match = pattern.search(url)
        if match and (provider == "vimeo" or YOUTUBE_ID.fullmatch(match[1])):
            return Element(name="blogsmith-video", attributes={"provider": provider, "id": match[1], "title": title})
    return None


def as_embed(element: Element) -> Sequence[Node]:
    """A video block, or a paragraph that links to what was embedded, with a remark."""
    inner = next(elements(element.children, "source", "embed", "param"), element)
    source = element.attributes.get("src") or element.attributes.get("data") or inner.attributes.get("src", "")
    source = inner.attributes.get("value", "") if not source and inner.name == "param" else source
    title = element.attributes.get("title", "").strip()
    known = video(source, title)
    if known is not None:
        return (known,)
    words = element.children if element.name in ("object",) else ()
    remark = Remark(rule="import/embed", value=source or f"<{element.name}>", needle=element.raw)
    if not source:
        return (remark, *words)
    if source.startswith("//"):
        source = f"https:{source}"
    return (remark, paragraph_link(source, title or plain(words).strip() or shown(source)))


def paragraph_link(url: str, words: str) -> Element:
    """A paragraph that holds one link."""
    return Element(name="p", children=(Element(name="a", attributes={"href": url}, children=(words,)),))


def shown(url: str) -> str:
    """A URL as words: its host and the last part of its path."""
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    return " ".join(filter(None, (parts.netloc.removeprefix("www."), last[:60]))) or url[:60]
