"""What one post costs: a whole build of it in a process of its own, and the time and memory that it took."""

import os
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.site import build, write_file, write_site

HEAD = "---\nid: robot\ntitle: A robot\ndate: 2026-03-12\nauthors: [jane]\ncategory: tech\n---\n"
CONFIG = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
[policy]
since = 2026-01-01
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a build came to."""

    code: int
    """Its exit code; 99 where it ended with a traceback or without a word of why."""
    seconds: float
    """Of the processor."""
    megabytes: int
    """The most that its process had in memory, less what the tests had that it was forked from."""


@cache
def _warm() -> None:
    """A build in this process, so that no other one has to load what all of them need."""
    with tempfile.TemporaryDirectory() as folder:
        assert build(write_site(Path(folder) / "site", CONFIG)).exit_code == 0


def cost_of(body: str, folder: Path) -> Cost:
    """A build of one post with that body, and every house rule in force."""
    _warm()
    write_site(folder, CONFIG)
    write_file(folder, "content/posts/robot.md", HEAD + body)
    before = _resident()
    child = os.fork()
    if child == 0:
        code = 99
        try:
            result = build(folder, "--jobs", "1")
            refused = result.exit_code == 1 and "content/posts/robot.md" in result.stderr
            if "Traceback" not in result.output and (refused or result.exit_code == 0):
                code = result.exit_code
        finally:
            os._exit(code)
    _, status, usage = os.wait4(child, 0)
    return Cost(
        code=os.waitstatus_to_exitcode(status),
        seconds=usage.ru_utime + usage.ru_stime,
        megabytes=max(0, usage.ru_maxrss // 1024 - before),
    )


def _resident() -> int:
    """MB of this process. Source: proc(5), statm."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024 // 1024
