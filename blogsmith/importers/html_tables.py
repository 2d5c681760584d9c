"""The rows of an HTML table become a pipe table."""

import re
from collections.abc import Sequence

from blogsmith.importers.html_tree import Element, Node
from blogsmith.model.frozen import frozen

_GROUPS = frozenset({"thead", "tbody", "tfoot", "colgroup"})
_MOST_COLUMNS = 100


@frozen
class Cell:
    """One cell, already in Markdown."""

    words: str
    heads: bool = False
    """True for `<th>`."""
    columns: int = 1
    """How many it spans."""


def table_rows(table: Element) -> tuple[tuple[Element, ...], ...]:
    """The cells of each row; cells without a row around them make a row of their own."""
    rows: list[tuple[Element, ...]] = []
    loose: list[Element] = []
    for node in _parts(table.children):
        if node.name in ("td", "th"):
            loose.append(node)
            continue
        if loose:
            rows.append(tuple(loose))
            loose = []
        if node.name == "tr":
            rows.append(tuple(cell for cell in _parts(node.children) if cell.name in ("td", "th")))
    return tuple(row for row in (*rows, tuple(loose)) if row)


def pipe_table(rows: Sequence[Sequence[Cell]]) -> str:
    """The table as Markdown; its first row is the head where it says so, else the head stays empty."""
    if not rows:
        return ""
    width = min(_MOST_COLUMNS, max(sum(max(1, cell.columns) for cell in row) for row in rows))
    head = rows[0] if any(cell.heads for cell in rows[0]) else ()
    body = rows[1:] if head else rows
    return "\n".join([_row(head, width), "|" + " --- |" * width, *(_row(row, width) for row in body)])


def columns_of(cell: Element) -> int:
    """How many columns a cell says it spans."""
    said = cell.attributes.get("colspan", "1")
    return min(_MOST_COLUMNS, int(said)) if said.isascii() and said.isdigit() else 1


def _parts(nodes: Sequence[Node]) -> list[Element]:
    """The elements of a table or row, groups of rows opened."""
    found: list[Element] = []
    for node in nodes:
        if isinstance(node, Element):
            found += _parts(node.children) if node.name in _GROUPS else [node]
    return found


def _row(cells: Sequence[Cell], width: int) -> str:
    words: list[str] = []
    for cell in cells:
        words += [re.sub(r"(?<!\\)\|", r"\\|", cell.words), *[""] * (cell.columns - 1)]
    words = [*words, *[""] * width][:width]
    return "| " + " | ".join(words) + " |"
