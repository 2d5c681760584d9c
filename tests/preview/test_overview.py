"""What only a look at the whole site tells the desk."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from blogsmith.preview.dashboard import dashboard_of
from blogsmith.preview.overview import overview
from blogsmith.preview.panel import Beside
from blogsmith.preview.telling import Teller
from blogsmith.reports.words import Words
from blogsmith.sources.lines import line_reader
from tests.preview.opened import NOW, opened, request
from tests.preview.test_session import CONFIG, PATH, post
from tests.site import write_file

THREAD = """\
{"version": 1, "comments": [
  {"id": "1", "parent": "", "author": "Reader", "date": "%s", "text": "<p>Why?</p>", "url": "", "source": "isso"}
]}
"""


@pytest.fixture
def root(site: Callable[[str], Path]) -> Path:
    """A blog with a post whose reader was promised an answer, and a draft."""
    folder = site(f"-- config.toml --\n{CONFIG}\n[comments]\nreply_days = 2\n")
    write_file(folder, PATH, post(more="responder: jane\n"))
    write_file(
        folder, "content/posts/draft.md", post(title="A draft", more="draft: true\n").replace("id: robot", "id: d")
    )
    write_file(folder, "content/comments/robot.json", THREAD % "2026-05-25T10:00:00+00:00")
    return folder


def test_the_desk_is_told_when_a_draft_was_written_last(root: Path) -> None:
    os.utime(root / "content/posts/draft.md", ns=(0, 1_780_000_000_123_000_000))
    assert overview(request(root)).edited == {"content/posts/draft.md": 1_780_000_000_123}


def test_the_desk_is_told_which_comments_wait_for_whom_and_until_when(root: Path) -> None:
    (item,) = overview(request(root)).waiting
    assert (item.author, item.title, item.responder, item.due) == ("Reader", "A robot", "Jane Doe", date(2026, 5, 27))
    session = opened(root)
    assert session.state is not None
    teller = Teller(words=Words("en"), root=root, line_of=line_reader(root))
    beside = Beside(
        session=session, state=session.state, overview=overview(request(root)), teller=teller, is_local=True
    )
    assert dashboard_of(beside)["waiting"] == {
        "count": 1,
        "lines": [
            {
                "author": "Reader",
                "title": "A robot",
                "url": "https://blog.example.com/p/robot/",
                "responder": "Jane Doe",
                "days": (date(2026, 5, 27) - NOW.date()).days,
            }
        ],
    }
