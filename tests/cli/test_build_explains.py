"""`build --explain` names what changed; `--no-memory`, `--verify` and `--jobs` give the same site."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site import build, tree

SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"

[policy]
since = 2100-01-01
-- content/posts/well.md --
---
id: well
title: A well
date: 2026-03-01
authors: [jane]
category: tech
---
I dug it.
-- content/posts/gauge.md --
---
id: gauge
title: A gauge
date: 2026-03-02
authors: [jane]
category: tech
---
I read it.
"""


@pytest.fixture
def folder(site: Callable[[str], Path]) -> Path:
    """Two posts, published once."""
    made = site(SITE)
    assert build(made).exit_code == 0
    return made


def explained(folder: Path, *arguments: str) -> dict[str, str]:
    """Why each page was rendered, by its path."""
    lines = build(folder, "--explain", *arguments).stderr.splitlines()
    told = (line.split(": ", 2) for line in lines if line.startswith("rendered: "))
    return {path: why for _, path, why in told}


def rewrite(path: Path, old: str, new: str) -> None:
    """Changes a file."""
    path.write_text(path.read_text().replace(old, new))


def test_where_nothing_changed_nothing_is_rendered(folder: Path) -> None:
    result = build(folder, "--explain")
    assert explained(folder) == {}
    assert f"0 rendered of {len(tree(folder / 'public'))} files" in result.stderr


def test_a_page_that_was_not_there_is_new(folder: Path) -> None:
    (folder / "content/posts/third.md").write_text((folder / "content/posts/well.md").read_text().replace("well", "x"))
    found = explained(folder)
    assert (found["third/index.html"], found["p/x/index.html"]) == ("new", "new")


def test_an_edited_body_is_told_by_the_fields_of_the_pages_that_show_it(folder: Path) -> None:
    rewrite(folder / "content/posts/well.md", "I dug it.", "I dug it deep.")
    found = explained(folder)
    assert found.pop("well/index.html") == "what the rules look at behind it, meta, body, words"
    assert {path.rpartition("/")[2]: why for path, why in found.items() if not path.endswith(".html")} == dict.fromkeys(
        ("atom.xml", "feed.json", "rss.xml"), "items"
    )
    assert found["category/tech/index.html"] == "posts"
    assert found["gauge/index.html"] == "previous, related"


def test_an_edited_template_is_told_by_its_name(folder: Path) -> None:
    (folder / "themes/local/hooks").mkdir(parents=True)
    (folder / "themes/local/hooks/post_footer.html").write_text("<p>Write to us.</p>")
    assert explained(folder) == dict.fromkeys(
        ("gauge/index.html", "well/index.html"), "its template, or what that draws on"
    )


def test_the_settings_of_the_rules_render_everything_that_rules_look_at(folder: Path) -> None:
    rewrite(folder / "config.toml", "since = 2100-01-01", "since = 2100-01-02")
    reason = "blogsmith, its libraries or the settings of its rules"
    assert reason in explained(folder)["well/index.html"]


def test_without_a_memory_everything_is_new_and_nothing_is_remembered(folder: Path) -> None:
    before = tree(folder / "public")
    memory = (folder / ".blogsmith/memory.sqlite").read_bytes()
    assert set(explained(folder, "--no-memory").values()) == {"new"}
    assert tree(folder / "public") == before
    assert (folder / ".blogsmith/memory.sqlite").read_bytes() == memory


def test_verify_opens_what_is_published_where_its_size_and_time_tell_nothing(folder: Path) -> None:
    page = folder / "public/well/index.html"
    sound, status = page.read_bytes(), page.stat()
    with page.open("r+b") as file:
        file.write(b"<!doctype")
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert explained(folder) == {}
    assert page.read_bytes() != sound
    assert explained(folder, "--verify") == {"well/index.html": "new"}
    assert page.read_bytes() == sound


@pytest.mark.parametrize("jobs", ["1", "2", "7"])
def test_any_number_of_processes_makes_the_same_site(folder: Path, tmp_path: Path, jobs: str) -> None:
    assert build(folder, "--jobs", jobs, "--no-memory", "--out", str(tmp_path / "other")).exit_code == 0
    assert tree(tmp_path / "other") == tree(folder / "public")


def test_no_process_at_all_is_refused(folder: Path) -> None:
    assert build(folder, "--jobs", "0").exit_code == 2
