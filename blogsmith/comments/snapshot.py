"""`content/comments/<post-id>.json` and back. A file may be edited by hand, so it is cleaned again when it is read.

The file: `{"version": 1, "comments": [{id, parent, author, date, text, url, source}], "forgotten": [id], "settled":
[id]}`. All are strings; `date` is ISO 8601 with an offset, `text` HTML; `parent` and `url` may be empty. See
docs/comments.md.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from blogsmith.comments.clean import clean_html, clean_name, clean_url
from blogsmith.model.comments import Comment, Snapshot
from blogsmith.model.diagnostic import Checked, Diagnostic, Severity
from blogsmith.model.source import Location
from blogsmith.model.words import PostId

FOLDER = "content/comments"
VERSION = 1
_TEXTS = ("id", "parent", "author", "text", "url", "source")


def path_of(post: str) -> str:
    """Where a thread is kept, from the site's root."""
    return f"{FOLDER}/{post}.json"


def read_snapshot(content: bytes, post: PostId) -> Checked[Snapshot | None]:
    """The thread of a post. Reports comments/snapshot; what is wrong is left out."""
    path = path_of(post)
    try:
        table = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return Checked(value=None, diagnostics=(_fault(path, "json"),))
    if not isinstance(table, dict) or not isinstance(table.get("comments"), list) or table.get("version") != VERSION:
        return Checked(value=None, diagnostics=(_fault(path, "shape"),))
    read = [_comment(item) for item in table["comments"]]
    faults = tuple(
        _fault(path, "comment", ("number", number)) for number, item in enumerate(read, start=1) if item is None
    )
    comments = in_order(item for item in read if item is not None)
    value = Snapshot(
        post=post, comments=comments, forgotten=_texts(table, "forgotten"), settled=_texts(table, "settled")
    )
    return Checked(value=value, diagnostics=faults)


def write_snapshot(snapshot: Snapshot) -> str:
    """The file's text, the same for the same thread."""
    comments = [{**asdict(item), "date": item.date.isoformat(timespec="seconds")} for item in snapshot.comments]
    table: dict[str, Any] = {"version": VERSION, "comments": comments}
    for name, ids in (("forgotten", snapshot.forgotten), ("settled", snapshot.settled)):
        if ids:
            table[name] = sorted(ids)
    return json.dumps(table, ensure_ascii=False, indent=1) + "\n"


def in_order(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Oldest first, each id once; a parent that is not there, or that is no older comment, is taken away."""
    seen: dict[str, Comment] = {}
    for item in sorted(comments, key=lambda item: (item.date, item.id)):
        if item.id not in seen:
            seen[item.id] = item if item.parent in seen else replace(item, parent="")
    return tuple(seen.values())


def cleaned(item: Comment) -> Comment:
    """Nothing in it can run, whoever wrote it."""
    return replace(item, author=clean_name(item.author), text=clean_html(item.text), url=clean_url(item.url))


def _texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    found = table.get(key)
    return tuple(item for item in found if isinstance(item, str)) if isinstance(found, list) else ()


def _comment(item: Any) -> Comment | None:
    if not isinstance(item, Mapping) or not all(isinstance(item.get(name), str) for name in _TEXTS):
        return None
    try:
        moment = datetime.fromisoformat(str(item.get("date")))
    except ValueError:
        return None
    if moment.tzinfo is None or not item["id"] or not item["source"]:
        return None
    return cleaned(Comment(date=moment, **{name: item[name] for name in _TEXTS}))


def _fault(path: str, variant: str, *facts: tuple[str, int]) -> Diagnostic:
    location = Location(path=path)
    return Diagnostic(
        rule="comments/snapshot", severity=Severity.ERROR, location=location, facts=facts, variant=variant
    )
