"""Tokens become passages whose every character is known by its line and column in the body."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from blogsmith.model.document import Passage, PassageKind
from blogsmith.text.patterns import pattern
from blogsmith.text.places import Spot, place_of

_CAPTIONED = ("figure", "file", "gallery", "youtube", "vimeo")
"""Blocks whose body says what is shown."""
_KINDS: dict[str, PassageKind] = {
    "blockquote": "quotation",
    "list_item": "item",
    "dt": "term",
    "dd": "definition",
    "footnote": "note",
    "th": "cell",
    "td": "cell",
    "heading": "heading",
}
_CONTAINERS = {f"{name}_{end}": kind for name, kind in _KINDS.items() for end in ("open", "close")}
_STRONGEST: tuple[PassageKind, ...] = ("quotation", "caption", "cell", "heading")
_UNEVEN = pattern(r"\s\s|[^\S ]")
_TAG = pattern(r"<[^<>]*>")
_SPACES = pattern(r"\s+")


def mapped_passages(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Passage]:
    """Every block of `tokens` that has words, in their order; captions of images among them, code blocks not.

    Of raw HTML the words are taken and the tags are not.
    """
    held: list[PassageKind] = []
    cell, cell_from = -1, 0
    for token in tokens:
        name = token.type
        if name == "inline":
            kind = _kind(held) if held else "paragraph"
            spot = Spot(lines=lines, inline=token, cell=cell if kind == "cell" else None)
            plain = _plain(spot, kind, cell_from)
            found = (plain,) if plain else tuple(_Reading(spot).passages(kind))
            if kind == "cell" and found:
                cell_from = found[0].anchors[-1][2] + len(found[0].text) - found[0].anchors[-1][0] - 1
            yield from found
        elif name == "html_block":
            yield from _html(token, _kind(held))
        elif name == "tr_open":
            cell, cell_from = -1, 0
        elif name in ("block_open", "block_close"):
            _hold(held, "caption" if token.meta.get("name") in _CAPTIONED else "callout", token.nesting)
        elif name in _CONTAINERS:
            cell += name in ("th_open", "td_open")
            _hold(held, _CONTAINERS[name], token.nesting)


def _hold(held: list[PassageKind], kind: PassageKind, nesting: int) -> None:
    if nesting > 0:
        held.append(kind)
    elif nesting < 0 and held:
        held.pop()


def _kind(held: Sequence[PassageKind]) -> PassageKind:
    strongest = next((kind for kind in _STRONGEST if kind in held), None)
    return strongest or (held[0] if held else "paragraph")


def _plain(spot: Spot, kind: PassageKind, cell_from: int) -> Passage | None:
    """The passage of a single line without markup, which most are; a cell is looked for from `cell_from` on."""
    inline = spot.inline
    text, children = inline.content, inline.children or ()
    if len(children) != 1 or children[0].content != text or children[0].type != "text":
        return None
    if not text or text[0] == " " or text[-1] == " " or _UNEVEN.search(text):
        return None
    number = inline.map[0] if inline.map else 0
    source = spot.lines[number]
    if spot.cell is None:
        at = len(source) - len(text) if source.endswith(text) else -1
    else:
        at = source.find(text, cell_from)
    if at < 0:
        place = place_of(spot, (0, 1))
        number, at = place.line - 1, place.column - 1
    normal = text if text.isascii() else unicodedata.normalize("NFC", text)
    return Passage(text=normal, kind=kind, anchors=((0, number + 1, at + 1),))


def _html(token: Token, kind: PassageKind) -> Iterator[Passage]:
    number = token.map[0] if token.map else 0
    for line in token.content.split("\n"):
        number += 1
        text = _SPACES.sub(" ", unicodedata.normalize("NFC", _TAG.sub(" ", line))).strip()
        if text and not text.startswith("<!--"):
            column = max(0, line.find(text.split(" ", 1)[0])) + 1
            yield Passage(text=text, kind=kind, anchors=((0, number, column),))


class _Reading:
    """One inline token, read from its first child to its last; `cursor` follows in the written text."""

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self.written = spot.inline.content
        self.cursor = 0
        self.parts: list[str] = []
        self.length = 0
        self.anchors: list[tuple[int, int, int]] = []
        self.codes: list[tuple[int, int]] = []
        self.links: list[int] = []
        self.notes: list[int] = []
        self.captions: list[Passage] = []
        self.lead = 0
        self.line, self.column = 0, 0
        self.line_start, self.line_end = 0, -1

    def passages(self, kind: PassageKind) -> Iterator[Passage]:
        bold = -1
        ends: list[int] = []
        for child in self.spot.inline.children or ():
            name = child.type
            if name == "text":
                self._add(child.content)
            elif name in ("softbreak", "hardbreak"):
                self._add_space()
                self.cursor = self.written.find("\n", self.cursor) + 1
            elif name == "code_inline":
                start = self.length
                self._add(child.content, code=True)
                self.codes.append((start, self.length))
            elif name in ("link_open", "phrase_open"):
                if name == "link_open":
                    self.links.append(self.length)
                ends.append(child.meta.get("span", (0, self.cursor))[1])
            elif name in ("link_close", "phrase_close"):
                self.cursor = max(self.cursor, ends.pop() if ends else 0)
            elif name == "footnote_ref":
                self.notes.append(self.length)
                self.cursor = max(self.cursor, self.written.find("]", self.cursor) + 1)
            elif name in ("image", "html_inline"):
                self._skip(child)
            elif name == "strong_open" and not self.length:
                bold = 0
            elif name == "strong_close" and bold == 0:
                bold, self.lead = -1, self.length
        yield from self._whole(kind)
        yield from self.captions

    def _whole(self, kind: PassageKind) -> Iterator[Passage]:
        text = "".join(self.parts).rstrip()
        if text:
            yield Passage(
                text=text,
                kind=kind,
                anchors=tuple(self.anchors),
                codes=tuple(self.codes),
                links=tuple(self.links),
                notes=tuple(self.notes),
                lead=min(self.lead, len(text)),
            )

    def _skip(self, child: Token) -> None:
        span = child.meta.get("span")
        title = str(child.attrs.get("title") or "") if child.type == "image" else ""
        if title:
            start, end = span or (self.cursor, len(self.written))
            place = place_of(self.spot, (max(start, self.written.find(title, start, end)), end))
            text = _SPACES.sub(" ", unicodedata.normalize("NFC", title)).strip()
            self.captions.append(Passage(text=text, kind="caption", anchors=((0, place.line, place.column),)))
        if span:
            self.cursor = max(self.cursor, span[1])

    def _add_space(self) -> None:
        if self.length and not self.parts[-1].endswith(" "):
            self.parts.append(" ")
            self.length += 1

    def _add(self, words: str, *, code: bool = False) -> None:
        at = self._found(words, code=code)
        text = words if words.isascii() else unicodedata.normalize("NFC", words)
        if at >= 0 and not _UNEVEN.search(text):
            self._add_run(text, at)
            return
        for run in re.finditer(r"\S+", text):
            if run.start() and self.length:
                self._add_space()
            start = at + run.start() if at >= 0 else self._found(run.group(), code=code)
            self._add_run(run.group(), start if start >= 0 else self._next_sign())
        if text[-1:].isspace():
            self._add_space()

    def _add_run(self, text: str, at: int) -> None:
        if text.startswith(" ") and (not self.length or self.parts[-1].endswith(" ")):
            text, at = text[1:], at + 1
        if not text:
            return
        if self.spot.cell is None and self.line_start <= at <= self.line_end:
            line, column = self.line, self.column + at - self.line_start
        else:
            place = place_of(self.spot, (min(at, len(self.written)), at + 1))
            line, column = place.line, place.column
            self._remember(at, line, column)
        last = self.anchors[-1] if self.anchors else (0, 0, 0)
        if last[1] != line or last[2] - last[0] != column - self.length:
            self.anchors.append((self.length, line, column))
        self.parts.append(text)
        self.length += len(text)

    def _next_sign(self) -> int:
        """Where an escape or an entity is likely to begin."""
        while self.written[self.cursor : self.cursor + 1] in (" ", "\\"):
            self.cursor += 1
        return self.cursor

    def _remember(self, at: int, line: int, column: int) -> None:
        """The line on which `at` stands, so that what follows on it is found by counting."""
        self.line_start = self.written.rfind("\n", 0, at) + 1
        end = self.written.find("\n", at)
        self.line_end = len(self.written) if end < 0 else end
        self.line, self.column = line, column - (at - self.line_start)

    def _found(self, words: str, *, code: bool) -> int:
        """Where `words` are written from the cursor on; -1 where escapes and entities stand for some of them."""
        line_end = self.written.find("\n", self.cursor)
        at = self.written.find(words, self.cursor, len(self.written) if code or line_end < 0 else line_end)
        if at < 0 and code:
            at = self.written.replace("\n", " ").find(words, self.cursor)
        if at >= 0:
            self.cursor = at + len(words)
        return at
