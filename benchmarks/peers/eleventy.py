"""Eleventy: Liquid-free, JavaScript templates only, its own markdown-it with footnotes, Prism at build time."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import Entry
from benchmarks.peers.peer import Peer, filled, write_all, write_posts

_CONFIG = """\
const highlight = require("@11ty/eleventy-plugin-syntaxhighlight");
const footnotes = require("markdown-it-footnote");
module.exports = (config) => {
  config.addPlugin(highlight);
  config.amendLibrary("md", (library) => library.use(footnotes));
  config.addCollection("newest", (api) => api.getFilteredByGlob("posts/**/*.md").reverse());
  for (const kind of ["author", "category", "tag"]) {
    config.addCollection(kind + "Pages", (api) => {
      const groups = new Map();
      for (const item of api.getFilteredByGlob("posts/**/*.md").reverse()) {
        for (const name of [].concat(item.data[kind === "tag" ? "topics" : kind])) {
          if (!groups.has(name)) groups.set(name, []);
          groups.get(name).push(item);
        }
      }
      const pages = [];
      for (const [name, items] of groups) {
        for (let at = 0; at < items.length; at += 20) {
          pages.push({ name, number: at / 20 + 1, last: at + 20 >= items.length, items: items.slice(at, at + 20) });
        }
      }
      return pages;
    });
  }
  return { dir: { input: ".", output: "_site" }, markdownTemplateEngine: false };
};
"""

_BASE = """\
const escape = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
module.exports.render = (data) => `<!doctype html>
<html lang="${data.language || "en"}">
<head><meta charset="utf-8"><title>${escape(data.title)}</title>
<link rel="canonical" href="https://blog.example.com${data.page.url}">
<meta name="description" content="${escape(data.summary || "")}"></head>
<body><header><a href="/">A measured blog</a></header>
<main>${data.content}</main>
<footer>A measured blog</footer></body>
</html>`;
"""

_SINGLE = """\
const day = (date) => date.toISOString().slice(0, 10);
module.exports.data = { layout: "base.11ty.js" };
module.exports.render = (data) => `<article><h1>${data.title}</h1>
<p><time datetime="${day(data.page.date)}">${day(data.page.date)}</time>
<a href="/author/${data.author}/">${data.author}</a> <a href="/category/${data.category}/">${data.category}</a>
${data.topics.map((tag) => `<a href="/tag/${tag}/">${tag}</a>`).join(" ")}</p>
${data.content}</article>`;
"""

_LIST = """\
const day = (date) => date.toISOString().slice(0, 10);
const card = (item) => `<article><h2><a href="${item.url}">${item.data.title}</a></h2>
<p>${day(item.date)}</p><p>${item.data.summary}</p></article>`;
const address = (name, number) => `/KIND/${name}/${number > 1 ? `page/${number}/` : ""}`;
module.exports = class {
  data() {
    return { layout: "base.11ty.js", pagination: { data: "collections.KINDPages", size: 1, alias: "group" },
      eleventyComputed: { title: (data) => data.group.name },
      permalink: (data) => address(data.group.name, data.group.number) + "index.html" };
  }
  render(data) {
    const { name, number, last, items } = data.group;
    return `<h1>${name}</h1>${items.map(card).join("")}
${number > 1 ? `<a href="${address(name, number - 1)}">newer</a>` : ""}
${last ? "" : `<a href="${address(name, number + 1)}">older</a>`}`;
  }
};
"""

_HOME = """\
const day = (date) => date.toISOString().slice(0, 10);
const card = (item) => `<article><h2><a href="${item.url}">${item.data.title}</a></h2>
<p>${day(item.date)}</p><p>${item.data.summary}</p></article>`;
module.exports = class {
  data() {
    return { layout: "base.11ty.js", title: "A measured blog",
      pagination: { data: "collections.newest", size: 20, alias: "items" },
      permalink: (data) => data.pagination.pageNumber ? `/page/${data.pagination.pageNumber + 1}/` : "/" };
  }
  render(data) {
    return `${data.items.map(card).join("")}
${data.pagination.href.previous ? `<a href="${data.pagination.href.previous}">newer</a>` : ""}
${data.pagination.href.next ? `<a href="${data.pagination.href.next}">older</a>` : ""}`;
  }
};
"""

_FEED = """\
const escape = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;");
module.exports = class {
  data() { return { permalink: "/index.xml", eleventyExcludeFromCollections: true }; }
  render(data) {
    const items = data.collections.newest.slice(0, 20).map((item) => `<item><title>${escape(item.data.title)}</title>
<link>https://blog.example.com${item.url}</link><pubDate>${item.date.toUTCString()}</pubDate>
<description>${escape(item.data.summary)}</description></item>`);
    return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>A measured blog</title>
<link>https://blog.example.com/</link><description>Posts</description>${items.join("")}</channel></rss>`;
  }
};
"""

_SITEMAP = """\
module.exports = class {
  data() { return { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true }; }
  render(data) {
    const items = data.collections.all.map((item) => `<url><loc>https://blog.example.com${item.url}</loc></url>`);
    return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${items.join("")}</urlset>`;
  }
};
"""

_POST = """\
---
title: "{title}"
date: {date:%Y-%m-%dT%H:%M:%S}+09:00
author: {author}
category: {category}
topics: [{tags}]
language: {language}
summary: "{summary}"
layout: single.11ty.js
permalink: /{id}/index.html
---
{body}"""


def write(root: Path, entries: Iterable[Entry]) -> None:
    """The whole site."""
    files = {"eleventy.config.js": _CONFIG, "_includes/base.11ty.js": _BASE, "_includes/single.11ty.js": _SINGLE}
    files |= {"index.11ty.js": _HOME, "feed.11ty.js": _FEED, "sitemap.11ty.js": _SITEMAP}
    files |= {f"{kind}.11ty.js": _LIST.replace("KIND", kind) for kind in ("author", "category", "tag")}
    write_all(root, files)
    write_posts(root, entries, post)


def post(entry: Entry) -> tuple[str, str]:
    """A post with its path."""
    return f"posts/{entry.date:%Y}/{entry.id}.md", filled(_POST, entry)


ELEVENTY = Peer(
    name="Eleventy",
    write=write,
    post=post,
    command=lambda tools: (str(tools / "node_modules/.bin/eleventy"), "--quiet"),
    output="_site",
    does="posts, home, category, author and tag lists by 20, Prism, RSS, sitemap",
)
