"""The JSON that Waline's admin page exports becomes threads. Source: walinejs/waline, 2026-08-07."""

from collections import defaultdict

from blogsmith.comments.reading import moment, parsed, table_at, tables
from blogsmith.model.comments import Comment, PulledThread
from blogsmith.text.simple_markdown import simple_html

SOURCE = "waline"


def read_waline(content: bytes) -> tuple[PulledThread, ...]:
    """A thread for each path; spam and what waits for approval stay out. Raises ValueError."""
    threads: dict[str, list[Comment]] = defaultdict(list)
    for item in tables(table_at(parsed(content), "data"), "Comment"):
        if item.get("status", "approved") == "approved":
            threads[str(item.get("url") or "")].append(_comment(item))
    return tuple(PulledThread(key=key, source=SOURCE, comments=tuple(found)) for key, found in threads.items())


def _comment(item: object) -> Comment:
    table = table_at(item)
    parent = table.get("pid")
    return Comment(
        id=f"{SOURCE}:{table.get('objectId') or table['id']}",
        parent=f"{SOURCE}:{parent}" if parent else "",
        author=str(table.get("nick") or ""),
        date=moment(table.get("insertedAt") or table.get("createdAt")),
        text=simple_html(str(table.get("comment") or "")),
        url="",
        source=SOURCE,
    )
