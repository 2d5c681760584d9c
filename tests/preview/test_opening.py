"""A blog that was opened before is opened without reading its files; what is served is the same."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from blogsmith.model.config import Config
from blogsmith.pipeline.heads import Heads, by_path, gather_heads, remembered
from blogsmith.pipeline.memory import FILE, Memory
from blogsmith.preview.keeper import Keeper
from blogsmith.preview.session import Session
from blogsmith.sources.config import read_config
from blogsmith.sources.files import list_files
from tests.preview.asking import previewed
from tests.preview.opened import opened, text_of
from tests.preview.test_session import CONFIG, post
from tests.site import write_file

OUTPUTS = ("robot-1/index.html", "robot-2/index.html", "index.html", "rss.xml", "404.html", "archive/index.html")


def robot(number: int, body: str = "I built it.", more: str = "") -> str:
    return post(title=f"Robot {number}", body=body, more=more).replace("id: robot", f"id: robot-{number}")


@pytest.fixture
def root(site: Callable[[str], Path]) -> Path:
    """A blog with four posts that link to each other, and with corrections and a page."""
    folder = site(f"-- config.toml --\n{CONFIG}")
    corrected = "updated: 2026-05-03\ncorrections: [{date: 2026-05-02, text: It was blue.}]\n"
    for number in range(1, 5):
        body = f"I built it.\n\n## Wheels\n\nSee [it](robot-{number % 4 + 1}.md#wheels)."
        write_file(folder, f"content/posts/robot-{number}.md", robot(number, body, corrected))
    write_file(folder, "content/pages/about.md", "---\ntitle: About\n---\nWe build robots.\n")
    return folder


def config_of(root: Path) -> Config:
    return read_config(root / "config.toml", shown_as="config.toml").config


def kept_heads(root: Path) -> Heads:
    """What a session leaves behind for the next one."""
    return remembered(Memory(root / ".blogsmith" / FILE), config_of(root))


def test_what_is_served_is_the_same_whether_heads_are_remembered_or_read(root: Path) -> None:
    first = opened(root)
    fresh = {output: text_of(first, output) for output in OUTPUTS}
    first.keep()
    again = opened(root)
    assert kept_heads(root).heads != ()
    assert {output: text_of(again, output) for output in OUTPUTS} == fresh


def test_a_remembered_head_has_no_body_and_its_moments_in_the_sites_zone(root: Path) -> None:
    opened(root).keep()
    head = by_path(kept_heads(root).heads, config_of(root))["content/posts/robot-1.md"]
    assert head.text.reading is not None and head.text.reading.post is not None
    found = head.text.reading.post
    read = opened(root).state
    assert read is not None
    whole = read.source_of(found.path)
    assert (found.body, found.date.tzinfo) == ("", read.site.now.tzinfo)
    assert whole is not None and "I built it." in whole.body


def test_a_file_that_changed_while_nobody_looked_is_read_again(root: Path) -> None:
    opened(root).keep()
    write_file(root, "content/posts/robot-1.md", robot(1, "I broke it.").replace("Robot 1", "A wreck"))
    again = opened(root)
    assert "I broke it." in text_of(again, "robot-1/index.html")
    assert "A wreck" in text_of(again, "index.html")


def test_a_fault_that_two_files_make_is_told_with_its_line_though_both_heads_were_remembered(root: Path) -> None:
    opened(root).keep()
    write_file(root, "content/posts/robot-9.md", robot(1))
    state = opened(root).state
    assert state is not None
    twins = [fault.location for fault in state.diagnostics if fault.rule == "post/duplicate-id"]
    assert [(place.path, place.line) for place in twins] == [
        ("content/posts/robot-1.md", 2),
        ("content/posts/robot-9.md", 2),
    ]


def test_another_time_zone_makes_remembered_heads_none(root: Path) -> None:
    opened(root).keep()
    config = (root / "config.toml").read_text().replace("[site]\n", '[site]\ntime_zone = "Asia/Seoul"\n')
    (root / "config.toml").write_text(config)
    state = opened(root).state
    assert state is not None
    assert {str(found.date.tzinfo) for found in state.site.posts} == {"Asia/Seoul"}


def test_what_was_gathered_is_kept_only_when_it_is_told_to(root: Path) -> None:
    memory, told = Memory(root / ".blogsmith" / FILE), list[tuple[int, int, int]]()
    keep = gather_heads(
        root,
        list_files(root).value.markdown,
        config_of(root),
        memory,
        jobs=1,
        read=lambda done, count, heads: told.append((done, count, len(heads))),
    )
    before = remembered(memory, config_of(root)).heads
    keep()
    assert (before, len(remembered(memory, config_of(root)).heads)) == ((), 6)
    assert told == [(6, 6, 6)]


def test_while_the_site_is_read_the_browser_is_told_so_and_asks_again(root: Path) -> None:
    going_on = threading.Event()
    with previewed(root) as preview:

        def opens() -> Session:
            going_on.wait(60)
            return opened(root)

        ready = preview.service.keeper
        preview.service.keeper = Keeper(opens, changed=lambda session: None, failed=preview.faults.append)
        preview.service.keeper.start()
        try:
            answer = preview.get("/robot-1/")
            assert (answer.status, ("Refresh", "0") in answer.headers) == (503, True)
            going_on.set()
            assert preview.service.keeper.is_open(60)
            assert preview.get("/robot-1/").status == 200
        finally:
            preview.service.keeper.stop()
            preview.service.keeper = ready


def test_a_preview_remembers_when_it_ends(root: Path) -> None:
    with previewed(root) as preview:
        preview.text("/robot-1/")
    assert len(kept_heads(root).heads) == 6
