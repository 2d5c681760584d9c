"""What the front page tells a newcomer to type works as it is written."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tests.meta.sources import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def commands(title: str) -> list[list[str]]:
    """The commands of the first block of code under a heading, in order."""
    block = README.partition(f"\n## {title}\n")[2].partition("```sh\n")[2].partition("```")[0]
    lines = [line.partition("#")[0] for line in block.splitlines()]
    return [words for line in lines for part in line.split("&&") if (words := shlex.split(part))]


def test_a_blog_of_ones_own_in_five_minutes(tmp_path: Path) -> None:
    checkout = tmp_path / "blogsmith"
    checkout.mkdir()
    here, ran = checkout, []
    for program, *arguments in commands("Your own blog in five minutes"):
        if program == "cd":
            here = here / arguments[0]
        elif program == "blogsmith":
            answers = ["--yes"] if arguments[0] == "init" else []
            command = [sys.executable, "-m", "blogsmith", *arguments, *answers]
            environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
            done = subprocess.run(command, cwd=here, env=environment, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            ran.append(arguments[0])
    assert ran == ["init", "new", "new", "check", "build"]
    assert (tmp_path / "my-blog/public/index.html").is_file()


def test_the_first_commands_need_nothing_but_what_they_install() -> None:
    assert {tuple(words) for words in commands("Two commands")} == {("make", "site"), ("make", "test")}
    assert set(re.findall(r"\.venv/bin/([\w.-]+)", README)) == {"python"}
