"""Short ways to say what a body becomes."""

from blogsmith.model.config import MarkdownConfig
from blogsmith.model.document import Document, Hole
from blogsmith.model.source import Place
from blogsmith.text.markdown import parse_markdown


def read(body: str, *, cjk_emphasis: bool = True, nesting: int = 40) -> Document:
    """The Document of `body`."""
    return parse_markdown(body, config=MarkdownConfig(cjk_emphasis=cjk_emphasis), nesting=nesting)


def html_of(body: str, *, cjk_emphasis: bool = True) -> str:
    """The pieces as one text; a hole is `{kind target}` or `{kind target: text}`."""
    document = read(body, cjk_emphasis=cjk_emphasis)
    return "".join(piece if isinstance(piece, str) else _shown(document, piece) for piece in document.pieces)


def _shown(document: Document, hole: Hole) -> str:
    text = f": {hole.text}" if hole.text else ""
    return f"{{{hole.kind} {document.references[hole.reference].target}{text}}}"


def covered(body: str, place: Place) -> str:
    """The characters of `body` that `place` marks."""
    line = body.split("\n")[place.line - 1]
    return line[place.column - 1 : place.column - 1 + place.length]


def faults_of(body: str, *, nesting: int = 40) -> list[str]:
    """`rule@variant line:column what-it-marks` of every fault."""
    found = []
    for fault in read(body, nesting=nesting).faults:
        variant = f"@{fault.variant}" if fault.variant else ""
        where = f"{fault.place.line}:{fault.place.column}"
        found.append(f"{fault.rule}{variant} {where} {covered(body, fault.place)}")
    return found


def facts_of(body: str) -> dict[str, str | int]:
    """The facts of the only fault."""
    (fault,) = read(body).faults
    return dict(fault.facts)
