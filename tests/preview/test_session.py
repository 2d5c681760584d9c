"""What is served follows the files, and says so where it cannot."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from blogsmith.model.site import Standing
from tests.preview.opened import NOW, opened, text_of
from tests.site import write_file

POST = """\
---
id: robot
title: {title}
date: {date}
authors: [{author}]
category: tech
summary: {summary}
{more}---
{body}
"""
CONFIG = """\
[site]
title = "A blog"
base_url = "https://blog.example.com/"

[policy]
since = 2100-01-01

[categories.tech]
label = "Tech"
"""
ROBOT, PATH = "robot/index.html", "content/posts/robot.md"


def post(
    *,
    title: str = "A robot",
    date: str = "2026-05-01",
    author: str = "jane",
    summary: str = "Short.",
    more: str = "",
    body: str = "I built it.",
) -> str:
    return POST.format(title=title, date=date, author=author, summary=summary, more=more, body=body)


@pytest.fixture
def root(site: Callable[[str], Path]) -> Path:
    """A blog with one post."""
    folder = site(f"-- config.toml --\n{CONFIG}")
    write_file(folder, PATH, post())
    return folder


def test_a_page_is_rendered_when_it_is_asked_for(root: Path) -> None:
    session = opened(root)
    assert "I built it." in text_of(session, ROBOT)


def test_an_address_that_nothing_has_answers_with_the_sites_own_page(root: Path) -> None:
    served = opened(root).serve("nothing/index.html")
    assert (served.status, served.rendered is not None and b"404" in served.rendered.content) == (404, True)


def test_a_new_body_is_served_without_looking_at_anything_else(root: Path) -> None:
    session = opened(root)
    text_of(session, ROBOT)
    collection = session.state and session.state.site
    write_file(root, PATH, post(body="I broke it."))
    assert session.refresh({PATH})
    assert "I broke it." in text_of(session, ROBOT)
    assert session.state is not None
    assert session.state.site is collection


def test_a_new_body_is_in_the_feeds_too(root: Path) -> None:
    session = opened(root)
    text_of(session, "rss.xml")
    write_file(root, PATH, post(body="I broke it."))
    session.refresh()
    assert "I broke it." in text_of(session, "rss.xml")


def test_a_new_body_is_in_the_list_that_shows_its_beginning(root: Path) -> None:
    write_file(root, PATH, post(summary='""'))
    session = opened(root)
    text_of(session, "index.html")
    write_file(root, PATH, post(summary='""', body="I broke it on Monday."))
    assert session.refresh()
    assert "I broke it on Monday." in text_of(session, "index.html")


def test_a_new_title_is_on_the_home_page(root: Path) -> None:
    session = opened(root)
    write_file(root, PATH, post(title="A better robot"))
    assert session.refresh()
    assert "A better robot" in text_of(session, "index.html")


def test_a_file_that_is_written_again_as_it_was_changes_nothing(root: Path) -> None:
    session = opened(root)
    write_file(root, PATH, post())
    assert not session.refresh()
    assert session.generation == 1


def test_a_page_that_cannot_be_made_stays_as_it_was_and_says_why(root: Path) -> None:
    session = opened(root)
    text_of(session, ROBOT)
    write_file(root, PATH, post(author="jnae"))
    session.refresh()
    served = session.serve(ROBOT)
    assert [fault.rule for fault in served.faults] == ["author/unknown"]
    assert served.rendered is not None
    assert b"I built it." in served.rendered.content
    assert served.good_at == NOW


def test_a_mended_page_is_good_again(root: Path) -> None:
    session = opened(root)
    write_file(root, PATH, "---\ntitle: [\n---\n")
    session.refresh()
    write_file(root, PATH, post(body="I mended it."))
    session.refresh()
    served = session.serve(ROBOT)
    assert (served.status, served.faults) == (200, ())
    assert "I mended it." in text_of(session, ROBOT)


def test_a_post_that_was_broken_from_the_start_says_so_at_its_address(root: Path) -> None:
    write_file(root, PATH, "---\ntitle: [\n---\n")
    served = opened(root).serve(ROBOT)
    assert (served.status, served.rendered) == (500, None)
    assert {fault.location.path for fault in served.faults} == {PATH}


def test_a_config_that_cannot_be_read_leaves_every_page_as_it_was(root: Path) -> None:
    session = opened(root)
    text_of(session, "index.html")
    write_file(root, "config.toml", "[site\n")
    assert session.refresh()
    served = session.serve("index.html")
    assert (served.status, len(served.faults)) == (200, 1)


def test_a_template_that_breaks_leaves_the_page_and_says_which_line(root: Path) -> None:
    session = opened(root)
    text_of(session, ROBOT)
    write_file(root, "themes/local/templates/post.html", "{% if %}")
    session.refresh()
    served = session.serve(ROBOT)
    assert [(fault.location.path, fault.location.line) for fault in served.faults] == [
        ("themes/local/templates/post.html", 1)
    ]


def test_a_post_that_is_taken_away_is_gone(root: Path) -> None:
    session = opened(root)
    text_of(session, ROBOT)
    (root / PATH).unlink()
    session.refresh({PATH})
    assert session.serve(ROBOT).status == 404


@pytest.mark.parametrize(
    ("more", "date", "standing"),
    [
        ("draft: true\n", "2026-05-01", Standing.DRAFT),
        ("", "2026-07-01", Standing.SCHEDULED),
        ("expires: 2026-05-15\n", "2026-05-01", Standing.EXPIRED),
    ],
)
def test_what_is_not_published_is_shown_unless_the_site_is_asked_for_as_published(
    root: Path, more: str, date: str, standing: Standing
) -> None:
    write_file(root, PATH, post(more=more, date=date))
    session = opened(root)
    assert session.state is not None
    assert session.state.standings[PATH] is standing
    assert session.serve(ROBOT).status == 200
    assert opened(root, as_published=True).serve(ROBOT).status == 404


def test_at_another_time_another_site_is_served(root: Path) -> None:
    write_file(root, PATH, post(date="2026-07-01"))
    assert opened(root, as_published=True, now=lambda: datetime(2026, 7, 2)).serve(ROBOT).status == 200


def test_a_post_is_published_when_its_time_comes_while_nothing_else_changes(root: Path) -> None:
    write_file(root, PATH, post(date="2026-06-01 13:00"))
    clock = [NOW]
    session = opened(root, as_published=True, now=lambda: clock[0])
    assert session.serve(ROBOT).status == 404
    clock[0] = datetime(2026, 6, 1, 13, 1)
    assert session.refresh()
    assert session.serve(ROBOT).status == 200


def test_a_draft_may_be_gone_to_from_a_published_post_in_the_preview(root: Path) -> None:
    write_file(root, "content/posts/arm.md", post(title="An arm").replace("id: robot", "id: arm\ndraft: true"))
    write_file(root, PATH, post(body="See [the arm](arm.md)."))
    assert '<a href="/arm/">the arm</a>' in text_of(opened(root), ROBOT)
    assert '<a href="/arm/">' not in text_of(opened(root, as_published=True), ROBOT)


def test_a_picture_that_is_drawn_again_has_another_address_on_its_page(root: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="9"></svg>'
    write_file(root, "content/posts/arm.svg", drawing.format(9))
    write_file(root, PATH, post(body="![An arm](arm.svg)"))
    session = opened(root)
    before = text_of(session, ROBOT)
    write_file(root, "content/posts/arm.svg", drawing.format(99))
    session.refresh()
    after = text_of(session, ROBOT)
    assert 'width="99"' in after
    assert before != after


def test_files_that_editors_keep_for_themselves_are_passed_over(root: Path) -> None:
    session = opened(root)
    write_file(root, "content/posts/.robot.md.swp", "x")
    write_file(root, "content/posts/robot.md~", "x")
    assert not session.refresh()


def test_a_hint_that_names_nothing_changes_nothing(root: Path) -> None:
    session = opened(root)
    assert not session.refresh({"content/posts/nothing.md", "/etc/passwd", ""})
