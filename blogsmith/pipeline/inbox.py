"""What is kept of comments, and who answers them, become the desk's inbox."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from blogsmith.comments.clean import text_of_html
from blogsmith.desk.inbox import Inbox, Promise, Talk, make_inbox
from blogsmith.desk.workdays import Workdays
from blogsmith.model.author import Author
from blogsmith.model.config import ConfigFile
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.post import Post
from blogsmith.model.site import Collection
from blogsmith.model.words import AuthorId, say
from blogsmith.pages.conversation import names_of, who_answers
from blogsmith.pages.urls import address_book
from blogsmith.pipeline.conversation import Threads, read_threads
from blogsmith.pipeline.read import read_collection


def read_inbox(root: Path, config_file: ConfigFile, now: datetime) -> Inbox:
    """The inbox at `now`. Raises CannotGoOn with comments/snapshot, comments/working-days."""
    return inbox_of(root, config_file, read_collection(root, config_file).value, now)


def inbox_of(root: Path, config_file: ConfigFile, collection: Collection, now: datetime) -> Inbox:
    """The inbox of a blog that was read. Raises CannotGoOn as `read_inbox` does."""
    config = config_file.config
    threads = read_threads(root)
    if threads.diagnostics:
        raise CannotGoOn(threads.diagnostics)
    promise = Promise(days=config.comments.reply_days, since=config.comments.since)
    zone = ZoneInfo(config.site.time_zone)
    here = now.replace(tzinfo=zone) if now.tzinfo is None else now.astimezone(zone)
    return make_inbox(_talks(collection, threads), promise, _workdays(config_file), here)


def _workdays(config_file: ConfigFile) -> Workdays:
    config = config_file.config.comments
    try:
        return Workdays(config)
    except ValueError as error:
        key = "holidays" if config.working_days else "working_days"
        at = config_file.at("comments", key)
        facts = (("value", config.holidays),)
        variant = "" if config.working_days else "none"
        fault = Diagnostic(
            rule="comments/working-days", severity=Severity.ERROR, location=at, facts=facts, variant=variant
        )
        raise CannotGoOn((fault,)) from error


def _talks(collection: Collection, threads: Threads) -> Iterator[Talk]:
    urls = address_book(collection.config)
    for post in collection.posts:
        thread = threads.by_post.get(post.id)
        if thread is None or post.comments is False:
            continue
        named = collection.authors.get(post.responder) if post.responder else None
        answering = who_answers(post.responder, collection.authors)
        yield Talk(
            post=post.id,
            title=post.title,
            url=urls.absolute(urls.short(post.id)),
            responder=_name(answering, post),
            absent=_name(named, post) if named is not answering else "",
            house=_house(post, (named, answering), collection),
            comments=tuple(replace(item, text=text_of_html(item.text)) for item in thread.comments),
            settled=frozenset(thread.settled),
        )


def _house(post: Post, answering: tuple[Author | None, ...], collection: Collection) -> frozenset[str]:
    """Every name of those who answer here: the responder, who covers, and who wrote the post."""
    wrote = (collection.authors.get(AuthorId(name)) for name in post.authors)
    people = (author for author in (*answering, *wrote) if author is not None)
    return frozenset(name for author in people for name in names_of(author))


def _name(author: Author | None, post: Post) -> str:
    return say(author.name, post.language) if author is not None else ""
