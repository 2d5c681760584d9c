"""The string that becomes a site."""

from collections.abc import Callable
from pathlib import Path

import pytest

from blogsmith.version import VERSION
from tests.site import CONFIG, JANE, files_of, run, tree, write_file, write_site


def test_each_header_begins_a_file() -> None:
    assert files_of("\n-- a.md --\n---\ntitle: A\n---\n\n-- b/c d.md --\ntext\n") == {
        "a.md": "---\ntitle: A\n---\n\n",
        "b/c d.md": "text\n",
    }


def test_text_that_is_indented_as_a_whole_loses_its_indent() -> None:
    assert files_of("\n    -- a.md --\n    - one\n      - two\n") == {"a.md": "- one\n  - two\n"}


def test_text_above_the_first_header_is_refused() -> None:
    with pytest.raises(ValueError, match="text before the first"):
        files_of("lost\n-- a.md --\n")


def test_a_path_out_of_the_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"outside of the site: \.\./a"):
        write_file(tmp_path / "site", "../a", "")


def test_a_config_and_one_author_are_added(tmp_path: Path) -> None:
    write_site(tmp_path, "-- x.md --\nx\n")
    assert tree(tmp_path) == {"authors/jane.md": JANE.encode(), "config.toml": CONFIG.encode(), "x.md": b"x\n"}


def test_what_the_string_says_is_not_written_over(tmp_path: Path) -> None:
    write_site(tmp_path, "-- config.toml --\n-- authors/jane.md --\nmine\n")
    assert tree(tmp_path) == {"authors/jane.md": b"mine\n", "config.toml": b""}


def test_a_site_can_be_written_over(site: Callable[[str], Path]) -> None:
    first = site("-- a.md --\nold\n-- b.md --\nkept\n")
    assert site("-- a.md --\nnew\n") == first
    assert (first / "a.md").read_bytes() + (first / "b.md").read_bytes() == b"new\nkept\n"


def test_a_command_runs_and_its_words_are_caught() -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"blogsmith {VERSION}\n", "")
