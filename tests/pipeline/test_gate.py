"""What is published, and when: drafts, posts to come, posts that are gone, and posts that are held back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.refusal import findings
from tests.site import build, check, tree

Site = Callable[[str], Path]

CONFIG = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
time_zone = "Asia/Seoul"
[policy]
since = 2100-01-01
"""


def post(name: str, head: str = "", body: str = "I built it.", date: str = "2026-03-12") -> str:
    """A post whose id, title and file are `name`."""
    return (
        f"-- content/posts/{name}.md --\n---\nid: {name}\ntitle: About {name}\ndate: {date}\nauthors: [jane]\n"
        f"category: tech\n{head}---\n{body}\n"
    )


def pages(folder: Path) -> set[str]:
    """The names of the posts that have a page."""
    return {path.parent.name for path in (folder / "public").glob("*/index.html")} - {"archive", "authors"}


@pytest.mark.parametrize(
    ("now", "published"),
    [
        ("2026-03-12T08:59:59", False),
        ("2026-03-12T09:00:00", True),
        ("2026-03-12T09:00:01", True),
        ("2026-03-11T23:59:59Z", False),
        ("2026-03-12T00:00:00Z", True),
        ("2026-03-12T00:59:59+01:00", False),
        ("2026-03-11T19:00:00-05:00", True),
    ],
)
def test_a_post_is_due_at_its_very_second(site: Site, now: str, published: bool) -> None:
    folder = site(CONFIG + post("robot", date="2026-03-12 09:00"))
    assert build(folder, "--now", now).exit_code == 0
    assert ("robot" in pages(folder)) is published


@pytest.mark.parametrize(
    ("now", "published"),
    [("2026-05-01T17:59:59", True), ("2026-05-01T18:00:00", False), ("2026-05-01T18:00:01", False)],
)
def test_a_post_is_gone_at_the_second_it_expires(site: Site, now: str, published: bool) -> None:
    folder = site(CONFIG + post("robot", "expires: 2026-05-01 18:00\n"))
    assert build(folder, "--now", now).exit_code == 0
    assert ("robot" in pages(folder)) is published


@pytest.mark.parametrize(("now", "published"), [("00:29:59", False), ("00:30:00", True), ("01:15:00", True)])
def test_an_hour_that_exists_twice_does_not_bring_a_post_late(site: Site, now: str, published: bool) -> None:
    folder = site(CONFIG.replace("Asia/Seoul", "Europe/Berlin") + post("robot", date="2026-10-25 02:30"))
    assert build(folder, "--now", f"2026-10-25T{now}Z").exit_code == 0
    assert ("robot" in pages(folder)) is published


UNPUBLISHED = {
    "draft": ("draft: true\n", "2026-03-12"),
    "to-come": ("", "2026-06-01 21:00:01"),
    "expired": ("expires: 2026-06-01 21:00\n", "2026-03-12"),
}
"""Head and date of posts that are not published at noon of 1 June 2026 in UTC."""

EVERYWHERE = """\
tags: [kanarienvogel]
aliases: [/kanarienvogel/]
summary: kanarienvogel
disclosure: kanarienvogel
series: birds
credits: {photo: [kanarienvogel]}
extra: {bird: kanarienvogel}
"""


@pytest.mark.parametrize("state", UNPUBLISHED)
def test_no_byte_of_an_unpublished_post_is_in_the_output(site: Site, state: str) -> None:
    head, date = UNPUBLISHED[state]
    birds = '[series.birds]\ntitle = "Birds"\n'
    bird = post("bird", head + EVERYWHERE, "## Kanarienvogel\n\n![Kanarienvogel](kanarienvogel.svg)", date)
    folder = site(
        CONFIG
        + birds
        + bird.replace("About bird", "About the Kanarienvogel")
        + post("robot", "related: [bird]\nseries: birds\n")
        + "-- content/posts/kanarienvogel.svg --\n<svg xmlns='http://www.w3.org/2000/svg'/>\n"
    )
    assert build(folder).exit_code == 0
    published = tree(folder / "public")
    assert "robot/index.html" in published
    assert [path for path, content in published.items() if b"anarienvogel" in path.encode() + content] == []
    assert [path.partition(".")[0] for path in published if path.startswith("card/")] == ["card/robot", "card/site-en"]
    shown = build(folder, "--now", "2026-05-01T00:00:00" if state == "expired" else "2027-01-01T00:00:00")
    assert shown.exit_code == 0
    control = [path for path, content in tree(folder / "public").items() if b"anarienvogel" in content]
    assert bool(control) is (state != "draft")


def test_a_post_that_is_withdrawn_leaves_nothing_behind(site: Site) -> None:
    folder = site(CONFIG + post("bird", EVERYWHERE.replace("series: birds\n", "")) + post("robot"))
    assert build(folder).exit_code == 0
    (folder / "content/posts/bird.md").unlink()
    assert build(folder).exit_code == 0
    left = [path for path, content in tree(folder / "public").items() if b"anarienvogel" in path.encode() + content]
    assert left == []


def test_a_fault_on_what_is_not_published_is_told_and_stops_no_build(site: Site) -> None:
    unpublished = "".join(
        post(f"post-{number}", head, "[x](nowhere.md)", date)
        for number, (head, date) in enumerate(UNPUBLISHED.values())
    )
    folder = site(CONFIG + unpublished + post("robot"))
    assert build(folder).exit_code == 0
    assert check(folder).exit_code == 1
    assert len(findings(check(folder, "--format", "json"))) == 3


def test_a_link_to_a_post_that_expired_warns_and_becomes_plain_words(site: Site) -> None:
    expired = post("bird", "expires: 2026-05-01\n")
    folder = site(CONFIG + expired + post("robot", body="I saw [a bird](bird.md) there."))
    result = build(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (("warning link/unpublished content/posts/robot.md:8:16",), 0)
    page = (folder / "public/robot/index.html").read_text(encoding="utf-8")
    assert "I saw <a>a bird</a> there." in page


HALF = CONFIG + post("robot") + post("broken", body="[x](nowhere.md)")


def test_one_post_at_fault_stops_the_whole_build(site: Site) -> None:
    folder = site(HALF)
    assert build(folder).exit_code == 1
    assert not (folder / "public").exists()


def test_held_back_posts_are_left_out_and_the_rest_is_published(site: Site) -> None:
    folder = site(HALF)
    result = build(folder, "--hold-back", "--format", "json")
    assert (findings(result), result.exit_code) == (("link/dead content/posts/broken.md:8:5",), 1)
    assert pages(folder) == {"robot"}
    assert "held back: content/posts/broken.md\n" in build(folder, "--hold-back").stderr


def test_where_nothing_is_at_fault_nothing_is_held_back(site: Site) -> None:
    folder = site(CONFIG + post("robot"))
    assert build(folder, "--hold-back").exit_code == 0
    assert pages(folder) == {"robot"}


def test_a_link_to_a_held_back_post_becomes_plain_words(site: Site) -> None:
    folder = site(HALF + post("third", body="I saw [it](broken.md)."))
    result = build(folder, "--hold-back", "--format", "json")
    assert findings(result) == (
        "link/dead content/posts/broken.md:8:5",
        "warning link/unpublished content/posts/third.md:8:12",
    )
    assert pages(folder) == {"robot", "third"}
    assert "I saw <a>it</a>." in (folder / "public/third/index.html").read_text(encoding="utf-8")


def test_a_post_that_cannot_be_understood_is_held_back_too(site: Site) -> None:
    folder = site(CONFIG + post("robot") + post("broken", "colour: red\n") + post("third", body="[it](broken.md)"))
    assert build(folder, "--hold-back").exit_code == 1
    assert pages(folder) == {"robot", "third"}


def test_the_posts_of_a_writer_without_a_sound_profile_are_held_back(site: Site) -> None:
    john = "-- authors/john.md --\n---\nname: John\nkind: inhouse\n---\nI paint.\n"
    folder = site(CONFIG + john + post("robot") + post("painting").replace("[jane]", "[john, jane]"))
    assert build(folder, "--hold-back").exit_code == 1
    assert pages(folder) == {"robot"}


def test_both_posts_that_claim_one_address_are_held_back(site: Site) -> None:
    folder = site(CONFIG + post("robot") + post("a", "slug: same\n") + post("b", "slug: same\n"))
    assert build(folder, "--hold-back").exit_code == 1
    assert pages(folder) == {"robot"}


def test_a_fault_of_the_config_holds_nothing_back_and_stops_the_build(site: Site) -> None:
    editor = '[categories.tech]\nlabel = "Tech"\neditor = "nobody"\n'
    folder = site(CONFIG + editor + post("a"))
    assert build(folder, "--hold-back").exit_code == 1
    assert not (folder / "public").exists()


def test_the_sums_hold(site: Site) -> None:
    unpublished = "".join(post(name, head, date=date) for name, (head, date) in UNPUBLISHED.items())
    folder = site(HALF + unpublished + post("odd", "colour: red\n"))
    said = build(folder, "--hold-back").stderr
    assert said.splitlines()[-1].partition(" s. ")[2] == (
        "Posts: 6 found, 1 published; drafts: 1, scheduled: 1, expired: 1, held back: 1, with errors: 1"
    )
    assert check(folder).stderr.splitlines()[-1] == (
        "posts: 6 found, 1 to publish; drafts: 1, scheduled: 1, expired: 1, with errors: 2"
    )
    assert build(folder).stderr.splitlines()[-1].partition("Posts: ")[2] == "6 found, 1 sound, with errors: 2"
