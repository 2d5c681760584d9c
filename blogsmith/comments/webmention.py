"""webmention.io's answer (JF2) becomes a thread. Source: github.com/aaronpk/webmention.io, README, read 2026-11."""

from urllib.parse import urlsplit

from blogsmith.comments.clean import html_of_text
from blogsmith.comments.reading import moment, parsed, table_at, tables
from blogsmith.model.comments import Comment, PulledThread

SOURCE = "webmention"
_SPOKEN = ("in-reply-to", "mention-of")
"""Properties that come with words; likes and reposts are no comments."""


def read_webmentions(content: bytes, key: str) -> PulledThread:
    """What other sites answered. Raises ValueError."""
    answer = table_at(parsed(content))
    if not isinstance(answer.get("children"), list):
        raise ValueError("no list of children")
    found = tables(answer, "children")
    comments = tuple(
        _comment(item) for item in found if item.get("wm-property") in _SPOKEN and not item.get("wm-private")
    )
    return PulledThread(key=key, source=SOURCE, comments=comments)


def _comment(item: object) -> Comment:
    table = table_at(item)
    author, content = table.get("author"), table.get("content")
    body = content if isinstance(content, dict) else {}
    url = str(table.get("url") or table.get("wm-source") or "")
    return Comment(
        id=f"{SOURCE}:{table['wm-id']}",
        parent="",
        author=str(author.get("name") or "") if isinstance(author, dict) else "",
        date=moment(table.get("published") or table.get("wm-received")),
        text=str(body.get("html") or "") or html_of_text(str(body.get("text") or urlsplit(url).netloc)),
        url=url,
        source=SOURCE,
    )
