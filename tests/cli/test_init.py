"""`blogsmith init DIR`: a new blog that builds at once."""

import re
from pathlib import Path

import pytest

from tests.site import build, check, run, tree, write_file

FILES = [
    ".github/publish-example.yml",
    ".gitignore",
    "authors/first-writer.md",
    "config.toml",
    "content/posts/2026/first-post/index.md",
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
    urls = re.findall(rb"https?://[^\s\"]+", b"".join(tree(tmp_path / "blog").values()))
    assert {url.split(b"/")[2] for url in urls} == {b"blog.example.com", b"creativecommons.org"}
