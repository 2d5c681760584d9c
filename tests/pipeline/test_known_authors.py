"""Profiles are read once, as long as none of them changes."""

from dataclasses import replace

import pytest

from blogsmith.model.config import Config
from blogsmith.model.source import SourceFile, SourcePath
from blogsmith.pipeline import known_authors as known
from blogsmith.pipeline.known_authors import known_authors
from blogsmith.pipeline.memory import Memory
from blogsmith.sources.author import read_authors

PROFILE = """---
name: {en: Jane, ko: 제인}
kind: external
agreement: {signed: 2026-01-02, expires: 2027-01-02}
training: [2026-02-02]
photo: {src: jane.jpg, alt: Jane at a well, consent: 2026-02-03}
links: [{label: Notes, url: "https://notes.example.com/jane"}]
private: {email: jane@example.com, badge: 12, on: {site: true, rate: 0.5, none: null}}
extra: {likes: [wells, [1, 2]], since: 2026-01-02}
---
I dig wells.
"""
SOURCES = (
    SourceFile(path=SourcePath("authors/jane.md"), text=PROFILE),
    SourceFile(path=SourcePath("authors/jane.ko.md"), text="우물을 팝니다.\n"),
    SourceFile(path=SourcePath("authors/kim.md"), text="---\nname: Kim\nkind: in-hose\n---\nI write.\n"),
    SourceFile(path=SourcePath("authors/lee.ko.md"), text="글을 씁니다.\n"),
)


def test_what_is_remembered_is_what_was_read() -> None:
    memory = Memory(None)
    read = read_authors(SOURCES, Config())
    assert read.diagnostics and read.value
    assert [known_authors(SOURCES, Config(), memory) for _ in range(2)] == [read, read]
    assert list(known_authors(SOURCES, Config(), memory).value) == list(read.value)


def test_nothing_is_read_again_that_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(None)
    read = known_authors(SOURCES, Config(), memory)

    def again(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(known, "read_authors", again)
    assert known_authors(SOURCES, Config(), memory) == read


def test_another_text_path_or_config_is_read_and_the_old_one_is_gone() -> None:
    memory = Memory(None)
    known_authors(SOURCES, Config(), memory)
    first = replace(SOURCES[0], text=PROFILE.replace("wells.", "deep wells."))
    others = ((first, *SOURCES[1:]), SOURCES[:1], (replace(SOURCES[0], path=SourcePath("authors/jan.md")),))
    for sources in others:
        assert known_authors(sources, Config(), memory) == read_authors(sources, Config())
    korean = Config(site=replace(Config().site, languages=("ko",), language="ko"))
    assert known_authors(SOURCES, korean, memory) == read_authors(SOURCES, korean)
    kept = memory.all("authors")
    assert len(kept) == 1
    assert not any(b"deep wells" in value for value in kept.values())
