"""Whether blogsmith may write to an output folder: never into, around or over anything that is not its own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Fact, Severity
from blogsmith.model.source import Location

_SOURCES = ("content", "authors", "themes", "blogsmith", "tests", ".git", ".blogsmith")
"""Folders of the site that hold what people wrote, and our own memory."""


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
        return Own(files=remembered.files)
    if any(output.iterdir()) and not adopt:
        raise _refused("output/foreign-folder", output)
    return Own(files={})


def identity(tree: Path) -> str:
    """A folder's own name: it stays when the folder is renamed, and a copy of the folder has another."""
    status = tree.lstat()
    return f"{status.st_dev}:{status.st_ino}"


def remember(root: Path, tree: Path, files: Mapping[str, str], *, live: Path) -> None:
    """Writes down what `tree` holds, before it is published as `live`.

    The tree that stands there until then stays known, and so does what was published elsewhere and is still there.
    """
    kept = {
        name: known
        for name, known in _trees(root).items()
        if known.path and _identity_or_none(Path(known.path)) == name
    }
    kept[identity(tree)] = _Tree(path=str(live), files=files)
    memory = _memory(root)
    memory.parent.mkdir(exist_ok=True)
    fresh = memory.with_suffix(".new")
    written = {name: {"path": known.path, "files": dict(known.files)} for name, known in kept.items()}
    fresh.write_text(json.dumps(written), encoding="utf-8")
    fresh.replace(memory)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    """A tree that was published, or is about to be."""

    path: str
    """Where."""
    files: Mapping[str, str]


def _identity_or_none(tree: Path) -> str | None:
    try:
        return identity(tree)
    except OSError:
        return None


def _trees(root: Path) -> dict[str, _Tree]:
    """What each tree holds, by identity; nothing where the file is missing or not ours."""
    try:
        loaded = json.loads(_memory(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {
        name: _Tree(
            path=str(known.get("path", "")),
            files={str(path): str(mark) for path, mark in known["files"].items()},
        )
        for name, known in loaded.items()
        if isinstance(known, dict) and isinstance(known.get("files"), dict)
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
