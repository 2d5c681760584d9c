"""A body after its one parse: HTML in pieces with holes, and what the rest of the house asks of it.

Lines count from the body's first line, so a Document depends on the body's text and the Markdown settings alone;
who reports a fault adds the line on which the body begins.
"""

from typing import Literal

from blogsmith.model.diagnostic import Fact
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Place

ReferenceKind = Literal["link", "image", "file", "post"]


@frozen
class Reference:
    """Something the body points to that only the whole site can resolve; absolute URLs are none."""

    kind: ReferenceKind
    """`link`: a path, an anchor or both. `image`, `file`: a file beside the post. `post`: the id after `post:`."""
    target: str
    """As written: `../other/index.md#part`, `#part`, `/about/`, `chart.svg`, `w4k7-rope`."""
    place: Place


@frozen
class Hole:
    """A place in the HTML that is filled when the reference is resolved.

    `image`: a whole `<img>` tag, filled with URL, size and `alt`.
    `link`: a whole `<a …>` start tag, closed by the piece after its text; `<a>` alone where nothing is published.
    `title`: the text of a link that has none of its own: the post's title.
    `card`: a whole block that names another post (`::: post`).
    `file`: a whole `<a>` to a download, with its size.
    """

    kind: Literal["image", "link", "title", "card", "file"]
    reference: int
    """Index in `Document.references`."""
    text: str = ""
    """`image`: alternative text. `link`: the title attribute. `file`: the words of the link. Not escaped."""


Piece = str | Hole


@frozen
class Heading:
    """A heading of the body, for the table of contents and for anchors."""

    level: int
    """1 to 6, as written."""
    id: str
    """Without prefix, unique in the document: `남은-일`."""
    text: str
    """Plain words."""
    place: Place


@frozen
class Link:
    """A link of the body as it is written, wherever it leads."""

    target: str
    """`https://…`, `mailto:…`, `post:w4k7-rope`, `../other/index.md`."""
    text: str
    """Its plain words; of an image its alternative text."""
    place: Place
    """The whole link, from its bracket on."""
    quoted: bool = False
    """True within a block quote."""


@frozen
class Fault:
    """A fault of the body, before it is known in which file the body stands."""

    rule: str
    place: Place
    facts: tuple[tuple[str, Fact], ...] = ()
    variant: str = ""
    warning: bool = False


@frozen
class Remark:
    """An HTML comment that is meant for blogsmith: a waiver."""

    text: str
    """What stands between `<!--` and `-->`, beginning with `blogsmith:`."""
    place: Place


@frozen
class Length:
    """How much there is to read, per script."""

    words: int
    """Words of scripts with spaces between them, not counting Hangul."""
    syllables: int
    """Hangul syllables, kana and Chinese characters."""
    characters: int
    """All letters, digits and marks, white space not counted: 200 fill a Korean manuscript sheet."""


PassageKind = Literal[
    "paragraph", "item", "heading", "cell", "quotation", "caption", "callout", "term", "definition", "note"
]


@frozen
class Passage:
    """The words of one block that is read, and where they stand. Code blocks are none."""

    text: str
    """In NFC, white space made single; the words of links and of code spans stay, images and note signs do not."""
    kind: PassageKind
    """`quotation` for all in a block quote, `callout` for all in a `:::` block; `item`: a paragraph of a list."""
    anchors: tuple[tuple[int, int, int], ...]
    """(offset in `text`, line, column), in order; what follows an anchor stands on its line, column by column."""
    codes: tuple[tuple[int, int], ...] = ()
    """Start and end in `text` of each code span."""
    links: tuple[int, ...] = ()
    """Offsets where a link begins, autolinks too."""
    notes: tuple[int, ...] = ()
    """Offsets where a footnote is referred to."""
    lead: int = 0
    """How many characters of bold words it begins with."""

    def place(self, start: int, end: int) -> Place:
        """Where the characters from `start` to `end` stand, as far as their first line goes."""
        offset, line, column = self.anchors[0]
        if len(self.anchors) == 1:
            return Place(line=line, column=column + start - offset, length=max(1, end - start))
        limit = end
        for anchor in self.anchors[1:]:
            if anchor[0] <= start:
                offset, line, column = anchor
            elif anchor[1] != line:
                limit = min(end, anchor[0])
                break
        return Place(line=line, column=column + start - offset, length=max(1, limit - start))


@frozen
class Outline:
    """What the rest of the site needs to know of a body without reading it: small enough to have all at once."""

    references: tuple[Reference, ...]
    ids: frozenset[str]
    """Every id that a link may aim at, without prefix: headings."""
    summary: str
    """First paragraph as plain text, cut at a sentence near 160 characters (80 where most are Hangul)."""
    length: Length
    remarks: tuple[Remark, ...]
    faults: tuple[Fault, ...]


@frozen
class Body(Outline):
    """A body as its page shows it."""

    pieces: tuple[Piece, ...]
    headings: tuple[Heading, ...]
    has_code: bool
    """True where a highlighted block is in it."""
    has_video: bool
    """True where a video waits for a click."""
    plain: str
    """The whole text without markup, for search and descriptions."""
    links: tuple[Link, ...] = ()
    """Every link, in the order of the text."""


@frozen
class Document(Body):
    """A body, parsed once, with its words for who reads them."""

    passages: tuple[Passage, ...] = ()
    """Every block that is read, in the order of the body; notes come last."""
