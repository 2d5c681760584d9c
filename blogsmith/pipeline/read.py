"""The site's files become a Collection: everything that was understood, and what was not."""

from pathlib import Path

from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import Checked, Diagnostic
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Collection
from blogsmith.model.source import SourceFile
from blogsmith.model.words import PostId
from blogsmith.sources.author import read_authors
from blogsmith.sources.files import Found, list_files, read_source
from blogsmith.sources.names import read_name
from blogsmith.sources.page import read_page
from blogsmith.sources.post import read_post
from blogsmith.sources.site import duplicate_ids, newest_first, reference_faults, with_groups


def read_collection(root: Path, config_file: ConfigFile) -> Checked[Collection]:
    """Everything under `content/` and `authors/`; each fault is told, and what has one is in `refused`."""
    config, listing = config_file.config, list_files(root)
    diagnostics = list(listing.diagnostics)
    sources: dict[str, list[SourceFile]] = {"content/posts": [], "content/pages": [], "authors": []}
    refused: dict[str, bool] = {fault.location.path: False for fault in diagnostics if _is_post(fault.location.path)}
    for found in listing.value.markdown:
        checked = read_source(root, found, limit_kb=config.limits.source_kb)
        diagnostics += checked.diagnostics
        if checked.value is not None:
            sources[_folder(found)].append(checked.value)
        elif checked.diagnostics:
            refused[found.path] = False
    posts, rest, ids = _read_posts(sources["content/posts"], config, refused, diagnostics)
    pages = _read_pages(sources["content/pages"], config, refused, diagnostics)
    authors = read_authors(sources["authors"], config)
    diagnostics += authors.diagnostics
    twins = duplicate_ids([*posts, *rest])
    groups = {post.path: read_name(post.path, config.languages).group for post in posts}
    collection = Collection(
        config=config,
        authors=authors.value,
        posts=newest_first(with_groups(posts, groups)),
        pages=pages,
        rest=tuple(rest),
        files={found.path: found.on_disk for found in listing.value.others},
        refused=refused,
        known_ids=frozenset(ids),
    )
    diagnostics += [*twins, *reference_faults(collection, config_file)]
    return Checked(value=collection, diagnostics=tuple(diagnostics))


def _is_post(path: str) -> bool:
    return path.startswith("content/") and path.endswith(".md")


def _folder(found: Found) -> str:
    return "authors" if found.path.startswith("authors/") else "/".join(found.path.split("/")[:2])


def _read_posts(
    sources: list[SourceFile], config: Config, refused: dict[str, bool], diagnostics: list[Diagnostic]
) -> tuple[list[Post], list[Post], set[PostId]]:
    posts: list[Post] = []
    rest: list[Post] = []
    ids: set[PostId] = set()
    for source in sources:
        checked = read_post(source, config)
        diagnostics += checked.diagnostics
        if checked.value.id is not None:
            ids.add(checked.value.id)
        if checked.value.post is not None:
            posts.append(checked.value.post)
        else:
            refused[source.path] = checked.value.draft
        if checked.value.rest is not None:
            rest.append(checked.value.rest)
    return posts, rest, ids


def _read_pages(
    sources: list[SourceFile], config: Config, refused: dict[str, bool], diagnostics: list[Diagnostic]
) -> tuple[StaticPage, ...]:
    pages: list[StaticPage] = []
    for source in sources:
        checked = read_page(source, config)
        diagnostics += checked.diagnostics
        if checked.value.page is not None:
            pages.append(checked.value.page)
        else:
            refused[source.path] = checked.value.draft
    return tuple(sorted(pages, key=lambda page: page.path))
