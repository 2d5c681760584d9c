"""Posts from a line each, and the Library of them."""

from datetime import UTC, datetime

from blogsmith.model.config import Config, SeriesConfig, SiteConfig
from blogsmith.model.post import Post
from blogsmith.model.site import Site
from blogsmith.model.source import SourceFile, SourcePath
from blogsmith.pages.shelf import Library, make_library
from blogsmith.sources.post import read_post
from blogsmith.sources.site import newest_first

CONFIG = Config(
    site=SiteConfig(base_url="https://example.com/blog/", language="en", languages=("en", "ko")),
    series={"robots": SeriesConfig(title="Robots")},
)


def post(name: str, *, date: str = "2026-03-12", authors: str = "jane", category: str = "tech", more: str = "") -> Post:
    """The post with that id and title; `more` are further lines of its head."""
    head = f"id: {name}\ntitle: {name}\ndate: {date}\nauthors: [{authors}]\ncategory: {category}\n{more}"
    source = SourceFile(path=SourcePath(f"content/posts/{name}.md"), text=f"---\n{head}\n---\nI built it.\n")
    checked = read_post(source, CONFIG)
    assert checked.value.post is not None, checked.diagnostics
    return checked.value.post


def library_of(*posts: Post) -> Library:
    """The shelves of a site of these posts."""
    now = datetime(2026, 6, 1, tzinfo=UTC)
    return make_library(Site(config=CONFIG, authors={}, posts=newest_first(posts), pages=(), files={}, now=now))
