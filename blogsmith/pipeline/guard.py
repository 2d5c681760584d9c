"""Whether blogsmith may write to an output folder: never into, around or over anything that is not its own."""

from collections.abc import Mapping
from pathlib import Path

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Fact, Severity
from blogsmith.model.source import Location
from blogsmith.pipeline.manifest import Entry, Tree, identity

_SOURCES = ("content", "authors", "themes", "blogsmith", "tests", ".git", ".blogsmith")
"""Folders of the site that hold what people wrote, and our own memory."""


def own_files(root: Path, output: Path, trees: Mapping[str, Tree], *, adopt: bool) -> Mapping[str, Entry]:
    """The files of the output folder that are ours, by path, given the trees we know; nothing where there is none yet.

    Raises CannotGoOn with output/in-sources where the folder is, holds or lies in the sources; output/not-a-folder;
    output/foreign-folder where it is not empty, not ours and not adopted.
    """
    _refuse_sources(root, output)
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise _refused("output/not-a-folder", output)
    if not output.exists():
        return {}
    remembered = trees.get(identity(output))
    if remembered is not None:
        return remembered.files
    if any(output.iterdir()) and not adopt:
        raise _refused("output/foreign-folder", output)
    return {}


def mount_point(output: Path) -> CannotGoOn:
    """Why a folder cannot be exchanged."""
    return _refused("output/mount-point", output)


def _refuse_sources(root: Path, output: Path) -> None:
    real, base = output.resolve(), root.resolve()
    forbidden = [base / name for name in _SOURCES] + [Path.home().resolve()]
    inside = any(real.is_relative_to(place) for place in forbidden[:-1])
    around = any(place.is_relative_to(real) for place in [base, *forbidden])
    if inside or around:
        raise _refused("output/in-sources", output)


def _refused(rule: str, output: Path) -> CannotGoOn:
    facts: tuple[tuple[str, Fact], ...] = (("value", output.name or str(output)),)
    fault = Diagnostic(rule=rule, severity=Severity.ERROR, location=Location(path=output.name or "/"), facts=facts)
    return CannotGoOn((fault,), exit_code=2)
