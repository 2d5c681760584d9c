"""What the trees that blogsmith published hold, file by file: written down before a tree is published.

A tree is known by its own identity, so that after a kill whichever tree is live has its own list. A file counts as
written down only while its size and time are what they were when it was written. A list that is not as we wrote it is
no list: a damaged path would make a page of ours a stranger's, which is kept.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import field, replace
from hashlib import blake2b
from pathlib import Path

import msgspec

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.model.words import PostId
from blogsmith.pipeline.codec import SIZE, digest_of
from blogsmith.pipeline.folders import stage_of
from blogsmith.pipeline.standing import put

FILE, AMENDED = "trees", "amendments"
"""What each tree holds; and trees that differ in a few files from one of those, so that the first, which is large, need
not be written anew. Both are JSON behind two lines with digests: of all that follows, and of what is amended. Older
versions wrote amendments into `FILE`, between the two.
"""


@frozen
class Written:
    """A file that was just written."""

    size: int
    """Bytes."""
    moment: int
    """When, in nanoseconds."""
    digest: bytes
    """See `content_digest`."""


@frozen
class Entry:
    """One published file."""

    fingerprint: str
    """The digest of all that its content depends on."""
    parts: str = ""
    """The digest of its plan's parts; empty where they were not asked for."""
    choice: bytes = b""
    """The digest of the same where its page makes a choice: it stays where only posts changed that were not chosen."""
    shows: tuple[PostId, ...] = ()
    """Posts that the page shows, whose looks are among these parts."""
    marks: bytes = b""
    """Of a page: a few bytes for each thing by whose name a change of it is told; see `plan.py`."""
    content: bytes = b""
    """A short digest of the file itself."""
    size: int = 0
    """Bytes."""
    written: int = 0
    """When its content was written, in nanoseconds."""
    said: tuple[Diagnostic, ...] = ()
    """What the output rules say of it."""

    def is_in(self, tree: Mapping[str, tuple[int, int]], path: str) -> bool:
        """Whether `tree` (size and time by path) holds the file as it was written."""
        return tree.get(path) == (self.size, self.written)

    def is_same_file(self, other: "Entry") -> bool:
        """Whether the file that was written is the same, whatever else is known of it."""
        return (self.size, self.written, self.content) == (other.size, other.written, other.content)

    def is_file(self, file: Path) -> bool:
        """Whether a file has the content that was written."""
        try:
            return content_digest(file.read_bytes()) == self.content
        except OSError:
            return False


@frozen
class Addresses:
    """Where posts stand."""

    posts: Mapping[str, str] = field(default_factory=dict)
    """Address by id."""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Former addresses that lead to a post, by its id; nothing of posts that have none."""
    shape: str = ""
    """The settings by which the addresses were made."""


NOWHERE = Addresses()


@frozen
class Tree:
    """A tree that was published, or is about to be."""

    path: str
    """Where."""
    files: Mapping[str, Entry]
    """By path in the tree."""
    addresses: Addresses = NOWHERE
    """Of the posts in it; what was withdrawn is not remembered."""


@frozen
class _Kept:
    """As it is written down: two trees that hold the same are one."""

    names: tuple[str, ...]
    tree: Tree


@frozen
class Amendment:
    """Trees that differ in a few files from one that is written down: that one need not be written anew."""

    names: tuple[str, ...]
    base: str
    """A name of the other one."""
    files: Mapping[str, Entry]
    """What differs or is new, by path."""
    gone: tuple[str, ...] = ()

    def of(self, tree: Tree) -> Tree:
        """The tree, given the other one."""
        files = {path: entry for path, entry in tree.files.items() if path not in self.gone}
        return replace(tree, files={**files, **self.files})


@frozen
class Listed:
    """The list as it is written down."""

    amendments: tuple[Amendment, ...]
    trees: bytes
    """JSON of what they amend."""
    mark: bytes
    """Its digest."""


@frozen
class _Placed:
    """The same, without the files."""

    addresses: Addresses = NOWHERE


@frozen
class _KeptAddresses:
    names: tuple[str, ...]
    tree: _Placed


def content_digest(content: bytes) -> bytes:
    """What tells one content of a file from another."""
    return digest_of(content)[:8]


def identity(tree: Path) -> str:
    """A folder's own name: it stays when the folder is renamed, and a copy of the folder has another."""
    status = tree.lstat()
    return f"{status.st_dev}:{status.st_ino}"


def known_trees(root: Path) -> dict[str, Tree]:
    """What each tree holds, by identity; nothing where the file is missing or not ours."""
    listed = read_list(root)
    if listed is None:
        return {}
    trees = {name: kept.tree for kept in _decoder.decode(listed.trees) for name in kept.names}
    amended = ((item.names, item.of(trees[item.base])) for item in listed.amendments)
    return trees | {name: tree for names, tree in amended for name in names}


def known_addresses(root: Path, output: Path) -> Addresses:
    """Where the posts stand that an output folder publishes now; nowhere where that is not known."""
    try:
        name = identity(output)
    except OSError:
        return NOWHERE
    listed = read_list(root)
    if listed is None:
        return NOWHERE
    name = next((item.base for item in listed.amendments if name in item.names), name)
    found = (kept.tree.addresses for kept in _address_decoder.decode(listed.trees) if name in kept.names)
    return next(found, NOWHERE)


def remember_trees(root: Path, old: Mapping[str, Tree], new: Mapping[str, Tree]) -> None:
    """Writes down what the `new` trees hold, and those of `old` that still stand where they were published.

    Raises OSError.
    """
    trees = {**{name: tree for name, tree in old.items() if _stands(Path(tree.path), name)}, **new}
    names: dict[int, list[str]] = {}
    for name, tree in trees.items():
        names.setdefault(id(tree), []).append(name)
    kept = [_Kept(names=tuple(same), tree=trees[same[0]]) for same in names.values()]
    _write_list(root, msgspec.json.encode(kept))


def read_list(root: Path) -> Listed | None:
    """What is written down; None where a file is missing or not ours."""
    try:
        mark, own, amendments, trees = (root / ".blogsmith" / FILE).read_bytes().split(b"\n", 3)
        if mark != _mark(own + amendments) or own != _mark(trees):
            return None
        with contextlib.suppress(FileNotFoundError):
            mark, of, later = (root / ".blogsmith" / AMENDED).read_bytes().split(b"\n", 2)
            if mark != _mark(of + later):
                return None
            amendments = later if of == own else amendments
        return Listed(amendments=_amendment_decoder.decode(amendments), trees=trees, mark=own)
    except (OSError, ValueError):
        return None


def amend_list(root: Path, listed: Listed) -> None:
    """Writes down the amendments of what is written down. Raises OSError."""
    amendments = msgspec.json.encode(listed.amendments)
    put(root, AMENDED, b"\n".join((_mark(listed.mark + amendments), listed.mark, amendments)))


def _write_list(root: Path, trees: bytes) -> None:
    """Writes it down in place of what was written."""
    memory, mark, none = root / ".blogsmith", _mark(trees), b"[]"
    memory.mkdir(exist_ok=True)
    put(root, FILE, b"\n".join((_mark(mark + none), mark, none, trees)))
    (memory / AMENDED).unlink(missing_ok=True)


def _mark(content: bytes) -> bytes:
    """The same for ever: who cannot read the list of an older blogsmith would take what that published for foreign."""
    digest = blake2b(len(content).to_bytes(8, "little"), digest_size=SIZE)
    digest.update(content)
    return digest.hexdigest().encode()


def _stands(tree: Path, name: str) -> bool:
    """Whether a tree is the one that is published at a place, or the one that it is exchanged with."""
    for place in (tree, stage_of(tree)):
        with contextlib.suppress(OSError):
            if identity(place) == name:
                return True
    return False


_decoder = msgspec.json.Decoder(tuple[_Kept, ...])
_amendment_decoder = msgspec.json.Decoder(tuple[Amendment, ...])
_address_decoder = msgspec.json.Decoder(tuple[_KeptAddresses, ...])
