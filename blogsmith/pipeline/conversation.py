"""How readers write on a site, and what they wrote: the provider of the config, and the threads that are kept."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from blogsmith.comments.mastodon import context_url
from blogsmith.comments.snapshot import path_of, read_snapshot
from blogsmith.model.comments import Snapshot
from blogsmith.model.config import ConfigFile
from blogsmith.model.conversation import OFF
from blogsmith.model.diagnostic import CannotGoOn, Checked, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.post import CommentSettings, Post
from blogsmith.model.source import Location, Place
from blogsmith.model.words import PostId
from blogsmith.pages.widgets.options import Commenting, commenting_of
from blogsmith.pages.widgets.table import PROVIDERS
from blogsmith.sources.files import list_names, read_plain_file
from blogsmith.text.patterns import pattern

_NAME = pattern(r"([a-z0-9-]{1,64})\.json")
_FOLDER = path_of("").rpartition("/")[0]


@frozen
class Threads:
    """Every thread that is kept, by the post that is its key."""

    by_post: dict[PostId, Snapshot]
    diagnostics: tuple[Diagnostic, ...] = ()


def ready_commenting(config_file: ConfigFile, *, live: bool) -> Commenting:
    """The provider with its options. Raises CannotGoOn with every fault of `[comments]`."""
    providers = PROVIDERS
    named = config_file.config.comments.provider
    if named != OFF and all(provider.id != named for provider in PROVIDERS):
        from blogsmith.extensions import comment_providers  # entry points are slow to load, and most blogs have none

        found = comment_providers()
        if found.diagnostics:
            raise CannotGoOn(found.diagnostics)
        providers = (*PROVIDERS, *found.value)
    checked = commenting_of(config_file, providers, live=live)
    if checked.diagnostics:
        raise CannotGoOn(checked.diagnostics)
    return checked.value


def read_threads(root: Path) -> Threads:
    """What is kept in `content/comments/`. Reports comments/snapshot, file/unreadable."""
    by_post: dict[PostId, Snapshot] = {}
    diagnostics: list[Diagnostic] = []
    for name in list_names(root / _FOLDER):
        match = _NAME.fullmatch(name)
        if match is None:
            continue
        read = read_thread(root, PostId(match[1]))
        diagnostics += read.diagnostics
        if read.value is not None:
            by_post[read.value.post] = read.value
    return Threads(by_post=by_post, diagnostics=tuple(diagnostics))


def read_thread(root: Path, post: PostId) -> Checked[Snapshot | None]:
    """One of them; None where there is none, or with a diagnostic."""
    path = path_of(post)
    try:
        content = read_plain_file(root / path)
    except FileNotFoundError:
        return Checked(value=None)
    except OSError as error:
        facts = (("reason", error.strerror or "unknown"),)
        fault = Diagnostic(rule="file/unreadable", severity=Severity.ERROR, location=Location(path=path), facts=facts)
        return Checked(value=None, diagnostics=(fault,))
    return read_snapshot(content, post)


def thread_faults(posts: Iterable[Post]) -> Iterator[Diagnostic]:
    """Reports comments/thread on each post that names a thread which nobody can ask for."""
    for post in posts:
        thread = post.comments.thread if isinstance(post.comments, CommentSettings) else ""
        if thread and not context_url(thread):
            place = post.places.get(("comments", "thread")) or Place(line=1, column=1)
            facts = (("value", thread),)
            at = place.within(post.path)
            yield Diagnostic(rule="comments/thread", severity=Severity.ERROR, location=at, facts=facts)


def strays(threads: Threads, posts: Iterable[PostId]) -> tuple[Diagnostic, ...]:
    """Reports comments/stray on each thread whose post is not there: its comments are shown nowhere."""
    known = frozenset(posts)
    return tuple(
        Diagnostic(
            rule="comments/stray",
            severity=Severity.WARNING,
            location=Location(path=path_of(post)),
            facts=(("value", post), ("count", len(thread.comments))),
        )
        for post, thread in sorted(threads.by_post.items())
        if post not in known
    )
