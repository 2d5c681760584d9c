"""A Hugo site's folder is read into values: its content, its data, its configuration, and what else lies there."""

import os
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from blogsmith.importers.hugo_front_matter import read_data
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location, SourceFile, SourcePath

MARKDOWN = (".md", ".markdown", ".mdown")
PAGES = (*MARKDOWN, ".html", ".htm")
_OTHER_PAGES = (".org", ".adoc", ".asciidoc", ".rst", ".pandoc", ".pdc")
_DATA = (".yml", ".yaml", ".toml", ".json")
_CONFIGS = ("hugo", "config")
_LARGEST = 8 * 1024 * 1024
_PEOPLE = ("authors", "author", "people", "team")


@frozen
class HugoFiles:
    """Everything in the folder that an import looks at. Paths are from the folder's root, forward slashes, NFC."""

    pages: tuple[SourceFile, ...]
    """Content in formats that are understood, sorted by path."""
    assets: Mapping[str, Path]
    """Every other file of content/, static/ and assets/."""
    people: Mapping[str, Mapping[str, Any]]
    """Writers as `data/` names them, by the name of their file or key."""
    image_words: Mapping[str, str]
    """Alternative text that `data/` gives, by the image's name."""
    config: Mapping[str, Any]
    """Keys in lower case; empty where there is none."""
    refused: tuple[Diagnostic, ...]
    """Content files that could not be read; each counts as found."""
    content: str
    """Folder of the content: `content`."""


def read_hugo_files(root: Path) -> HugoFiles:
    """The site in `root`. Raises CannotGoOn with import/no-content where there is none."""
    config = _config(root)
    content = str(config.get("contentdir", "content")).strip("/") or "content"
    if not (root / content).is_dir():
        facts = (("value", content),)
        fault = Diagnostic(rule="import/no-content", severity=Severity.ERROR, location=Location(path="."), facts=facts)
        raise CannotGoOn((fault,), exit_code=2)
    pages: list[SourceFile] = []
    refused: list[Diagnostic] = []
    assets: dict[str, Path] = {}
    for path, file in _files(root, content):
        if path.endswith(PAGES):
            page = _read_text(path, file)
            if isinstance(page, Diagnostic):
                refused.append(page)
            else:
                pages.append(page)
        elif path.endswith(_OTHER_PAGES):
            refused.append(_refused("import/format", path, ("value", Path(path).suffix)))
        else:
            assets[path] = file
    for folder in ("static", "assets"):
        assets |= dict(_files(root, folder))
    return HugoFiles(
        pages=tuple(pages),
        assets=assets,
        people=_people(root),
        image_words=_image_words(root),
        config=config,
        refused=tuple(refused),
        content=content,
    )


def lower_keys(value: Any) -> Any:
    """`value` with the keys of every table in lower case."""
    if isinstance(value, Mapping):
        return {str(key).lower(): lower_keys(item) for key, item in value.items()}
    return [lower_keys(item) for item in value] if isinstance(value, list) else value


def _files(root: Path, folder: str) -> Iterator[tuple[str, Path]]:
    """Plain files under a folder, sorted; links are not followed, hidden files are passed over."""
    for place, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if not name.startswith(".") and file.is_file() and not file.is_symlink():
                yield unicodedata.normalize("NFC", file.relative_to(root).as_posix()), file


def _read_text(path: str, file: Path) -> SourceFile | Diagnostic:
    try:
        content = file.read_bytes()
        if len(content) > _LARGEST:
            return _refused("import/too-large", path, ("size_kb", len(content) // 1024))
        text = content.decode("utf-8-sig")
    except OSError as error:
        return _refused("import/unreadable", path, ("reason", error.strerror or "unknown"))
    except UnicodeDecodeError as error:
        return _refused("import/encoding", path, ("byte", error.start + 1))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return SourceFile(path=SourcePath(path), text=text)


def _refused(name: str, path: str, *facts: tuple[str, str | int]) -> Diagnostic:
    return Diagnostic(rule=name, severity=Severity.WARNING, location=Location(path=path), facts=facts)


def _data(root: Path, folder: str) -> Iterator[tuple[str, Any]]:
    for path, file in _files(root, folder):
        if path.endswith(_DATA):
            source = _read_text(path, file)
            value = read_data(path, source.text) if isinstance(source, SourceFile) else None
            if value is not None:
                yield path, lower_keys(value)


def _config(root: Path) -> dict[str, Any]:
    """`hugo.toml` or one of its elder names, and the files of `config/_default/`."""
    table: dict[str, Any] = {}
    for path, value in _data(root, "config/_default"):
        name = Path(path).stem.lower()
        if isinstance(value, Mapping):
            table |= value if name in _CONFIGS else {name: value}
    for name in (f"{stem}{ending}" for stem in _CONFIGS for ending in _DATA):
        file = root / name
        if file.is_file() and not file.is_symlink():
            source = _read_text(name, file)
            value = lower_keys(read_data(name, source.text)) if isinstance(source, SourceFile) else None
            return {**table, **(value or {})}
    return table


def _people(root: Path) -> dict[str, Mapping[str, Any]]:
    people: dict[str, Mapping[str, Any]] = {}
    for path, value in _data(root, "data"):
        parts = Path(path).with_suffix("").parts[1:]
        if parts[0].lower() not in _PEOPLE:
            continue
        if len(parts) > 1 and isinstance(value, Mapping):
            people[parts[-1]] = value
        elif isinstance(value, Mapping):
            people |= {key: item for key, item in value.items() if isinstance(item, Mapping)}
    return people


def _image_words(root: Path) -> dict[str, str]:
    """What `data/images/NAME.yml` says under `alt`."""
    found: dict[str, str] = {}
    for path, value in _data(root, "data/images"):
        words = value.get("alt") if isinstance(value, Mapping) else None
        if isinstance(words, str) and words.strip():
            found[Path(path).stem] = words.strip()
    return found
