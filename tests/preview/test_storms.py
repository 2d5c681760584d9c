"""Whatever editors and tools do to the files: soon after the last write every page is the one of a clean build."""

import os
import random
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from watchdog.events import FileSystemEventHandler

from blogsmith.preview.session import Session
from blogsmith.preview.watch import Watch
from tests.preview.asking import Preview, previewed
from tests.preview.opened import opened, text_of
from tests.preview.test_session import CONFIG, post
from tests.site import write_file
from tests.trust.figures import Figure

pytestmark = pytest.mark.filterwarnings("ignore:Callback with id:RuntimeWarning")
"""watchdog's own, of folders that are made while it begins to watch them; `blogsmith serve` passes over it too."""

SECONDS = 20.0
"""Far more than is promised: the machine may be busy. The figure is measured in `benchmarks/preview.py`."""


def robot(number: int, body: str) -> str:
    return post(title=f"Robot {number}", body=body).replace("id: robot", f"id: robot-{number}")


def name(number: int) -> str:
    return f"content/posts/robot-{number}.md"


@pytest.fixture
def root(site: Callable[[str], Path]) -> Path:
    """A blog with twenty posts."""
    folder = site(f"-- config.toml --\n{CONFIG}")
    for number in range(20):
        write_file(folder, name(number), robot(number, "I built it."))
    return folder


@pytest.fixture
def preview(root: Path) -> Iterator[Preview]:
    """It, previewed; with every page asked for once."""
    with previewed(root) as running:
        for number in range(20):
            running.text(f"/robot-{number}/")
        yield running
        assert running.faults == []


def texts(outputs: tuple[str, ...], session: Session) -> dict[str, str]:
    """What is served at several outputs."""
    return {output: text_of(session, output) for output in outputs}


def soon(preview: Preview, root: Path) -> bool:
    """Whether every page becomes that of a session which looks for the first time."""
    until = time.monotonic() + SECONDS
    while True:
        fresh = opened(root)
        assert fresh.state is not None
        expected = {output: text_of(fresh, output) for output in (*fresh.state.articles, "index.html", "rss.xml")}
        found = preview.service.keeper.ask(partial(texts, tuple(expected)))
        if found == expected:
            return True
        if time.monotonic() > until:
            return False
        time.sleep(0.05)


def in_place(path: Path, text: str) -> None:
    path.write_text(text)


def renamed_over(path: Path, text: str) -> None:
    fresh = path.with_name(f".{path.name}.tmp")
    fresh.write_text(text)
    fresh.replace(path)


def with_backup(path: Path, text: str) -> None:
    """As Vim does: the old file becomes a backup, which goes when the new one is written."""
    backup = path.with_name(path.name + "~")
    path.rename(backup)
    path.write_text(text)
    backup.unlink()


def with_probe(path: Path, text: str) -> None:
    """As Vim does where it must know whether it may make files."""
    probe = path.with_name("4913")
    probe.touch()
    probe.unlink()
    path.write_text(text)


def truncated_first(path: Path, text: str) -> None:
    with path.open("w") as file:
        file.flush()
        os.fsync(file.fileno())
        file.write(text)


def removed_first(path: Path, text: str) -> None:
    path.unlink()
    path.write_text(text)


WAYS = (in_place, renamed_over, with_backup, with_probe, truncated_first, removed_first)


@pytest.mark.parametrize("save", WAYS)
def test_however_an_editor_saves_the_page_is_the_new_one(
    preview: Preview, root: Path, save: Callable[[Path, str], None], figure: Figure
) -> None:
    save(root / name(3), robot(3, "I broke it."))
    assert soon(preview, root)
    assert "I broke it." in preview.text("/robot-3/")
    figure("P8", "{} ways in which editors save: 0 stale", 1)


def test_after_a_burst_of_saves_the_last_one_is_shown(preview: Preview, root: Path) -> None:
    burst(root, random.Random(7), 100)
    assert soon(preview, root)


def burst(root: Path, chance: random.Random, saves: int) -> None:
    """So many saves, one after the other, of any post in any way."""
    for number in range(saves):
        chosen = chance.randrange(20)
        chance.choice(WAYS)(root / name(chosen), robot(chosen, f"I broke it {number} times."))


def test_the_same_length_at_the_same_time_is_another_page_all_the_same(preview: Preview, root: Path) -> None:
    path = root / name(5)
    before = path.stat()
    for body in ("I built it.", "I broke it."):
        path.write_text(robot(5, body))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert soon(preview, root)
    assert "I broke it." in preview.text("/robot-5/")


def test_a_folder_that_is_moved_in_is_read_and_one_that_is_moved_out_is_gone(
    preview: Preview, root: Path, tmp_path: Path
) -> None:
    write_file(tmp_path, "more/deep/robot-77.md", robot(77, "I moved it."))
    shutil.move(tmp_path / "more", root / "content/posts/more")
    assert soon(preview, root)
    assert "I moved it." in preview.text("/robot-77/")
    write_file(root, "content/posts/more/deep/robot-77.md", robot(77, "I moved it again."))
    assert soon(preview, root)
    shutil.move(root / "content/posts/more", tmp_path / "gone")
    assert soon(preview, root)
    assert preview.get("/robot-77/").status == 404


def test_another_branch_is_another_site(preview: Preview, root: Path, figure: Figure) -> None:
    for number in range(10):
        (root / name(number)).unlink()
    for number in range(10, 200):
        write_file(root, name(number), robot(number, f"On a branch, {number}."))
    assert soon(preview, root)
    figure("P8", "another branch with {} other posts: 0 stale", 200)


def test_a_folder_for_a_theme_of_ones_own_is_seen_when_it_is_made(preview: Preview, root: Path) -> None:
    write_file(root, "themes/local/templates/post.html", "<p>{{ title }}, mine</p>")
    assert soon(preview, root)
    assert "Robot 3, mine" in preview.text("/robot-3/")


def test_where_every_hint_is_lost_the_page_is_the_new_one_all_the_same(root: Path) -> None:
    with previewed(root) as preview:
        preview.service.lose_hints()
        preview.text("/robot-3/")
        write_file(root, name(3), robot(3, "I broke it unseen."))
        assert soon(preview, root)


def test_where_the_system_watches_no_more_the_watch_says_so(root: Path) -> None:
    hints: list[str | None] = []
    watch = Watch(root / "nowhere", hints.append)
    watch.start()
    watch.stop()
    assert not watch.is_whole


def test_the_system_tells_of_writing_and_not_of_reading(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        FileSystemEventHandler, "dispatch", lambda self, event: told.append(f"{event.event_type} {event.src_path}")
    )
    watch = Watch(root, lambda path: None)
    watch.start()
    try:
        for number in range(20):
            (root / name(number)).read_bytes()
        write_file(root, name(3), robot(3, "I wrote it."))
        until = time.monotonic() + SECONDS
        while not told and time.monotonic() < until:
            time.sleep(0.01)
    finally:
        watch.stop()
    assert {line.partition(" ")[2] for line in told} == {str(root / name(3))}
