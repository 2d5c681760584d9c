"""A post that is taken down goes everywhere, leaves a note that it is gone, and stays gone."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.refusal import findings
from tests.site import build, check, run, tree
from tests.trust.canaries import ascii_word, both

Site = Callable[[str], Path]

CONFIG = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
languages = ["en", "ko"]
[policy]
since = 2100-01-01
[build]
hosts = ["netlify", "nginx", "apache"]
"""
WORD = ascii_word("taken down")
ROBOT = f"""
-- content/posts/robot.ko.md --
---
id: robot
title: Of {both("taken down")}
slug: 로봇
date: 2026-03-12
authors: [jane]
category: tech
aliases: [/old/]
---
I built {both("taken down")}.
"""
OTHER = """
-- content/posts/other.md --
---
id: other
title: Another one
date: 2026-03-13
authors: [jane]
category: tech
---
I saw [it](post:robot) there.
"""
REASON = "the person in the picture asked for it"


def take_down(folder: Path, post: str = "robot") -> int:
    """The command, with a reason."""
    return run("-C", folder, "takedown", post, "--reason", REASON).exit_code


def test_a_post_that_is_taken_down_leaves_a_note_and_a_record(site: Site) -> None:
    folder = site(CONFIG + ROBOT + OTHER)
    assert (build(folder).exit_code, take_down(folder), build(folder).exit_code) == (0, 0, 0)
    files = tree(folder / "public")
    assert [path for path, content in files.items() if WORD.encode() in content] == []
    assert [path for path, content in files.items() if REASON.encode() in content] == []
    for path in ("ko/로봇/index.html", "p/robot/index.html", "old/index.html"):
        page = files[path].decode()
        assert "이 글은 내려졌습니다" in page
        assert '<meta name="robots" content="noindex">' in page
    (entry,) = json.loads((folder / "takedowns.json").read_text())
    assert (entry["id"], entry["reason"], entry["addresses"]) == ("robot", REASON, ["/ko/로봇/", "/p/robot/", "/old/"])


def test_hosts_are_told_to_answer_that_it_is_gone(site: Site) -> None:
    folder = site(CONFIG + ROBOT + OTHER)
    assert (take_down(folder), build(folder).exit_code) == (0, 0)
    public = folder / "public"
    assert "/old/ /old/index.html 410!" in (public / "_redirects").read_text()
    assert 'location = "/ko/로봇/" { return 410; }' in (public / "redirects.nginx.conf").read_text()
    assert 'RedirectMatch 410 "^/old/$"' in (public / ".htaccess").read_text()
    assert "/old/" not in (public / "sitemap.xml").read_text()


def test_a_link_to_it_loses_its_target_and_its_file_is_told(site: Site) -> None:
    folder = site(CONFIG + ROBOT + OTHER)
    assert take_down(folder) == 0
    result = check(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (
        (
            "warning link/unpublished content/posts/other.md:8:17",
            "warning post/taken-down content/posts/robot.ko.md:2:5",
        ),
        0,
    )


def test_a_file_that_comes_back_is_not_published(site: Site) -> None:
    folder = site(CONFIG + ROBOT + OTHER.replace("[it](post:robot)", "it"))
    assert take_down(folder) == 0
    (folder / "content/posts/robot.ko.md").unlink()
    assert build(folder).exit_code == 0
    gone = tree(folder / "public")
    site(ROBOT)
    assert (build(folder).exit_code, tree(folder / "public")) == (0, gone)


def test_what_takes_the_address_later_is_shown_there(site: Site) -> None:
    folder = site(CONFIG + ROBOT + OTHER)
    assert take_down(folder) == 0
    site(OTHER.replace("category: tech\n", "category: tech\naliases: [/old/]\n"))
    assert build(folder).exit_code == 0
    assert "/other/" in (folder / "public/old/index.html").read_text()
    assert "내려졌습니다" in (folder / "public/p/robot/index.html").read_text()


def test_a_mistyped_id_takes_nothing_down(site: Site) -> None:
    folder = site(CONFIG + ROBOT + OTHER)
    result = run("-C", folder, "takedown", "robto", "--reason", REASON, "--format", "json")
    assert (findings(result), result.exit_code) == (("post/unknown-id takedowns.json",), 2)
    assert '"robot"' in result.stdout or "`robot`" in result.stdout
    assert not (folder / "takedowns.json").exists()


def test_a_reason_is_asked_for(site: Site) -> None:
    folder = site(CONFIG + ROBOT + OTHER)
    assert run("-C", folder, "takedown", "robot").exit_code == 2
    assert run("-C", folder, "takedown", "robot", "--reason", " ").exit_code == 2
    assert not (folder / "takedowns.json").exists()


def test_a_record_that_cannot_be_read_stops_everything(site: Site) -> None:
    folder = site(CONFIG + ROBOT + OTHER)
    for text in ("", "{}", "[{}]", '[{"id": 1}]', "\0"):
        (folder / "takedowns.json").write_text(text)
        result = build(folder, "--hold-back", "--format", "json")
        assert (findings(result), result.exit_code) == (("post/takedown-record takedowns.json",), 2)
    assert not (folder / "public").exists()
