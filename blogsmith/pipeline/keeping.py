"""Comments are brought home, erased and moved: the one-way jobs of `blogsmith comments`.

Nothing that is kept is changed before all that was asked for has been read whole.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from blogsmith.comments import pull
from blogsmith.comments.keep import by_post, forget, handed_over, joined, renewed, settle
from blogsmith.comments.snapshot import FOLDER, path_of, write_snapshot
from blogsmith.extensions import comment_providers
from blogsmith.model.comments import PulledThread, Snapshot
from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.conversation import OFF
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.post import CommentSettings, Post
from blogsmith.model.source import Location
from blogsmith.model.words import PostId
from blogsmith.pages.urls import address_book
from blogsmith.pages.widgets.table import PROVIDERS
from blogsmith.pipeline.conversation import read_threads, ready_commenting
from blogsmith.pipeline.read import read_collection
from blogsmith.sources.files import read_plain_file
from blogsmith.sources.write import remove_file, replace_file
from blogsmith.text.suggest import nearest
from blogsmith.version import VERSION

KEYS = f"{FOLDER}/_keys.json"
"""Keys of threads that no post has by itself, with the post that each belongs to."""


@frozen
class Kept:
    """What a pull came to."""

    threads: int
    comments: int
    new: int
    gone: int
    strange: tuple[str, ...]
    """Keys that belong to no post."""


def pull_comments(root: Path, config_file: ConfigFile, *, exports: Sequence[Path], provider: str) -> Kept:
    """Asks the provider, or reads what it exported. Raises CannotGoOn with comments/pull, no-pull, export, snapshot."""
    posts = _posts(root, config_file)
    sources = _sources(config_file, posts, exports=exports, provider=provider)
    kept = _kept(root)
    keys = _keys_of(posts, config_file.config) | _own_keys(root)
    fresh = dict(kept)
    strange: list[str] = []
    for source, threads in sources.items():
        found, unknown = by_post(threads, keys)
        strange += unknown
        for post in fresh.keys() | found.keys():
            fresh[post] = renewed(fresh.get(post, Snapshot(post=post)), source, found.get(post, ()))
    before, after = _ids(kept.values()), _ids(fresh.values())
    _write(root, kept, fresh)
    threads_left = sum(bool(thread.comments) for thread in fresh.values())
    return Kept(
        threads=threads_left,
        comments=len(after),
        new=len(after - before),
        gone=len(before - after),
        strange=tuple(sorted(set(strange))),
    )


def forget_comment(root: Path, comment: str) -> str:
    """Erases a comment from what is kept; returns the file's path. Raises CannotGoOn with comments/unknown-comment."""
    return _changed(root, comment, forget)


def settle_comment(root: Path, comment: str) -> str:
    """Notes that a comment needs no answer; returns the file's path. Raises as `forget_comment`."""
    return _changed(root, comment, settle)


def _changed(root: Path, comment: str, change: Callable[[Snapshot, str], Snapshot | None]) -> str:
    kept = _kept(root)
    for post, thread in kept.items():
        left = change(thread, comment)
        if left is not None:
            _write(root, kept, {**kept, post: left})
            return path_of(post)
    near = nearest(comment, [name for _, name in _ids(kept.values())])
    raise _stop("comments/unknown-comment", FOLDER, ("value", comment), *((("suggestion", near),) if near else ()))


def remap(root: Path, config_file: ConfigFile, key: str, post: str) -> int:
    """The thread of `key` (an old id, or a key that an export names) becomes that of a post, now and at every pull.

    Returns how many comments moved. Raises CannotGoOn with comments/unknown-post.
    """
    ids = [item.id for item in _posts(root, config_file)]
    target, old = PostId(post), PostId(key.removeprefix("/p/").strip("/"))
    if target not in ids:
        near = nearest(post, ids)
        raise _stop("comments/unknown-post", FOLDER, ("value", post), *((("suggestion", near),) if near else ()))
    kept = _kept(root)
    moved = kept.get(old) if old != target else None
    if moved is not None:
        whole = joined(kept.get(target, Snapshot(post=target)), moved)
        _write(root, kept, {**kept, target: whole})
        remove_file(root, path_of(old))
    name = key.rstrip("/") if "/" in key else f"/p/{key}"
    table = {**_own_keys(root), name: target}
    replace_file(root, KEYS, json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    return len(moved.comments) if moved is not None else 0


def remap_provider(root: Path, config_file: ConfigFile, old: str, new: str) -> int:
    """What was kept of one provider is another's, who took it over: the next pull from there replaces it.

    Returns how many comments there were. Raises CannotGoOn with comments/provider.
    """
    here = config_file.config.comments.provider
    known = dict.fromkeys((*(provider.id for provider in PROVIDERS), *((here,) if here != OFF else ())))
    if new not in known:
        near = nearest(new, known)
        facts = (("value", new), ("choices", ", ".join(known)), *((("suggestion", near),) if near else ()))
        raise _stop("comments/provider", FOLDER, *facts)
    kept = _kept(root)
    fresh = {
        post: replace(thread, comments=tuple(handed_over(thread.comments, old, new))) for post, thread in kept.items()
    }
    _write(root, kept, fresh)
    return sum(item.source == old for thread in kept.values() for item in thread.comments)


def _sources(
    config_file: ConfigFile, posts: Iterable[Post], *, exports: Sequence[Path], provider: str
) -> Mapping[str, tuple[PulledThread, ...]]:
    config = config_file.config.comments
    if exports:
        name = provider or config.provider
        return {name: tuple(thread for export in exports for thread in _read_export(export, name))}
    wanted = tuple(_wanted(posts, config_file.config))
    agent = f"blogsmith/{VERSION}"
    asked: dict[str, Iterator[PulledThread]] = {}
    if config.provider == "isso":
        server = str(ready_commenting(config_file, live=True).options["server"])
        asked["isso"] = pull.pull_isso(server, wanted, user_agent=agent)
    if config.provider == "webmention":
        asked["webmention"] = pull.pull_webmentions(wanted, user_agent=agent)
    if config.provider == "mastodon" or any(thread.mention for thread in wanted):
        asked["mastodon"] = pull.pull_mastodon(wanted, user_agent=agent)
    if not asked:
        variant = "off" if config.provider == OFF else "export" if config.provider in pull.EXPORTS else ""
        facts = (("value", config.provider), ("known", ", ".join((*pull.ASKED, *pull.EXPORTS))))
        at = config_file.at("comments", "provider")
        raise CannotGoOn(
            (Diagnostic(rule="comments/no-pull", severity=Severity.ERROR, location=at, facts=facts, variant=variant),)
        )
    try:
        return {source: tuple(threads) for source, threads in asked.items()}
    except pull.PullError as error:
        raise _stop("comments/pull", FOLDER, ("value", error.url), ("reason", error.reason), exit_code=3) from error


def _read_export(export: Path, provider: str) -> tuple[PulledThread, ...]:
    read = pull.EXPORTS.get(provider) or _reader_of_extension(provider)
    facts = (("provider", provider),)
    if read is None:
        known = ", ".join(pull.EXPORTS)
        raise _stop("comments/no-pull", export.name, ("value", provider), ("known", known))
    try:
        return read(read_plain_file(export))
    except OSError as error:
        raise _stop("file/unreadable", export.name, ("reason", error.strerror or "unknown")) from error
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise _stop("comments/export", export.name, *facts, ("reason", str(error) or type(error).__name__)) from error


def _reader_of_extension(provider: str) -> Callable[[bytes], tuple[PulledThread, ...]] | None:
    return next((found.read_export for found in comment_providers().value if found.id == provider), None)


def _posts(root: Path, config_file: ConfigFile) -> tuple[Post, ...]:
    return tuple(post for post in read_collection(root, config_file).value.posts if post.comments is not False)


def _wanted(posts: Iterable[Post], config: Config) -> Iterator[pull.Wanted]:
    urls, former = address_book(config), config.comments.former_urls
    for post in posts:
        if config.comments.shared and post.group != post.id:
            continue
        addresses = (urls.post(post), *post.aliases)
        settings = post.comments if isinstance(post.comments, CommentSettings) else CommentSettings()
        yield pull.Wanted(
            key=f"/p/{post.id}",
            short_url=urls.absolute(urls.short(post.id)),
            urls=(
                *(urls.absolute(address) for address in addresses),
                *(
                    f"{base.rstrip('/')}{quote(address)}"
                    for base in former
                    for address in (urls.short(post.id), *addresses)
                ),
            ),
            mention=settings.thread,
        )


def _keys_of(posts: Iterable[Post], config: Config) -> dict[str, PostId]:
    """Every key by which a provider may know a post, without its last slash."""
    urls = address_book(config)
    former = tuple(unquote(urlsplit(base).path).rstrip("/") for base in config.comments.former_urls)
    keys: dict[str, PostId] = {}
    for post in posts:
        for address in (urls.short(post.id), urls.post(post), *post.aliases):
            old = (base + address for base in former)
            for name in (address, unquote(urls.href(address)), urls.absolute(address), *old):
                keys.setdefault(name.rstrip("/"), post.id)
    return keys


def _own_keys(root: Path) -> dict[str, PostId]:
    try:
        table = json.loads(read_plain_file(root / KEYS))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise _stop("comments/snapshot", KEYS, variant="json") from error
    return {str(key): PostId(str(post)) for key, post in table.items()} if isinstance(table, dict) else {}


def _kept(root: Path) -> dict[PostId, Snapshot]:
    """What is kept. Raises CannotGoOn where some of it cannot be understood: it would be lost."""
    threads = read_threads(root)
    if threads.diagnostics:
        raise CannotGoOn(threads.diagnostics)
    return threads.by_post


def _write(root: Path, before: Mapping[PostId, Snapshot], after: Mapping[PostId, Snapshot]) -> None:
    for post, thread in sorted(after.items()):
        if thread != before.get(post, Snapshot(post=post)):
            replace_file(root, path_of(post), write_snapshot(thread))


def _ids(threads: Iterable[Snapshot]) -> set[tuple[str, str]]:
    return {(thread.post, item.id) for thread in threads for item in thread.comments}


def _stop(rule: str, path: str, *facts: tuple[str, str], exit_code: int = 2, variant: str = "") -> CannotGoOn:
    fault = Diagnostic(rule=rule, severity=Severity.ERROR, location=Location(path=path), facts=facts, variant=variant)
    return CannotGoOn((fault,), exit_code=exit_code)
