"""What the runner knows of a generator: how a site is written for it, how it is built, and what it then does."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.corpus import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """One generator."""

    name: str
    write: Callable[[Path, Iterable[Entry]], None]
    """The whole site in an empty folder."""
    post: Callable[[Entry], tuple[str, str]]
    """Path and text of a post, as `write` writes it."""
    command: Callable[[Path], tuple[str, ...]]
    """The command line of a build in the site's folder, given the folder that the tools are installed in."""
    output: str
    """The published folder, from the site's."""
    memory: tuple[str, ...] = ()
    """What it keeps between builds beside the output; taken away before a clean one."""
    largest: int = 100_000
    """It is not asked to build more posts than this: it would take too long to wait for."""
    does: str
    """Its features in this measurement."""


def filled(template: str, entry: Entry) -> str:
    """A post as a tool's template has it: every field of the entry by its name, tags with commas between them."""
    return template.format(**{**asdict(entry), "tags": ", ".join(entry.tags)})


def write_posts(root: Path, entries: Iterable[Entry], post: Callable[[Entry], tuple[str, str]]) -> None:
    """Every post of a site."""
    for entry in entries:
        path, text = post(entry)
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def write_all(root: Path, files: dict[str, str]) -> None:
    """Config and templates of a site."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
