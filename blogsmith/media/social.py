"""A social card becomes a picture of 1200 x 630: 20 x 10.5 cells, 13 for the words and 7 for the drawn cover.

The same card and fonts give the same pixels for ever. Source of the measures: LOOK.md, Covers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final

from PIL import Image, ImageDraw

from blogsmith.media.canvas import Canvas
from blogsmith.media.covers import HEIGHT as COVER_HEIGHT
from blogsmith.media.covers import Ink, Tile, plan_cover, plan_tiles
from blogsmith.media.lettering import Face, Lettering
from blogsmith.media.letters import is_slanted, letter_boxes, letter_mask
from blogsmith.model.frozen import frozen
from blogsmith.model.page import Inks
from blogsmith.model.social import HEIGHT, WIDTH, Signature, SocialCard
from blogsmith.text.lines import break_lines, cut_lines
from blogsmith.text.scripts import HANGUL
from blogsmith.text.typesetting import typeset_text

_CELL: Final = 60
_PANEL: Final = 13 * _CELL
_SQUARES: Final = (
    (_PANEL, 0, 420),
    (_PANEL, 420, 210),
    *((_PANEL + 210 + x, 420 + y, 105) for y in (0, 105) for x in (0, 105)),
)
"""Left, top and edge: a letter of 7 cells, one of 3.5 and four of 1.75."""
_SMALLER: Final = 105
"""Tiles up to this may rest, and one of them has the spark."""
_MARGIN, _TEXT_WIDTH = _CELL, _PANEL - 2 * _CELL
_TITLE_TOP: Final = 122
_SIZES: Final = ((88, 3, 12.0), (74, 3, 24.0), (62, 4, 45.0), (52, 5, 1000.0))
"""Pixels, lines at most, and the longest title, in wide signs."""
_NARROW: Final = 0.55
"""A Latin letter beside a wide sign."""
_LABEL, _NAME, _NOTE, _CHIP = 28, 26, 30, 22
_MARK: Final = 30
_SEAL_TOP: Final = HEIGHT - 2 * _CELL
_WORD_STEPS, _SLANT_STEPS, _PHOTO_COLOURS = 10, 5, 192


@frozen
class Drawn:
    """The picture, and why it bears no words."""

    content: bytes
    """A PNG."""
    unwritten: str
    """Signs of the title that no font here can write; empty where it stands there."""


def draw_social_card(card: SocialCard, lettering: Lettering, photo: Image.Image | None = None) -> Drawn:
    """The picture of a card. A title that cannot be written is left out, and the mark of a disclosure with it: then
    the drawn cover fills the card.
    """
    canvas = Canvas(WIDTH, HEIGHT)
    ground, ink = canvas.ramp(card.inks.field, card.inks.on, _WORD_STEPS)
    title = lettering.prepared(typeset_text(card.title))
    paid = lettering.prepared(card.paid)
    unwritten = lettering.unwritten(title) or lettering.unwritten(paid)
    if unwritten:
        cover = _enlarged(plan_cover(card.seed), HEIGHT / COVER_HEIGHT)
        _paint_tiles(canvas, cover, card.letter, card.inks)
        return Drawn(content=canvas.png(), unwritten=unwritten)
    if photo is not None:
        canvas.put_photo(photo, (_PANEL, 0, WIDTH, HEIGHT), _PHOTO_COLOURS)
    elif card.tiles:
        _paint_letters(canvas, card.tiles)
    else:
        _paint_tiles(canvas, plan_tiles(f"card/{card.seed}", _SQUARES, smaller=_SMALLER), card.letter, card.inks)
    pen = _Pen(canvas=canvas, lettering=lettering, ground=ground, ink=ink)
    _write_label(pen, card)
    _write_title(pen, title)
    if card.note:
        _write_note(pen, card.note)
    else:
        _sign(pen, card.signatures, paid)
    return Drawn(content=canvas.png(), unwritten="")


@frozen
class _Pen:
    canvas: Canvas
    lettering: Lettering
    ground: int
    ink: int

    def face(self, text: str) -> Face | None:
        return self.lettering.face_for(text) if text else None

    def write(self, face: Face, text: str, size: int, at: tuple[float, int], *, ink: int, spacing: float = 0) -> None:
        """A line of text; `at` is its left end and the top of the line."""
        x, y = at
        for sign in text:
            glyph = face.glyph(sign, size)
            if glyph.mask is not None:
                self.canvas.paint(ink, (round(x) + glyph.left, y + glyph.top), glyph.mask)
            x += glyph.advance + spacing


def _write_label(pen: _Pen, card: SocialCard) -> None:
    left = _MARGIN
    if card.letter and not card.tiles:
        pen.canvas.paint(pen.ink, (left, _CELL), letter_mask(card.letter, _MARK))
        left += _MARK + 16
    label = pen.lettering.prepared(card.label)
    face = pen.face(label)
    if face is not None:
        pen.write(face, label, _LABEL, (left, _middle(face, _LABEL, _CELL + _MARK // 2)), ink=pen.ink)


def _write_title(pen: _Pen, title: str) -> None:
    face = pen.face(title)
    if face is None:
        return
    tight, leading = (-0.028, 1.28) if HANGUL.search(title) else (-0.02, 1.18)
    size, lines = _set(face, title, tight)
    y = _TITLE_TOP
    for line in lines:
        top = y + round((size * leading - face.height(size)) / 2)
        pen.write(face, line, size, (_MARGIN, top), ink=pen.ink, spacing=size * tight)
        y += round(size * leading)


def _set(face: Face, title: str, tight: float) -> tuple[int, tuple[str, ...]]:
    """The size of a title by its length, and its lines; a smaller one where it takes too many, or would do with one.

    Signs are set closer together, all but the last of a line: it keeps its own width.
    """
    length = sum(1 if ord(sign) > 0x1100 else _NARROW for sign in title)
    for (size, most, longest), (smaller, *_) in pairwise((*_SIZES, _SIZES[-1])):
        if length <= longest:
            lines = break_lines(
                title,
                partial(face.width, size=size, spacing=size * tight),
                width=_TEXT_WIDTH + size * tight,
                most=most,
            )
            if lines is not None and (len(lines) != 2 or face.width(title, smaller, smaller * tight) > _TEXT_WIDTH):
                return size, lines
    size, most, _ = _SIZES[-1]
    measure = partial(face.width, size=size, spacing=size * tight)
    return size, cut_lines(title, measure, width=_TEXT_WIDTH + size * tight, most=most)


def _write_note(pen: _Pen, note: str) -> None:
    text = pen.lettering.prepared(typeset_text(note))
    face = pen.face(text)
    if face is None:
        return
    lines = cut_lines(text, partial(face.width, size=_NOTE), width=_TEXT_WIDTH, most=4)
    pitch = round(_NOTE * 1.5)
    for number, line in enumerate(lines):
        pen.write(face, line, _NOTE, (_MARGIN, HEIGHT - _CELL - pitch * (len(lines) - number)), ink=pen.ink)


def _sign(pen: _Pen, signatures: tuple[Signature, ...], paid: str) -> None:
    """Seals with names from the left, and behind them the mark of a disclosure, for which there is always room."""
    left, right = float(_MARGIN), float(_MARGIN + _TEXT_WIDTH)
    face = pen.face(paid)
    chip = face.width(paid, _CHIP) + 32 if face is not None else 0
    room = right - (chip + 28 if chip else 0)
    for number, signature in enumerate(signatures):
        name = pen.lettering.prepared(signature.name)
        own = pen.face(name)
        if own is None:
            continue
        rest = f"+{len(signatures) - number}"
        width = _CELL + 16 + own.width(name, _NAME)
        more = own.width(rest, _NAME) + 20 if number + 1 < len(signatures) else 0
        if left + width + more > room and number:
            pen.write(own, rest, _NAME, (left, _middle(own, _NAME, _SEAL_TOP + 30)), ink=pen.ink)
            left += own.width(rest, _NAME) + 28
            break
        _seal(pen, signature, round(left))
        name = cut_lines(name, partial(own.width, size=_NAME), width=room - left - _CELL - 16 - more, most=1)[0]
        pen.write(own, name, _NAME, (left + _CELL + 16, _middle(own, _NAME, _SEAL_TOP + 30)), ink=pen.ink)
        left += _CELL + 16 + own.width(name, _NAME) + 28
    if face is not None:
        _chip(pen, face, paid, round(left), round(chip))


def _seal(pen: _Pen, signature: Signature, left: int) -> None:
    square = signature.shape != "round"
    pen.canvas.paint(pen.ink, (left, _SEAL_TOP), _seal_mask(square=square))
    text = pen.lettering.prepared(signature.seal)
    face = pen.face(text)
    if face is not None:
        size = _LABEL if len(text) == 1 else 24
        at = (left + (_CELL - face.width(text, size)) / 2, _middle(face, size, _SEAL_TOP + _CELL // 2))
        pen.write(face, text, size, at, ink=pen.ground if square else pen.ink)


def _chip(pen: _Pen, face: Face, words: str, left: int, width: int) -> None:
    top, bottom = _SEAL_TOP + 6, _SEAL_TOP + 54
    pen.canvas.fill(pen.ink, (left, top, left + width, bottom))
    pen.canvas.fill(pen.ground, (left + 3, top + 3, left + width - 3, bottom - 3))
    pen.write(face, words, _CHIP, (left + 16, _middle(face, _CHIP, _SEAL_TOP + 30)), ink=pen.ink)


@lru_cache(maxsize=2)
def _seal_mask(*, square: bool) -> Image.Image:
    edge = _CELL * 4
    mask = Image.new("L", (edge, edge))
    draw = ImageDraw.Draw(mask)
    if square:
        draw.rounded_rectangle((0, 0, edge - 1, edge - 1), radius=edge // 10, fill=255)
    else:
        draw.ellipse((0, 0, edge - 1, edge - 1), fill=255)
        draw.ellipse((12, 12, edge - 13, edge - 13), fill=0)
    return mask.reduce(4)


def _middle(face: Face, size: int, y: int) -> int:
    """The top of a line whose middle is at `y`."""
    return y - face.height(size) // 2


def _enlarged(tiles: Iterable[Tile], scale: float) -> Iterator[Tile]:
    """Tiles of a cover in pixels of a card; what is beyond its right edge is cut off."""
    for tile in tiles:
        x, y, end = round(tile.x * scale), round(tile.y * scale), round((tile.x + tile.edge) * scale)
        yield replace(tile, x=x, y=y, edge=end - x)


def _paint_tiles(canvas: Canvas, tiles: Iterable[Tile], letter: str, inks: Inks) -> None:
    colours: dict[Ink, str] = {"f": inks.field, "d": inks.deep, "l": inks.light, "s": inks.spark}
    for tile in tiles:
        figure = colours[tile.figure] if tile.kind != "rest" else ""
        _paint_tile(canvas, tile, letter, colours[tile.ground], figure)


def _paint_letters(canvas: Canvas, tiles: tuple[tuple[str, Inks], ...]) -> None:
    """Each tile another category's letter, light on its field; with fewer letters they come again."""
    for number, (x, y, edge) in enumerate(_SQUARES):
        letter, inks = tiles[number % len(tiles)]
        _paint_tile(
            canvas, Tile(x=x, y=y, edge=edge, ground="f", figure="l", kind="letter"), letter, inks.field, inks.light
        )


def _paint_tile(canvas: Canvas, tile: Tile, letter: str, ground: str, figure: str) -> None:
    square = (tile.x, tile.y, tile.x + tile.edge, tile.y + tile.edge)
    if not figure:
        canvas.fill(canvas.colour(ground), square)
        return
    nested = tile.kind == "nested"
    if is_slanted(letter):
        low, high = canvas.ramp(ground, figure, _SLANT_STEPS)
        canvas.fill(low, square)
        canvas.paint(high, (tile.x, tile.y), letter_mask(letter, tile.edge, nested=nested))
        return
    low, high = canvas.colour(ground), canvas.colour(figure)
    canvas.fill(low, square)
    for left, top, right, bottom in letter_boxes(letter, tile.edge, nested=nested):
        canvas.fill(high, (tile.x + left, tile.y + top, tile.x + right, tile.y + bottom))
