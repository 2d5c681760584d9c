"""`blogsmith init DIR`: a new blog that builds at once."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.site import build, check, run, tree, write_file

FILES = [
    ".github/publish-example.yml",
    ".gitignore",
    ".pre-commit-config.yaml",
    ".vscode/blogsmith.code-snippets",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "authors/first-writer.md",
    "config.toml",
    "content/posts/2026/first-post/index.md",
    "frontmatter.json",
    "schemas/author.schema.json",
    "schemas/config.schema.json",
    "schemas/page.schema.json",
    "schemas/post.schema.json",
]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_new_blog_has_nothing_to_mend_and_builds(tmp_path: Path, language: str) -> None:
    blog = tmp_path / "blog"
    assert run("--lang", language, "init", blog, "--yes").exit_code == 0
    assert sorted(tree(blog)) == FILES
    assert f'languages = ["{language}"]' in (blog / "config.toml").read_text()
    assert re.search(r"error\[|warning\[", check(blog).stderr) is None
    assert build(blog).exit_code == 0
    assert (blog / "public/first-post/index.html").is_file()


def test_nothing_that_a_build_makes_is_offered_to_git(tmp_path: Path) -> None:
    blog = tmp_path / "blog"
    run("init", blog, "--yes")
    assert build(blog).exit_code == 0
    subprocess.run(["git", "init", "-q", str(blog)], check=True)
    offered = ("git", "-C", str(blog), "ls-files", "--others", "--exclude-standard")
    assert sorted(subprocess.run(offered, check=True, capture_output=True, text=True).stdout.splitlines()) == FILES


def test_five_answers_become_the_config(tmp_path: Path) -> None:
    typed = 'The "Well"\nko, en\nAsia/Seoul\nWells Ltd\nhttps://well.example.com/blog\n'
    assert run("init", tmp_path / "blog", typed=typed).exit_code == 0
    lines = (tmp_path / "blog/config.toml").read_text().splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == [
        "[site]",
        'title = "The \\"Well\\""',
        'base_url = "https://well.example.com/blog/"',
        'language = "ko"',
        'languages = ["ko", "en"]',
        'time_zone = "Asia/Seoul"',
        'organisation = "Wells Ltd"',
    ]
    assert check(tmp_path / "blog").exit_code == 0


def test_an_answer_that_cannot_be_is_asked_for_again(tmp_path: Path) -> None:
    typed = "\nEnglish!\n\nAsia/Sol\n\n\nexample\n\n"
    result = run("init", tmp_path / "blog", typed=typed)
    assert result.exit_code == 0
    for words in ("write codes such as en or ko", "Did you mean `Asia/Seoul`?", "write a whole address"):
        assert words in result.output


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    write_file(tmp_path, "notes.txt", "mine\n")
    result = run("init", tmp_path, "--yes")
    assert (result.exit_code, "is not empty" in result.stderr) == (2, True)
    assert tree(tmp_path) == {"notes.txt": b"mine\n"}


def test_force_adds_what_is_missing_and_changes_nothing(tmp_path: Path) -> None:
    write_file(tmp_path, ".gitignore", "mine\n")
    result = run("init", tmp_path, "--yes", "--force")
    assert (result.exit_code, f"kept: {tmp_path / '.gitignore'}" in result.stderr) == (0, True)
    assert sorted(tree(tmp_path)) == FILES
    assert (tmp_path / ".gitignore").read_text() == "mine\n"


def test_the_last_words_are_three_commands(tmp_path: Path) -> None:
    said = run("init", tmp_path / "blog", "--yes").stderr.splitlines()
    assert said[-3:] == [f"  cd {tmp_path / 'blog'}", "  blogsmith build", '  blogsmith new post "…"']


def test_no_file_names_a_registry(tmp_path: Path) -> None:
    run("init", tmp_path / "blog", "--yes")
    urls = re.findall(rb"https?://[^\s\"\\]+", b"".join(tree(tmp_path / "blog").values()))
    hosts = {url.split(b"/")[2].decode() for url in urls}
    assert hosts <= {
        "blog.example.com",
        "creativecommons.org",
        "example.com",
        "frontmatter.codes",
        "json-schema.org",
        "localhost:8000",
        "mastodon.example",
    }


def test_the_example_keeps_what_it_remembers_from_strangers_and_from_readers(tmp_path: Path) -> None:
    assert run("init", tmp_path / "blog", "--yes").exit_code == 0
    workflow = yaml.safe_load((tmp_path / "blog/.github/publish-example.yml").read_text())
    steps = workflow["jobs"]["publish"]["steps"]
    cached = [step["with"]["path"] for step in steps if step.get("uses", "").startswith("actions/cache")]
    uploaded = [step["with"]["path"] for step in steps if "upload" in step.get("uses", "")]
    assert (cached, uploaded) == ([".blogsmith"], ["public"])
    assert set(workflow[True]) == {"push", "schedule"}  # YAML 1.1 reads `on` so
    assert workflow[True]["push"] == {"branches": ["main"]}


def test_where_nobody_can_answer_it_says_how_to_ask_nothing(tmp_path: Path) -> None:
    result = run("init", tmp_path / "blog")
    assert (result.exit_code, (tmp_path / "blog").exists()) == (2, False)
    assert "`--yes` takes every default" in result.stderr
