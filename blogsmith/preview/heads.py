"""What opening a blog needs of each of its files: the head. Remembered as one value, so that opening opens no file.

A head is a text as it was read, without the body of a sound post and the places in it: whoever needs these reads the
file. It counts for as long as the file's state (size, times, inode) is as it was.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from blogsmith.model.config import Config
from blogsmith.pipeline.codec import codec_of, digest_of
from blogsmith.pipeline.memory import FILE, Memory
from blogsmith.pipeline.study import body_setting
from blogsmith.pipeline.texts import (
    Text,
    are_remembered,
    in_zone,
    read_anew,
    read_texts,
    reading_digest,
    remember_texts,
)
from blogsmith.pipeline.trip import Request
from blogsmith.pipeline.workers import shared_out
from blogsmith.sources.files import Found

_KIND, _KEY = "heads", b""
_PATIENCE = 0.05
_NOW_AND_THEN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A file as far as lists need it."""

    path: str
    on_disk: str
    stamp: tuple[int, ...]
    """The file's state when it was read, as of a Found."""
    text: Text
    key: bytes = b""
    """The digest of the body that was left out, as of `Desk.keys`; empty where the text is whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """All of them."""

    setting: bytes
    """The digest of all else that they depend on."""
    heads: tuple[bytes, ...]
    """Each packed."""


def memory_of(request: Request) -> Memory:
    """The site's memory. A preview never waits for whoever writes to it: what it does not get it makes."""
    return Memory(request.root / ".blogsmith" / FILE if request.remember else None, patience=_PATIENCE)


def setting_of(config: Config) -> bytes:
    """The digest of all but the files that heads depend on."""
    return digest_of(reading_digest(config), body_setting(config))


def head_of(found: Found, text: Text, setting: bytes) -> Head:
    """The head of a text; of what has a fault, and of what is no post, all of it. `setting`: as of `body_setting`."""
    post = text.reading.post if text.reading is not None else None
    if post is None or text.reading is None or text.faults:
        return Head(path=found.path, on_disk=found.on_disk, stamp=found.stamp, text=text)
    light = replace(post, body="", places={})
    return Head(
        path=found.path,
        on_disk=found.on_disk,
        stamp=found.stamp,
        text=replace(text, reading=replace(text.reading, post=light)),
        key=digest_of(setting, post.body.encode()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What a process sends of a file that it read."""

    digest: bytes
    text: bytes
    head: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Every file read at once."""

    heads: Heads
    keep: Callable[[], None]
    """Remembers what was read: that can wait, whoever waits for the heads cannot."""


def gather_heads(
    root: Path,
    files: Sequence[Found],
    config: Config,
    memory: Memory,
    *,
    jobs: int,
    read: Callable[[int, int], None] = lambda done, count: None,
) -> Gathered:
    """Those files, from the memory or read by `jobs` processes. `read` is told how many of how many are."""
    start = memory.moment()
    if are_remembered(memory):
        texts = read_texts(root, files, config, memory, jobs=jobs, read=read)
        codec, setting = codec_of(Head), body_setting(config)
        found = [found for found in files if found.path in texts]
        packed = [codec.pack(head_of(file, texts[file.path], setting)) for file in found]
        sent: list[tuple[Found, bytes, bytes]] = []
    else:
        found, packed, sent = _read_all(root, files, config, jobs=jobs, read=read)
    heads = Heads(setting=setting_of(config), heads=tuple(packed))
    settled = tuple(head for file, head in zip(found, packed, strict=True) if file.changed < start)

    def keep() -> None:
        remember(memory, replace(heads, heads=settled))
        if sent:
            remember_texts(memory, config, sent, start)

    return Gathered(heads=heads, keep=keep)


def _read_all(
    root: Path, files: Sequence[Found], config: Config, *, jobs: int, read: Callable[[int, int], None]
) -> tuple[list[Found], list[bytes], list[tuple[Found, bytes, bytes]]]:
    texts, heads, reads, setting = codec_of(Text), codec_of(Head), codec_of(_Read), body_setting(config)

    def work(number: int) -> bytes:
        text = read_anew(root, files[number], config)
        head = heads.pack(head_of(files[number], text, setting)) if text.digest or text.faults else b""
        return reads.pack(_Read(digest=text.digest, text=texts.pack(text), head=head))

    found, packed, sent = [], [], []
    for number, answer in enumerate(shared_out(work, len(files), jobs=jobs)):
        if not number % _NOW_AND_THEN:
            read(number, len(files))
        one = reads.unpack(answer)
        if one.head:
            found.append(files[number])
            packed.append(one.head)
            sent.append((files[number], one.digest, one.text))
    return found, packed, sent


def remember(memory: Memory, heads: Heads) -> None:
    """Keeps them in place of those that were kept before."""
    memory.keep(_KIND, {_KEY: codec_of(Heads).pack(heads)})


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
