"""The XML that Disqus exports becomes threads. Source: docs.disqus.com/developers/export, disqus.xsd 1.0."""

import xml.etree.ElementTree as ET
from collections import defaultdict
from urllib.parse import unquote, urlsplit

from blogsmith.comments.reading import moment
from blogsmith.model.comments import Comment, PulledThread

SOURCE = "disqus"
_NS = "{http://disqus.com}"
_ID = "{http://disqus.com/disqus-internals}id"


def read_disqus(content: bytes) -> tuple[PulledThread, ...]:
    """A thread for each of the export's that has comments; deleted ones and spam stay out. Raises ValueError."""
    text = content.decode("utf-8-sig")
    if "<!DOCTYPE" in text:
        raise ValueError("an export declares no entities")
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        raise ValueError(str(error)) from error
    comments: dict[str, list[Comment]] = defaultdict(list)
    for post in root.iter(f"{_NS}post"):
        thread = post.find(f"{_NS}thread")
        if thread is not None and "true" not in (_text(post, "isDeleted"), _text(post, "isSpam")):
            comments[thread.get(_ID, "")].append(_comment(post))
    return tuple(
        PulledThread(key=_key(thread), source=SOURCE, comments=tuple(comments[thread.get(_ID, "")]))
        for thread in root.iter(f"{_NS}thread")
        if thread.get(_ID, "") in comments and thread.find(f"{_NS}forum") is not None
    )


def _key(thread: ET.Element) -> str:
    """`/p/<id>`, or the path of the page that the thread was on."""
    own = _text(thread, "id")
    return own if own.startswith("/") else unquote(urlsplit(_text(thread, "link")).path)


def _comment(post: ET.Element) -> Comment:
    parent, author = post.find(f"{_NS}parent"), post.find(f"{_NS}author")
    return Comment(
        id=f"{SOURCE}:{post.get(_ID, '')}",
        parent=f"{SOURCE}:{parent.get(_ID, '')}" if parent is not None else "",
        author=_text(author, "name") if author is not None else "",
        date=moment(_text(post, "createdAt")),
        text=_text(post, "message"),
        url="",
        source=SOURCE,
    )


def _text(element: ET.Element, name: str) -> str:
    return (element.findtext(f"{_NS}{name}") or "").strip()
