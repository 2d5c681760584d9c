"""What a page says of its conversation: who answers and by when, what was said, which desk helps with the rest."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parsed

from blogsmith.pipeline.request import Request
from blogsmith.pipeline.trip import build_site
from tests.site import build, write_site

SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
language = "{language}"
[policy]
since = 2100-01-01
[comments]
{config}
-- authors/minji.md --
---
name: {{ en: Minji Kim, ko: 김민지 }}
kind: in-house
answers_as: [minji-kim]
---
I build robots.
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [minji]
category: tech
{post}
---
I built it.
-- content/comments/robot.json --
{snapshot}
"""

GISCUS = """provider = "giscus"
[comments.options]
repo = "a/b"
repo_id = "R"
category = "C"
category_id = "D"
"""
CONTACT = """[comments.contact]
label = "customer care"
url = "/help/"
"""


def said(id: str, author: str = "Kim", *, parent: str = "", **others: str) -> dict[str, str]:  # noqa: A002
    """A comment; the number in its id is its day."""
    rest = {"date": f"2026-03-{int(id.split(':')[1]):02}T12:00:00+00:00", "text": f"<p>{id}</p>", "url": ""}
    return {"id": id, "parent": parent, "author": author, "source": id.split(":", maxsplit=1)[0], **rest, **others}


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes the site."""

    def site(*comments: dict[str, str], config: str = "", post: str = "responder: minji", language: str = "en") -> Path:
        snapshot = json.dumps({"version": 1, "comments": comments})
        return write_site(tmp_path, SITE.format(config=config, post=post, language=language, snapshot=snapshot))

    return site


def part(root: Path) -> Any:
    """The conversation of the built post, as a tree; None where there is none."""
    result = build(root)
    assert result.exit_code == 0, result.output
    tree = parsed.document_fromstring((root / "public/robot/index.html").read_text(encoding="utf-8"))
    return tree.find(".//section[@id='comments']")


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize(
    ("language", "days", "promise"),
    [
        ("ko", 1, "김민지가 영업일 하루 안에 답합니다"),
        ("ko", 2, "김민지가 영업일 이틀 안에 답합니다"),
        ("ko", 5, "김민지가 영업일 닷새 안에 답합니다"),
        ("ko", 10, "김민지가 영업일 10일 안에 답합니다"),
        ("ko", 0, "김민지가 댓글에 답합니다"),
        ("en", 1, "Minji Kim answers within one working day"),
        ("en", 3, "Minji Kim answers within three working days"),
        ("en", 14, "Minji Kim answers within 14 working days"),
    ],
)
def test_readers_are_told_who_answers_and_by_when(
    site: Callable[..., Path], language: str, days: int, promise: str
) -> None:
    box = part(site(config=f"reply_days = {days}\n", language=language)).find(".//div[@class='responder']")
    assert words(box.find(".//b")) == promise


def test_the_blogs_own_manners_stand_above_the_box(site: Callable[..., Path]) -> None:
    found = part(site(config='manners = "Be kind; we are people."\n'))
    assert words(found.find("div")) == "Conversation Be kind; we are people."


def test_whoever_is_away_is_covered_in_the_readers_eyes_too(site: Callable[..., Path]) -> None:
    root = site()
    away = (
        (root / "authors/minji.md")
        .read_text()
        .replace("kind: in-house", "kind: in-house\nstatus: paused\ncovered_by: jane")
    )
    (root / "authors/minji.md").write_text(away)
    assert words(part(root).find(".//b")) == "Jane Doe answers comments"


def test_the_desk_for_complaints_is_named_beside_the_responder(site: Callable[..., Path]) -> None:
    box = part(site(config=CONTACT)).find(".//div[@class='responder']")
    link = box.find(".//a")
    assert (words(link), link.get("href")) == ("customer care", "/help/")
    assert "Complaints, orders and repairs go faster through customer care." in words(box)


def test_a_category_has_a_desk_of_its_own(site: Callable[..., Path]) -> None:
    own = '[categories.tech]\nlabel = "Tech"\ncontact = {label = "repairs", url = "mailto:r@example.com"}\n'
    link = part(site(config=CONTACT + own)).find(".//div[@class='responder']//a")
    assert (words(link), link.get("href")) == ("repairs", "mailto:r@example.com")


@pytest.mark.parametrize("post", ["comments: false", "responder: minji\ncomments: {locked: true}", "tags: [a]"])
def test_every_post_says_which_desk_takes_a_complaint(site: Callable[..., Path], post: str) -> None:
    root = site(config=CONTACT, post=post)
    assert build(root).exit_code == 0
    html = (root / "public/robot/index.html").read_text()
    assert len(re.findall('<a href="/help/">customer care</a>', html)) == 1


def test_a_closed_conversation_says_so_and_shows_what_was_said(site: Callable[..., Path]) -> None:
    found = part(site(said("giscus:1"), config=GISCUS, post="responder: minji\ncomments: {locked: true}"))
    assert "Minji Kim answered the comments New comments are closed." in words(found)
    assert [words(item) for item in found.findall(".//article/div")] == ["giscus:1"]
    assert found.find(".//div[@data-widget]") is None


def test_replies_hang_under_what_they_answer_three_deep(site: Callable[..., Path]) -> None:
    chain = [said("giscus:1")] + [said(f"giscus:{n}", parent=f"giscus:{n - 1}") for n in range(2, 6)]
    found = part(site(*chain, said("giscus:9")))
    depth = {item.get("id"): len(list(item.iterancestors("ol"))) for item in found.iter("li")}
    assert depth == {f"comment-giscus-{n}": min(n, 3) for n in range(1, 6)} | {"comment-giscus-9": 1}


def test_comments_of_a_former_provider_stand_above_the_box_and_stay(site: Callable[..., Path]) -> None:
    found = part(site(said("isso:1"), said("giscus:2"), config=GISCUS))
    live = found.find(".//div[@data-widget]")
    assert [item.get("id") for item in live.iter("li")] == ["comment-giscus-2"]
    assert [item.get("id") for item in found.iter("li")] == ["comment-isso-1", "comment-giscus-2"]


def test_a_writers_seal_stands_where_the_provider_vouches_for_the_name_and_nowhere_else(
    site: Callable[..., Path],
) -> None:
    found = part(site(said("giscus:1", "minji-kim"), said("isso:2", "Minji Kim"), said("giscus:3", "minjikim")))
    heads = {item.get("id"): item.find(".//header") for item in found.iter("li")}
    assert words(heads["comment-giscus-1"].find("b")) == "Minji Kim"
    assert [name for name, head in heads.items() if head.find(".//*[@class]") is not None] == ["comment-giscus-1"]
    assert [name for name, head in heads.items() if "answers here" in words(head)] == ["comment-giscus-1"]


def test_other_sites_find_where_to_send_their_answers_and_readers_how(site: Callable[..., Path]) -> None:
    root = site(config='provider = "webmention"\n[comments.options]\ndomain = "blog.example.com"\n')
    held = part(root).find(".//p[@class='held']")
    assert words(held).endswith("link to this address: https://blog.example.com/robot/")
    html = (root / "public/robot/index.html").read_text()
    assert (
        '<link rel="webmention" href="https://webmention.io/blog.example.com/webmention">' in html.split("</head>")[0]
    )


def test_search_engines_are_told_how_many_comments_there_are(site: Callable[..., Path]) -> None:
    root = site(said("isso:1"), said("isso:2", parent="isso:1"))
    assert build(root).exit_code == 0
    assert '"commentCount":2' in (root / "public/robot/index.html").read_text()
    (root / "content/comments/robot.json").unlink()
    assert build(root).exit_code == 0
    assert "commentCount" not in (root / "public/robot/index.html").read_text()


def test_in_a_preview_nothing_can_be_written_and_its_place_is_shown(site: Callable[..., Path]) -> None:
    root = site(said("giscus:1"), config=GISCUS)
    request = Request(root=root, config=root / "config.toml", now=datetime(2026, 6, 1), live_comments=False)
    assert build_site(request).output is not None
    html = (root / "public/robot/index.html").read_text()
    assert "Readers write here through giscus (GitHub Discussions)." in html
    assert [word for word in ("data-widget", "giscus.app", "comments.js") if word in html] == []
    assert "<p>giscus:1</p>" in html


def test_what_is_pulled_changed_or_gone_is_seen_by_the_next_build(site: Callable[..., Path]) -> None:
    def texts(root: Path) -> list[str]:
        return [words(item) for item in part(root).findall(".//article/div")]

    root = site(said("giscus:1"), config=GISCUS)
    (root / "content/comments/robot.json").unlink()
    assert texts(root) == []
    assert texts(site(said("giscus:1"), config=GISCUS)) == ["giscus:1"]
    assert texts(site(said("giscus:1", text="<p>Edited</p>"), config=GISCUS)) == ["Edited"]
    (root / "content/comments/robot.json").unlink()
    assert texts(root) == []


def test_a_hostile_comment_is_text_in_the_page(site: Callable[..., Path]) -> None:
    hostile = said("isso:1", '"><script>alert(1)</script>', text="<img src=x onerror=alert(1)><p onclick=x>Hi</p>")
    found = part(site({**hostile, "url": 'javascript:alert("x")'}))
    item = found.find(".//li")
    assert (words(item.find(".//b")), words(item.find(".//article/div"))) == ('"><script>alert(1)</script>', "Hi")
    assert [element.tag for element in item.iter("script", "img", "a")] == []
