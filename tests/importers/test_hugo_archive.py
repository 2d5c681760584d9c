"""A whole archive, where one is at hand: BLOGSMITH_HUGO_ARCHIVE names a Hugo site outside of the repository."""

import os
from pathlib import Path

import pytest

from tests.site import check, run

ARCHIVE = os.environ.get("BLOGSMITH_HUGO_ARCHIVE", "")


@pytest.mark.skipif(not ARCHIVE, reason="BLOGSMITH_HUGO_ARCHIVE names no archive")
@pytest.mark.parametrize("expiry", [[], ["--without-expiry"]])
def test_an_archive_comes_over_without_an_error(tmp_path: Path, expiry: list[str]) -> None:
    result = run("import", "hugo", ARCHIVE, tmp_path / "new", "--author", "newsroom", *expiry)
    assert result.exit_code == 0, result.stderr
    for line in result.stderr.splitlines():
        if " found = " in line or " imported = " in line:
            whole, parts = line.split(": ", 1)[1].split(" = ")
            assert int(whole.split()[0]) == sum(int(part.split()[0]) for part in parts.split(" + "))
    assert check(tmp_path / "new", "-qq").exit_code == 0
