"""MkDocs with Material and its blog: Python-Markdown with footnotes, tables and Pygments, archive, categories."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import CATEGORIES, WRITERS, Entry
from benchmarks.peers.peer import Peer, filled, write_all, write_posts

_CONFIG = """\
site_name: A measured blog
site_url: https://blog.example.com/
theme:
  name: material
  font: false
plugins:
  - blog:
      blog_dir: .
      post_url_format: "{{slug}}"
      pagination_per_page: 20
      categories_allowed: [{categories}]
      authors_profiles: true
  - tags
markdown_extensions:
  - footnotes
  - tables
  - pymdownx.highlight
  - pymdownx.superfences
"""

_POST = """\
---
title: "{title}"
date: {date:%Y-%m-%d}
slug: {id}
authors: [{author}]
categories: [{category}]
tags: [{tags}]
description: "{summary}"
---
# {title}

{summary}

<!-- more -->

{body}"""


def write(root: Path, entries: Iterable[Entry]) -> None:
    """The whole site."""
    authors = "".join(f"  {writer}: {{name: {writer}, description: Builder, avatar: ''}}\n" for writer in WRITERS)
    files = {"mkdocs.yml": _CONFIG.format(categories=", ".join(CATEGORIES))}
    files |= {"docs/.authors.yml": f"authors:\n{authors}", "docs/index.md": "# A measured blog\n"}
    write_all(root, files)
    write_posts(root, entries, post)


def post(entry: Entry) -> tuple[str, str]:
    """A post with its path."""
    return f"docs/posts/{entry.date:%Y}/{entry.id}.md", filled(_POST, entry)


MATERIAL = Peer(
    name="Material",
    write=write,
    post=post,
    command=lambda tools: (str(tools / "python/bin/mkdocs"), "build", "-q"),
    output="site",
    memory=(".cache",),
    largest=1_000,
    does="posts, home, category and author lists by 20, archive, tags, Pygments, sitemap, search words",
)
