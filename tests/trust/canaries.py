"""A blog in which everything that must stay unknown holds a word of its own, and a search that finds such a word in any
file, however it is written there.

A way of leaking is a state (why a post is not published) and a place (where in it the word stands), or a private place.
"""

import base64
import gzip
import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote_to_bytes

STATES: Mapping[str, tuple[str, str]] = {
    "draft": ("draft: true\n", "2026-03-12"),
    "scheduled": ("", "2026-06-01 12:00:01"),
    "expired": ("expires: 2026-06-01 12:00\n", "2026-03-12"),
    "next-year": ("featured: true\n", "2027-01-01"),
    "expired-long-ago": ("expires: 2020-01-02\n", "2020-01-01"),
    "draft-and-scheduled": ("draft: true\n", "2027-01-01"),
    "held-back": ("cover: {src: nowhere.png, alt: x}\n", "2026-03-12"),
    "not-understood": ("colour: red\n", "2026-03-12"),
    "without-a-writer": ("responder: nobody\n", "2026-03-12"),
}
"""Head and date of a post that is not published at noon of 1 June 2026; the last three are held back for a fault."""

SURFACES: Mapping[str, str] = {
    "pages of posts": r"[^/]+/index\.html",
    "home": r"index\.html",
    "categories": r"category/.*html",
    "tags": r"tag/.*html",
    "writers": r"authors?/.*html",
    "archive": r"archive/.*html",
    "series": r"series/.*html",
    "RSS": r"(.*/)?rss\.xml",
    "Atom": r"(.*/)?atom\.xml",
    "JSON Feed": r"(.*/)?feed\.json",
    "sitemap": r"sitemap\.xml",
    "redirects": r"p/.*html|was-.*html",
    "hosts": r"_redirects|_headers|.*\.conf|\.htaccess",
    "files": r"media/.*",
}
"""Where a word could come out: pattern of the paths in the output."""

_WORD = re.compile(r"kanari[a-p]{12}|카나리[가-갏]{12}")


def ascii_word(way: str) -> str:
    """The word of a way, in letters that any slug and id takes."""
    digest = hashlib.blake2b(way.encode(), digest_size=6).hexdigest()
    return "kanari" + "".join(chr(ord("a") + int(digit, 16)) for digit in digest)


def hangul_word(way: str) -> str:
    """The same in Hangul, which is written in parts, percent-encoded and escaped in more ways."""
    digest = hashlib.blake2b(way.encode(), digest_size=6).hexdigest()
    return "카나리" + "".join(chr(ord("가") + int(digit, 16)) for digit in digest)


def both(way: str) -> str:
    """Both words of a way."""
    return f"{ascii_word(way)} {hangul_word(way)}"


def found_in(files: Mapping[str, bytes]) -> dict[str, set[str]]:
    """The paths in which each word stands, in their names or in their bytes."""
    found: dict[str, set[str]] = {}
    for path, content in files.items():
        for text in (path, unicodedata.normalize("NFC", path), *readings(content)):
            for word in _WORD.findall(text):
                found.setdefault(word, set()).add(path)
    return found


def readings(content: bytes) -> Iterator[str]:
    """The bytes as text, and as every text that somebody could unpack from them."""
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    text = unicodedata.normalize("NFC", content.decode("utf-8", "replace"))
    for kind in (text, html.unescape(text), html.unescape(html.unescape(text))):
        yield kind
        yield kind.lower()
        yield unicodedata.normalize("NFC", unquote_to_bytes(kind).decode("utf-8", "replace"))
        yield unicodedata.normalize("NFC", re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), kind))
    yield content.decode("utf-16-le", "ignore")
    yield text[::-1]
    for packed in re.findall(rb"[A-Za-z0-9+/_-]{20,}={0,2}", content):
        for start in range(4):
            part = packed[start:].translate(bytes.maketrans(b"-_", b"+/")).rstrip(b"=")
            whole = part[:-1] if len(part) % 4 == 1 else part
            yield base64.b64decode(whole + b"=" * (-len(whole) % 4)).decode("utf-8", "replace")


PLACES: Mapping[str, Callable[[str, str], str]] = {
    "title": lambda way, _: f"title: About {both(way)}\n",
    "summary": lambda way, _: f"summary: Of {both(way)}.\n",
    "tags": lambda way, _: f"tags: [{ascii_word(way)}, {hangul_word(way)}]\n",
    "slug": lambda way, _: f"slug: {hangul_word(way)}-{ascii_word(way)}\n",
    "aliases": lambda way, _: f"aliases: [/was-{hangul_word(way)}/, /was-{ascii_word(way)}.html]\n",
    "disclosure": lambda way, _: f"disclosure: The maker lent me {both(way)}.\n",
    "credits": lambda way, _: f"credits: {{photo: [{ascii_word(way)}], editor: [{hangul_word(way)}]}}\n",
    "corrections": lambda way, _: f"corrections: [{{date: 2026-03-14, text: It was {both(way)}.}}]\n",
    "extra": lambda way, _: f"extra: {{bird: {both(way)}}}\n",
    "share": lambda way, _: f"share: {{mastodon: {both(way)}}}\n",
    "allow": lambda way, _: f"allow: [{{rule: voice/first-person, reason: it tells of {both(way)}}}]\n",
    "remark in the head": lambda way, _: f"# {both(way)}\n",
    "series": lambda _, state: f"series: {state}\n",
    "writer": lambda _, state: f"authors: [{state}]\n",
}
"""Lines of a head by place; `series` and `writer` stand in files of their own."""

BODY: Mapping[str, Callable[[str, str], str]] = {
    "heading": lambda way, _: f"## Of {both(way)}",
    "text": lambda way, _: f"I saw {both(way)} there.",
    "code": lambda way, _: f"```text\n{both(way)}\n```",
    "target of a link": lambda way, _: f"[a](https://a.example/{ascii_word(way)}?q={hangul_word(way)})",
    "note": lambda way, _: f"I said so.[^1]\n\n[^1]: {both(way)}",
    "remark": lambda way, _: f"<!-- {both(way)} -->",
    "name of a picture": lambda way, _: f"![A bird]({ascii_word(way)}.svg)",
    "words of a picture": lambda way, state: f"![{both(way)}]({state}.svg)",
    "file": lambda way, _: f'::: file src="{ascii_word(way)}.txt" title="{both(way)}"\n:::',
    "video": lambda way, _: f'::: youtube id="M7lc1UVf-VE" title="{both(way)}"\n:::',
    "table": lambda way, _: f"| {ascii_word(way)} | b |\n|---|---|\n| {hangul_word(way)} | d |",
}
"""Blocks of a body by place."""

BESIDE = (
    "content of a picture",
    "content of a file",
    "comment",
    "title of a series",
    "name of a writer",
    "bio of a writer",
    "link of a writer",
)
"""Places in files that belong to a post."""

NEVER = {"remark in the head", "remark", "share", "extra", "allow"}
"""Places that stay unknown although the post is published."""

_OWN_FILES = {"series", "writer"}

WAYS = tuple(f"{state}: {place}" for state in STATES for place in (*PLACES, *BODY, *BESIDE) if place not in _OWN_FILES)
"""Every way in which a post that is not published could be known."""


def bird(state: str, head: str, date: str) -> str:
    """A post with a word in every place, and all that it alone uses. Its state is its id."""
    lines = "".join(make(f"{state}: {place}", state) for place, make in PLACES.items())
    blocks = "\n\n".join(make(f"{state}: {place}", state) for place, make in BODY.items())
    picture = f"{ascii_word(f'{state}: name of a picture')}.svg"
    words = both(f"{state}: content of a picture")
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>{words}</title></svg>"
    comment = {
        "id": "isso:1", "parent": "", "author": "A reader", "date": "2026-04-01T00:00:00+00:00",
        "text": f"<p>{both(f'{state}: comment')}</p>", "url": "", "source": "isso",
    }  # fmt: skip
    return f"""
-- content/posts/{state}.md --
---
id: {state}
date: {date}
category: tech
{lines}{head}---
{blocks}

-- content/posts/{picture} --
{svg}
-- content/posts/{state}.svg --
<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>
-- content/posts/{ascii_word(f"{state}: file")}.txt --
{both(f"{state}: content of a file")}
-- content/comments/{state}.json --
{json.dumps({"version": 1, "comments": [comment]})}
-- authors/{state}.md --
---
name: {both(f"{state}: name of a writer")}
kind: in-house
links: [{{label: Notes, url: "https://a.example/{ascii_word(f"{state}: link of a writer")}"}}]
---
I am {both(f"{state}: bio of a writer")}.
"""


def series(states: Mapping[str, object]) -> str:
    """The part of a config that names a series for each state."""
    return "".join(f'[series.{state}]\ntitle = "{both(f"{state}: title of a series")}"\n' for state in states)
