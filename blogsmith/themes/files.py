"""Folders become layers: every file of a theme is read here and nowhere else. Symbolic links are never followed."""

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.themes.faults import as_warning, fault
from blogsmith.themes.layer import HOOKS, MACHINE, STATIC, Layer, ThemeFile

OVERLAY = "themes/local"
"""The site's own layer, over whichever theme it has chosen."""

FOLDERS = ("templates", "assets", "strings", "hooks")
"""What the overlay may hold; a theme may hold all but hooks."""

_TEXT_ASSETS = (".css", ".js", ".svg")
_HOOK_FILES = tuple(f"{name}.html" for name in HOOKS)
_LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")


@frozen
class Folder:
    """Where a layer stands."""

    path: Path
    label: str
    """For messages: `themes/local`, `blogsmith:default`."""


def read_overlay(root: Path, faults: list[Diagnostic]) -> Layer:
    """The site's overlay; empty where it has none.

    Reports what `read_layer` does and, as warnings, theme/unknown-hook and theme/unknown-part.
    """
    folder = Folder(path=root / OVERLAY, label=OVERLAY)
    layer = read_layer(folder, FOLDERS, faults)
    for name, file in layer.hooks.items():
        if name not in _HOOK_FILES:
            unknown = fault("theme/unknown-hook", file.path, variant="file", known=_HOOK_FILES, value=name)
            faults.append(as_warning(unknown))
    if (folder.path / "theme.toml").exists():
        manifest = fault("theme/unknown-part", f"{OVERLAY}/theme.toml", variant="manifest", value="theme.toml")
        faults.append(as_warning(manifest))
    return layer


def read_theme_layer(folder: Folder, faults: list[Diagnostic]) -> Layer:
    """The files of a theme. Reports what `read_layer` does."""
    return read_layer(folder, FOLDERS[:3], faults)


def read_machine_layer() -> Layer:
    """blogsmith's own templates."""
    here = Path(__file__).parent / "machine"
    templates = {}
    for path in sorted(here.iterdir()):
        name = f"{MACHINE}{path.name}"
        templates[name] = ThemeFile(name=name, path=f"blogsmith:{name}", content=path.read_bytes())
    return Layer(path="blogsmith:machine", templates=templates, assets={}, strings={}, hooks={})


def read_layer(folder: Folder, kinds: tuple[str, ...], faults: list[Diagnostic]) -> Layer:
    """The files of a folder.

    Reports theme/symlink, theme/unreadable, theme/encoding, theme/fixed-template and, as a warning, theme/unknown-part.
    """
    parts = {kind: dict(_files(folder, kind, faults)) for kind in kinds}
    for name, file in parts["templates"].items():
        if name.startswith(MACHINE):
            faults.append(fault("theme/fixed-template", file.path, value=name))
    faults.extend(_unknown_parts(folder, kinds))
    return Layer(
        path=folder.label,
        templates=parts["templates"],
        assets=parts["assets"],
        strings=parts["strings"],
        hooks=parts.get("hooks", {}),
    )


def read_manifest_file(folder: Folder, faults: list[Diagnostic]) -> str:
    """The text of `theme.toml`; empty with a report where it is not to be had."""
    read = _read(folder.path / "theme.toml", "theme.toml", f"{folder.label}/theme.toml", faults)
    return read.text if read else ""


def _unknown_parts(folder: Folder, kinds: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Folders that look like a slip of the pen; others (`docs/`, `screenshots/`) are nobody's business."""
    if not folder.path.is_dir():
        return
    for path in sorted(folder.path.iterdir()):
        if path.is_dir() and path.name not in kinds:
            variant = "hooks" if path.name == "hooks" else ""
            label = f"{folder.label}/{path.name}"
            found = fault("theme/unknown-part", label, known=kinds, variant=variant, value=path.name)
            if variant or "suggestion" in dict(found.facts):
                yield as_warning(found)


def _files(folder: Folder, kind: str, faults: list[Diagnostic]) -> Iterator[tuple[str, ThemeFile]]:
    for on_disk, path in _walk(folder.path / kind, "", f"{folder.label}/{kind}", faults):
        name = unicodedata.normalize("NFC", on_disk)
        file = _read(path, name, f"{folder.label}/{kind}/{name}", faults, text=kind != "assets")
        if file:
            yield name, file


def _walk(folder: Path, within: str, label: str, faults: list[Diagnostic]) -> Iterator[tuple[str, Path]]:
    """Every plain file, by its path from where the walk began, sorted."""
    if folder.is_symlink():
        faults.append(fault("theme/symlink", f"{label}/{within}".rstrip("/")))
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        faults.append(fault("theme/unreadable", f"{label}/{within}".rstrip("/"), reason=error.strerror or "unknown"))
        return
    for entry in entries:
        name = f"{within}{entry.name}"
        if _is_passed_over(name, entry.name):
            continue
        if entry.is_symlink():
            faults.append(fault("theme/symlink", f"{label}/{name}"))
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), f"{name}/", label, faults)
        elif entry.is_file(follow_symlinks=False):
            yield name, Path(entry.path)


def _is_passed_over(name: str, last: str) -> bool:
    """Files of editors and desktops; under `static/` a leading dot is meant (`.well-known/`, `.nojekyll`)."""
    return last in _LITTER or last.endswith("~") or (last.startswith(".") and not name.startswith(STATIC))


def _read(path: Path, name: str, label: str, faults: list[Diagnostic], *, text: bool = True) -> ThemeFile | None:
    try:
        content = path.read_bytes()
        if text or (name.endswith(_TEXT_ASSETS) and not name.startswith(STATIC)):
            content.decode("utf-8")
    except OSError as error:
        faults.append(fault("theme/unreadable", label, reason=error.strerror or "unknown"))
        return None
    except UnicodeDecodeError as error:
        faults.append(fault("theme/encoding", label, line=content[: error.start].count(b"\n") + 1))
        return None
    return ThemeFile(name=name, path=label, content=content)
