"""A whole site from one string, and the real command line run on it in this process.

site = write_site(tmp_path, '''
-- content/posts/robot.md --
---
title: A robot
---
I built it.
''')
result = build(site)
"""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from blogsmith.cli.main import run as run_command_line

NOW = "2026-06-01T12:00:00"
"""The time at which tests look at a site, where they do not say `--now`."""

CONFIG = """\
[site]
title = "A blog"
base_url = "https://blog.example.com/"

[policy]
since = 2100-01-01
"""
"""House rules have specs of their own; elsewhere they rest, so that a site may be as small as what it shows."""

JANE = """\
---
name: Jane Doe
kind: in-house
role: Robot builder
team: Workshop
training: [2026-02-02]
links: [{label: Notes, url: "https://jane.example/notes"}]
---
I build small robots and write down what they break.
"""

_HEADER = re.compile(r"^-- (\S(?:.*\S)?) --$", re.MULTILINE)
_ENVIRONMENT = {
    "SOURCE_DATE_EPOCH": "1780315200",
    "BLOGSMITH_LANG": "en",
    "NO_COLOR": "1",
    "FORCE_COLOR": None,
    "GITHUB_ACTIONS": None,
}
"""What a test must not depend on. The epoch is NOW, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a command did."""

    exit_code: int
    stdout: str
    stderr: str
    output: str
    """Both, in the order in which they were printed."""


def files_of(text: str) -> Mapping[str, str]:
    """What stands under each `-- path --`, by path. Raises ValueError for text above the first one.

    Text that is indented as a whole loses its indent.
    """
    text = text.removeprefix("\n")
    if text.startswith(" "):
        text = textwrap.dedent(text)
    before, *parts = _HEADER.split(text)
    if before.strip():
        raise ValueError(f"text before the first `-- path --`: {before!r}")
    return {path: body.removeprefix("\n") for path, body in zip(parts[::2], parts[1::2], strict=True)}


def write_site(folder: Path, text: str) -> Path:
    """Writes the files of `text` under `folder`; where they are absent, `config.toml` and the author `jane` too.

    Returns `folder`.
    """
    for path, body in files_of(text).items():
        write_file(folder, path, body)
    for path, body in {"config.toml": CONFIG, "authors/jane.md": JANE}.items():
        if not (folder / path).exists():
            write_file(folder, path, body)
    return folder


def write_file(folder: Path, path: str, body: str) -> None:
    """Writes one file as it is given, line ends too. Raises ValueError for a path that leaves the folder."""
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"outside of the site: {path}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(body.encode())


def run(*arguments: str | Path, typed: str = "", environment: Mapping[str, str | None] | None = None) -> Result:
    """Runs `blogsmith ARGUMENTS` in this process; `typed` is what a person types, `environment` overrides variables."""
    runner = CliRunner(env={**_ENVIRONMENT, **(environment or {})})
    with runner.isolation(input=typed) as (stdout, stderr, output):
        exit_code = run_command_line([str(argument) for argument in arguments])
        return Result(
            exit_code=exit_code,
            stdout=stdout.getvalue().decode(),
            stderr=stderr.getvalue().decode(),
            output=output.getvalue().decode(),
        )


def build(folder: Path, *arguments: str) -> Result:
    """Runs `blogsmith build` on the site in `folder`."""
    return run("-C", folder, "build", *arguments)


def check(folder: Path, *arguments: str) -> Result:
    """Runs `blogsmith check` on the site in `folder`."""
    return run("-C", folder, "check", *arguments)


def tree(folder: Path) -> Mapping[str, bytes]:
    """The bytes of every file under `folder`, by its path with forward slashes, sorted."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)}
