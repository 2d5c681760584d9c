"""However files change, the preview ends at the pages of a clean build; and a long day leaves nothing behind in it."""

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from benchmarks.corpus import Entry, entries
from benchmarks.crowd import edited, reconnected
from benchmarks.sites import post_text, write_blogsmith
from benchmarks.storms import FILES, GIVE_UP_S, POSTS, Blog, Words, burst, differing, shown, stale_for, storm
from tests.preview.process import Served, serving
from tests.trust.figures import Figure


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A blog of some hundred posts."""
    folder = tmp_path / "blog"
    folder.mkdir()
    write_blogsmith(folder, entries(POSTS))
    return folder


@pytest.mark.parametrize(("trials", "arguments"), [(160, ()), (40, ("--poll",))])
def test_after_two_hundred_storms_no_page_is_stale(
    root: Path, trials: int, arguments: tuple[str, ...], figure: Figure
) -> None:
    stale = sum(waited >= GIVE_UP_S for waited in storm(root, trials, *arguments))
    figure("P8", "{} stale after {} storms of changes", stale, trials)
    assert stale == 0


def are_shown(served: Served, words: Words, figure: Figure, storm: str) -> None:
    """Each page says its last word before anybody gives up; how long that took, and how long one was stale, is noted.

    A page that is held back until what changed is understood is not stale.
    """
    before = time.perf_counter()
    late = stale_for(served, words)
    took = time.perf_counter() - before
    figure("P8", f"{storm}: {len(words)} pages asked for within {took:.1f} s, stale for {late:.2f} s")
    assert late < GIVE_UP_S


def test_after_fifty_saves_a_second_for_ten_seconds_no_page_is_stale(root: Path, figure: Figure) -> None:
    with serving(root, "--as-published") as served:
        are_shown(served, burst(Blog(root), random.Random(8), 0, seconds=10), figure, "500 saves in 10 s on 20 files")
        assert differing(served, root) == []


FIFTY_WATCHES = 'echo 50 > /proc/sys/user/max_inotify_watches; exec "$@"'
"""A limit of the kernel's own, for a namespace of our own. Source: user_namespaces(7), namespaces(7)."""
_HAS_NAMESPACES = subprocess.run(("unshare", "-Ur", "true"), capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not _HAS_NAMESPACES, reason="a container that gives no namespaces has no limits of its own")
def test_where_the_system_watches_fifty_folders_what_changes_in_others_is_shown(root: Path, figure: Figure) -> None:
    blog, words = Blog(root), Words()
    folders = [root / f"content/posts/far/{number:03}" for number in range(100)]
    for number, folder in enumerate(folders):
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(_far(blog.posts[0], number))
    with serving(root, "--as-published", within=("unshare", "-Ur", "sh", "-c", FIFTY_WATCHES, "sh")) as served:
        assert _watched(served) <= 50
        for number, folder in enumerate(folders):
            assert shown(served, f"/far-{number}/")
            (folder / "index.md").write_text(f"{_far(blog.posts[0], number)}\nunwatched{number:03}\n")
            words[f"/far-{number}/"] = f"unwatched{number:03}"
        are_shown(served, words, figure, "100 folders where 50 are watched")
        assert differing(served, root) == []


def _watched(served: Served) -> int:
    """How many folders the system watches for a preview. Source: proc(5), /proc/PID/fdinfo."""
    told = [_told_of(file) for file in Path(f"/proc/{served.process_id}/fdinfo").iterdir()]
    assert any("inotify" in text for text in told)  # it does watch
    return sum(text.count("inotify wd:") for text in told)


def _told_of(open_file: Path) -> str:
    """What the system says of a file that is open, if it is open still."""
    try:
        return open_file.read_text()
    except FileNotFoundError:
        return ""


def _far(entry: Entry, number: int) -> str:
    return post_text(entry).replace(entry.id, f"far-{number}").replace("\n---\n", f"\nslug: far-{number}\n---\n", 1)


def test_where_more_changes_than_the_system_can_tell_what_it_told_nobody_is_shown(root: Path, figure: Figure) -> None:
    blog = Blog(root)
    noisy, last = blog.posts[:FILES], blog.posts[-1]
    with serving(root, "--as-published") as served:
        shown(served, f"/{last.id}/")
        os.kill(served.process_id, signal.SIGSTOP)  # nobody takes from the queue: it runs over
        for number in range(_told_at_most()):  # each save is more than one event
            entry = noisy[number % FILES]
            blog.file(entry).write_text(blog.text(entry, f"noise{number:05}"))
        blog.file(last).write_text(blog.text(last, "overflown"))
        os.kill(served.process_id, signal.SIGCONT)
        words = {f"/{entry.id}/": f"noise{_told_at_most() - FILES + at:05}" for at, entry in _in_turn(noisy)}
        are_shown(served, {**words, f"/{last.id}/": "overflown"}, figure, "a queue of events that ran over")
        assert differing(served, root) == []


def _told_at_most() -> int:
    """How many events wait before the rest is dropped. Source: inotify(7)."""
    return int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())


def _in_turn(noisy: list[Entry]) -> list[tuple[int, Entry]]:
    """Each post with its place among the last saves."""
    first = _told_at_most() % FILES
    return [((place - first) % FILES, entry) for place, entry in enumerate(noisy)]


def test_after_a_checkout_of_ten_thousand_files_no_page_is_stale(tmp_path: Path, figure: Figure) -> None:
    posts, root = list(entries(10_000)), tmp_path / "blog"
    root.mkdir()
    write_blogsmith(root, posts)

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Jane", "-c", "user.email=jane@example.com", "-c", "gc.auto=0")
        subprocess.run(["git", "-C", root, *who, *arguments], check=True, capture_output=True)

    git("init", "-b", "main")
    git("add", "authors", "config.toml", "content")
    git("commit", "-m", "one")
    git("checkout", "-b", "other")
    blog = Blog(root)
    for entry in posts:
        blog.file(entry).write_text(blog.text(entry, "otherbranch"))
    git("commit", "-a", "-m", "two")
    git("checkout", "main")
    chosen = random.Random(10).sample([entry for entry in posts if entry.language == "en"], FILES)
    words = {f"/{entry.id}/": "otherbranch" for entry in chosen}
    with serving(root) as served:
        assert [address for address in words if "otherbranch" in shown(served, address)] == []
        git("checkout", "other")
        are_shown(served, words, figure, "a checkout of 10,000 files")


def test_streams_that_come_and_go_and_edits_leave_no_descriptor_and_no_memory_behind(root: Path) -> None:
    with serving(root) as served:
        assert (reconnected(served), edited(served, root, 500)) == (True, True)
