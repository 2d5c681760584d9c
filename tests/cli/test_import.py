"""`blogsmith import hugo SRC DEST`, as a person types it."""

import json
from pathlib import Path

import pytest

from tests.site import NOW, build, check, files_of, run, tree, write_file

OLD = """\
-- content/news/2019/one.md --
---
title: One
date: 2019-03-04 1:05:00 -0400
authors: [jane]
topics: [ropes]
---
I dug a well. {{< img src="well" >}} See [two]({{< ref "two.md" >}}) and [gone]({{< ref "gone.md" >}}).
-- content/news/2020/two.md --
---
title: Two
date: 2020-03-04
expirydate: 2021-01-01
---
<p>I dug <b>another</b>.</p>
-- content/authors/jane/_index.md --
---
display_name: Jane Doe
---
-- content/topics/ropes/_index.md --
---
title: Ropes and knots
---
-- data/images/well.yml --
alt: A deep well
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    for path, body in files_of(OLD).items():
        write_file(tmp_path / "old", path, body)
    return tmp_path / "old"


def test_an_imported_site_builds_without_an_error(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    result = run("import", "hugo", old, new, "--author", "newsroom", "--without-expiry", "--category", "tech")
    assert (result.exit_code, result.stdout) == (0, "")
    assert sorted(tree(new)) == [
        ".gitignore",
        "authors/jane.md",
        "authors/newsroom.md",
        "config.toml",
        "content/posts/2019/one.md",
        "content/posts/2020/two.md",
        "import-findings.txt",
    ]
    assert (
        (new / "content/posts/2019/one.md").read_text()
        == """\
---
id: one
title: One
date: 2019-03-04 01:05-04:00
authors:
- jane
category: tech
tags:
- ropes
---

I dug a well. *[image missing: A deep well]* See [two](post:two) and gone *[link lost]*.
"""
    )
    assert check(new).exit_code == 0
    assert build(new).exit_code == 0
    assert "another" in (new / "public/two/index.html").read_text()


def test_a_site_in_two_languages_with_pictures_and_a_table_of_its_own_builds(tmp_path: Path) -> None:
    site = """
    -- hugo.toml --
    baseURL = "https://well.example.com/"
    languageCode = "ko-KR"
    title = "우물"
    defaultContentLanguage = "ko"
    timeZone = "Asia/Seoul"
    [author]
    name = "홍길동"
    [languages.ko]
    [languages.en]
    -- content/posts/첫-우물/index.md --
    +++
    title = "첫 우물"
    date = 2020-01-02T09:00:00+09:00
    categories = ["파기"]
    tags = ["밧줄"]
    [cover]
    image = "depth.svg"
    +++
    # 큰 제목
    ![깊이](depth.svg)

    {{< figure src="/img/rope.svg" caption="밧줄 *10*미터" >}}

    | a | b |
    |---|---|
    | [둘](../둘/) | {{< youtube abcdefghijk >}} |
    -- content/posts/첫-우물/index.en.md --
    ---
    title: The first well
    date: 2020-01-03
    categories: [파기]
    ---
    See [the second]({{< relref "/posts/둘.md" >}}), [this](#part) and [that](/posts/첫-우물/).

    ### A part {#part}
    -- content/posts/둘.md --
    ---
    title: 둘
    date: 2020-01-04
    categories: [파기]
    ---
    **우물(井)**을 팠다.
    -- content/about/index.md --
    ---
    title: 소개
    ---
    <center>우리는</center>
    -- content/posts/첫-우물/depth.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" viewBox="0 0 4 4"><path d="M0 0h4"/></svg>
    -- static/img/rope.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" viewBox="0 0 4 4"><path d="M0 0h4"/></svg>
    """
    for path, body in files_of(site).items():
        write_file(tmp_path / "old", path, body)
    result = run("import", "hugo", tmp_path / "old", tmp_path / "new")
    assert (result.exit_code, "4 imported = 4 published" in result.stderr) == (0, True)
    built = build(tmp_path / "new", "--now", NOW)
    assert (built.exit_code, "error[" in built.stderr) == (0, False)
    english = (tmp_path / "new/public/en/첫-우물/index.html").read_text()
    assert 'href="/%EB%91%98/"' in english


def test_both_sums_are_said_for_each_kind_and_for_all(old: Path, tmp_path: Path) -> None:
    said = run("import", "hugo", old, tmp_path / "new", "--author", "newsroom").stderr.splitlines()
    assert [line for line in said if " = " in line] == [
        "posts: 2 found = 2 imported + 0 refused",
        "posts: 2 imported = 1 published + 1 unpublished",
        "profiles: 1 found = 1 imported + 0 refused",
        "profiles: 1 imported = 1 published + 0 unpublished",
        "list pages: 1 found = 0 imported + 1 refused",
        "list pages: 0 imported = 0 published + 0 unpublished",
        "all files: 4 found = 3 imported + 1 refused",
        "all files: 3 imported = 2 published + 1 unpublished",
    ]


def test_every_finding_stands_in_a_file_and_on_the_screen_where_asked_for(old: Path, tmp_path: Path) -> None:
    brief = run("import", "hugo", old, tmp_path / "a", "--author", "newsroom").stderr
    assert "1 × import/dead-link: `gone.md` leads nowhere in this site; the link was marked" in brief
    whole = run("import", "hugo", old, tmp_path / "b", "--author", "newsroom", "-v").stderr
    assert "--> content/news/2019/one.md:7:" in whole
    assert (tmp_path / "a/import-findings.txt").read_text().splitlines()[0].startswith("content/news/2019/one.md:7:")
    machine = run("--format", "json", "import", "hugo", old, tmp_path / "c", "--author", "newsroom").stdout
    assert "import/dead-link" in json.dumps(json.loads(machine))


def test_messages_are_korean_where_the_reader_is(old: Path, tmp_path: Path) -> None:
    said = run("--lang", "ko", "import", "hugo", old, tmp_path / "new", "--author", "newsroom").stderr
    assert "모든 파일: 찾은 파일 4 = 가져옴 3 + 거부 1" in said


def test_nothing_is_written_over(old: Path, tmp_path: Path) -> None:
    write_file(tmp_path / "new", "config.toml", "mine\n")
    result = run("import", "hugo", old, tmp_path / "new", "--author", "newsroom")
    assert (result.exit_code, "write/exists" in result.stderr) == (2, True)
    assert tree(tmp_path / "new") == {"config.toml": b"mine\n"}


def test_the_old_site_is_never_written_into(old: Path) -> None:
    before = tree(old)
    assert run("import", "hugo", old, old / "new").exit_code == 2
    assert tree(old) == before


def test_a_site_of_which_nothing_could_be_brought_over_is_a_failure(tmp_path: Path) -> None:
    write_file(tmp_path / "old", "content/posts/one.md", "---\ntitle: [\n---\n")
    assert run("import", "hugo", tmp_path / "old", tmp_path / "new").exit_code == 1
