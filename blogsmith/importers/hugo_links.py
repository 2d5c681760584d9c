"""A link or an image of a Hugo site as it is written in the new one, or marked text where it leads nowhere."""

import hashlib
import html
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from blogsmith.importers.draft import Carried, Remark
from blogsmith.importers.hugo_atlas import Atlas, Found
from blogsmith.importers.hugo_plan import Place
from blogsmith.importers.markdown_links import Link, destination
from blogsmith.importers.marks import Marks, gap
from blogsmith.importers.shortcode_syntax import FILE, REF
from blogsmith.model.frozen import frozen
from blogsmith.text.urls import UrlKind, url_kind

IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_HOST = re.compile(
    r"(?:www\.[\w-]+|[\w-]+(?:\.[\w-]+)*)\.(?:com|org|net|edu|gov|mil|io|us|uk|kr|jp|de|info|dev|app)(?:/\S*)?",
    re.IGNORECASE,
)
_STRAY = re.compile(rf"(?:\]\()?<?(?:{REF}|{FILE})(?P<target>[^\s()<>\"\[\]]*)(?:\"[^\"\n]*\"\))?>?\)?")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


@frozen
class Anchors:
    """The ids of a place's body: what each old one became, and all there are."""

    renamed: Mapping[str, str]
    ids: frozenset[str]

    def find(self, wanted: str) -> str:
        """The id of ours that `wanted` means; empty where there is none."""
        wanted = unquote(wanted)
        if wanted in self.renamed:
            return self.renamed[wanted]
        if wanted in self.ids:
            return wanted
        alike = [name for name in self.ids if _loosely(name) == _loosely(wanted)]
        return alike[0] if len(alike) == 1 else ""


@dataclass(slots=True)
class LinkWriter:
    """Writes the links of one body; gathers what was lost and which files it needs."""

    place: Place
    atlas: Atlas
    anchors: Callable[[Place], Anchors]
    marks: Marks
    host: str
    home: str
    """Where the lists of the post's language stand: `/` or `/ko/`."""
    remarks: list[Remark] = field(default_factory=list)
    carried: dict[str, Carried] = field(default_factory=dict)
    """By file name."""

    def write(self, link: Link) -> str:
        """The link as Markdown of ours."""
        return self._image(link) if link.kind == "image" else self._link(link)

    def strays(self, text: str) -> str:
        """`text` without addresses that only Hugo understands: of links that were never written to their end."""

        def told(match: re.Match[str]) -> str:
            self._lost("import/dead-link", unquote(match["target"]))
            return ""

        return _STRAY.sub(told, text)

    def _image(self, link: Link) -> str:
        target = link.target.removeprefix(FILE).removeprefix(REF)
        words = " ".join(html.unescape(link.words).split())
        file = self.atlas.file(target, self.place.entry) or self._own_file(target)
        if file is not None and file.suffix.lower() in IMAGES:
            if not words:
                words = re.sub(r"[-_]+", " ", file.stem)
                self._lost("import/image-words", target, note=True)
            title = f' "{link.title}"'.replace("\n", " ") if link.title else ""
            return f"![{words}]({destination(self.carry(file))}{title})"
        shown = words or link.title or unquote(posixpath.basename(target)) or self.marks.image
        if url_kind(target) is UrlKind.WEB or target.startswith("//"):
            self._lost("import/remote-image", target)
            address = f"https:{target}" if target.startswith("//") else target
            return self._remote(f"{self.marks.image_elsewhere}: {shown}", address)
        self._lost("import/missing-image", unquote(target) if len(target) < 300 else shown)
        if link.in_heading:
            return ""
        return gap(self.marks.image, shown if not link.title or link.title in shown else f"{shown} – {link.title}")

    def _remote(self, words: str, address: str) -> str:
        shown = words.replace("[", "(").replace("]", ")")
        return f"[{shown}]({destination(address)})"

    def _link(self, link: Link) -> str:
        words = link.words
        if "](" in words and not words.startswith("!["):
            # A link within a link: the inner one counts.
            return words
        target = _mended(link.target)
        if target != link.target and not link.target.startswith((REF, FILE)):
            self._lost("import/link-mended", link.target, note=True)
        kind = url_kind(target)
        if target.startswith((REF, FILE)):
            return self._own(link, target.partition(":")[2], words)
        if kind is UrlKind.WEB:
            return self._web(link, target, words)
        if kind is UrlKind.CONTACT:
            return _markdown(words or target.partition(":")[2], target, link.title)
        if kind in (UrlKind.REFUSED, UrlKind.POST):
            self._lost("import/link-scheme", link.target)
            return words or gap(self.marks.link)
        return self._own(link, target, words)

    def _web(self, link: Link, target: str, words: str) -> str:
        parts = urlsplit(target)
        if self.host and parts.netloc.lower() == self.host:
            path, _, anchor = (parts.path or "/").partition("#")
            found = self.atlas.find(path, self.place.entry)
            if found is not None and self._is_open(found):
                return self._arrived(link, found, anchor or parts.fragment, words)
            file = self._own_file(target)
            if file is not None:
                return _markdown(words or file.name, self.carry(file), link.title)
        return _markdown(words or parts.netloc, target, link.title)

    def _own(self, link: Link, target: str, words: str) -> str:
        """A link within the site."""
        path, _, anchor = target.partition("#")
        if not path:
            known = self.anchors(self.place).find(anchor) if anchor else ""
            if known:
                return _markdown(words or anchor, f"#{quote(known, safe='-_~.%')}", link.title)
            self._lost("import/dead-anchor", f"#{anchor}")
            return words.strip("↩\ufe0e ")
        found = self.atlas.find(path, self.place.entry)
        if found is not None and self._is_open(found):
            return self._arrived(link, found, anchor, words)
        file = self.atlas.file(path, self.place.entry)
        if file is not None:
            return _markdown(words or file.name, self.carry(file), link.title)
        is_file = link.target.startswith(FILE)
        rule = "import/missing-file" if is_file else "import/dead-link"
        self._lost(rule, target, variant="unpublished" if found is not None and not is_file else "")
        if link.in_heading or words.endswith("]*"):
            return words
        mark = self.marks.file if is_file else self.marks.link
        return f"{words} {gap(mark)}" if words else gap(mark, unquote(path))

    def _arrived(self, link: Link, found: Found, anchor: str, words: str) -> str:
        if found.place is None:
            address = found.address
            listed = address if address.startswith(self.home) or "." in address else self.home + address[1:]
            return _markdown(words or address, listed, link.title)
        known = self.anchors(found.place).find(anchor) if anchor else ""
        if anchor and not known:
            self._lost("import/dead-anchor", f"#{anchor}")
        suffix = f"#{quote(known, safe='-_~.%')}" if known else ""
        if found.place.entry.kind == "post":
            return _markdown(words, f"post:{found.place.id}{suffix}", link.title)
        return _markdown(words or found.place.slug, found.place.address + suffix, link.title)

    def _is_open(self, found: Found) -> bool:
        return found.place is None or found.place.is_public

    def _own_file(self, target: str) -> Path | None:
        parts = urlsplit(target)
        if not self.host or parts.netloc.lower() != self.host:
            return None
        return self.atlas.file(parts.path, self.place.entry)

    def carry(self, file: Path) -> str:
        """The name under which a file lies beside the post."""
        name = re.sub(r"[^\w.-]+", "-", file.name).strip("-.").lower() or "file"
        taken = self.carried.get(name)
        if taken is not None and taken.origin != file:
            name = f"{hashlib.blake2b(str(file).encode(), digest_size=3).hexdigest()}-{name}"
        self.carried[name] = Carried(path=name, origin=file)
        return name

    def _lost(self, rule: str, value: str, *, variant: str = "", note: bool = False) -> None:
        self.remarks.append(Remark(rule=rule, value=value, needle=_needle(value), variant=variant, note=note))


def _markdown(words: str, target: str, title: str) -> str:
    shown = title.replace('"', "”").replace("\n", " ")
    end = f' "{shown}"' if shown else ""
    return f"[{words}]({destination(target)}{end})"


def _mended(target: str) -> str:
    """A target with the scheme that was forgotten, and without what slipped in before it."""
    bare = re.sub(r"[\u200b\ufeff\xa0]", "", target).strip()
    bare = re.sub(r"^\((https?://.*)\)$", r"\1", bare)
    bare = re.sub(r"^h?t{1,2}p(s?):/+", r"http\1://", bare)
    bare = re.sub(r"^(?:https?:?/*)(?=https?://)", "", bare)
    bare = re.sub(r"^(https?):/*(?=[\w[])", r"\1://", bare)
    if bare.startswith("//"):
        return f"https:{bare}"
    if _MAIL.fullmatch(bare):
        return f"mailto:{bare}"
    return f"https://{bare}" if _HOST.fullmatch(bare) else bare


def _needle(value: str) -> str:
    """What of a target is likely to stand in the old file as it is."""
    return value.partition("?")[0] or value


def _loosely(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
