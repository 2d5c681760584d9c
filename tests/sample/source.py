"""A blog's own files, the sample's above all, copied and built elsewhere, so that runs side by side never meet."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.published import Published

REPOSITORY = Path(__file__).parents[2]
BASE_URL = "https://durebak.example/"
NOW = "2026-11-20T12:00:00+09:00"
"""After the newest post of the sample."""

_PARTS = ("config.toml", "authors", "content")


def copy_sources(folder: Path, *, blog: Path = REPOSITORY) -> Path:
    """Copies a blog's sources into `folder`, which is made. Returns it."""
    folder.mkdir(parents=True)
    for part in _PARTS:
        source = blog / part
        if source.is_dir():
            shutil.copytree(source, folder / part)
        else:
            shutil.copyfile(source, folder / part)
    return folder


def build_apart(
    root: Path,
    *,
    environment: Mapping[str, str] | None = None,
    cwd: Path = REPOSITORY,
    umask: int = 0o022,
) -> Path:
    """Runs `blogsmith build` on `root` as a process of its own. Returns the published folder.

    Raises AssertionError with what the process said where it failed.
    """
    command = [sys.executable, "-m", "blogsmith", "build", "-C", str(root), "--now", NOW, "--lang", "en"]
    variables = {**os.environ, "PYTHONPATH": str(REPOSITORY), **(environment or {})}
    done = subprocess.run(command, cwd=cwd, env=variables, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root / "public"


def build_sample(folder: Path, *, base_url: str = BASE_URL) -> Published:
    """Copies and builds the sample blog for `base_url`."""
    root = copy_sources(folder)
    config = root / "config.toml"
    config.write_text(config.read_text("utf-8").replace(f'"{BASE_URL}"', f'"{base_url}"'), "utf-8")
    return Published(folder=build_apart(root), base_url=base_url)
