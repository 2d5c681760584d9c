"""Social cards are drawn once, for what is published alone, and every page names one."""

import io
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from blogsmith.pipeline.codec import packed
from blogsmith.pipeline.memory import FILE, Memory
from blogsmith.pipeline.request import Request
from blogsmith.pipeline.social import KIND, Painted
from blogsmith.pipeline.trip import make_tools
from tests.site import CONFIG, build, tree, write_file, write_site

SITE = """
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
---
I built it.
-- content/posts/paid.md --
---
id: paid
title: A paid robot
date: 2026-03-13
authors: [jane]
category: design
disclosure: The maker gave me one.
---
I tried it.
-- content/posts/draft.md --
---
id: draft
title: Not yet
date: 2026-03-14
authors: [jane]
category: tech
draft: true
---
I am at it.
-- content/posts/embargoed.md --
---
id: embargoed
title: In July
date: 2026-07-14
authors: [jane]
category: tech
---
I did it.
-- content/posts/expired.md --
---
id: expired
title: Gone
date: 2026-01-14
expires: 2026-02-14
authors: [jane]
category: tech
---
I did it.
"""


def cards(folder: Path) -> dict[str, bytes]:
    """What is published of cards, by the name before the digest."""
    found = sorted((folder / "public" / "card").iterdir())
    return {file.name.partition(".")[0]: file.read_bytes() for file in found}


def heads(folder: Path, page: str) -> dict[str, str]:
    """What a page says of its picture."""
    html = (folder / "public" / page).read_text(encoding="utf-8")
    return dict(re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">', html))


def rename(folder: Path, post: str, title: str) -> None:
    """Gives a post another title."""
    file = folder / f"content/posts/{post}.md"
    file.write_text(re.sub("title: .*", f"title: {title}", file.read_text()))


def first_pixel(content: bytes) -> object:
    with Image.open(io.BytesIO(content)) as image:
        return image.convert("RGB").getpixel((0, 0))


def test_a_post_names_its_card_with_size_and_words(tmp_path: Path) -> None:
    folder = write_site(tmp_path, SITE)
    assert build(folder).exit_code == 0
    said = heads(folder, "paid/index.html")
    address = said.pop("og:image")
    assert re.fullmatch(r"https://blog\.example\.com/card/paid\.[0-9a-f]{12}\.png", address)
    assert (folder / "public" / address.removeprefix("https://blog.example.com/")).is_file()
    assert said == {
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "A paid robot · Design · Jane Doe · Paid or in kind",
        "twitter:card": "summary_large_image",
    }


def test_every_other_page_names_the_card_of_the_blog(tmp_path: Path) -> None:
    folder = write_site(tmp_path, SITE)
    build(folder)
    pages = ("index.html", "category/tech/index.html", "author/jane/index.html", "archive/index.html", "404.html")
    named = {heads(folder, page)["og:image"].rpartition("/")[2].partition(".")[0] for page in pages}
    assert named == {"site-en"}


def test_what_is_not_published_has_no_card(tmp_path: Path) -> None:
    folder = write_site(tmp_path, SITE)
    build(folder)
    assert sorted(cards(folder)) == ["paid", "robot", "site-en"]


def test_a_card_goes_with_its_post_also_from_the_memory(tmp_path: Path) -> None:
    folder = write_site(tmp_path, SITE)
    build(folder)
    (folder / "content/posts/paid.md").unlink()
    build(folder)
    assert sorted(cards(folder)) == ["robot", "site-en"]
    assert len(Memory(folder / ".blogsmith" / FILE).all(KIND)) == 2


def test_another_body_leaves_the_card_as_it_is(tmp_path: Path) -> None:
    folder = write_site(tmp_path, SITE)
    build(folder)
    before = {file.name: file.stat().st_mtime_ns for file in (folder / "public" / "card").iterdir()}
    write_file(folder, "content/posts/robot.md", (folder / "content/posts/robot.md").read_text() + "\nAnd again.\n")
    build(folder)
    assert {file.name: file.stat().st_mtime_ns for file in (folder / "public" / "card").iterdir()} == before


def test_another_title_is_another_card_at_another_address(tmp_path: Path) -> None:
    folder = write_site(tmp_path, SITE)
    build(folder)
    before, address = cards(folder), heads(folder, "robot/index.html")["og:image"]
    rename(folder, "robot", "One")
    build(folder)
    after = cards(folder)
    assert {name for name in after if after[name] != before[name]} == {"robot"}
    assert heads(folder, "robot/index.html")["og:image"] != address


def test_a_card_that_is_remembered_is_not_drawn_again(tmp_path: Path) -> None:
    folder = write_site(tmp_path, SITE)
    build(folder)
    name = next(file.name for file in (folder / "public" / "card").iterdir() if file.name.startswith("robot"))
    request = Request(root=folder, config=folder / "config.toml", now=datetime(2026, 6, 1, tzinfo=UTC))
    easel = make_tools(request).easel
    easel.memory.keep(KIND, {easel.key(f"card/{name}"): packed(Painted(content=b"kept", unwritten=""))})
    easel.memory.close()
    for place in (folder / "public", folder / ".public.blogsmith-new"):
        shutil.rmtree(place)
    build(folder)
    assert cards(folder)["robot"] == b"kept"


def test_builds_of_one_and_of_many_processes_draw_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = "".join(
        f"-- content/posts/p{n}.md --\n---\nid: p{n}\ntitle: Post {n}\ndate: 2026-03-12\nauthors: [jane]\n"
        f"category: {('tech', 'side-story')[n % 2]}\n---\nI built it.\n"
        for n in range(90)
    )
    one, many, more = (write_site(tmp_path / name, posts) for name in ("one", "many", "more"))
    build(one, "--jobs", "1")
    build(many, "--jobs", "2")
    monkeypatch.setattr("blogsmith.pipeline.printer._LARGE", 100)
    monkeypatch.setattr("blogsmith.pipeline.printer._STINT", 0.02)
    build(more, "--jobs", "2")
    assert cards(one) == cards(many)
    assert tree(one / "public") == tree(many / "public") == tree(more / "public")


def test_a_card_is_in_the_language_of_its_post(tmp_path: Path) -> None:
    languages = CONFIG.replace('title = "A blog"', 'title = "A blog"\nlanguages = ["en", "ko"]')
    korean = SITE[SITE.index("-- content/posts/paid.md") : SITE.index("-- content/posts/draft.md")]
    folder = write_site(
        tmp_path,
        f"-- config.toml --\n{languages}" + korean.replace("paid.md", "paid.ko.md").replace("A paid robot", "로봇"),
    )
    build(folder)
    assert heads(folder, "ko/paid/index.html")["og:image:alt"] == "로봇 · 디자인 · Jane Doe · 대가 받은 글"


def test_the_colours_of_the_blog_are_those_of_its_cards(tmp_path: Path) -> None:
    colours = """
[identity.dyes.tech]
text = "#1f3a00"
text_dark = "#c8f08a"
field = "#2f5200"
on_field = "#ffffff"
wash = "#f2f8e8"
wash_dark = "#1a2210"
deep = "#101c00"
light = "#dff0c0"
spark = "#d63f22"

[identity.paper]
ground = "#fffdf8"
ink = "#201408"
"""
    folder = write_site(tmp_path, f"-- config.toml --\n{CONFIG}{colours}{SITE}")
    build(folder)
    assert first_pixel(cards(folder)["robot"]) == (0x2F, 0x52, 0x00)
    assert first_pixel(cards(folder)["site-en"]) == (0x20, 0x14, 0x08)


def test_a_blog_can_do_without_cards(tmp_path: Path) -> None:
    folder = write_site(tmp_path, f"-- config.toml --\n{CONFIG}\n[identity]\ncards = false\n{SITE}")
    build(folder)
    assert not (folder / "public" / "card").exists()
    assert heads(folder, "robot/index.html") == {"twitter:card": "summary"}


def test_a_title_that_cannot_be_written_is_told_in_every_build(tmp_path: Path) -> None:
    folder = write_site(tmp_path, SITE.replace("A robot", "水のロボット"))
    first, second = build(folder), build(folder, "--verify")
    assert first.exit_code == second.exit_code == 0
    for told in (first, second):
        assert "warning[card/unwritten]: the social card bears no title: no font here can write `水`" in told.output
        assert "content/posts/robot.md" in told.output


def test_a_font_that_is_not_there_is_an_error_at_its_line(tmp_path: Path) -> None:
    folder = write_site(tmp_path, f'-- config.toml --\n{CONFIG}\n[identity]\ncard_fonts = ["own.otf"]\n{SITE}')
    told = build(folder)
    assert told.exit_code != 0
    assert "error[identity/font]: there is no font `themes/local/fonts/own.otf`" in told.output
    assert "config.toml:" in told.output
