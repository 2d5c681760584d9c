"""Words become lines of a given width, as even as they can be: what `text-wrap: balance` does on pages."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from blogsmith.model.frozen import frozen
from blogsmith.text.patterns import pattern

Measure = Callable[[str], float]
"""How wide a piece of text is; two pieces are as wide as both together."""

_BETWEEN_SIGNS: Final = pattern("(?<=[\u3040-\u30ff\u3400-\u9fff])(?=[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff])")
"""Kana and Chinese characters stand without spaces; Korean breaks between words alone."""
_SHORT_WORD: Final = pattern(r"(?<=(?<!\S)\w) (?=\S)")
"""The space behind a word of one sign, `비 오는` and `a hill`: alone at the end of a line it looks lost."""
_STEPS: Final = 8
"""Halvings in the search of the narrowest width."""
_CUT: Final = "…"


@frozen
class _Piece:
    """What may not be broken."""

    text: str
    before: str
    """What stands before it where it does not begin a line: a space, or nothing."""
    width: float
    gap: float
    """How wide that is."""


def break_lines(text: str, measure: Measure, *, width: float, most: int) -> tuple[str, ...] | None:
    """At most `most` lines of at most `width`; None where more are needed. A word that is wider is broken anywhere."""
    pieces = tuple(_pieces(text, measure, width))
    lines = _filled(pieces, width)
    if len(lines) > most:
        return None
    narrow, wide = max((piece.width for piece in pieces), default=0.0), width
    for _ in range(_STEPS):
        middle = (narrow + wide) / 2
        if len(_filled(pieces, middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return _filled(pieces, wide)


def cut_lines(text: str, measure: Measure, *, width: float, most: int) -> tuple[str, ...]:
    """The first `most` lines, the last one cut short with `…` where there would be more."""
    whole = break_lines(text, measure, width=width, most=most)
    if whole is not None:
        return whole
    lines = _filled(tuple(_pieces(text, measure, width)), width)[:most]
    last = lines[-1]
    while last and measure(last + _CUT) > width:
        shorter = last.rpartition(" ")[0]
        last = shorter if len(shorter) >= len(last) // 2 else last[:-1]
    return (*lines[:-1], last.rstrip(" ,.:;-–—") + _CUT)


def _pieces(text: str, measure: Measure, width: float) -> Iterator[_Piece]:
    space = measure(" ")
    for word in _SHORT_WORD.sub("\u00a0", text).split(" "):
        before, gap = " ", space
        for part in _BETWEEN_SIGNS.split(word):
            for piece in _fitting(part, measure, width):
                yield _Piece(text=piece, before=before, width=measure(piece), gap=gap)
                before, gap = "", 0.0


def _fitting(word: str, measure: Measure, width: float) -> Iterator[str]:
    while measure(word) > width and len(word) > 1:
        end = next(end for end in range(len(word) - 1, 0, -1) if end == 1 or measure(word[:end]) <= width)
        yield word[:end]
        word = word[end:]
    if word:
        yield word


def _filled(pieces: Sequence[_Piece], width: float) -> tuple[str, ...]:
    lines: list[str] = []
    used = 0.0
    for piece in pieces:
        if lines and used + piece.gap + piece.width <= width:
            lines[-1] += piece.before + piece.text
            used += piece.gap + piece.width
        else:
            lines.append(piece.text)
            used = piece.width
    return tuple(lines)
