"""A body becomes a Document: parsed once, written once, with every fault it has.

The Document depends on the body, the Markdown settings and the nesting limit alone. Raw HTML never reaches the page.
"""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from blogsmith.model.config import MarkdownConfig
from blogsmith.model.document import Document, Fault, Link, Piece
from blogsmith.model.document import Passage as MappedPassage
from blogsmith.model.source import Place
from blogsmith.text.definitions import Definitions
from blogsmith.text.links import written_links
from blogsmith.text.mapped_passages import mapped_passages
from blogsmith.text.outline import ID_PREFIX
from blogsmith.text.parser import dialect_parser
from blogsmith.text.passages import Passage, passages, summary_of
from blogsmith.text.patterns import pattern
from blogsmith.text.pieces import MOST
from blogsmith.text.places import Spot, place_of
from blogsmith.text.reading_time import measure
from blogsmith.text.rendering import write_blocks
from blogsmith.text.writer import MAX_HTML, Writer

__all__ = ["ID_PREFIX", "parse_markdown"]

_UNPRINTABLE = pattern("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
"""Neither HTML nor XML may hold these, and feeds are XML. Source: XML 1.0, 2.2."""


def parse_markdown(body: str, *, config: MarkdownConfig, nesting: int) -> Document:
    """The Document of `body`. Lines and columns in it count from 1 at the body's first character.

    Reports, as faults: markdown/nesting, /too-large, /raw-html, /h1, /footnote, /empty-link, /language-tag,
    /unknown-language, /code-argument, /unknown-block, /block-argument, /block-body, /unclosed-block, link/scheme
    and link/remote-image.
    """
    if "\r" in body:
        body = body.replace("\r\n", "\n").replace("\r", "\n")
    body = _UNPRINTABLE.sub("\ufffd", body)
    if not body.endswith("\n"):
        body += "\n"  # markdown-it reads past the end of a last line that ends with a quote's mark
    definitions = Definitions(most=MAX_HTML)
    env: dict[str, object] = {"references": definitions}
    tokens = dialect_parser(cjk_emphasis=config.cjk_emphasis, nesting=nesting).parse(body, env)
    writer = Writer(lines=body.split("\n"), definitions=dict(definitions))
    writer.noted = frozenset(_note_signs(tokens))
    writer.faults += env.get("note_faults", [])  # type: ignore[arg-type]
    _check_nesting(writer, tokens, nesting)
    write_blocks(writer, tokens)
    if writer.full or definitions.exhausted:
        writer.report("markdown/too-large", Place(line=1, column=1), limit=MAX_HTML // 1024 // 1024)
    elif "cut" in env:
        writer.report("markdown/too-large", Place(line=1, column=1), variant="pieces", limit=MOST)
    return _document(
        writer,
        list(passages(tokens)),
        tuple(written_links(tokens, writer.lines)),
        tuple(mapped_passages(tokens, writer.lines)),
    )


def _document(
    writer: Writer, found: Sequence[Passage], links: tuple[Link, ...], mapped: tuple[MappedPassage, ...]
) -> Document:
    read = [passage.text for passage in found if passage.kind != "code"]
    return Document(
        pieces=tuple(_joined(writer.pieces)),
        headings=tuple(writer.headings),
        references=tuple(writer.references),
        ids=frozenset(writer.ids),
        summary=summary_of(found),
        plain="\n".join(passage.text for passage in found),
        length=measure("\n".join(read)),
        remarks=tuple(writer.remarks),
        faults=tuple(sorted(writer.faults, key=_by_place)),
        has_code=writer.has_code,
        has_video=writer.has_video,
        links=links,
        passages=mapped,
    )


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Texts between two holes as one."""
    text: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            text.append(piece)
            continue
        if text:
            yield "".join(text)
            text = []
        yield piece
    if text:
        yield "".join(text)


def _by_place(fault: Fault) -> tuple[int, int]:
    return fault.place.line, fault.place.column


def _note_signs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    for token in tokens:
        for child in token.children or ():
            if child.type == "footnote_ref":
                yield child.meta["id"], child.meta["subId"]


def _check_nesting(writer: Writer, tokens: Sequence[Token], limit: int) -> None:
    """Reports markdown/nesting once, where the limit is passed for the first time."""
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.nesting == 1 and token.level >= limit:
            number = min(line, len(writer.lines) - 1)
            place = Place(line=number + 1, column=1, length=max(1, len(writer.lines[number])))
            writer.report("markdown/nesting", place, limit=limit)
            return
        for child in token.children or ():
            if child.level + token.level >= limit and child.nesting == 1:
                place = place_of(Spot(lines=writer.lines, inline=token), (0, len(token.content)))
                writer.report("markdown/nesting", place, limit=limit)
                return
