"""The corpus as a blogsmith site with the default theme and everything on."""

from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import CATEGORIES, WRITERS, Entry

CONFIG = """\
[site]
title = "A measured blog"
base_url = "https://blog.example.com/"
language = "en"
languages = ["en", "ko"]
time_zone = "Asia/Seoul"
organisation_names = ["Measured"]

[site.description]
en = "Posts made by chance, to measure with."
ko = "재 보려고 우연히 지은 글."

[lists]
per_page = 20
"""

PROFILE = """\
---
name: Writer {number}
kind: in-house
role: Builder
team: Workshop
training: [2026-02-02]
links: [{{label: Notes, url: "https://notes.example.com/{id}"}}]
---
I build small instruments in the workshop and write down what they break.
"""

BIO = "저는 작업실에서 작은 기기를 만들고, 만들다가 부러뜨린 것을 하나하나 적어 둡니다. 고친 것도 적습니다.\n"

POST = """\
---
id: {id}
title: "{title}"
date: {date:%Y-%m-%d %H:%M}
authors: [{author}]
category: {category}
tags: [{tags}]
lang: {language}
summary: "{summary}"
responder: {author}
evergreen: true
---
{body}"""


def write_blogsmith(root: Path, entries: Iterable[Entry]) -> None:
    """The whole site in the empty folder `root`."""
    (root / "authors").mkdir(parents=True)
    (root / "config.toml").write_text(CONFIG + _categories())
    for number, writer in enumerate(WRITERS, 1):
        (root / "authors" / f"{writer}.md").write_text(PROFILE.format(number=number, id=writer))
        (root / "authors" / f"{writer}.ko.md").write_text(BIO)
    for entry in entries:
        folder = root / "content" / "posts" / f"{entry.date:%Y}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{entry.id}.md").write_text(post_text(entry))


def post_text(entry: Entry) -> str:
    """A post as its file holds it."""
    return POST.format(
        id=entry.id,
        title=entry.title,
        date=entry.date,
        author=entry.author,
        category=entry.category,
        tags=", ".join(entry.tags),
        language=entry.language,
        summary=entry.summary,
        body=entry.body,
    )


def _categories() -> str:
    editors = zip(CATEGORIES, WRITERS, strict=False)
    return "".join(f'\n[categories.{name}]\nlabel = "{name}"\neditor = "{writer}"\n' for name, writer in editors)
