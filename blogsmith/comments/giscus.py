"""Discussions of a GitHub repository become threads: the answer of the GraphQL query in docs/comments.md, as a file.

Source: docs.github.com, GraphQL, objects Discussion and DiscussionComment, read 2026-11.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from blogsmith.comments.reading import moment, parsed, table_at, tables
from blogsmith.model.comments import Comment, PulledThread

SOURCE = "giscus"


def read_giscus(content: bytes) -> tuple[PulledThread, ...]:
    """A thread for each discussion, from one answer or a list of them (`gh api graphql --paginate --slurp`).

    Its key is the title, as giscus writes it. Raises ValueError.
    """
    answer = parsed(content)
    pages = answer if isinstance(answer, list) else [answer]
    return tuple(
        PulledThread(key=_key(item), source=SOURCE, comments=tuple(_comments(item, "")))
        for page in pages
        for item in tables(table_at(page, "data", "repository", "discussions"), "nodes")
    )


def _key(discussion: Mapping[str, Any]) -> str:
    title = str(discussion.get("title") or "").strip()
    return title if re.match(r"/|https?:", title) else f"/{title}"


def _comments(holder: Mapping[str, Any], parent: str) -> Iterator[Comment]:
    nested = "comments" if not parent else "replies"
    for item in tables(table_at(holder, nested), "nodes") if isinstance(holder.get(nested), dict) else ():
        own = f"{SOURCE}:{item['id']}"
        if not item.get("isMinimized") and not item.get("deletedAt"):
            author = item.get("author")
            yield Comment(
                id=own,
                parent=parent,
                author=str(author.get("login") or "") if isinstance(author, dict) else "",
                date=moment(item.get("createdAt")),
                text=str(item.get("bodyHTML") or ""),
                url=str(item.get("url") or ""),
                source=SOURCE,
            )
        if not parent:
            yield from _comments(item, own)
