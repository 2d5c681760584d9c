"""Whether blogsmith may write to an output folder: never into, around or over anything that is not its own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Fact, Severity
from blogsmith.model.source import Location

_SOURCES = ("content", "authors", "themes", "blogsmith", "tests", ".git")
"""Folders of the site that hold what people wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What blogsmith wrote into an output folder at the last build."""

    files: Mapping[str, str]
    """Fingerprint of each file, by its path in the folder."""


def own_files(root: Path, output: Path, *, adopt: bool) -> Own:
    """What of the output folder is ours; nothing where there is none yet.

    Raises CannotGoOn with output/in-sources where the folder is, holds or lies in the sources; output/not-a-folder;
    output/foreign-folder where it is not empty, not ours and not adopted.
    """
    _refuse_sources(root, output)
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise _refused("output/not-a-folder", output)
    if not output.exists():
        return Own(files={})
    remembered = _trees(root).get(identity(output))
    if remembered is not None:
        return Own(files=remembered)
    if any(output.iterdir()) and not adopt:
        raise _refused("output/foreign-folder", output)
    return Own(files={})


def identity(tree: Path) -> str:
    """A folder's own name: it stays when the folder is renamed, and a copy of the folder has another."""
    status = tree.lstat()
    return f"{status.st_dev}:{status.st_ino}"


def remember(root: Path, tree: Path, files: Mapping[str, str], *, beside: Path | None) -> None:
    """Writes down what `tree` holds, before it is published; the tree `beside` it, still live, stays known."""
    trees = _trees(root)
    kept = {identity(beside): trees[identity(beside)]} if beside and identity(beside) in trees else {}
    memory = _memory(root)
    memory.parent.mkdir(exist_ok=True)
    fresh = memory.with_suffix(".new")
    fresh.write_text(json.dumps({**kept, identity(tree): dict(files)}), encoding="utf-8")
    fresh.replace(memory)


def _trees(root: Path) -> dict[str, dict[str, str]]:
    """What each tree holds, by identity; nothing where the file is missing or not ours."""
    try:
        loaded = json.loads(_memory(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {
        name: {str(path): str(mark) for path, mark in files.items()}
        for name, files in loaded.items()
        if isinstance(files, dict)
    }


def _memory(root: Path) -> Path:
    return root / ".blogsmith" / "trees.json"


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
