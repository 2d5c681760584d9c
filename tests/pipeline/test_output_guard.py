"""blogsmith writes over nothing that it did not write, and never into, around or over the sources."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from blogsmith.pipeline.manifest import Amendment, Listed, Tree, amend_list, read_list, remember_trees
from tests.refusal import findings
from tests.site import Result, build, tree, write_file

Published = Callable[..., Path]


def everything(folder: Path) -> Mapping[str, bytes]:
    """Every file under the site's folder and beside it, but for the memory."""
    return {path: content for path, content in tree(folder.parent).items() if "/.blogsmith/" not in path}


def built_into(folder: Path, out: Path | str, *arguments: str) -> Result:
    """A build into `out`, told in JSON."""
    return build(folder, "--out", str(out), "--format", "json", *arguments)


@pytest.mark.parametrize("adopt", [(), ("--adopt",)], ids=["plain", "adopting"])
@pytest.mark.parametrize(
    "place",
    [
        "content",
        "content/posts",
        "content/posts/robot",
        "content/public",
        "authors",
        "authors/pictures",
        "themes/local/out",
        ".blogsmith",
        ".blogsmith/out",
        ".git/out",
        ".",
        "..",
        "../..",
        "/",
        "out/../content",
    ],
)
def test_a_folder_that_holds_or_lies_in_the_sources_is_refused(
    published: Published, place: str, adopt: tuple[str, ...]
) -> None:
    folder = published("-- themes/local/hooks/head_extra.html --\n<!-- mine -->\n")
    before = everything(folder)
    result = built_into(folder, folder / place if place != "/" else place, *adopt)
    assert [finding.split()[0] for finding in findings(result)] == ["output/in-sources"]
    assert (result.exit_code, everything(folder)) == (2, before)


def test_the_home_folder_is_refused(published: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = published()
    home = folder.parent / "home"
    write_file(home, "letter.txt", "dear reader\n")
    monkeypatch.setenv("HOME", str(home))
    before = everything(folder)
    result = built_into(folder, home, "--adopt")
    assert (findings(result), result.exit_code) == (("output/in-sources home",), 2)
    assert everything(folder) == before


def test_a_link_to_the_sources_is_refused(published: Published) -> None:
    folder = published()
    (folder / "out").symlink_to("content")
    before = everything(folder)
    result = built_into(folder, folder / "out", "--adopt")
    assert (findings(result), result.exit_code) == (("output/in-sources out",), 2)
    assert everything(folder) == before


def test_a_path_through_a_link_into_the_sources_is_refused(published: Published) -> None:
    folder = published()
    (folder / "elsewhere").symlink_to("content")
    before = everything(folder)
    result = built_into(folder, folder / "elsewhere/out")
    assert (findings(result), result.exit_code) == (("output/in-sources out",), 2)
    assert everything(folder) == before


def test_a_link_as_output_folder_is_refused_and_not_followed(published: Published) -> None:
    folder = published()
    (folder.parent / "elsewhere").mkdir()
    (folder / "out").symlink_to(folder.parent / "elsewhere")
    result = built_into(folder, folder / "out", "--adopt")
    assert (findings(result), result.exit_code) == (("output/not-a-folder out",), 2)
    assert list((folder.parent / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("adopt", [(), ("--adopt",)], ids=["plain", "adopting"])
def test_a_file_as_output_folder_is_refused(published: Published, adopt: tuple[str, ...]) -> None:
    folder = published("-- out --\nmy notes\n")
    result = built_into(folder, folder / "out", *adopt)
    assert (findings(result), result.exit_code) == (("output/not-a-folder out",), 2)
    assert (folder / "out").read_text() == "my notes\n"


def test_a_folder_that_is_not_empty_and_not_ours_is_refused(published: Published) -> None:
    folder = published("-- out/notes.txt --\nmy notes\n")
    result = built_into(folder, folder / "out")
    assert (findings(result), result.exit_code) == (("output/foreign-folder out",), 2)
    assert tree(folder / "out") == {"notes.txt": b"my notes\n"}


def test_an_empty_folder_is_taken(published: Published) -> None:
    folder = published()
    (folder / "out").mkdir()
    assert (findings(built_into(folder, folder / "out")), tree(folder / "out")) == ((), tree(folder / "public"))


def test_an_adopted_folder_keeps_what_was_in_it_and_tells_so(published: Published) -> None:
    folder = published("-- out/notes/a.txt --\nmy notes\n")
    result = built_into(folder, folder / "out", "--adopt")
    assert (findings(result), result.exit_code) == (("warning output/foreign-file out/notes/a.txt",), 0)
    assert tree(folder / "out") == {**tree(folder / "public"), "notes/a.txt": b"my notes\n"}


def test_what_others_put_into_the_published_folder_stays_and_is_told_each_time(published: Published) -> None:
    folder = published("-- public/.well-known/key.txt --\n1\n-- public/CNAME --\nblog.example.com\n")
    for _ in range(3):
        result = build(folder, "--format", "json")
        assert findings(result) == (
            "warning output/foreign-file public/.well-known/key.txt",
            "warning output/foreign-file public/CNAME",
        )
        assert result.exit_code == 0
    assert (folder / "public/CNAME").read_text() == "blog.example.com\n"


def test_a_foreign_link_and_an_empty_folder_stay_too(published: Published) -> None:
    folder = published()
    (folder / "public/files").symlink_to("/srv/files")
    (folder / "public/docs").symlink_to(folder / "authors")
    (folder / "public/.git/refs").mkdir(parents=True)
    assert build(folder).exit_code == 0
    assert (folder / "public/files").readlink() == Path("/srv/files")
    assert (folder / "public/docs").readlink() == folder / "authors"
    assert (folder / "public/.git/refs").is_dir()


def test_what_was_ours_and_is_no_longer_made_is_gone(published: Published) -> None:
    folder = published()
    assert (folder / "public/well/index.html").exists()
    post = folder / "content/posts/well.md"
    post.write_text(post.read_text().replace("---\nI measured", "draft: true\n---\nI measured"))
    assert build(folder).exit_code == 0
    assert [path for path in tree(folder / "public") if "well" in path] == []
    assert not (folder / "public/well").exists()


def test_a_foreign_file_where_a_page_would_be_written_stops_the_build(published: Published) -> None:
    folder = published("-- public/robot/index.html --\nmine\n")
    before = tree(folder / "public")
    head = "---\nid: robot\ntitle: A robot\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n---\n"
    write_file(folder, "content/posts/robot.md", f"{head}I built it.\n")
    result = build(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (("output/foreign-conflict public/robot/index.html",), 2)
    assert tree(folder / "public") == before


def test_a_foreign_file_where_a_folder_would_be_written_stops_the_build(published: Published) -> None:
    folder = published("-- public/robot --\nmine\n")
    head = "---\nid: robot\ntitle: A robot\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n---\n"
    write_file(folder, "content/posts/robot.md", f"{head}I built it.\n")
    result = build(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (("output/foreign-conflict public/robot",), 2)
    assert (folder / "public/robot").read_text() == "mine\n"


def test_a_page_of_ours_that_somebody_deleted_is_written_anew(published: Published) -> None:
    folder = published()
    before = tree(folder / "public")
    (folder / "public/well/index.html").unlink()
    assert (findings(build(folder, "--format", "json")), tree(folder / "public")) == ((), before)


def test_a_page_of_ours_that_somebody_edited_is_written_anew(published: Published) -> None:
    folder = published()
    before = tree(folder / "public")
    (folder / "public/index.html").write_text("edited")
    assert (findings(build(folder, "--format", "json")), tree(folder / "public")) == ((), before)


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: b"[]",
        lambda content: b"not json",
        lambda content: b"0" * 32 + b"\n[]",
        lambda content: content[:-2],
        lambda content: content.partition(b"\n")[2],
        lambda content: content.replace(b"well", b"vell"),
    ],
    ids=["empty", "no-mark", "no-json", "wrong-mark", "cut", "mark-lost", "one-letter"],
)
def test_without_a_memory_the_folder_is_nobodys_and_stays(
    published: Published, damage: Callable[[bytes], bytes]
) -> None:
    folder = published()
    memory = folder / ".blogsmith/trees"
    memory.write_bytes(damage(memory.read_bytes()))
    before = tree(folder / "public")
    result = build(folder, "--format", "json")
    assert (findings(result), result.exit_code) == (("output/foreign-folder public",), 2)
    assert tree(folder / "public") == before
    assert (build(folder, "--adopt").exit_code, tree(folder / "public")) == (0, before)


def test_the_list_of_an_older_version_is_still_ours(tmp_path: Path) -> None:
    kept = b"44653c36d21dd57bf503e279b600348b\n2c3f039e6355024899f29798fe4297c4\n[]\n[]"
    write_file(tmp_path, ".blogsmith/trees", kept.decode())
    assert read_list(tmp_path) == Listed(amendments=(), trees=b"[]", mark=kept.split(b"\n")[1])


def test_amendments_count_for_the_list_that_they_amend_alone(tmp_path: Path) -> None:
    remember_trees(tmp_path, {}, {})
    listed = read_list(tmp_path)
    assert listed is not None
    amended = replace(listed, amendments=(Amendment(names=("1:2",), base="1:1", files={}, gone=("a.html",)),))
    amend_list(tmp_path, amended)
    assert read_list(tmp_path) == amended
    amend_list(tmp_path, replace(amended, mark=b"another"))
    assert read_list(tmp_path) == listed
    remember_trees(tmp_path, {}, {"1:1": Tree(path="nowhere", files={})})
    assert not (tmp_path / ".blogsmith/amendments").exists()
    amend_list(tmp_path, amended)
    file = tmp_path / ".blogsmith/amendments"
    file.write_bytes(file.read_bytes().replace(b"a.html", b"b.html"))
    assert read_list(tmp_path) is None


def test_two_output_folders_are_both_remembered(published: Published) -> None:
    folder = published()
    assert build(folder, "--out", str(folder / "other")).exit_code == 0
    assert build(folder).exit_code == 0
    assert build(folder, "--out", str(folder / "other")).exit_code == 0
