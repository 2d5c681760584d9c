"""Isso's answer to `GET /?uri=KEY` becomes a thread. Source: isso-comments.de, docs/reference/server-api, 0.14.0."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from blogsmith.comments.reading import parsed, table_at, tables
from blogsmith.model.comments import Comment, PulledThread

SOURCE = "isso"
_REMOVED = 4
"""`mode` of a comment that was removed while somebody had answered it."""


def read_isso(content: bytes, key: str, short_url: str) -> PulledThread:
    """The thread of a key; a comment's address is the post's with `#isso-ID`. Raises ValueError."""
    answer = table_at(parsed(content))
    if not isinstance(answer.get("replies"), list):
        raise ValueError("no list of replies")
    return PulledThread(key=key, source=SOURCE, comments=tuple(_comments(answer, short_url)))


def _comments(answer: Mapping[str, Any], short_url: str) -> Iterator[Comment]:
    for item in tables(answer, "replies"):
        if item.get("mode") != _REMOVED:
            number = int(item["id"])
            parent = item.get("parent")
            yield Comment(
                id=f"{SOURCE}:{number}",
                parent=f"{SOURCE}:{int(parent)}" if parent else "",
                author=str(item.get("author") or ""),
                date=datetime.fromtimestamp(float(item["created"]), UTC),
                text=str(item.get("text") or ""),
                url=f"{short_url}#isso-{number}",
                source=SOURCE,
            )
        yield from _comments(item, short_url)
