"""What the site's files say, read again where they changed.

That a file changed is told by its state (size, times, inode), and by its content where two states could be alike. Who
says that something changed gives a hint and no more.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any
from zoneinfo import ZoneInfo

from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import Checked, Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.site import Collection as Collected
from blogsmith.model.source import Location, SourcePath
from blogsmith.pipeline.codec import codec_of
from blogsmith.pipeline.edition import config_stamp, stamps_of
from blogsmith.pipeline.heads import (
    Gather,
    Head,
    Heads,
    by_path,
    head_of,
    remember,
    remembered,
    setting_of,
)
from blogsmith.pipeline.memory import FILE, Memory
from blogsmith.pipeline.plot import Article, Bodies
from blogsmith.pipeline.read import collected
from blogsmith.pipeline.request import Request, shown_config
from blogsmith.pipeline.source_states import WRITTEN, Stamp, clock_at, stamp_of
from blogsmith.pipeline.study import body_setting
from blogsmith.pipeline.texts import Text, in_zone, read_anew
from blogsmith.pipeline.tools import Tools
from blogsmith.pipeline.trip import make_tools
from blogsmith.sources.config import read_config
from blogsmith.sources.files import Found, Listing, found_at, list_files

Stamps = Mapping[str, Stamp]
Scan = tuple[int, Stamps]
"""When the scan began, by the file system's clock in nanoseconds (0 where that is not known), and what it found."""

_PATIENCE = 0.05
"""Seconds to wait while another process writes to the memory: what a preview does not get it makes."""
_MANY = 100
"""With more files than this to read, all processors do it."""
_BODY = ("body", "places", "first_line")
"""Of a post or page: what its own page alone shows, or nothing does."""
_OF_ALL = ("themes/", "config.toml", "policy-baseline.json", "press/")
"""What says how everything else is read, or is looked at as a whole."""


@frozen
class Read:
    """Everything that is read, and what is wrong with config, theme and heads."""

    tools: Tools
    collection: Collected
    diagnostics: tuple[Diagnostic, ...]
    bodies: Bodies


class Reader:
    """The files of one site. Belongs to one thread."""

    def __init__(self, request: Request, gather: Gather | None = None) -> None:
        """`gather` reads many files at once; where there is none they are read here, one after the other."""
        self._request, self._gather = request, gather
        self._memory = Memory(request.root / ".blogsmith" / FILE if request.remember else None, patience=_PATIENCE)
        self._config = shown_config(request)
        self._stamps: Stamps = {}
        self._racy: set[str] = set()
        self._unread: set[str] = set()
        """What changed and could not be read with the rest yet."""
        self._tools: Tools | None = None
        self._heads: dict[str, Head] = {}
        """What each file says, by path."""
        self._setting, self._kept = b"", True

    @property
    def is_settled(self) -> bool:
        """False where a file was written so lately that another content could bear the same times."""
        return not self._racy

    def changes(self, hints: Collection[str] | None = None, scanned: Scan | None = None) -> set[str]:
        """The files that may say something else than when this was last asked; by the names the disk has.

        `hints`: the only files to look at; without, all. `scanned`: what `scan` found a moment ago.
        """
        before = self._stamps
        start, stamps = self._hinted(hints) if hints is not None else scanned or scan(self._request)
        looked_at = {*hints, self._config} if hints is not None else stamps.keys() | before.keys()
        changed = {path for path in looked_at if stamps.get(path) != before.get(path)}
        changed |= self._racy & stamps.keys()
        self._racy = {path for path in changed if start and path in stamps and max(stamps[path][1:3]) >= start}
        self._stamps = stamps
        changed |= self._unread
        return changed

    def read(self, changed: Collection[str], request: Request) -> Read:
        """Everything, those files anew that `changed`. Raises CannotGoOn with every fault of config and theme."""
        self._unread |= set(changed)
        old = self._tools
        whole = old is None or any(path.startswith((*_OF_ALL, self._config)) for path in self._unread)
        config_file = read_config(request.config, shown_as=self._config) if old is None or whole else old.config_file
        listing = list_files(request.root, states=self._stamps if old is None else None)
        setting = setting_of(config_file.config)
        known = self._known() if setting == self._setting else self._remembered(listing.value.markdown, config_file)
        before = self._heads if setting == self._setting else {}
        asked = self._asked(listing.value.markdown, known, before, config_file.config)
        tools = make_tools(request, self._memory, config_file) if old is None or whole else old
        heads = self._read(listing.value.markdown, {**known, **asked()}, tools)
        checked, heads = self._collected(listing, heads, tools)
        self._tools, self._heads, self._setting, self._unread = tools, heads, setting, set()
        return Read(
            tools=tools,
            collection=checked.value,
            diagnostics=(*tools.theme.diagnostics, *checked.diagnostics),
            bodies=Bodies(whole=self._whole, keys={path: head.key for path, head in heads.items() if head.key}),
        )

    def keep(self) -> None:
        """Remembers what was read, for the next time that the site is opened."""
        if self._kept or self._tools is None:
            return
        settled = (head for head in self._heads.values() if head.on_disk not in self._racy | self._unread)
        setting, codec = body_setting(self._tools.config), codec_of(Head)
        heads = tuple(codec.pack(_lightened(head, setting)) for head in settled)
        remember(self._memory, Heads(setting=self._setting, heads=heads))
        self._kept = True

    def _known(self) -> dict[str, Head]:
        """What is known of files that have not changed since they were read under these settings."""
        return {path: head for path, head in self._heads.items() if head.on_disk not in self._unread}

    def _remembered(self, files: Sequence[Found], config_file: ConfigFile) -> dict[str, Head]:
        """What is known of files that are looked at for the first time, or under other settings."""
        return _of_these(files, by_path(remembered(self._memory, config_file.config).heads, config_file.config))

    def _asked(
        self, files: Sequence[Found], known: Mapping[str, Head], before: Mapping[str, Head], config: Config
    ) -> Callable[[], Mapping[str, Head]]:
        """Reads, from now on, the files that are not known, where they are many; what is returned waits for them."""
        missing = [found for found in files if found.path not in known]
        if self._gather is None or len(missing) <= _MANY:
            return dict[str, Head]
        self._kept = False
        before = {found.path: before[found.path] for found in missing if found.path in before}
        return self._gather(missing, config, before=before, is_all=not known and not before)

    def _read(self, files: Sequence[Found], heads: Mapping[str, Head], tools: Tools) -> dict[str, Head]:
        """The heads of all files: those that are known, if their files have not changed, the others read."""
        read: dict[str, Head] = {}
        zone = ZoneInfo(tools.config.site.time_zone)
        for found in files:
            head = heads.get(found.path)
            if head is None:
                self._kept = False
                text = in_zone(read_anew(self._request.root, found, tools.config), zone)
                if not text.digest and not text.faults:
                    continue
                head = Head(path=found.path, on_disk=found.on_disk, stamp=found.stamp, text=text)
            read[found.path] = head
        return read

    def _collected(
        self, listing: Checked[Listing], heads: dict[str, Head], tools: Tools
    ) -> tuple[Checked[Collected], dict[str, Head]]:
        """The collection; what is at fault is read whole before that is told, since its lines are needed."""
        texts = {path: head.text for path, head in heads.items()}
        checked = collected(tools.root, tools.config_file, listing, texts, tools.memory)
        at_fault = {place.path for fault in checked.diagnostics for place in (fault.location, *_noted(fault))}
        light = {path for path in at_fault if path in heads and heads[path].key}
        if not light:
            return checked, heads
        files = [found for found in listing.value.markdown if found.path in light]
        heads = heads | self._read(files, {}, tools)
        texts = {path: head.text for path, head in heads.items()}
        return collected(tools.root, tools.config_file, listing, texts, tools.memory), heads

    def _whole(self, post: Post) -> Post:
        """A post with its body, which is read now where only the head is at hand."""
        head, tools = self._heads.get(post.path), self._tools
        if head is None or tools is None:
            return post
        text = head.text
        if head.key:
            found = found_at(self._request.root, head.on_disk)
            text = read_anew(self._request.root, found, tools.config) if found is not None else Text(digest=b"")
            if text.digest != head.text.digest:
                # It changed in this very moment: the next look sees that.
                self._unread.add(head.on_disk)
        source = _article(text)
        if source is None:
            return post
        return replace(post, body=source.body, first_line=source.first_line, places=source.places)

    def bodies(
        self, changed: Collection[str], source_of: Callable[[str], Article | None]
    ) -> list[tuple[Article, bytes]] | None:
        """The sources with their new bodies and their files' digests; None where more than bodies changed, or many did.

        `source_of` says what stands at a path now.
        """
        if self._unread or len(changed) > _MANY or any(not path.endswith(".md") for path in changed):
            return None
        found: list[tuple[Article, Head]] = []
        for path in sorted(changed):
            new = self._body_at(path, source_of)
            if new is None:
                return None
            found += new
        self._heads.update((source.path, head) for source, head in found)
        self._kept &= not found
        return [(source, head.text.digest) for source, head in found]

    def _body_at(self, on_disk: str, source_of: Callable[[str], Article | None]) -> list[tuple[Article, Head]] | None:
        """The source at a path with its new body; none where it is as it was, None where more of it changed."""
        found, tools = found_at(self._request.root, on_disk), self._tools
        old = source_of(found.path) if found is not None else None
        head = self._heads.get(found.path) if found is not None else None
        before = head.text if head is not None else None
        if found is None or tools is None or old is None or before is None:
            return None
        text = read_anew(self._request.root, found, tools.config)
        if text.digest == before.digest:
            return []
        text = in_zone(text, ZoneInfo(tools.config.site.time_zone))
        source, was = _article(text), _article(before)
        if source is None or was is None or text.faults != before.faults or _head(source) != _head(was):
            return None
        fresh = replace(old, body=source.body, first_line=source.first_line, places=source.places)
        return [(fresh, Head(path=found.path, on_disk=found.on_disk, stamp=found.stamp, text=text))]

    def _hinted(self, hints: Collection[str]) -> Scan:
        start, stamps = self._memory.moment(), dict(self._stamps)
        for path in hints:
            stamp = stamp_of(self._request.root, path)
            if stamp is not None and _counts(path):
                stamps[path] = stamp
            else:
                stamps.pop(path, None)
        return start, stamps | config_stamp(self._request)


def _of_these(files: Iterable[Found], heads: Mapping[str, Head]) -> dict[str, Head]:
    """The heads of those files that have one as they are now."""
    pairs = ((found, heads.get(found.path)) for found in files)
    return {
        found.path: head
        for found, head in pairs
        if head is not None and head.stamp == found.stamp and head.on_disk == found.on_disk
    }


def _lightened(head: Head, setting: bytes) -> Head:
    if head.key:
        return head
    found = Found(path=SourcePath(head.path), on_disk=head.on_disk, size=head.stamp[0], stamp=head.stamp)
    codec = codec_of(Text)  # a copy of one's own: the text is still in use
    return head_of(found, codec.unpack(codec.pack(head.text)), setting)


def _noted(fault: Diagnostic) -> tuple[Location, ...]:
    return tuple(note.location for note in fault.notes if note.location is not None)


def scan(request: Request) -> Scan:
    """The states of all files that say anything. Needs nothing of a reader: any thread may look."""
    start = clock_at(request.root / ".blogsmith")
    try:
        return start, stamps_of(request)
    except OSError:
        return start, {}


def _counts(path: str) -> bool:
    if not path.startswith(tuple(f"{name}/" for name in WRITTEN)):
        return True
    return not any(part.startswith(".") or part.endswith("~") for part in path.split("/"))


def _article(text: Text) -> Article | None:
    """The post or page that a text holds, where nothing is wrong with its head."""
    if text.reading is not None:
        return text.reading.post
    return text.page.page if text.page is not None else None


def _head(source: Article) -> tuple[Any, ...]:
    return tuple(getattr(source, part.name) for part in fields(source) if part.name not in _BODY)
