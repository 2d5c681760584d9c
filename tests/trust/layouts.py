"""Folders that somebody could have where a build is told to publish, with what must be there afterwards."""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Prepare = Callable[[Path], object]
"""Puts something of somebody's into a site's folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where a build is told to publish, and what lies there."""

    name: str
    out: str
    """From the site's folder."""
    prepare: Prepare = lambda _: None


def _file(path: str, words: str = "mine\n") -> Prepare:
    def write(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(words)

    return write


def _folder(path: str) -> Prepare:
    return lambda site: (site / path).mkdir(parents=True)


def _link(path: str, target: str) -> Prepare:
    def link(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).symlink_to(site / target)

    return link


def _hard_link(path: str, target: str) -> Prepare:
    def link(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        os.link(site / target, site / path)

    return link


def _pipe(path: str) -> Prepare:
    def make(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(site / path)

    return make


_PLACES = (
    ".", "..", "../..", "/", "content", "./content", "content/", "content/posts", "content/posts/robot",
    "content/public", "authors", "authors/pictures", "authors/../content", "out/../content", "themes", "themes/local",
    "themes/local/out", ".blogsmith", ".blogsmith/out", ".git", ".git/out", "press", "../site", "../site/content",
    "config.toml", "content/posts/robot.md",
)  # fmt: skip
"""The sources, what holds them and what lies in them."""

_THINGS: Mapping[str, Prepare] = {
    "a file": _file("notes.txt"),
    "a hidden file": _file(".htaccess"),
    "a name of a page": _file("index.html"),
    "a name of a folder": _file("robot"),
    "a folder for a page": _folder("index.html"),
    "an empty folder": _folder("drafts"),
    "a repository": _file(".git/HEAD", "ref: refs/heads/main\n"),
    "a deep file": _file("a/b/c/d.txt"),
    "a Korean name": _file("메모.txt"),
    "a name that a shell trips over": _file("-rf * \n.txt"),
    "a link to the sources": _link("files", "content"),
    "a link to a file": _link("robots.txt", "config.toml"),
    "a link to nothing": _link("gone", "nowhere"),
    "a source itself": _hard_link("robot.md", "content/posts/robot.md"),
    "a pipe": _pipe("pipe"),
}
"""What lies in the folder; paths in it."""


def layouts() -> Iterator[Layout]:
    """Every layout."""
    for place in _PLACES:
        yield Layout(name=f"out is {place}", out=place)
    yield Layout(name="a link to the sources", out="out", prepare=_link("out", "content"))
    yield Layout(name="a link to a folder", out="out", prepare=_link("out", "../elsewhere"))
    yield Layout(name="a link to nothing", out="out", prepare=_link("out", "nowhere"))
    yield Layout(name="through a link", out="to/out", prepare=_link("to", "content"))
    yield Layout(name="a file", out="out", prepare=_file("out"))
    yield Layout(name="under a file", out="out/deep", prepare=_file("out"))
    for where, in_words in (("elsewhere", "a folder with"), ("public", "what was published, with")):
        for name, prepare in _THINGS.items():
            yield Layout(name=f"{in_words} {name}", out=where, prepare=_within(where, prepare))


def _within(where: str, prepare: Prepare) -> Prepare:
    """The same in a folder of the site; links lead to where they led."""

    def put(site: Path) -> None:
        place = site / where
        place.mkdir(exist_ok=True)
        if prepare in (_THINGS["a source itself"], _THINGS["a link to the sources"], _THINGS["a link to a file"]):
            for name in ("content", "config.toml"):
                (place / name).symlink_to(site / name) if not (place / name).exists() else None
        _replaceable(place, prepare)

    return put


def _replaceable(place: Path, prepare: Prepare) -> None:
    """Where a page of ours stands in the way, somebody has put theirs in its place."""
    try:
        prepare(place)
    except FileExistsError:
        (place / "robots.txt").unlink(missing_ok=True)
        (place / "index.html").unlink(missing_ok=True)
        prepare(place)
    except IsADirectoryError:
        for page in sorted((place / "robot").rglob("*"), reverse=True):
            page.unlink() if page.is_file() else page.rmdir()
        (place / "robot").rmdir()
        prepare(place)


def belongings(folder: Path) -> dict[str, tuple[int, bytes]]:
    """What lies in a folder and was not made by blogsmith: kind and content by path; links are not followed."""
    found: dict[str, tuple[int, bytes]] = {}
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(place, name)
            kind = stat.S_IFMT(path.lstat().st_mode)
            content = b""
            if stat.S_ISLNK(kind):
                content = os.fsencode(path.readlink())
            elif stat.S_ISREG(kind):
                content = path.read_bytes()
            found[path.relative_to(folder).as_posix()] = (kind, content)
    return found
