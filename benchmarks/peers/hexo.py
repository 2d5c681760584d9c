"""Hexo: templates in EJS, marked, highlight.js at build time, its generators for lists, feed and sitemap."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import Entry
from benchmarks.peers.peer import Peer, filled, write_all, write_posts

_CONFIG = """\
title: A measured blog
url: https://blog.example.com
timezone: Asia/Seoul
permalink: :name/
theme: plain
per_page: 20
index_generator: {per_page: 20, order_by: -date}
category_generator: {per_page: 20}
tag_generator: {per_page: 20}
category_dir: category
tag_dir: tag
feed: {type: rss2, path: index.xml, limit: 20}
sitemap: {path: sitemap.xml}
syntax_highlighter: highlight.js
"""

_LAYOUT = """\
<!doctype html>
<html lang="<%= page.lang || 'en' %>">
<head><meta charset="utf-8"><title><%= page.title || config.title %></title>
<link rel="canonical" href="<%= url %>"><meta name="description" content="<%= page.summary || '' %>"></head>
<body><header><a href="/">A measured blog</a></header>
<main><%- body %></main>
<footer>A measured blog</footer></body>
</html>
"""

_SINGLE = """\
<article><h1><%= page.title %></h1>
<p><time><%= date(page.date, 'YYYY-MM-DD') %></time> <%= page.author %>
<% page.categories.forEach((item) => { %><a href="/<%= item.path %>"><%= item.name %></a> <% }) %>
<% page.tags.forEach((item) => { %><a href="/<%= item.path %>"><%= item.name %></a> <% }) %></p>
<%- page.content %></article>
"""

_LIST = """\
<% page.posts.forEach((item) => { %><article><h2><a href="/<%= item.path %>"><%= item.title %></a></h2>
<p><%= date(item.date, 'YYYY-MM-DD') %></p><p><%= item.summary %></p></article><% }) %>
<%- paginator() %>
"""

_PACKAGE = '{"name": "measured", "private": true, "hexo": {"version": "8.1.2"}, "dependencies": {DEPENDENCIES}}\n'
_PLUGINS = (
    "hexo",
    "hexo-generator-category",
    "hexo-generator-feed",
    "hexo-generator-index",
    "hexo-generator-sitemap",
    "hexo-generator-tag",
    "hexo-renderer-ejs",
    "hexo-renderer-marked",
)

_POST = """\
---
title: "{title}"
date: {date:%Y-%m-%d %H:%M:%S}
author: {author}
categories: [{category}]
tags: [{tags}]
lang: {language}
summary: "{summary}"
---
{body}"""


def write(root: Path, entries: Iterable[Entry]) -> None:
    """The whole site."""
    package = _PACKAGE.replace("DEPENDENCIES", ", ".join(f'"{name}": "*"' for name in _PLUGINS))
    files = {"_config.yml": _CONFIG, "package.json": package, "themes/plain/layout/layout.ejs": _LAYOUT}
    files |= {"themes/plain/layout/post.ejs": _SINGLE}
    files |= {f"themes/plain/layout/{name}.ejs": _LIST for name in ("index", "category", "tag", "archive")}
    write_all(root, files)
    write_posts(root, entries, post)


def post(entry: Entry) -> tuple[str, str]:
    """A post with its path."""
    return f"source/_posts/{entry.id}.md", filled(_POST, entry)


def command(tools: Path) -> tuple[str, ...]:
    """It looks for its plugins in the site's own folder alone."""
    modules = tools / "node_modules"
    link = f"test -e node_modules || ln -s {modules} node_modules; exec {modules}/.bin/hexo generate --silent"
    return ("sh", "-c", link)


HEXO = Peer(
    name="Hexo",
    write=write,
    post=post,
    command=command,
    output="public",
    memory=("db.json",),
    largest=10_000,
    does="posts, home, category and tag lists by 20 (no author lists), highlight.js, RSS, sitemap, its cache",
)
