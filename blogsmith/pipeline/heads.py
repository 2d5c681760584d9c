"""What opening a blog needs of each of its files: the head. Remembered as one value, so that opening opens no file.

A head is a text as it was read, without the body of a sound post and the places in it: whoever needs these reads the
file. It counts for as long as the file's state (size, times, inode) is as it was.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from blogsmith.model.config import Config
from blogsmith.model.frozen import frozen
from blogsmith.pipeline.codec import codec_of, digest_of
from blogsmith.pipeline.memory import Memory
from blogsmith.pipeline.study import body_setting
from blogsmith.pipeline.texts import (
    Text,
    are_remembered,
    in_zone,
    new_body,
    read_texts,
    reading_digest,
    understood,
)
from blogsmith.pipeline.workers import shared_out
from blogsmith.sources.files import Found, read_source

Read = Callable[[int, int, Sequence[bytes]], None]
"""Is told how many of how many files are read, and of the packed heads that came since it was told last."""

_KIND, _KEY = "heads", b""
_NOW_AND_THEN = 100


@frozen
class Head:
    """A file as far as lists need it."""

    path: str
    on_disk: str
    stamp: tuple[int, ...]
    """The file's state when it was read, as of a Found."""
    text: Text
    """Where it comes from another process it has no reading if its front matter is as it was: `completed`."""
    key: bytes = b""
    """The digest of the body that was left out, as of `Desk.keys`; empty where the text is whole."""


@frozen
class Heads:
    """All of them."""

    setting: bytes
    """The digest of all else that they depend on."""
    heads: tuple[bytes, ...]
    """Each packed."""


class Gather(Protocol):
    """Begins to read many files under a config; what it returns waits for their heads, by path."""

    def __call__(
        self, files: Sequence[Found], config: Config, *, before: Mapping[str, Head], is_all: bool
    ) -> Callable[[], Mapping[str, Head]]:
        """`before`: what is known of some of them. `is_all`: there are no others, and nothing is known."""


def setting_of(config: Config) -> bytes:
    """The digest of all but the files that heads depend on."""
    return digest_of(reading_digest(config), body_setting(config))


def head_of(found: Found, text: Text, setting: bytes) -> Head:
    """The head of a text; of what has a fault, and of what is no post, all of it. `setting`: as of `body_setting`.

    It is cut in place, which takes a tenth of the time of a copy: nobody else may hold the text.
    """
    post = text.reading.post if text.reading is not None else None
    if post is None or text.faults:
        return Head(path=found.path, on_disk=found.on_disk, stamp=found.stamp, text=text)
    key = digest_of(setting, post.body.encode())
    object.__setattr__(post, "body", "")
    object.__setattr__(post, "places", {})
    return Head(path=found.path, on_disk=found.on_disk, stamp=found.stamp, text=text, key=key)


def gather_heads(
    root: Path,
    files: Sequence[Found],
    config: Config,
    memory: Memory,
    *,
    jobs: int,
    fronts: Mapping[str, bytes] | None = None,
    read: Read = lambda done, count, heads: None,
) -> Callable[[], None]:
    """Those files, from the memory or read by `jobs` processes; `read` is told of all heads, the last ones last.

    `fronts`: by path, those of heads that are at hand; where a post's front matter is still that, it is not read.
    What is returned remembers them: that can wait, whoever waits for the heads cannot.
    """
    start, setting, codec = memory.moment(), body_setting(config), codec_of(Head)
    known: Mapping[str, Text] = {}
    if are_remembered(memory):
        known = read_texts(root, files, config, memory, jobs=jobs, read=lambda done, count: read(done, count, ()))

    def work(number: int) -> bytes:
        found = files[number]
        text = known.get(found.path)
        if text is None:
            head = _read_anew(root, found, config, (fronts or {}).get(found.path, b""), setting)
        else:
            head = head_of(found, text, setting)
        return codec.pack(head) if head.text.digest or head.text.faults else b""

    heads, fresh = list[bytes](), list[bytes]()
    for number, head in enumerate(shared_out(work, len(files), jobs=1 if known else jobs)):
        if number and not number % _NOW_AND_THEN:
            read(number, len(files), fresh)
            fresh = []
        heads.append(head)
        fresh += [head] if head else []
    read(len(files), len(files), fresh)
    settled = tuple(head for file, head in zip(files, heads, strict=True) if head and file.changed < start)
    return lambda: remember(memory, Heads(setting=setting_of(config), heads=settled))


def _read_anew(root: Path, found: Found, config: Config, front: bytes, setting: bytes) -> Head:
    checked = read_source(root, found, limit_kb=config.limits.source_kb)
    own = new_body(checked, front)
    if own is None:
        return head_of(found, understood(checked, config, placed=False), setting)
    digest, body = own
    text, key = Text(digest=digest, front=front), digest_of(setting, body.encode())
    return Head(path=found.path, on_disk=found.on_disk, stamp=found.stamp, text=text, key=key)


def completed(head: Head, before: Mapping[str, Head]) -> Head:
    """A head with the reading of the one that was at hand, where its front matter was not read again."""
    if not head.key or head.text.reading is not None:
        return head
    return replace(head, text=replace(head.text, reading=before[head.path].text.reading))


def remember(memory: Memory, heads: Heads) -> None:
    """Keeps them in place of those that were kept before."""
    memory.keep(_KIND, {_KEY: codec_of(Heads).pack(heads)})


def packed_heads(files: Iterable[Found], texts: Mapping[str, Text], config: Config) -> Iterator[bytes]:
    """The heads of all that a build read, whose work is done: they are cut in place."""
    setting, codec = body_setting(config), codec_of(Head)
    return (codec.pack(head_of(found, texts[found.path], setting)) for found in files if found.path in texts)


def remembered(memory: Memory, config: Config) -> Heads:
    """What is remembered; none where it was read under other settings."""
    setting = setting_of(config)
    found = memory.one(_KIND, _KEY)
    heads = codec_of(Heads).unpack(found) if found is not None else None
    return heads if heads is not None and heads.setting == setting else Heads(setting=setting, heads=())


def by_path(heads: Iterable[bytes], config: Config) -> Mapping[str, Head]:
    """Heads that were packed, with their moments in the site's time zone again."""
    zone, placed, codec = ZoneInfo(config.site.time_zone), dict[str, Head](), codec_of(Head)
    for head in map(codec.unpack, heads):
        in_zone(head.text, zone)
        placed[head.path] = head
    return placed
