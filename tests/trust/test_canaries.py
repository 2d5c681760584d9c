"""No byte of what is not published, or is private, is in what is published, however it is written there."""

import base64
import gzip
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image

from tests.site import Result, build, tree, write_file
from tests.trust.canaries import NEVER, STATES, SURFACES, WAYS, ascii_word, bird, both, found_in, hangul_word, series
from tests.trust.figures import Figure

Site = Callable[[str], Path]

NOON = ("--now", "2026-06-01T12:00:00Z")
CONFIG = f"""
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
[policy]
since = 2100-01-01
[build]
hosts = ["netlify", "nginx", "apache"]
{series(STATES)}
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
tags: [spruce]
related: [draft, scheduled]
---
I built it, and then I saw [the bird](post:expired).
"""
ALONE = CONFIG.replace("related: [draft, scheduled]\n", "").replace("[the bird](post:expired)", "it")
"""One post that knows of no other."""
UNPUBLISHED = CONFIG + "".join(bird(state, *given) for state, given in STATES.items())
PUBLISHED = CONFIG + "".join(bird(state, "", "2026-03-12") for state in STATES)


def ways_in(files: Mapping[str, bytes], ways: Iterable[str] = WAYS) -> dict[str, set[str]]:
    """Where each way's words stand."""
    found = found_in(files)
    return {
        way: paths for way in ways if (paths := found.get(ascii_word(way), set()) | found.get(hangul_word(way), set()))
    }


def surfaces_of(paths: Iterable[str]) -> set[str]:
    """The kinds of file that these are."""
    return {name for path in paths for name, shape in SURFACES.items() if re.fullmatch(shape, path)}


def built(folder: Path, *arguments: str) -> Result:
    """A build at noon that publishes what is sound."""
    return build(folder, "--hold-back", *NOON, *arguments)


def test_no_way_of_being_unpublished_shows_on_any_surface(site: Site, figure: Figure) -> None:
    folder = site(UNPUBLISHED)
    result = built(folder)
    files = tree(folder / "public")
    assert "robot/index.html" in files, result.stderr
    leaks = ways_in(files)
    figure("P4", f"{len(leaks)} of {len(WAYS)} ways x {len(SURFACES)} surfaces")
    assert leaks == {}
    assert len(WAYS) >= 60
    assert len(SURFACES) >= 14


def test_published_the_same_words_are_everywhere(site: Site, figure: Figure) -> None:
    """The control."""
    folder = site(PUBLISHED)
    assert build(folder, *NOON).exit_code == 0
    found = ways_in(tree(folder / "public"))
    shown = {way for way in WAYS if way.partition(": ")[2] not in NEVER}
    assert found.keys() == shown
    reached = surfaces_of(path for paths in found.values() for path in paths)
    figure("P4", f"control: {len(found)} words, on {len(reached)} surfaces")
    assert reached == SURFACES.keys()


def test_what_is_no_longer_published_leaves_no_trace(site: Site, figure: Figure) -> None:
    folder = site(PUBLISHED)
    assert build(folder, *NOON).exit_code == 0
    assert len(ways_in(tree(folder / "public"))) > 60
    site(UNPUBLISHED)
    built(folder)
    twin = folder / ".public.blogsmith-new"
    left = ways_in(tree(folder / "public")) | (ways_in(tree(twin)) if twin.exists() else {})
    figure("P12", f"{len(left)} words left in the published and the retired tree")
    assert left == {}


def test_what_is_deleted_is_in_no_memory_either(site: Site, figure: Figure) -> None:
    folder = site(PUBLISHED)
    assert build(folder, *NOON).exit_code == 0
    assert len(ways_in(tree(folder / ".blogsmith"))) > 60
    shutil.rmtree(folder / "content")
    for profile in (folder / "authors").glob("*.md"):
        if profile.stem != "jane":
            profile.unlink()
    site(ALONE.replace(series(STATES), ""))
    assert build(folder, *NOON).exit_code == 0
    left = ways_in({path: content for path, content in tree(folder).items() if not path.startswith("content/")})
    figure("P12", f"{len(left)} words left in the memory")
    assert left == {}


def profile(name: str, *lines: str, bio: str = "I build.") -> str:
    """A writer's file."""
    head = "".join(f"{line}\n" for line in lines)
    return f"-- authors/{name}.md --\n---\n{head}---\n{bio}\n"


PRIVATE: Mapping[str, Callable[[str, str], str]] = {
    "mail address": lambda word, _: profile("jane", "name: J", "kind: in-house", f"private: {{m: '{word}@a.example'}}"),
    "staff id": lambda _, words: profile("kim", "name: K", "kind: in-house", f"private: {{ids: [{{n: {words}}}]}}"),
    "remark in a profile": lambda _, words: profile("lee", f"# {words}", "name: Lee", "kind: in-house"),
    "writer without a post": lambda _, words: profile("park", f"name: {words}", "kind: in-house", bio=f"I am {words}."),
    "note on a guest": lambda _, words: profile(
        "guest", "name: G", "kind: external", "relationship: Makes gauges.", f"extra: {{note: {words}}}"
    ),
    "environment file": lambda _, words: f"-- .env --\nSECRET={words}\n",
    "notes beside posts": lambda _, words: f"-- content/posts/notes.txt --\n{words}\n",
    "picture that nobody shows": lambda word, _: f"-- content/posts/{word}.svg --\n<svg/>\n",
    "draft page": lambda word, words: (
        f"-- content/pages/plan.md --\n---\ntitle: {words}\ndraft: true\naliases: [/{word}/]\n---\nOf {words}.\n"
    ),
    "press text": lambda _, words: f"-- press/release.md --\nThe maker is proud of {words}.\n",
    "backup of an editor": lambda _, words: f"-- content/posts/robot.md~ --\n{words}\n",
    "hidden folder": lambda _, words: f"-- content/posts/.trash/a.md --\n{words}\n",
    "secret of the config": lambda _, words: f"-- secrets.toml --\ntoken = '{words}'\n",
    "notes of a theme": lambda _, words: f"-- themes/local/notes.txt --\n{words}\n",
    "remark of a template": lambda _, words: (
        f"-- themes/local/hooks/footer_extra.html --\n{{# {words} #}}<p>We write.</p>\n"
    ),
}
"""What lies about in a site and is nobody's business."""


def test_nothing_private_is_published(site: Site, figure: Figure, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = "".join(make(ascii_word(way), both(way)) for way, make in PRIVATE.items())
    folder = site(ALONE.replace("[jane]", "[jane, kim, lee, guest]") + bird("draft", *STATES["draft"]) + texts)
    monkeypatch.setenv("BLOGSMITH_TOKEN", both("environment"))
    monkeypatch.setenv("SECRET", both("environment"))
    write_file(folder.parent, "beside.txt", both("beside the site"))
    result = build(folder, *NOON, "--hold-back")
    files = tree(folder / "public")
    assert "robot/index.html" in files, result.stderr
    leaks = ways_in(files, (*PRIVATE, "environment", "beside the site", *WAYS))
    figure("P4", f"{len(leaks)} of {len(PRIVATE) + 2} private places")
    assert leaks == {}


def test_a_picture_is_published_without_what_the_camera_wrote(site: Site) -> None:
    folder = site(ALONE.replace("I saw it", "![A robot](robot.jpg)"))
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = both("description"), both("artist")
    exif.get_ifd(0x8825)[29] = ascii_word("place")
    Image.new("RGB", (40, 30)).save(folder / "content/posts/robot.jpg", exif=exif, comment=both("comment").encode())
    ways = ("description", "artist", "place", "comment")
    assert ways_in({"robot.jpg": (folder / "content/posts/robot.jpg").read_bytes()}, ways).keys() >= {
        "comment",
        "place",
    }
    build(folder, *NOON, "--hold-back")
    files = tree(folder / "public")
    assert [path for path in files if path.endswith(".jpg")] != []
    assert ways_in(files, ways) == {}


@pytest.mark.parametrize("state", ["draft", "scheduled", "expired"])
def test_a_draft_more_changes_no_byte(site: Site, state: str) -> None:
    """Counts, dates of feeds, neighbours: what tells without a word."""
    folder = site(ALONE)
    assert build(folder, *NOON).exit_code == 0
    before = tree(folder / "public")
    site(bird(state, *STATES[state]))
    assert build(folder, *NOON).exit_code == 0
    assert tree(folder / "public") == before


@pytest.mark.parametrize(
    "hide",
    [
        lambda word: word.encode(),
        lambda word: unicodedata.normalize("NFD", word).encode(),
        lambda word: quote(word).encode(),
        lambda word: "".join(f"&#{ord(letter)};" for letter in word).encode(),
        lambda word: "".join(f"\\u{ord(letter):04x}" for letter in word).encode(),
        lambda word: base64.b64encode(f"ab{word}".encode()),
        lambda word: gzip.compress(word.encode()),
        lambda word: word.encode("utf-16-le"),
        lambda word: f"&amp;#{ord(word[0])};{word[1:]}".encode(),
    ],
    ids=["plain", "in parts", "percent", "entities", "escapes", "base64", "gzip", "UTF-16", "twice"],
)
def test_a_word_is_found_however_it_is_written(hide: Callable[[str], bytes]) -> None:
    """The control of the search."""
    assert ways_in({"a.html": hide(hangul_word(WAYS[0]))}).keys() == {WAYS[0]}
    assert ways_in({"a.html": hide(ascii_word(WAYS[0]))}).keys() == {WAYS[0]}
