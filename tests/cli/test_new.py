"""`blogsmith new post|author|page`: a file to fill in, which check then finds nothing wrong with."""

import re
from pathlib import Path

import pytest

from tests.site import check, run, tree, write_file, write_site

SITE = """\
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
languages = ["en", "ko"]
time_zone = "Asia/Seoul"
"""


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    return write_site(tmp_path, SITE)


def new(folder: Path, *words: str) -> tuple[int, str, str]:
    result = run("-C", folder, "--now", "2026-03-12T00:05:30+00:00", "new", *words)
    return result.exit_code, result.stdout.strip(), result.stderr


def test_a_post_is_a_draft_with_an_id_of_its_own_dated_now_in_the_sites_zone(blog: Path) -> None:
    code, path, said = new(blog, "post", " 우물  깊이를 재기까지 🌊")
    assert (code, path) == (0, "content/posts/2026/우물-깊이를-재기까지/index.md")
    text = (blog / path).read_text()
    assert re.fullmatch(
        r"---\nid: '?[a-z2-7]{8}'?\ntitle: 우물 깊이를 재기까지 🌊\ndate: 2026-03-12 09:05\nauthors:\n- jane\n"
        r"category: design\ndraft: true\n---\n\n<!-- What did you do, .* -->\n",
        text,
    )
    assert said.splitlines()[0] == f"next: open {path} and write"
    assert check(blog).exit_code == 0


def test_two_posts_of_one_title_are_two_files_with_two_ids(blog: Path) -> None:
    first, second = new(blog, "post", "One")[1], new(blog, "post", "One")[1]
    assert first == "content/posts/2026/one/index.md"
    assert re.fullmatch(r"content/posts/2026/one-[a-z2-7]{8}/index\.md", second)
    assert (blog / first).read_text() != (blog / second).read_text()


def test_author_category_date_and_language_may_be_said(blog: Path) -> None:
    write_file(blog, "authors/kim.md", "---\nname: Kim\nkind: in-house\n---\n")
    words = ("--author", "kim", "--category", "tech", "--date", "2027-01-02 10:00", "--lang", "ko")
    code, path, _ = new(blog, "post", "One", *words)
    text = (blog / path).read_text()
    assert (code, path) == (0, "content/posts/2027/one/index.md")
    assert "date: 2027-01-02 10:00\nauthors:\n- kim\ncategory: tech\nlang: ko\n" in text
    assert "무엇을 했고" in text


def test_a_translation_lies_beside_its_original_and_takes_its_writer(blog: Path) -> None:
    path = new(blog, "post", "One", "--category", "tech")[1]
    post_id = re.search(r"id: '?([a-z2-7]{8})", (blog / path).read_text())
    assert post_id is not None
    code, translation, _ = new(blog, "post", "하나", "--translation-of", post_id[1])
    assert (code, translation) == (0, "content/posts/2026/one/index.ko.md")
    assert "authors:\n- jane\ncategory: tech\ndraft: true" in (blog / translation).read_text()
    assert check(blog).exit_code == 0
    code, _, said = new(blog, "post", "셋", "--translation-of", post_id[1])
    assert (code, f"there is already a post in `en, ko` for `{post_id[1]}`" in said) == (2, True)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("post", "One", "--author", "jnae"), "`jnae` has no profile in authors/. Did you mean `jane`?"),
        (("post", "One", "--category", "desing"), "there is no category `desing`. Did you mean `design`?"),
        (("post", "One", "--lang", "fr"), "the blog is not written in `fr`."),
        (("post", "One", "--date", "soon"), "`soon` is no date"),
        (("post", "One", "--translation-of", "x"), "no post has the id `x`."),
        (("post", " "), "TITLE"),
        (("author", "Jane Doe"), "`Jane Doe` cannot name a file"),
        (("page", "One", "--lang", "fr"), "the blog is not written in `fr`."),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(blog: Path, words: tuple[str, ...], expected: str) -> None:
    before = tree(blog)
    code, path, said = new(blog, *words)
    assert (code, path, expected in said) == (2, "", True), said
    assert tree(blog) == before


def test_of_several_writers_one_must_be_named(blog: Path) -> None:
    write_file(blog, "authors/kim.md", "---\nname: Kim\nkind: external\n---\n")
    code, _, said = new(blog, "post", "One")
    assert (code, "say who writes it: `--author ID`. Writers: jane, kim" in said) == (2, True)


def test_a_profile_asks_for_what_its_kind_needs(blog: Path) -> None:
    assert new(blog, "author", "kim", "--name", "Kim Haneul")[:2] == (0, "authors/kim.md")
    assert (
        (blog / "authors/kim.md")
        .read_text()
        .startswith("---\nname: Kim Haneul\nkind: in-house\nrole: ''\nteam: ''\nsince: 2026-03-12\n---\n\n<!-- ")
    )
    assert new(blog, "author", "lee-sun", "--kind", "external")[0] == 0
    assert (
        (blog / "authors/lee-sun.md")
        .read_text()
        .startswith(
            "---\nname: Lee Sun\nkind: external\nrole: ''\norganisation: ''\nrelationship: ''\n"
            "agreement:\n  signed: 2026-03-12\n---\n"
        )
    )
    assert check(blog).exit_code == 0


def test_a_profile_that_exists_is_not_written_over(blog: Path) -> None:
    code, _, said = new(blog, "author", "jane")
    assert (code, "write/exists" in said) == (2, True)


def test_a_page_says_its_language_in_its_name(blog: Path) -> None:
    assert new(blog, "page", "About us")[:2] == (0, "content/pages/about-us.md")
    assert new(blog, "page", "회사 소개", "--lang", "ko")[:2] == (0, "content/pages/회사-소개.ko.md")
    assert (blog / "content/pages/about-us.md").read_text() == "---\ntitle: About us\ndraft: true\n---\n"
    assert check(blog).exit_code == 0


def test_messages_are_korean_where_lang_stands_before_the_command(blog: Path) -> None:
    said = run("-C", blog, "--lang", "ko", "new", "page", "About").stderr
    assert "파일을 열고 쓰세요" in said
