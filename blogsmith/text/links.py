"""The links of a body as they were written: their words, their target and where they stand."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from blogsmith.model.document import Link
from blogsmith.text.places import Spot, place_of

_CELLS = frozenset({"td_open", "th_open"})
_QUOTES = {"blockquote_open": 1, "blockquote_close": -1}


def written_links(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Link]:
    """Every link of `tokens`, in their order; `lines` are the body's."""
    quotes, cell = 0, -1
    for token in tokens:
        if token.type == "inline":
            if any(child.type == "link_open" for child in token.children or ()):
                spot = Spot(lines=lines, inline=token, cell=cell if cell >= 0 else None)
                yield from _links_of(spot, quoted=quotes > 0)
        elif token.type in _CELLS:
            cell += 1
        elif token.type in ("tr_open", "table_close"):
            cell = -1
        else:
            quotes += _QUOTES.get(token.type, 0)


def _links_of(spot: Spot, *, quoted: bool) -> Iterator[Link]:
    children = spot.inline.children or []
    for number, child in enumerate(children):
        span = child.meta.get("span")
        if child.type == "link_open" and span is not None:
            target, text = str(child.attrs.get("href", "")), _words(children[number + 1 :])
            yield Link(target=target, text=text, place=place_of(spot, span), quoted=quoted)


def _words(children: Sequence[Token]) -> str:
    parts = []
    for child in children:
        if child.type == "link_close":
            break
        parts.append(" " if child.type in ("softbreak", "hardbreak") else child.content)
    return " ".join("".join(parts).split())
