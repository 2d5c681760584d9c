"""Pelican: its own simple theme, Python-Markdown with footnotes, tables and Pygments, its cache of content on."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import Entry
from benchmarks.peers.peer import Peer, filled, write_all, write_posts

_CONFIG = """\
SITENAME = "A measured blog"
SITEURL = "https://blog.example.com"
PATH = "content"
TIMEZONE = "Asia/Seoul"
DEFAULT_LANG = "en"
THEME = "simple"
DEFAULT_PAGINATION = 20
ARTICLE_URL = "{slug}/"
ARTICLE_SAVE_AS = "{slug}/index.html"
ARTICLE_LANG_URL = ARTICLE_URL
ARTICLE_LANG_SAVE_AS = ARTICLE_SAVE_AS
AUTHOR_SAVE_AS = "author/{slug}/index.html"
CATEGORY_SAVE_AS = "category/{slug}/index.html"
TAG_SAVE_AS = "tag/{slug}/index.html"
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
FEED_ALL_RSS = "index.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 20
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.codehilite": {"css_class": "highlight"},
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
    },
    "output_format": "html5",
}
"""

_POST = """\
Title: {title}
Date: {date:%Y-%m-%d %H:%M}
Author: {author}
Category: {category}
Tags: {tags}
Slug: {id}
Lang: {language}
Translation: false
Summary: {summary}

{body}"""


def write(root: Path, entries: Iterable[Entry]) -> None:
    """The whole site."""
    write_all(root, {"pelicanconf.py": _CONFIG})
    write_posts(root, entries, post)


def post(entry: Entry) -> tuple[str, str]:
    """A post with its path."""
    return f"content/{entry.date:%Y}/{entry.id}.md", filled(_POST, entry)


PELICAN = Peer(
    name="Pelican",
    write=write,
    post=post,
    command=lambda tools: (str(tools / "python/bin/pelican"), "-q", "-s", "pelicanconf.py"),
    output="output",
    memory=("cache", "__pycache__"),
    largest=10_000,
    does="posts, home, category, author and tag lists by 20, Pygments, RSS, its cache of content",
)
