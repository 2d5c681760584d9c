"""An address under which a post was published leads to it for ever, and no redirect leads in a circle."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.refusal import findings
from tests.site import build, check, tree

Site = Callable[[str], Path]

ROBOT = """
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
---
I built it.
"""


def git(folder: Path, *arguments: str) -> None:
    """Runs git as somebody."""
    somebody = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(["git", "-C", str(folder), *somebody, *arguments], check=True, capture_output=True)


def committed(folder: Path) -> Path:
    """The site with its first state committed."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    return folder


def moved(folder: Path, *arguments: str) -> list[str]:
    """The addresses that a check misses."""
    result = check(folder, "--format", "json", *arguments)
    return [finding for finding in findings(result) if "post/moved" in finding]


@pytest.mark.parametrize("arguments", [("--changed-since", "main"), ("--staged",)])
def test_a_slug_that_changes_after_publication_is_an_error(site: Site, arguments: tuple[str, ...]) -> None:
    folder = committed(site(ROBOT))
    site(ROBOT.replace("date:", "slug: machine\ndate:"))
    git(folder, "add", "-A")
    assert moved(folder, *arguments) == ["post/moved content/posts/robot.md:4:7"]
    assert check(folder, *arguments).exit_code == 1


def test_a_file_that_is_renamed_moves_its_post_too(site: Site) -> None:
    folder = committed(site(ROBOT))
    (folder / "content/posts/robot.md").rename(folder / "content/posts/machine.md")
    assert moved(folder, "--changed-since", "main") == ["post/moved content/posts/machine.md:2:5"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (ROBOT, ROBOT.replace("date:", "slug: machine\naliases: [/robot/]\ndate:")),
        (ROBOT.replace("2026-03-12", "2026-07-01"), ROBOT.replace("date:", "slug: machine\ndate:")),
        (ROBOT.replace("date:", "draft: true\ndate:"), ROBOT.replace("date:", "slug: machine\ndate:")),
        (ROBOT, ROBOT.replace("I built it.", "I built it twice.")),
    ],
    ids=["with an alias", "that was not due", "that was a draft", "of other words"],
)
def test_a_post_that_nobody_could_have_linked_or_that_is_still_found_may_move(site: Site, old: str, new: str) -> None:
    folder = committed(site(old))
    site(new)
    assert moved(folder, "--changed-since", "main") == []


MOVED = ROBOT.replace("date:", "slug: machine\ndate:")


def built(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """The exit code of a build, and what it found."""
    result = build(folder, "--format", "json", *arguments)
    return result.exit_code, list(findings(result))


def published(site: Site, text: str = ROBOT) -> Path:
    """A site that was published, and in that state."""
    folder = site(text)
    assert build(folder).exit_code == 0
    return folder


def test_a_build_refuses_to_move_what_was_published(site: Site) -> None:
    folder = published(site)
    before = tree(folder / "public")
    site(MOVED)
    assert built(folder) == (1, ["post/moved content/posts/robot.md:4:7"])
    assert tree(folder / "public") == before
    said = build(folder).stderr
    assert "add `aliases: [/robot/]`" in said
    site(MOVED.replace("slug:", "aliases: [/robot/]\nslug:"))
    assert built(folder) == (0, [])
    assert "robot/index.html" in tree(folder / "public")


def test_where_nothing_is_known_nothing_has_moved(site: Site) -> None:
    """What is known comes from the list of what is published alone: without it the folder is a stranger's."""
    folder = published(site)
    (folder / ".blogsmith/memory.sqlite").unlink()
    site(MOVED)
    assert built(folder)[0] == 1
    shutil.rmtree(folder / ".blogsmith")
    assert built(folder, "--adopt")[0] == 0


def test_a_build_without_memory_moves_it_and_is_what_later_builds_know(site: Site) -> None:
    folder = published(site)
    site(MOVED)
    assert built(folder, "--no-memory") == (0, [])
    assert built(folder) == (0, [])
    site(ROBOT)
    assert built(folder)[0] == 1


def test_held_back_the_rest_is_published_without_the_post_that_moved(site: Site) -> None:
    other = ROBOT.replace("robot", "other")
    folder = published(site, ROBOT + other)
    site(MOVED)
    assert built(folder, "--hold-back") == (1, ["post/moved content/posts/robot.md:4:7"])
    assert {"other/index.html"} == {path for path in tree(folder / "public") if path in ("other/index.html", *GONE)}


GONE = ("robot/index.html", "machine/index.html")


def test_what_was_withdrawn_may_come_back_elsewhere(site: Site) -> None:
    """Nothing of it is remembered, as was promised, so nothing is missed."""
    folder = published(site)
    site(ROBOT.replace("date:", "draft: true\ndate:"))
    assert built(folder) == (0, [])
    site(MOVED)
    assert built(folder) == (0, [])


LED = ROBOT.replace("date:", "aliases: [/was-robot/, /old/]\ndate:")
OTHER = ROBOT.replace("robot", "other")
THIRD = ROBOT.replace("robot", "third").replace("date:", "slug: was-robot\ndate:")


def test_a_former_address_that_no_longer_leads_anywhere_is_an_error(site: Site) -> None:
    folder = published(site, LED)
    before = tree(folder / "public")
    site(LED.replace("/was-robot/, ", ""))
    assert built(folder) == (1, ["post/lost-alias content/posts/robot.md:4:10"])
    site(ROBOT)
    assert built(folder) == (1, ["post/lost-alias content/posts/robot.md:2:5"] * 2)
    assert tree(folder / "public") == before
    assert built(folder, "--no-memory") == (0, [])
    assert built(folder) == (0, [])


def test_a_check_of_what_changed_misses_former_addresses_too(site: Site) -> None:
    folder = committed(site(LED))
    site(LED.replace("/was-robot/, ", ""))
    result = check(folder, "--format", "json", "--changed-since", "main")
    assert "post/lost-alias content/posts/robot.md:4:10" in findings(result)


@pytest.mark.parametrize(
    "now",
    [
        LED.replace("[/was-robot/, /old/]", "[/old/, /was-robot/]"),
        ROBOT.replace("date:", "aliases: [/old/]\ndate:") + THIRD,
        ROBOT + OTHER.replace("date:", "aliases: [/was-robot/, /old/]\ndate:"),
        ROBOT.replace("date:", "slug: old\naliases: [/robot/, /was-robot/]\ndate:"),
        LED.replace("aliases: [/was-robot/, /old/]", "draft: true"),
    ],
    ids=["in another order", "another post's", "another post's alias", "its own again", "with its post"],
)
def test_a_former_address_may_lead_elsewhere_or_go_with_its_post(site: Site, now: str) -> None:
    folder = published(site, LED + OTHER)
    site(now)
    assert built(folder) == (0, [])


def test_another_file_name_or_language_moves_a_post_too(site: Site) -> None:
    folder = published(
        site, '-- config.toml --\n[site]\nbase_url = "https://a.example/"\nlanguages = ["en", "ko"]\n' + ROBOT
    )
    (folder / "content/posts/robot.md").rename(folder / "content/posts/robot.ko.md")
    assert built(folder) == (1, ["post/moved content/posts/robot.ko.md:2:5"])


def test_two_posts_cannot_change_places(site: Site) -> None:
    other = ROBOT.replace("robot", "other")
    folder = published(site, ROBOT + other)
    site(ROBOT.replace("date:", "slug: other\ndate:") + other.replace("date:", "slug: robot\ndate:"))
    assert built(folder) == (1, ["post/moved content/posts/other.md:4:7", "post/moved content/posts/robot.md:4:7"])


@pytest.mark.parametrize(
    ("setting", "place"),
    [('[permalinks]\npost = "/{year}/{slug}/"\n', "config.toml:4:1"), ("", "config.toml:3:1")],
    ids=["permalinks", "language"],
)
def test_a_setting_that_moves_every_post_is_one_finding(site: Site, setting: str, place: str) -> None:
    config = '-- config.toml --\n[site]\nbase_url = "https://a.example/"\nlanguages = ["en", "ko"]\n'
    posts = "".join(ROBOT.replace("robot", f"robot-{number}") for number in range(20))
    folder = published(site, config + posts)
    config = (
        config.replace('languages = ["en", "ko"]\n', setting)
        if setting
        else config.replace("languages", 'language = "ko"\nlanguages')
    )
    posts = posts if setting else posts.replace("date:", "lang: en\ndate:")
    site(config + posts)
    assert built(folder) == (1, [f"config/moved {place}"])
    assert built(folder, "--hold-back") == (1, [f"config/moved {place}"])
    assert "20 published posts" in build(folder).stderr


def test_another_base_url_moves_nothing(site: Site) -> None:
    folder = published(site)
    site('-- config.toml --\n[site]\nbase_url = "https://a.example/deep/"\n')
    assert built(folder) == (0, [])


@pytest.mark.parametrize(
    "aliases",
    ["[/robot/]", "[/p/robot/]", "[/other/]", "[/p/other/]", "[/was-other/]", "[/Robot/]", "[/archive/]", "[/a/, /a/]"],
)
def test_no_redirect_leads_in_a_circle_or_over_another_one(site: Site, aliases: str) -> None:
    other = ROBOT.replace("robot", "other").replace("category: tech\n", "category: tech\naliases: [/was-other/]\n")
    folder = site(other + ROBOT.replace("category: tech\n", f"category: tech\naliases: {aliases}\n"))
    result = build(folder, "--format", "json")
    assert result.exit_code == 1
    assert {finding.split()[0] for finding in findings(result)} == {"output/two-sources"}
