"""`blogsmith comments`: what readers wrote is brought home, erased and moved, and pages show it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.comments.isso_server import Isso, running_isso
from tests.site import Result, build, check, run, write_site

SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
languages = ["en", "ko"]
[policy]
since = 2100-01-01
[comments]
{comments}
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
responder: jane
aliases: [/2019/로봇/]
---
I built it, and then I measured how far it walks.
-- content/posts/robot.ko.md --
---
id: robot-ko
title: 로봇
translation_of: robot
date: 2026-03-12
authors: [jane]
category: tech
responder: jane
---
만들고, 얼마나 걷는지 쟀습니다.
"""

ISSO = 'provider = "isso"\n[comments.options]\nserver = "{server}"\n'

DISQUS = """<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="1"><id/><forum>f</forum><link>https://old.example{path}</link></thread>
<post dsq:id="10"><message><![CDATA[<p>How far?</p>]]></message><createdAt>2026-03-12T12:00:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam><author><email>kim@example.com</email><name>Kim</name></author>
<ipAddress>10.0.0.1</ipAddress><thread dsq:id="1"/></post>
</disqus>"""

WALINE = {
    "type": "waline",
    "data": {
        "Comment": [
            {
                "objectId": "w1",
                "nick": "Lee",
                "mail": "lee@example.com",
                "ip": "10.0.0.2",
                "url": "/p/robot",
                "comment": "And **how fast**?",
                "status": "approved",
                "insertedAt": "2026-03-14 12:00:00",
            }
        ]
    },
}


@pytest.fixture
def site(tmp_path: Path) -> Callable[[str], Path]:
    """A function that writes the site with what `[comments]` says."""
    return lambda comments: write_site(tmp_path / "site", SITE.format(comments=comments))


def comments(root: Path, *arguments: str | Path) -> Result:
    return run("-C", root, "comments", *arguments)


def kept(root: Path, post: str = "robot") -> dict[str, Any]:
    """What is kept of a post."""
    table: dict[str, Any] = json.loads((root / f"content/comments/{post}.json").read_text(encoding="utf-8"))
    return table


def page(root: Path, path: str = "robot/index.html") -> str:
    result = build(root)
    assert result.exit_code == 0, result.output
    return (root / "public" / path).read_text(encoding="utf-8")


def written(tmp_path: Path, name: str, content: str) -> Path:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def isso(tmp_path: Path) -> Any:
    """A real server."""
    home = tmp_path / "isso"
    home.mkdir()
    with running_isso(home, "https://blog.example.com") as server:
        yield server


def test_what_is_on_a_server_is_kept_and_what_was_removed_there_disappears(
    site: Callable[[str], Path], isso: Isso
) -> None:
    root = site(ISSO.format(server=isso.url))
    first = isso.post("/p/robot", "How **far**?", author="Kim")
    second = isso.post("/p/robot", "# Me too", author="lee@example.com", parent=first)
    pulled = comments(root, "pull")
    assert (pulled.exit_code, pulled.stderr) == (0, "kept: 2 comments of 1 threads (2 new, 0 gone)\n")
    assert [(item["id"], item["parent"], item["author"], item["text"]) for item in kept(root)["comments"]] == [
        (f"isso:{first}", "", "Kim", "<p>How <strong>far</strong>?</p>"),
        (f"isso:{second}", f"isso:{first}", "", "<p>Me too</p>"),
    ]
    assert {key for item in kept(root)["comments"] for key in item} == {
        "id", "parent", "author", "date", "text", "url", "source",
    }  # fmt: skip
    isso.delete(second)
    again = comments(root, "pull")
    assert again.stderr == "kept: 1 comments of 1 threads (0 new, 1 gone)\n"
    assert [item["id"] for item in kept(root)["comments"]] == [f"isso:{first}"]
    assert "Me too" not in page(root)


def test_a_forgotten_comment_is_not_brought_back(site: Callable[[str], Path], isso: Isso) -> None:
    root = site(ISSO.format(server=isso.url))
    number = isso.post("/p/robot", "Forget me.", author="Kim")
    assert comments(root, "pull").exit_code == 0
    said = comments(root, "forget", f"isso:{number}")
    assert (said.exit_code, "at its provider too" in said.stderr) == (0, True)
    assert comments(root, "pull").exit_code == 0
    assert kept(root) == {"version": 1, "comments": [], "forgotten": [f"isso:{number}"]}
    assert "Forget me." not in (root / "content/comments/robot.json").read_text()


def test_a_server_that_does_not_answer_leaves_all_as_it_was(site: Callable[[str], Path], isso: Isso) -> None:
    root = site(ISSO.format(server=isso.url))
    isso.post("/p/robot", "How far?", author="Kim")
    assert comments(root, "pull").exit_code == 0
    before = kept(root)
    for wrong in (f"{isso.url}/elsewhere", "http://127.0.0.1:1"):
        site(ISSO.format(server=wrong))
        refused = comments(root, "pull")
        assert (refused.exit_code, "comments/pull" in refused.output, kept(root)) == (3, True, before)


def test_an_export_finds_its_post_by_an_address_of_former_times(site: Callable[[str], Path], tmp_path: Path) -> None:
    root = site('provider = "off"\n')
    export = written(tmp_path, "disqus.xml", DISQUS.format(path="/2019/%EB%A1%9C%EB%B4%87/"))
    assert comments(root, "pull", "--from", export, "--provider", "disqus").exit_code == 0
    text = (root / "content/comments/robot.json").read_text()
    assert [item["id"] for item in kept(root)["comments"]] == ["disqus:10"]
    assert ("kim@example.com" in text, "10.0.0.1" in text) == (False, False)
    assert "<p>How far?</p>" in page(root)


def test_an_export_of_a_blog_that_stood_under_a_path_finds_its_posts(
    site: Callable[[str], Path], tmp_path: Path
) -> None:
    root = site('former_urls = ["https://old.example/blog/"]\n')
    export = written(tmp_path, "disqus.xml", DISQUS.format(path="/blog/robot/"))
    assert comments(root, "pull", "--from", export, "--provider", "disqus").exit_code == 0
    assert [item["id"] for item in kept(root)["comments"]] == ["disqus:10"]


def test_a_key_of_no_post_is_named_and_given_to_one(site: Callable[[str], Path], tmp_path: Path) -> None:
    root = site('provider = "off"\n')
    export = written(tmp_path, "disqus.xml", DISQUS.format(path="/gone/"))
    pull = ("pull", "--from", export, "--provider", "disqus")
    assert "blogsmith comments remap /gone/ <post id>" in comments(root, *pull).stderr
    assert not (root / "content/comments/robot.json").exists()
    noted = comments(root, "remap", "/gone/", "robot")
    assert (noted.exit_code, "from the next pull on" in noted.stderr) == (0, True)
    assert comments(root, *pull).exit_code == 0
    assert [item["id"] for item in kept(root)["comments"]] == ["disqus:10"]


def test_the_thread_of_an_old_id_becomes_that_of_a_post(site: Callable[[str], Path], isso: Isso) -> None:
    root = site(ISSO.format(server=isso.url))
    isso.post("/p/rover", "How far?", author="Kim")
    first = {"id": "isso:1", "parent": "", "author": "Kim", "date": "2026-03-13T12:00:00+00:00"}
    first |= {"text": "<p>How far?</p>", "url": "", "source": "isso"}
    snapshot = json.dumps({"version": 1, "comments": [first], "forgotten": ["isso:7"]})
    write_site(root, f"-- content/comments/rover.json --\n{snapshot}\n")
    assert "comments/stray" in check(root).output
    moved = comments(root, "remap", "rover", "robot")
    assert moved.stderr == "`rover` now belongs to `robot`: 1 comments moved\n"
    assert (kept(root)["forgotten"], (root / "content/comments/rover.json").exists()) == (["isso:7"], False)
    assert "comments/stray" not in check(root).output


def test_a_file_that_is_no_export_changes_nothing(site: Callable[[str], Path], tmp_path: Path) -> None:
    root = site('provider = "off"\n')
    for provider, content in (("disqus", "<disqus"), ("giscus", "{}"), ("waline", "[]")):
        export = written(tmp_path, "export", content)
        refused = comments(root, "pull", "--from", export, "--provider", provider)
        assert (refused.exit_code, f"error[comments/export]: this is no export of `{provider}`" in refused.output) == (
            2,
            True,
        )
    assert not (root / "content/comments").exists()


def test_readers_of_all_translations_share_a_thread_where_the_blog_says_so(
    site: Callable[[str], Path], isso: Isso
) -> None:
    root = site("shared = true\n" + ISSO.format(server=isso.url))
    isso.post("/p/robot", "How far?", author="Kim")
    assert comments(root, "pull").exit_code == 0
    for path in ("robot/index.html", "ko/robot/index.html"):
        html = page(root, path)
        assert ('data-isso-id="/p/robot"' in html, "<p>How far?</p>" in html) == (True, True)


def test_each_translation_has_a_thread_of_its_own_otherwise(site: Callable[[str], Path], isso: Isso) -> None:
    root = site(ISSO.format(server=isso.url))
    isso.post("/p/robot", "How far?", author="Kim")
    assert comments(root, "pull").exit_code == 0
    html = page(root, "ko/robot/index.html")
    assert ('data-isso-id="/p/robot-ko"' in html, "<p>How far?</p>" in html) == (True, False)


def test_old_comments_stay_readable_when_the_provider_changes(
    site: Callable[[str], Path], isso: Isso, tmp_path: Path
) -> None:
    root = site(ISSO.format(server=isso.url))
    isso.post("/p/robot", "How far?", author="Kim")
    assert comments(root, "pull").exit_code == 0
    site('provider = "waline"\n[comments.options]\nserver = "https://w.example"\n')
    export = written(tmp_path, "waline.json", json.dumps(WALINE))
    assert comments(root, "pull", "--from", export).exit_code == 0
    assert [(item["source"], item["text"]) for item in kept(root)["comments"]] == [
        ("waline", "<p>And <strong>how fast</strong>?</p>"),
        ("isso", "<p>How far?</p>"),
    ]
    html = page(root)
    above, live = html.split('<div class="live"')
    assert ("<p>How far?</p>" in above, "how fast" in above, "how fast" in live) == (True, False, True)
    assert re.search(r"<span>2 comments</span>", page(root, "category/tech/index.html"))


def test_what_a_new_provider_took_over_is_shown_once(site: Callable[[str], Path], isso: Isso, tmp_path: Path) -> None:
    root = site(ISSO.format(server=isso.url))
    isso.post("/p/robot", "How far?", author="Kim")
    assert comments(root, "pull").exit_code == 0
    site('provider = "waline"\n[comments.options]\nserver = "https://w.example"\n')
    assert (
        "`waline` now holds what was kept of `isso`: 1 comments"
        in comments(root, "remap", "--provider", "isso", "waline").stderr
    )
    imported = {**WALINE["data"]["Comment"][0], "objectId": "w0", "nick": "Kim", "comment": "How far?"}  # type: ignore[index]
    export = written(tmp_path, "waline.json", json.dumps({"data": {"Comment": [imported]}}))
    assert comments(root, "pull", "--from", export).exit_code == 0
    assert [item["id"] for item in kept(root)["comments"]] == ["waline:w0"]


def test_several_files_of_an_export_are_read_as_one(site: Callable[[str], Path], tmp_path: Path) -> None:
    root = site('provider = "off"\n')
    one = written(tmp_path, "1.json", json.dumps(WALINE))
    more = {**WALINE["data"]["Comment"][0], "objectId": "w2"}  # type: ignore[index]
    two = written(tmp_path, "2.json", json.dumps({"data": {"Comment": [more]}}))
    assert comments(root, "pull", "--from", one, "--from", two, "--provider", "waline").exit_code == 0
    assert [item["id"] for item in kept(root)["comments"]] == ["waline:w1", "waline:w2"]
