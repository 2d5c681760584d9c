"""However a command ends, what it said is out, and its exit code is its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_unchanged import environment

FULL = Path("/dev/full")


def test_what_was_said_into_a_pipe_is_whole(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "blogsmith", "schema", "config"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment())
    assert (done.returncode, done.stdout.rstrip()[-1:], done.stderr) == (0, "}", "")


@pytest.mark.skipif(not FULL.exists(), reason="no full device here")
def test_what_nobody_can_write_down_is_no_success(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "blogsmith", "explain", "originality/formula"]
    with FULL.open("w") as full:
        done = subprocess.run(
            command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False, env=environment()
        )
    assert done.returncode != 0
    assert b"No space left" in done.stderr
