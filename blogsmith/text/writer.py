"""What grows while a body is written: HTML with holes, references, headings and faults."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from blogsmith.model.diagnostic import Fact
from blogsmith.model.document import Fault, Heading, Hole, Piece, Reference, ReferenceKind, Remark
from blogsmith.model.source import Place
from blogsmith.text.outline import ID_PREFIX, heading_id
from blogsmith.text.places import Definitions, Spot

MAX_HTML = 2 * 1024 * 1024
"""Most characters of HTML that one body may become: 116 KB of Markdown can ask for 400 MB."""

HoleKind = Literal["image", "link", "title", "card", "file"]


@dataclass(slots=True, kw_only=True)
class Writer:
    """One body on its way to a Document. Where `full`, nothing more is written."""

    lines: Sequence[str]
    """Of the body."""
    definitions: Definitions
    pieces: list[Piece] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    """Ids of headings, as `heading_id` keeps them."""
    closers: list[str] = field(default_factory=list)
    """What ends the open links and blocks, the outermost first."""
    spot: Spot | None = None
    """The inline token that is being written."""
    cell: int | None = None
    """Number of the table cell that is being written, in its row."""
    labels: set[str] = field(default_factory=set)
    """Accessible names that are taken."""
    noted: frozenset[tuple[int, int]] = frozenset()
    """Footnotes and which of their signs are written, so that no way back leads nowhere."""
    tags: set[str] = field(default_factory=set)
    """Names of raw tags that were reported."""
    has_code: bool = False
    has_video: bool = False
    size: int = 0

    @property
    def full(self) -> bool:
        """True from the piece on that goes past MAX_HTML."""
        return self.size > MAX_HTML

    def write(self, html: str) -> None:
        """Adds markup that is safe."""
        self.size += len(html)
        if not self.full:
            self.pieces.append(html)

    def write_words(self, text: str) -> None:
        """Adds text, escaped."""
        self.write(escapeHtml(text))

    def refer(self, kind: ReferenceKind, target: str, place: Place) -> int:
        """Notes a reference; its number is for the holes it fills."""
        self.references.append(Reference(kind=kind, target=target, place=place))
        return len(self.references) - 1

    def leave_hole(self, kind: HoleKind, reference: int, text: str = "") -> None:
        """Adds a hole; what will fill it is counted by what is known of it."""
        self.size += len(self.references[reference].target) + len(text)
        if not self.full:
            self.pieces.append(Hole(kind=kind, reference=reference, text=text))

    def report(
        self, rule: str, place: Place, *, variant: str = "", warning: bool = False, **facts: Fact | None
    ) -> None:
        """Notes a fault; a fact that is None is left out."""
        known = tuple((name, value) for name, value in facts.items() if value is not None)
        self.faults.append(Fault(rule=rule, place=place, facts=known, variant=variant, warning=warning))

    def begin(self, start: str, end: str) -> None:
        """Opens what the next closing token of its kind ends."""
        self.write(start)
        self.closers.append(end)

    def end(self) -> None:
        """Closes what was begun last."""
        self.write(self.closers.pop())

    def add_heading(self, level: int, text: str, place: Place) -> str:
        """Notes a heading; its id as it stands in the HTML."""
        found = heading_id(text, self.ids)
        self.headings.append(Heading(level=level, id=found, text=text, place=place))
        return ID_PREFIX + found

    def unique_label(self, wanted: str) -> str:
        """An accessible name no other part of the body has: the second table of a chapter is `Chapter 2`."""
        label, count = wanted, 1
        while label in self.labels:
            count += 1
            label = f"{wanted} {count}"
        self.labels.add(label)
        return label

    def line_place(self, token: Token) -> Place:
        """The line on which a block begins, its indent left out."""
        number = token.map[0] if token.map else 0
        line = self.lines[number] if number < len(self.lines) else ""
        indent = len(line) - len(line.lstrip())
        return Place(line=number + 1, column=indent + 1, length=max(1, len(line.strip())))

    def text_place(self, token: Token, text: str) -> Place:
        """From where `text` stands on the first line of a block to the line's end; the whole line where it does not."""
        whole = self.line_place(token)
        line = self.lines[whole.line - 1].rstrip() if whole.line <= len(self.lines) else ""
        at = line.find(text)
        return whole if at < 0 else Place(line=whole.line, column=at + 1, length=max(1, len(line) - at))
