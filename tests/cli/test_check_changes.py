"""`check` for what changed alone, and for an old archive's known findings."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site import check, run, write_file

SITE = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
-- content/posts/old.md --
---
id: old
title: An old post
date: 2026-01-02
authors: [jane]
category: tech
---
I built it in March and broke two of its legs.
"""
NEW = """---
id: new
title: A new post
date: 2026-02-02
authors: [jnae]
category: tech
---
I built it.
"""


def git(folder: Path, *arguments: str) -> None:
    """Runs git as somebody."""
    somebody = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(["git", "-C", str(folder), *somebody, *arguments], check=True, capture_output=True)


@pytest.fixture
def checkout(site: Callable[[str], Path]) -> Path:
    """A site whose first state is committed."""
    folder = site(SITE)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    return folder


def test_a_check_of_what_changed_speaks_of_that_alone(checkout: Path) -> None:
    assert "old.md" in check(checkout).stderr
    write_file(checkout, "content/posts/new.md", NEW)
    result = check(checkout, "--changed-since", "main")
    assert result.exit_code == 1
    assert "content/posts/new.md:5:11" in result.stderr
    assert "old.md" not in result.stderr


def test_a_check_of_what_is_staged_speaks_of_that_alone(checkout: Path) -> None:
    write_file(checkout, "content/posts/new.md", NEW)
    assert check(checkout, "--staged").exit_code == 0
    git(checkout, "add", "content/posts/new.md")
    result = check(checkout, "--staged")
    assert result.exit_code == 1
    assert "old.md" not in result.stderr


@pytest.mark.parametrize("path", ["content/posts/new.md", "content/posts/new", "content/posts/new/"])
def test_a_check_of_a_path_speaks_of_that_alone(site: Callable[[str], Path], path: str) -> None:
    root = site(SITE)
    write_file(root, "content/posts/new.md" if path.endswith("md") else "content/posts/new/index.md", NEW)
    result = check(root, path)
    assert (result.exit_code, "author/unknown" in result.stderr, "old.md" in result.stderr) == (1, True, False)
    assert check(root, str(root / path)).stderr == result.stderr
    assert check(root, "content/posts/old.md").exit_code == 0
    assert check(root, ".").stderr == check(root).stderr


def test_a_path_may_start_where_its_writer_stands(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file(checkout, "content/posts/new.md", NEW)
    monkeypatch.chdir(checkout / "content/posts")
    assert "content/posts/new.md:5:11" in run("check", "new.md").stderr


def test_a_path_that_is_not_there_is_refused_with_the_nearest(checkout: Path) -> None:
    result = check(checkout, "content/posts/odl.md")
    assert result.exit_code == 2
    wanted = (
        "there is no such file in this site: content/posts/odl.md. Did you mean `blogsmith check content/posts/old.md`?"
    )
    assert wanted in result.stderr
    assert "그런 파일이 없습니다" in check(checkout, "/nowhere", "--lang", "ko").stderr


def test_a_path_outside_of_the_site_is_refused(checkout: Path) -> None:
    for path in ("..", str(checkout.parent), "/", "content/../../other"):
        result = check(checkout, path)
        assert (result.exit_code, "there is no such file in this site: " in result.stderr) == (2, True), path


def test_a_name_that_git_does_not_know_is_refused(checkout: Path) -> None:
    result = check(checkout, "--changed-since", "nowhere")
    assert result.exit_code == 2
    assert "error[git/unknown-reference]: git does not know `nowhere`" in result.stderr


def test_a_shallow_clone_says_what_it_lacks(checkout: Path, tmp_path: Path) -> None:
    write_file(checkout, "content/posts/more.md", NEW.replace("jnae", "jane"))
    git(checkout, "add", "-A")
    git(checkout, "commit", "-qm", "second")
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{checkout}", str(clone)], check=True)
    result = check(clone, "--changed-since", "HEAD~1")
    assert result.exit_code == 2
    assert "this clone is shallow and does not reach `HEAD~1`" in result.stderr
    assert "git fetch --unshallow" in result.stderr


def test_outside_of_a_checkout_git_is_missed(site: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    root = site(SITE)
    for asked in (("--staged",), ("--changed-since", "main")):
        result = check(root, *asked)
        assert result.exit_code == 2
        assert "git/none" in result.stderr


def test_a_baseline_lets_known_findings_wait(checkout: Path) -> None:
    assert "craft/no-summary" in check(checkout).stderr
    assert check(checkout, "--write-baseline").exit_code == 0
    assert "craft/no-summary" not in check(checkout).stderr


def test_a_baseline_hides_no_new_finding_of_a_known_kind(checkout: Path) -> None:
    check(checkout, "--write-baseline")
    write_file(checkout, "content/posts/new.md", NEW.replace("jnae", "jane"))
    said = check(checkout).stderr
    assert "content/posts/new.md" in said
    assert "content/posts/old.md" not in said


def test_a_finding_stays_known_when_its_line_moves(checkout: Path) -> None:
    check(checkout, "--write-baseline")
    post = checkout / "content/posts/old.md"
    moved = post.read_text(encoding="utf-8").replace("id: old\n", "id: old\ntags: [legs]\nslug: old\n")
    post.write_text(moved, encoding="utf-8")
    assert "craft/no-summary" not in check(checkout).stderr


def test_a_baseline_only_ever_shrinks(checkout: Path) -> None:
    check(checkout, "--write-baseline")
    before = (checkout / "policy-baseline.json").read_text(encoding="utf-8")
    write_file(checkout, "content/posts/new.md", NEW.replace("jnae", "jane"))
    check(checkout, "--write-baseline")
    assert (checkout / "policy-baseline.json").read_text(encoding="utf-8") == before
    (checkout / "content/posts/old.md").unlink()
    (checkout / "content/posts/new.md").unlink()
    check(checkout, "--write-baseline")
    assert "old.md" not in (checkout / "policy-baseline.json").read_text(encoding="utf-8")


def test_a_baseline_never_hides_what_cannot_be_published(checkout: Path) -> None:
    write_file(checkout, "content/posts/new.md", NEW)
    check(checkout, "--write-baseline")
    result = check(checkout)
    assert result.exit_code == 1
    assert "author/unknown" in result.stderr
