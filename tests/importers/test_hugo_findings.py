"""Nothing is lost silently: each file left out, each gap and each change has its finding."""

from pathlib import Path

import pytest

from blogsmith.model.diagnostic import CannotGoOn
from tests.importers.old_site import body_of, imported, lost, said
from tests.site import write_file

HEAD = "---\ntitle: One\ndate: 2020-01-02\n---\n"


@pytest.mark.parametrize(
    ("body", "expected", "finding"),
    [
        ("a<script>b</script>c", "ac", ("import/html-dropped", 5, "<script>")),
        ("a <blink>b</blink>", "a b", ("import/unknown-tag", 5, "<blink>")),
        (
            '<iframe src="https://example.com/map"></iframe>',
            "[example.com map](https://example.com/map)",
            ("import/embed", 5, "https://example.com/map"),
        ),
        ("# Big\n\ntext", "## Big\n\ntext", ("import/headings", 5, "Big")),
        ("text\n{.lead}", "text", ("import/attributes", 6, "{…}")),
        ("```klingon\nx\n```", "```\nx\n```", ("import/unknown-language", 5, "klingon")),
        ("[](x:y)", "*[link lost]*", ("import/link-scheme", 5, "x:y")),
        ("x](<!-- y", "x](&lt;!-- y", ("import/mended", 5, "<!--")),
    ],
)
def test_what_a_body_loses_is_told_with_its_line(
    tmp_path: Path, body: str, expected: str, finding: tuple[str, int, str]
) -> None:
    rule, line, value = finding
    assert body_of(tmp_path, body) == expected
    assert lost(tmp_path, body) == [(rule, f"content/posts/one.md:{line}", value)]


def test_of_two_gaps_alike_each_has_its_own_line(tmp_path: Path) -> None:
    assert lost(tmp_path, "![a](x.png)\n\n![b](x.png)") == [
        ("import/missing-image", "content/posts/one.md:5", "x.png"),
        ("import/missing-image", "content/posts/one.md:7", "x.png"),
    ]


def test_a_file_that_cannot_be_read_is_refused_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "locked.md":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    write_file(tmp_path, "content/posts/locked.md", HEAD)
    write_file(tmp_path, "content/posts/large.md", HEAD + "x" * 8 * 1024 * 1024)
    (tmp_path / "content/posts/latin.md").write_bytes(HEAD.encode() + b"caf\xe9")
    site = imported(tmp_path, "-- content/posts/old.rst --\nx\n-- content/posts/bad.md --\n---\ntitle: [\n---\n")
    assert said(site) == [
        ("import/too-large", "content/posts/large.md:", ""),
        ("import/encoding", "content/posts/latin.md:", ""),
        ("import/unreadable", "content/posts/locked.md:", "Permission denied"),
        ("import/format", "content/posts/old.rst:", ".rst"),
        ("front-matter/yaml@bracket", "content/posts/bad.md:2", "["),
        ("import/unread", "content/posts/bad.md:", "content/posts/bad.md"),
    ]
    assert [(count.kind, count.found, count.refused) for count in site.counts] == [("page", 5, 5)]


def test_a_post_that_nobody_signs_is_refused_without_a_desk(tmp_path: Path) -> None:
    text = f"-- content/posts/one.md --\n{HEAD}"
    site = imported(tmp_path, text, author="")
    assert said(site) == [("import/no-author", "content/posts/one.md:", "content/posts/one.md")]
    assert [(count.found, count.refused) for count in site.counts] == [(1, 1)]
    assert imported(tmp_path, text, author="desk").drafts[0].path == "content/posts/2020/one.md"


def test_one_writer_of_the_whole_blog_signs_what_has_no_author(tmp_path: Path) -> None:
    text = f"-- hugo.toml --\n[params.author]\nname = 'Jane Doe'\n-- content/posts/one.md --\n{HEAD}"
    site = imported(tmp_path, text, author="")
    assert [draft.front_matter.get("authors") for draft in site.drafts] == [["jane-doe"], None]


def test_lists_without_words_are_refused_and_others_become_pages(tmp_path: Path) -> None:
    text = (
        "-- content/tags/a/_index.md --\n---\ntitle: A\n---\n-- content/docs/_index.md --\n---\ntitle: D\n---\nWords.\n"
    )
    site = imported(tmp_path, text)
    assert said(site) == [("import/list", "content/tags/a/_index.md:", "tags/a")]
    assert [draft.path for draft in site.drafts] == ["content/pages/docs.md"]


def test_odd_heads_are_told(tmp_path: Path) -> None:
    site = imported(
        tmp_path,
        """
        -- content/posts/2020-01-02-no-title.md --
        ---
        expirydate: 2019-01-01
        featured_image: cat.png
        ---
        -- content/posts/a/same.md --
        ---
        title: A
        date: 2020-01-02
        ---
        -- content/posts/b/same.md --
        ---
        title: B
        title: C
        date: 2020-01-02
        ---
        """,
    )
    assert said(site) == [
        ("front-matter/duplicate-key", "content/posts/b/same.md:3", "title"),
        ("import/missing-image@cover", "content/posts/2020-01-02-no-title.md:3", "cat.png"),
        ("import/no-title", "content/posts/2020-01-02-no-title.md:", "No title"),
        ("import/expiry", "content/posts/2020-01-02-no-title.md:2", "2019-01-01"),
        ("import/slug", "content/posts/b/same.md:", "same-2"),
    ]


def test_a_post_that_expired_before_it_came_out_stays_unseen(tmp_path: Path) -> None:
    text = "-- content/posts/one.md --\n---\ntitle: One\ndate: 2020-01-02\nexpirydate: 2019-01-01\n---\n"
    site = imported(tmp_path / "a", text)
    assert (site.drafts[0].front_matter["draft"], [count.published for count in site.counts]) == (True, [0])
    site = imported(tmp_path / "b", text, without_expiry=True)
    assert ("draft" in site.drafts[0].front_matter, [count.published for count in site.counts]) == (False, [1])


def test_a_folder_without_content_stops_the_import(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    write_file(tmp_path, "hugo.toml", "contentDir = 'texts'\n")
    with pytest.raises(CannotGoOn) as stopped:
        imported(tmp_path, "")
    (fault,) = stopped.value.diagnostics
    assert (fault.rule, dict(fault.facts)) == ("import/no-content", {"value": "texts"})


def test_marks_are_in_the_language_of_the_post(tmp_path: Path) -> None:
    text = f"-- content/posts/one.md --\n{HEAD}![고양이](cat.png) [x](/gone/)\n"
    site = imported(tmp_path, text, language="ko")
    assert site.drafts[0].body == "*[이미지 없음: 고양이]* x *[링크 끊김]*"
