"""Hugo with more of what blogsmith does for each post: what its own functions offer, a social card before all.

It is a peer beside the plain one, which stays the measure: no target is put in its terms.
"""

import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from benchmarks.corpus import Entry
from benchmarks.peers.hugo import BASE, CONFIG, HUGO
from benchmarks.peers.peer import write_all

_OUTPUTS: Final = """\
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
"""
_MORE_OUTPUTS: Final = """\
home = ["html", "rss", "json"]
section = ["html"]
taxonomy = ["html"]
term = ["html", "rss", "json"]
"""
_RELATED: Final = """\
[related]
includeNewer = true
threshold = 1
[[related.indices]]
name = "tags"
weight = 100
[[related.indices]]
name = "categories"
weight = 50
"""

_CARD: Final = """\
{{ $ink := "#0a1f2e" }}{{ $sheet := resources.Get "sheet.png" }}{{ return $sheet.Filter (slice
(images.Text .Title (dict "size" 74 "x" 60 "y" 122 "color" $ink))
(images.Text (index .Params.categories 0) (dict "size" 28 "x" 60 "y" 60 "color" $ink))
(images.Text (index .Params.authors 0) (dict "size" 26 "x" 136 "y" 526 "color" $ink))) }}
"""

_SINGLE: Final = """\
{{ define "head" }}{{ $card := partial "card.html" . }}<meta property="og:image" content="{{ $card.Permalink }}">
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "BlogPosting" "headline" .Title
"datePublished" .Date "image" $card.Permalink "wordCount" .WordCount | jsonify | safeJS }}</script>{{ end }}
{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006-01-02" }}</time> {{ .ReadingTime }}
{{ range .GetTerms "authors" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
{{ range .GetTerms "categories" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}
{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</p>
{{ .TableOfContents }}
{{ .Content }}
{{ range first 3 (site.RegularPages.Related .) }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</article>{{ end }}
"""

_PAGES: Final = """\
{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = where site.RegularPages "Section" "posts" }}{{ end -}}
"""

_RSS: Final = (
    _PAGES
    + """\
{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
{{ range first 20 $pages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><pubDate>{{ .Date }}</pubDate>
<description>{{ .Content | transform.XMLEscape | safeHTML }}</description></item>
{{ end }}</channel></rss>
"""
)

_JSON: Final = (
    _PAGES
    + """\
{{ $items := slice }}{{ range first 20 $pages }}{{ $items = $items | append
(dict "title" .Title "url" .Permalink "content_html" .Content "date_published" .Date) }}{{ end -}}
{{ dict "version" "https://jsonfeed.org/version/1.1" "title" .Title "items" $items | jsonify }}
"""
)


def write(root: Path, entries: Iterable[Entry]) -> None:
    """The whole site."""
    HUGO.write(root, entries)
    files = {
        "hugo.toml": CONFIG.replace(_OUTPUTS, _MORE_OUTPUTS) + _RELATED,
        "layouts/baseof.html": BASE.replace("</head>", '{{ block "head" . }}{{ end }}</head>'),
        "layouts/single.html": _SINGLE,
        "layouts/rss.xml": _RSS,
        "layouts/list.json": _JSON,
        "layouts/_partials/card.html": _CARD,
    }
    write_all(root, files)
    (root / "assets").mkdir()
    (root / "assets/sheet.png").write_bytes(_sheet())


def _sheet() -> bytes:
    """What every card is written on: two colours."""
    sheet = Image.new("P", (1200, 630))
    sheet.putpalette(bytes.fromhex("58b1e8e0f3ff"))
    ImageDraw.Draw(sheet).rectangle((780, 0, 1200, 630), fill=1)
    content = io.BytesIO()
    sheet.save(content, "PNG")
    return content.getvalue()


HUGO_WITH_CARDS = replace(
    HUGO,
    name="Hugo with cards",
    write=write,
    largest=1_000,
    does="the same, and for each post a social card with title, category and author, JSON-LD, related posts and a table"
    " of contents, for each term feeds of whole texts in two formats",
)
