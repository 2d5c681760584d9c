"""The site's files become a Collection: everything that was understood, and what was not."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import Checked
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Collection
from blogsmith.model.words import PostId
from blogsmith.pipeline.known_authors import known_authors
from blogsmith.pipeline.memory import Memory
from blogsmith.pipeline.texts import Text, read_texts
from blogsmith.pipeline.workers import processors
from blogsmith.sources.files import Listing, list_files
from blogsmith.sources.names import read_name
from blogsmith.sources.site import duplicate_ids, newest_first, reference_faults, taken_down, with_groups
from blogsmith.sources.takedowns import read_takedowns


def read_collection(
    root: Path,
    config_file: ConfigFile,
    memory: Memory | None = None,
    *,
    jobs: int = 0,
    trusting: bool = True,
    unsaved: Mapping[str, str] | None = None,
) -> Checked[Collection]:
    """Everything under `content/` and `authors/`; each fault is told, and what has one is in `refused`.

    What `memory` holds is not read again; without `trusting`, every file is opened to know that. `jobs`: at most so
    many processes, 0 for one a processor. `unsaved`: texts by path that count in place of what the disk has.
    """
    kept = memory or Memory(None)
    listing, texts = read_files(root, config_file.config, kept, jobs=jobs, trusting=trusting, unsaved=unsaved)
    return collected(root, config_file, listing, texts, kept)


def read_files(
    root: Path, config: Config, memory: Memory, *, jobs: int, trusting: bool, unsaved: Mapping[str, str] | None
) -> tuple[Checked[Listing], dict[str, Text]]:
    """Every file of the site's folders, and what each Markdown file says; the same arguments."""
    listing = list_files(root, unsaved)
    markdown = listing.value.markdown
    return listing, read_texts(root, markdown, config, memory, jobs=jobs or processors(), trusting=trusting)


def collected(
    root: Path, config_file: ConfigFile, listing: Checked[Listing], texts: Mapping[str, Text], memory: Memory
) -> Checked[Collection]:
    """The collection of texts that were read. Raises CannotGoOn with post/takedown-record."""
    found = assembled(root, config_file, listing, texts, memory)
    collection = found.value
    by_path = {post.path: post for post in collection.posts}
    posts = [by_path[path] for path in texts if path in by_path]
    twins, gone = duplicate_ids([*posts, *collection.rest]), taken_down(posts, collection.takedowns)
    faults = (*found.diagnostics, *twins, *reference_faults(collection, config_file), *gone)
    return Checked(value=collection, diagnostics=faults)


def assembled(
    root: Path, config_file: ConfigFile, listing: Checked[Listing], texts: Mapping[str, Text], memory: Memory
) -> Checked[Collection]:
    """The same, of texts whose references are not looked at."""
    config, diagnostics = config_file.config, list(listing.diagnostics)
    refused: dict[str, bool] = {fault.location.path: False for fault in diagnostics if _is_post(fault.location.path)}
    for path, text in texts.items():
        diagnostics += text.faults
        if not text.digest:
            refused[path] = False
    posts, rest, ids = _posts(texts.items(), refused)
    pages = _pages(texts.items(), refused)
    authors = known_authors([text.source for text in texts.values() if text.source is not None], config, memory)
    diagnostics += authors.diagnostics
    languages = config.languages
    groups = {post.path: read_name(post.path, languages).group for post in posts}
    collection = Collection(
        config=config,
        authors=authors.value,
        posts=newest_first(with_groups(posts, groups)),
        pages=pages,
        rest=tuple(rest),
        files={found.path: found.on_disk for found in listing.value.others},
        refused=refused,
        digests={path: text.digest for path, text in texts.items()},
        sizes={found.path: found.size for found in listing.value.others},
        known_ids=frozenset(ids),
        takedowns=read_takedowns(root),
    )
    return Checked(value=collection, diagnostics=tuple(diagnostics))


def _is_post(path: str) -> bool:
    return path.startswith("content/") and path.endswith(".md")


def _posts(texts: Iterable[tuple[str, Text]], refused: dict[str, bool]) -> tuple[list[Post], list[Post], set[PostId]]:
    posts: list[Post] = []
    rest: list[Post] = []
    ids: set[PostId] = set()
    for path, text in texts:
        reading = text.reading
        if reading is None:
            continue
        if reading.id is not None:
            ids.add(reading.id)
        if reading.post is not None:
            posts.append(reading.post)
        else:
            refused[path] = reading.draft
        if reading.rest is not None:
            rest.append(reading.rest)
    return posts, rest, ids


def _pages(texts: Iterable[tuple[str, Text]], refused: dict[str, bool]) -> tuple[StaticPage, ...]:
    pages: list[StaticPage] = []
    for path, text in texts:
        if text.page is not None and text.page.page is not None:
            pages.append(text.page.page)
        elif text.page is not None:
            refused[path] = text.page.draft
    return tuple(sorted(pages, key=lambda page: page.path))
