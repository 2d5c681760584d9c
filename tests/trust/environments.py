"""Machines, shells and ways of getting a site's files: none of them may show in what is published."""

import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.incremental.blog import write_blog
from tests.incremental.edits import post_text
from tests.site import tree, write_file

REPOSITORY = Path(__file__).parents[2]
NOW = "2026-06-01T12:00:00"
EPOCH = "1780315200"
"""The same moment, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """What is other than on the first machine."""

    variables: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    """Of the build."""
    python: tuple[str, ...] = ()
    """Of the interpreter."""
    cwd: str = str(REPOSITORY)
    umask: int = 0o022
    limit: str = ""
    """What `ulimit` sets for it."""
    folder: str = "site"
    """Where the site lies."""
    arrange: Callable[[Path], object] = lambda _: None
    """What is done to its files; to none of their words."""
    builds: int = 1


def _in_other_order(site: Path) -> None:
    """Makes every file anew, the last one first: folders list them in another order."""
    files = [(path, path.read_bytes()) for path in sorted(site.rglob("*")) if path.is_file()]
    for name in ("content", "authors"):
        shutil.rmtree(site / name)
    for path, content in reversed(files):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _of_long_ago(site: Path) -> None:
    for number, path in enumerate(sorted(site.rglob("*"))):
        os.utime(path, (number, number))


def _read_only(site: Path) -> None:
    for path in site.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)


def _texts(site: Path, change: Callable[[bytes], bytes]) -> None:
    for path in site.rglob("*.md"):
        path.write_bytes(change(path.read_bytes()))


def _in_parts(site: Path) -> None:
    """Names as a Mac of old keeps them."""
    for path in sorted((site / "content").rglob("*"), reverse=True):
        path.rename(path.with_name(unicodedata.normalize("NFD", path.name)))


ENVIRONMENTS: Mapping[str, Environment] = {
    "C": Environment(variables={"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}),
    "Korean": Environment(variables={"LANG": "ko_KR.UTF-8", "LC_ALL": "ko_KR.UTF-8", "LANGUAGE": "ko"}),
    "Turkish": Environment(variables={"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}),
    "ahead of the date line": Environment(variables={"TZ": "Pacific/Apia"}),
    "hash seed 4711": Environment(variables={"PYTHONHASHSEED": "4711"}),
    "umask 077": Environment(umask=0o077),
    "called in /": Environment(cwd="/"),
    "one process": Environment(arguments=("--jobs", "1")),
    "two processes": Environment(arguments=("--jobs", "2")),
    "files made in another order": Environment(arrange=_in_other_order),
    "files of long ago": Environment(arrange=_of_long_ago),
    "files that are read-only": Environment(arrange=_read_only),
    "a long Korean path": Environment(folder="다른 폴더/" + "깊이/" * 8 + "a b & c"),
    "no home": Environment(variables={"HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"}),
    "a narrow terminal": Environment(variables={"COLUMNS": "20", "LINES": "5", "TERM": "dumb", "FORCE_COLOR": "1"}),
    "SOURCE_DATE_EPOCH": Environment(variables={"SOURCE_DATE_EPOCH": EPOCH}, arguments=("--now", "")),
    "few open files": Environment(limit="-n 40"),
    "without assertions": Environment(python=("-OO",)),
    "without a memory": Environment(arguments=("--no-memory",)),
    "over itself": Environment(builds=2),
    "lines that end in CR LF": Environment(
        arrange=lambda site: _texts(site, lambda text: text.replace(b"\n", b"\r\n"))
    ),
    "texts behind a BOM": Environment(arrange=lambda site: _texts(site, lambda text: b"\xef\xbb\xbf" + text)),
    "names in parts": Environment(arrange=_in_parts),
}
"""Each differs from the first machine in one thing."""


def built_in(environment: Environment, pristine: Path, place: Path) -> Path:
    """The published folder of a copy of a site, built by a process of its own. Raises AssertionError with what it said.

    No variable of the machine that tests run on reaches it, but for where programs are.
    """
    site = place / environment.folder
    shutil.copytree(pristine, site)
    environment.arrange(site)
    now = () if "--now" in environment.arguments else ("--now", NOW)
    arguments = tuple(word for word in environment.arguments if environment.arguments != ("--now", ""))
    command = [sys.executable, *environment.python, "-m", "blogsmith", "build", "-C", str(site), *now, *arguments]
    if environment.limit:
        command = ["sh", "-c", f'ulimit {environment.limit} && exec "$0" "$@"', *command]
    variables = {"PATH": os.environ["PATH"], "HOME": str(place), "TZ": "UTC", "PYTHONPATH": str(REPOSITORY)}
    variables |= environment.variables
    for _ in range(environment.builds):
        done = subprocess.run(
            command,
            cwd=environment.cwd,
            env=variables,
            umask=environment.umask,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-600:]
    return site / "public"


def write_varied_blog(folder: Path) -> Path:
    """A bit of everything in two languages, and so many pages that more than one process renders them."""
    write_blog(folder, theme="default", korean=True)
    for number in range(12):
        write_file(folder, f"content/posts/우물-{number}.md", post_text(Random(number), f"n{number}"))
    return folder


def tree_hashes(blog: Path, place: Path, environments: Mapping[str, Environment]) -> dict[str, str]:
    """The digest of what each environment publishes of a blog, by name."""
    return {
        name: _tree_hash(built_in(environment, blog, place / f"{number}"))
        for number, (name, environment) in enumerate(environments.items())
    }


def _tree_hash(folder: Path) -> str:
    digest = sha256()
    for path, content in tree(folder).items():
        digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
