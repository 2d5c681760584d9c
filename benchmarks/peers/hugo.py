"""Hugo: the corpus with three taxonomies, RSS, a sitemap and Chroma's classes."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import Entry
from benchmarks.peers.peer import Peer, filled, write_all, write_posts

CONFIG = """\
baseURL = "https://blog.example.com/"
title = "A measured blog"
languageCode = "en"
disableKinds = []
[pagination]
pagerSize = 20
[taxonomies]
author = "authors"
category = "categories"
tag = "tags"
[permalinks]
posts = "/:contentbasename/"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[markup.highlight]
noClasses = false
[markup.goldmark.renderer]
unsafe = false
"""

BASE = """\
<!doctype html>
<html lang="{{ .Params.lang | default "en" }}">
<head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}">
<meta name="description" content="{{ .Description }}"></head>
<body><header><a href="/">{{ site.Title }}</a></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer>{{ site.Title }}</footer></body>
</html>
"""

_SINGLE = """\
{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time>
{{ range .GetTerms "authors" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
{{ range .GetTerms "categories" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>
{{ .Content }}</article>{{ end }}
"""

_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = where site.RegularPages "Section" "posts" }}{{ end }}
{{ $pager := .Paginate $pages }}
{{ range $pager.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ .Date.Format "2006-01-02" }}</p><p>{{ .Description }}</p></article>
{{ end }}
{{ if $pager.HasPrev }}<a href="{{ $pager.Prev.URL }}">newer</a>{{ end }}
{{ if $pager.HasNext }}<a href="{{ $pager.Next.URL }}">older</a>{{ end }}{{ end }}
"""

_POST = """\
---
title: "{title}"
date: {date:%Y-%m-%dT%H:%M:%S}+09:00
authors: [{author}]
categories: [{category}]
tags: [{tags}]
lang: {language}
description: "{summary}"
---
{body}"""


def write(root: Path, entries: Iterable[Entry]) -> None:
    """The whole site."""
    files = {"hugo.toml": CONFIG, "layouts/baseof.html": BASE, "layouts/single.html": _SINGLE}
    write_all(root, {**files, "layouts/list.html": _LIST})
    write_posts(root, entries, post)


def post(entry: Entry) -> tuple[str, str]:
    """A post with its path."""
    return f"content/posts/{entry.date:%Y}/{entry.id}.md", filled(_POST, entry)


def _command(tools: Path) -> tuple[str, ...]:
    """The program itself, not the script that starts it."""
    return (str(next((tools / "python/lib").glob("python3*/site-packages/hugo/binaries/hugo*"))), "--quiet")


HUGO = Peer(
    name="Hugo",
    write=write,
    post=post,
    command=_command,
    output="public",
    memory=("resources", ".hugo_build.lock"),
    does="posts, home, category, author and tag lists by 20, highlighting, RSS, sitemap",
)
