"""A post is taken down: it is written down that it stays gone, whatever becomes of its file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from blogsmith.model.config import ConfigFile
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.post import Post
from blogsmith.model.source import Location
from blogsmith.model.takedown import Takedown
from blogsmith.model.words import PostId
from blogsmith.pages.urls import Urls, address_book
from blogsmith.pipeline.read import read_collection
from blogsmith.sources.takedowns import FILE, read_takedowns, write_takedowns
from blogsmith.text.suggest import nearest


def take_down(root: Path, config_file: ConfigFile, post_id: str, *, reason: str, now: datetime) -> tuple[str, Takedown]:
    """The post's file, and the entry that was written; one that is there already stays as it is.

    Raises CannotGoOn with post/unknown-id.
    """
    record = read_takedowns(root)
    posts = read_collection(root, config_file).value.posts
    post = next((post for post in posts if post.id == post_id), None)
    known = record.get(PostId(post_id))
    if known is not None:
        return (post.path if post is not None else ""), known
    if post is None:
        near = nearest(post_id, [post.id for post in posts])
        facts = (("value", post_id), *((("suggestion", near),) if near else ()))
        location = Location(path=FILE)
        raise CannotGoOn((Diagnostic(rule="post/unknown-id", severity=Severity.ERROR, location=location, facts=facts),))
    entry = _entry(post, address_book(config_file.config), reason, now)
    write_takedowns(root, {**record, post.id: entry})
    return post.path, entry


def take_down_all(root: Path, config_file: ConfigFile, posts: Sequence[Post], *, reason: str, now: datetime) -> None:
    """Writes an entry for each post; those that are there already stay as they are."""
    if posts:
        urls = address_book(config_file.config)
        fresh = {post.id: _entry(post, urls, reason, now) for post in posts}
        write_takedowns(root, {**fresh, **read_takedowns(root)})


def _entry(post: Post, urls: Urls, reason: str, now: datetime) -> Takedown:
    return Takedown(
        id=post.id,
        date=now.replace(microsecond=0),
        reason=reason,
        language=post.language,
        addresses=(urls.post(post), urls.short(post.id), *post.aliases),
    )
