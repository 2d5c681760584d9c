"""Lines of the site's files, as reports show them."""

from pathlib import Path

from blogsmith.sources.lines import line_reader


def test_a_line_is_told_by_path_and_number_and_none_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\xff\n")
    line_of = line_reader(tmp_path)
    numbers = (-1, 0, 1, 2, 3, 4)
    assert [line_of("a.md", number) for number in numbers] == [None, None, "one", "two\ufffd", "", None]
    assert line_of("b.md", 1) is None


def test_what_an_editor_holds_counts_and_not_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("saved")
    assert line_reader(tmp_path, {"a.md": "not\nsaved"})("a.md", 2) == "saved"
    assert line_reader(tmp_path, {"b.md": "not\nsaved"})("a.md", 1) == "saved"


def test_a_file_is_read_once_for_all_its_lines(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one\ntwo")
    line_of = line_reader(tmp_path)
    assert line_of("a.md", 1) == "one"
    (tmp_path / "a.md").unlink()
    assert line_of("a.md", 2) == "two"
