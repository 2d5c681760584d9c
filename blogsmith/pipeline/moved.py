"""Posts that no longer stand, or are no longer led to, where they were published: readers' links would lead nowhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Standing
from blogsmith.model.source import SourcePath
from blogsmith.pages.links import Atlas
from blogsmith.pages.urls import address_book
from blogsmith.pipeline.manifest import Addresses
from blogsmith.pipeline.read import read_collection
from blogsmith.sources.encoding import decode
from blogsmith.sources.history import texts_at
from blogsmith.sources.post import read_post
from blogsmith.sources.site import standing


def moved_posts(root: Path, config_file: ConfigFile, reference: str, now: datetime) -> tuple[Diagnostic, ...]:
    """Reports post/moved for each post that was published at `reference` and stands elsewhere without an alias, and
    post/lost-alias for each former address of one that leads nowhere.

    Raises CannotGoOn as `sources/history.py` does.
    """
    then = now.replace(tzinfo=ZoneInfo(config_file.config.site.time_zone)) if now.tzinfo is None else now
    published = [post for post in _posts_at(root, config_file, reference) if standing(post, then) is Standing.PUBLISHED]
    if not published:
        return ()
    urls = address_book(config_file.config)
    before: dict[str, str] = {post.id: urls.post(post) for post in published}
    collection = read_collection(root, config_file).value
    posts = collection.posts
    taken = {*map(urls.post, posts), *map(urls.page, collection.pages)}
    owners: tuple[Post | StaticPage, ...] = (*posts, *collection.pages)
    taken.update(alias for owner in owners for alias in owner.aliases)
    return (
        *_moved(before, {post.id: urls.post(post) for post in posts if post.id in before}, posts),
        *_lost({post.id: post.aliases for post in published}, taken, posts),
    )


def addresses_of(posts: Sequence[Post], atlas: Atlas, config: Config) -> Addresses:
    """Where posts stand, as the list of what is published keeps it."""
    shape = " ".join((config.site.language, config.permalinks.post))
    return Addresses(
        posts={post.id: atlas.by_id[post.id].address for post in posts},
        aliases={post.id: post.aliases for post in posts if post.aliases},
        shape=shape,
    )


def moved_since(
    before: Addresses, here: Addresses, posts: Sequence[Post], config_file: ConfigFile, atlas: Atlas
) -> tuple[Diagnostic, ...]:
    """Reports post/moved for each of `posts` that stood elsewhere, or once config/moved where a setting moved them;
    post/lost-alias for each former address of theirs that leads nowhere any more.

    What was withdrawn in between stood nowhere: nothing of it is remembered, so it may come back at another address.
    """
    config = config_file.config
    pages = (at for at, target in atlas.by_address.items() if target.standing is Standing.PUBLISHED)
    lost = tuple(_lost(before.aliases, {*pages, *atlas.addresses}, posts)) if before.aliases else ()
    moved = tuple(_moved(before.posts, here.posts, posts))
    if not moved or before.shape == here.shape:
        return (*moved, *lost)
    facts = (*moved[0].facts, ("count", len(moved)))
    place = (
        config_file.at("permalinks", "post") if _other_pattern(before, config) else config_file.at("site", "language")
    )
    return (Diagnostic(rule="config/moved", severity=Severity.ERROR, location=place, facts=facts), *lost)


def _other_pattern(before: Addresses, config: Config) -> bool:
    return before.shape.partition(" ")[2] != config.permalinks.post


def _moved(before: Mapping[str, str], here: Mapping[str, str], posts: Sequence[Post]) -> Iterator[Diagnostic]:
    for post in posts:
        was = before.get(post.id)
        if was is None or was == here[post.id]:
            continue
        if was.strip("/") not in {alias.strip("/") for alias in post.aliases}:
            yield _fault(post, was, here[post.id])


def _lost(before: Mapping[str, tuple[str, ...]], taken: Iterable[str], posts: Sequence[Post]) -> Iterator[Diagnostic]:
    led = {address.strip("/") for address in taken}
    for post in posts:
        for alias in before.get(post.id, ()):
            if alias.strip("/") not in led:
                place = post.places.get(("aliases",)) or post.places[("id",)]
                yield Diagnostic(
                    rule="post/lost-alias",
                    severity=Severity.ERROR,
                    location=place.within(post.path),
                    facts=(("value", alias),),
                )


def _posts_at(root: Path, config_file: ConfigFile, reference: str) -> Iterator[Post]:
    for path, content in sorted(texts_at(root, reference, "content/posts/").items()):
        source = decode(SourcePath(path), content).value if path.endswith(".md") else None
        post = read_post(source, config_file.config).value.post if source is not None else None
        if post is not None:
            yield post


def _fault(post: Post, was: str, now_at: str) -> Diagnostic:
    place = post.places.get(("slug",)) or post.places[("id",)]
    facts = (("value", was), ("other", now_at))
    return Diagnostic(rule="post/moved", severity=Severity.ERROR, location=place.within(post.path), facts=facts)
