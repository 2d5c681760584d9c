"""Many files are read by another process, when a blog is opened and when much of it changes; nobody can tell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from blogsmith.model.config import Config
from blogsmith.pipeline.heads import Head, by_path, gather_heads, remembered
from blogsmith.pipeline.memory import FILE, Memory
from blogsmith.pipeline.texts import read_anew
from blogsmith.pipeline.tools import Tools
from blogsmith.pipeline.trip import make_tools
from blogsmith.preview.gathering import Gatherer
from blogsmith.preview.session import Session
from blogsmith.sources.files import Found, list_files
from tests.preview.opened import NOW, opened, request, text_of
from tests.preview.test_opening import config_of
from tests.preview.test_session import CONFIG
from tests.preview.test_storms import name, robot
from tests.site import check, write_file

Gathered = Callable[[], Mapping[str, Head]]
MANY = 150


@pytest.fixture
def root(site: Callable[[str], Path]) -> Path:
    """A blog with more posts than one thread would read."""
    folder = site(f"-- config.toml --\n{CONFIG}")
    for number in range(MANY):
        write_file(folder, name(number), robot(number, "I built it."))
    return folder


@pytest.fixture
def gatherer(root: Path) -> Iterator[Gatherer]:
    """Who reads them."""
    own = Gatherer(request(root))
    yield own
    own.stop()


def read_here(root: Path, memory: Memory | None = None) -> Mapping[str, Head]:
    """The heads of all files, read in this process, or taken from a memory."""
    files, config, found = list_files(root).value.markdown, config_of(root), list[bytes]()
    own = memory or Memory(None)
    gather_heads(root, files, config, own, jobs=1, read=lambda done, count, heads: found.extend(heads))
    return by_path(found, config)


def test_what_comes_from_the_other_process_is_what_is_read_here(root: Path, gatherer: Gatherer) -> None:
    wait = gatherer.gather(list_files(root).value.markdown, config_of(root), before={}, is_all=True)
    assert wait() == read_here(root)
    assert gatherer.progress == (0, 0)


def test_where_front_matter_is_as_it_was_only_bodies_are_read_and_the_heads_are_those_that_are_read_anew(
    root: Path, gatherer: Gatherer, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_here(root)
    for number in range(MANY):
        write_file(root, name(number), robot(number, f"I broke it {number} times."))
    files, config = list_files(root).value.markdown, config_of(root)
    assert gatherer.gather(files, config, before=before, is_all=False)() == read_here(root)
    monkeypatch.setattr("blogsmith.pipeline.texts.read_post", None)
    fronts = {path: head.text.front for path, head in before.items() if head.text.front}
    gather_heads(root, files, config, Memory(None), jobs=1, fronts=fronts)


@pytest.mark.parametrize(
    "text",
    [
        robot(7, "I mended it.").replace("title: Robot 7", "title: A wreck"),
        robot(7, "I mended it.").replace("title: Robot 7", "title: 7"),
        robot(7, "I broke it.\x00"),
        robot(7, "I broke it.").replace("\n", "\r\n"),
        robot(7, "I broke it.").replace("---\n", "----\n"),
        "",
    ],
    ids=["another title", "a fault", "a body that is no text", "other line ends", "no front matter", "nothing"],
)
def test_a_file_that_changed_in_any_other_way_is_read_whole(root: Path, gatherer: Gatherer, text: str) -> None:
    before = read_here(root)
    (root / name(7)).write_bytes(text.encode())
    files = list_files(root).value.markdown
    assert gatherer.gather(files, config_of(root), before=before, is_all=False)() == read_here(root)


def test_what_is_at_fault_is_told_at_its_place(root: Path, gatherer: Gatherer) -> None:
    write_file(root, name(7), robot(7, "I built it.").replace("title: Robot 7", "title: 7\ncolour: red"))
    found = next(file for file in list_files(root).value.markdown if file.path == name(7))
    told = gatherer.gather(list_files(root).value.markdown, config_of(root), before={}, is_all=True)()[name(7)]
    assert told.text == read_anew(root, found, config_of(root))
    assert {fault.location.line for fault in told.text.faults} == {3, 4}


def test_each_head_is_told_of_once_and_how_far_it_is(root: Path) -> None:
    for number in range(MANY, 199):  # with a profile they are two hundred files
        write_file(root, name(number), robot(number, "I built it."))
    files, told = list_files(root).value.markdown, list[tuple[int, int]]()
    gather_heads(
        root,
        files,
        config_of(root),
        Memory(None),
        jobs=1,
        read=lambda done, count, heads: told.append((done, len(heads))),
    )
    assert (len(files), told) == (200, [(100, 100), (200, 100)])


def test_what_a_build_remembered_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = read_here(root)
    assert check(root).exit_code == 0
    monkeypatch.setattr("blogsmith.pipeline.heads.understood", None)
    assert read_here(root, Memory(root / ".blogsmith" / FILE)) == fresh


def test_all_files_are_remembered_when_there_is_time_and_some_are_not(root: Path, gatherer: Gatherer) -> None:
    files, config = list_files(root).value.markdown, config_of(root)
    gatherer.gather(files, config, before={}, is_all=False)()
    gatherer.settle()
    some = remembered(Memory(root / ".blogsmith" / FILE), config).heads
    gatherer.gather(files, config, before={}, is_all=True)()
    gatherer.settle()
    assert (some, len(remembered(Memory(root / ".blogsmith" / FILE), config).heads)) == ((), len(files))


def test_where_the_system_ended_the_other_process_files_are_read_here(root: Path, gatherer: Gatherer) -> None:
    session = Session(request(root), now=lambda: NOW, gather=gatherer.gather)
    gatherer.stop()
    for number in range(MANY):
        write_file(root, name(number), robot(number, f"I broke it {number} times."))
    assert session.refresh()
    assert "I broke it 7 times." in text_of(session, "robot-7/index.html")
    gatherer.settle()
    assert gatherer.progress == (0, 0)


def test_where_much_changes_all_of_it_is_read_by_the_other_process_and_the_pages_are_the_new_ones(
    root: Path, gatherer: Gatherer
) -> None:
    asked: list[tuple[int, bool]] = []

    def gather(files: Sequence[Found], config: Config, *, before: Mapping[str, Head], is_all: bool) -> Gathered:
        asked.append((len(files), is_all))
        return gatherer.gather(files, config, before=before, is_all=is_all)

    session = Session(request(root), now=lambda: NOW, gather=gather)
    every_file = len(list_files(root).value.markdown)
    assert "I built it." in text_of(session, "robot-7/index.html")
    for number in range(MANY):
        write_file(root, name(number), robot(number, f"I broke it {number} times."))
    write_file(root, name(7), robot(7, "I mended it.").replace("title: Robot 7", "title: A wreck"))
    assert session.refresh()
    fresh = opened(root)
    outputs = ("robot-7/index.html", "robot-8/index.html", "index.html", "rss.xml")
    assert {at: text_of(session, at) for at in outputs} == {at: text_of(fresh, at) for at in outputs}
    assert "A wreck" in text_of(session, "robot-7/index.html")
    assert asked == [(every_file, True), (MANY, False)]


def test_files_are_read_while_the_theme_is_made_ready(
    root: Path, gatherer: Gatherer, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def gather(files: Sequence[Found], config: Config, *, before: Mapping[str, Head], is_all: bool) -> Gathered:
        order.append("begun")
        wait = gatherer.gather(files, config, before=before, is_all=is_all)

        def waited() -> Mapping[str, Head]:
            order.append("waited for")
            return wait()

        return waited

    def make(*arguments: Any) -> Tools:
        order.append("theme")
        return make_tools(*arguments)

    monkeypatch.setattr("blogsmith.preview.reader.make_tools", make)
    Session(request(root), now=lambda: NOW, gather=gather)
    assert order == ["begun", "theme", "waited for"]


def test_a_few_that_change_are_read_here(root: Path, gatherer: Gatherer) -> None:
    asked: list[int] = []

    def gather(files: Sequence[Found], config: Config, *, before: Mapping[str, Head], is_all: bool) -> Gathered:
        asked.append(len(files))
        return gatherer.gather(files, config, before=before, is_all=is_all)

    session = Session(request(root), now=lambda: NOW, gather=gather)
    write_file(root, name(7), robot(7, "I broke it."))
    assert session.refresh()
    assert "I broke it." in text_of(session, "robot-7/index.html")
    assert len(asked) == 1
