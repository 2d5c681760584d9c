"""The site's Markdown files, each read and understood once: then it is remembered by the digest of its bytes.

A file whose size, times and inode are as they were is not opened again, unless it was written so shortly before it was
last looked at that a second change could bear the same time. Source: git, Documentation/technical/racy-git.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from blogsmith.model.config import Config
from blogsmith.model.diagnostic import Checked, Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.model.source import SourceFile
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import canonical, codec_of, digest_of, packed
from blogsmith.pipeline.memory import TEXT, Memory
from blogsmith.pipeline.workers import shared_out
from blogsmith.sources.files import Found, read_source
from blogsmith.sources.page import PageReading, read_page
from blogsmith.sources.post import Reading, read_post
from blogsmith.text.front_matter import front_matter_end

_SEEN = "seen"
_NOW_AND_THEN = 100


@frozen
class Text:
    """A file after it was read: what it says, or that it could not be read."""

    digest: bytes
    """Of its bytes; empty where it could not be read."""
    front: bytes = b""
    """The digest of its bytes as far as front matter reaches; empty where there is none, and of a profile."""
    faults: tuple[Diagnostic, ...] = ()
    reading: Reading | None = None
    """Of a file of `content/posts/`."""
    page: PageReading | None = None
    """Of a file of `content/pages/`."""
    source: SourceFile | None = None
    """Of a profile: these are understood together."""


@frozen
class _Seen:
    """A file's state when it was last read, and the digest of its bytes."""

    stamp: tuple[int, ...]
    """Empty, which no file has, where the state is not to be trusted."""
    digest: bytes


def read_texts(
    root: Path,
    files: Sequence[Found],
    config: Config,
    memory: Memory,
    *,
    jobs: int,
    trusting: bool = True,
    read: Callable[[int, int], None] = lambda done, count: None,
) -> dict[str, Text]:
    """Every one of `files` that is still there, by path. Without `trusting`, each is opened whatever its times say.

    `read` is told how many of how many are, now and then.
    """
    start = memory.moment()
    envelope = reading_digest(config)
    last = _seen(memory)
    seen = last if trusting else {}
    digests = {found.path: _trusted(found, seen) for found in files}
    wanted = {_key(envelope, path, digest): path for path, digest in digests.items() if digest}
    codec, zone = codec_of(Text), ZoneInfo(config.site.time_zone)
    remembered = memory.each(TEXT) if wanted else ()
    texts = {wanted[key]: codec.unpack(value) for key, value in remembered if key in wanted}
    missing = [found for found in files if found.path not in texts]

    def work(number: int) -> bytes:
        return codec.pack(read_anew(root, missing[number], config))

    with memory.in_parts() as keep:
        for number, (found, sent) in enumerate(zip(missing, shared_out(work, len(missing), jobs=jobs), strict=True)):
            if not number % _NOW_AND_THEN:
                read(len(files) - len(missing) + number, len(files))
            text = texts[found.path] = codec.unpack(sent)
            if text.digest:
                keep(TEXT, _key(envelope, found.path, text.digest), sent)
    if not last.keys() <= texts.keys():
        memory.clean_later()
    memory.supersede(TEXT, {_key(envelope, path, text.digest) for path, text in texts.items() if text.digest})
    now_seen = {
        found.path: _seen_at(found, texts[found.path].digest, start) for found in files if texts[found.path].digest
    }
    if now_seen != seen:
        memory.keep(_SEEN, {b"": packed(now_seen)})
    # In the order of the files, whichever were remembered: of two posts with one id the first counts.
    in_order = ((found.path, texts[found.path]) for found in files)
    return {path: in_zone(text, zone) for path, text in in_order if text.digest or text.faults}


def known_text(memory: Memory, config: Config, path: str, digest: bytes) -> Text | None:
    """A file of such bytes as it was read, from the memory."""
    found = memory.one(TEXT, _key(reading_digest(config), path, digest))
    return in_zone(codec_of(Text).unpack(found), ZoneInfo(config.site.time_zone)) if found is not None else None


def exchange_text(memory: Memory, config: Config, path: str, old: bytes, new: Text) -> None:
    """Remembers a file as it is now in place of one of the bytes `old`."""
    envelope = reading_digest(config)
    memory.erase(TEXT, [_key(envelope, path, old)])
    memory.keep(TEXT, {_key(envelope, path, new.digest): packed(new)})


def are_remembered(memory: Memory) -> bool:
    """Whether the texts of a site have been remembered before."""
    return memory.one(_SEEN, b"") is not None


def is_missed(memory: Memory, there: Collection[str]) -> bool:
    """Whether a file is gone that was read. `there`: the paths of all files."""
    return not _seen(memory).keys() <= {*there}


def reading_digest(config: Config) -> bytes:
    """The digest of all but its bytes that what a file says depends on."""
    site = config.site
    return digest_of(code_digest(), canonical((config.limits, config.languages, site.language, site.time_zone)))


def _seen(memory: Memory) -> dict[str, _Seen]:
    found = memory.one(_SEEN, b"")
    return codec_of(dict[str, _Seen]).unpack(found) if found is not None else {}


def _seen_at(found: Found, digest: bytes, start: int) -> _Seen:
    """A file as it was seen by a look that began at `start`; with no stamp where it could change without another."""
    return _Seen(stamp=found.stamp if found.changed < start else (), digest=digest)


def _trusted(found: Found, seen: Mapping[str, _Seen]) -> bytes:
    """The digest of a file that has not changed since it was last read; empty where that is not known."""
    last = seen.get(found.path)
    return last.digest if last is not None and last.stamp == found.stamp else b""


def _key(envelope: bytes, path: str, digest: bytes) -> bytes:
    return digest_of(envelope, path.encode(), digest)


def read_anew(root: Path, found: Found, config: Config) -> Text:
    """A file read and understood, whatever is remembered of it."""
    return understood(read_source(root, found, limit_kb=config.limits.source_kb), config)


def read_again(root: Path, found: Found, config: Config, before: Text) -> Text:
    """A file read and understood; where its front matter is still that of the sound text `before`, as far as it has to.

    A value that is part of both is set to one time zone as well as the other.
    """
    checked = read_source(root, found, limit_kb=config.limits.source_kb)
    own, reading = new_body(checked, before.front), before.reading
    if own is None or before.faults or reading is None or reading.post is None:
        return understood(checked, config)
    digest, body = own
    return replace(before, digest=digest, reading=replace(reading, post=replace(reading.post, body=body)))


def understood(checked: Checked[SourceFile | None], config: Config, *, placed: bool = True) -> Text:
    """What a file says whose bytes were read. `placed`: else nobody asks where in a sound post that stands."""
    source = checked.value
    if source is None:
        return Text(digest=b"", faults=checked.diagnostics)
    digest = _digest(source.text)
    if source.path.startswith("content/posts/"):
        post, end = read_post(source, config, placed=placed), front_matter_end(source.text)
        if not placed and (checked.diagnostics or post.diagnostics):
            return understood(checked, config)
        front = _digest(source.text[:end]) if end else b""
        return Text(digest=digest, front=front, faults=(*checked.diagnostics, *post.diagnostics), reading=post.value)
    if source.path.startswith("content/pages/"):
        page = read_page(source, config)
        return Text(digest=digest, faults=(*checked.diagnostics, *page.diagnostics), page=page.value)
    return Text(digest=digest, faults=checked.diagnostics, source=source)


def new_body(checked: Checked[SourceFile | None], front: bytes) -> tuple[bytes, str] | None:
    """The digest and the body of a post whose front matter is, byte for byte, that of a sound post with such a
    `front`; None where it is not.
    """
    source = checked.value
    end = front_matter_end(source.text) if source is not None and front and not checked.diagnostics else 0
    if source is None or not end or _digest(source.text[:end]) != front:
        return None
    return _digest(source.text), source.text[end + 1 :]


def _digest(text: str) -> bytes:
    return digest_of(text.encode("utf-8", "surrogatepass"))


def in_zone(text: Text, zone: ZoneInfo) -> Text:
    """The text with its moments in the site's time zone again. They are set in place, so it must be one that nobody
    has seen yet: making ten thousand posts anew takes half a second.
    """
    if text.reading is not None:
        for post in (text.reading.post, text.reading.rest):
            if post is not None:
                _settle(post, ("date", "updated", "expires"), zone)
                for correction in post.corrections:
                    _settle(correction, ("date",), zone)
    elif text.page is not None and text.page.page is not None:
        _settle(text.page.page, ("updated",), zone)
    return text


def _settle(value: object, names: Sequence[str], zone: ZoneInfo) -> None:
    for name in names:
        moment = getattr(value, name)
        if moment is not None:
            object.__setattr__(value, name, moment.astimezone(zone))
