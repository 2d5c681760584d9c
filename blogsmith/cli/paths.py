"""Paths that a person typed, as the site writes them."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from blogsmith.reports.words import Words
from blogsmith.sources.files import list_files
from blogsmith.text.normal import normalise
from blogsmith.text.suggest import nearest


def from_root(root: Path, typed: str) -> str:
    """A path from the site's root; what was typed may start where the person stands."""
    is_there = (root / typed).exists() or not Path(typed).exists()
    if is_there and not Path(typed).is_absolute():
        return Path(typed).as_posix()
    return Path(os.path.relpath(Path(typed).absolute(), root)).as_posix()


def existing(root: Path, typed: Sequence[str], words: Words) -> tuple[str, ...]:
    """Files and folders of the site, from its root. Raises click.UsageError for those that are not there."""
    paths = [from_root(root, path) for path in typed]
    missing = [path for path in paths if ".." in path.split("/") or not (root / path).exists()]
    if missing:
        near = nearest(missing[0], (file.path for file in list_files(root).value.markdown))
        suggestion = f". {words.say('check-suggest', suggestion=near)}" if near else ""
        raise click.UsageError(words.say("check-no-file", paths=", ".join(missing)) + suggestion)
    return tuple(normalise(path) for path in paths)
