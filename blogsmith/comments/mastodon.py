"""The replies to a Mastodon post become a thread. Source: docs.joinmastodon.org, methods/statuses, context."""

from blogsmith.comments.reading import moment, parsed, table_at, tables
from blogsmith.model.comments import Comment, PulledThread
from blogsmith.text.patterns import pattern

SOURCE = "mastodon"
_POST = pattern(r"(https://[\w.-]+(?::\d+)?)/@[^/\s]+/(\d+)/?")


def context_url(post: str) -> str:
    """Where the replies to a post are asked for; empty where `post` is no address of a post."""
    match = _POST.fullmatch(post)
    return f"{match[1]}/api/v1/statuses/{match[2]}/context" if match else ""


def read_mastodon(content: bytes, key: str, post: str) -> PulledThread:
    """Public replies alone; the first ones answer the post. Raises ValueError."""
    root = post.rstrip("/").rpartition("/")[2]
    answer = table_at(parsed(content))
    if not isinstance(answer.get("descendants"), list):
        raise ValueError("no list of descendants")
    found = tables(answer, "descendants")
    comments = tuple(_comment(item, root) for item in found if item.get("visibility") in ("public", "unlisted"))
    return PulledThread(key=key, source=SOURCE, comments=comments)


def _comment(item: object, root: str) -> Comment:
    table = table_at(item)
    parent, account = str(table.get("in_reply_to_id") or root), table_at(table, "account")
    return Comment(
        id=f"{SOURCE}:{table['id']}",
        parent=f"{SOURCE}:{parent}" if parent != root else "",
        author=str(account.get("display_name") or account.get("acct") or ""),
        date=moment(table.get("created_at")),
        text=str(table.get("content") or ""),
        url=str(table.get("url") or ""),
        source=SOURCE,
    )
