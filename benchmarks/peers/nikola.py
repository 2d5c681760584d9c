"""Nikola: its bootstrap theme, Python-Markdown with footnotes, tables and Pygments, its task database."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import Entry
from benchmarks.peers.peer import Peer, filled, write_all, write_posts

_CONFIG = """\
BLOG_AUTHOR = "Measured"
BLOG_TITLE = "A measured blog"
SITE_URL = "https://blog.example.com/"
BLOG_EMAIL = "nobody@blog.example.com"
BLOG_DESCRIPTION = "Posts made by chance"
DEFAULT_LANG = "en"
TRANSLATIONS = {"en": ""}
NAVIGATION_LINKS = {"en": ()}
NAVIGATION_ALT_LINKS = {"en": ()}
THEME = "bootblog4"
POSTS = (("posts/*.md", "", "post.tmpl"),)
PAGES = ()
COMPILERS = {"markdown": (".md",)}
MARKDOWN_EXTENSIONS = ["markdown.extensions.fenced_code", "markdown.extensions.codehilite", "markdown.extensions.extra"]
TIMEZONE = "Asia/Seoul"
PRETTY_URLS = True
STRIP_INDEXES = True
INDEX_DISPLAY_POST_COUNT = 20
INDEXES_PAGES_MAIN = False
TAG_PAGES_ARE_INDEXES = True
CATEGORY_PAGES_ARE_INDEXES = True
AUTHOR_PAGES_ARE_INDEXES = True
ENABLE_AUTHOR_PAGES = True
CATEGORY_ALLOW_HIERARCHIES = False
CATEGORY_OUTPUT_FLAT_HIERARCHY = False
FEED_LENGTH = 20
GENERATE_ATOM = False
GZIP_FILES = False
COMMENT_SYSTEM = ""
"""

_POST = """\
.. title: {title}
.. slug: {id}
.. date: {date:%Y-%m-%d %H:%M:%S} UTC+09:00
.. author: {author}
.. category: {category}
.. tags: {tags}
.. description: {summary}

{body}"""


def write(root: Path, entries: Iterable[Entry]) -> None:
    """The whole site."""
    write_all(root, {"conf.py": _CONFIG})
    write_posts(root, entries, post)


def post(entry: Entry) -> tuple[str, str]:
    """A post with its path."""
    return f"posts/{entry.id}.md", filled(_POST, entry)


NIKOLA = Peer(
    name="Nikola",
    write=write,
    post=post,
    command=lambda tools: (str(tools / "python/bin/nikola"), "build", "-q"),
    output="output",
    memory=("cache", ".doit.db", "__pycache__"),
    largest=1_000,
    does="posts, home, category, author and tag lists by 20, archive, Pygments, feeds, sitemap, its task database",
)
