"""A Korean letter becomes a mask: what `covers.py` draws as a path, in pixels."""

from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw

from blogsmith.media.covers import LETTERS, SMALL, Letter, Point

_MODULES: Final = 5
_MODULE: Final = SMALL // _MODULES
_FINER: Final = 4
"""Slanted edges are drawn so many times larger, and smoothed by making them smaller."""
_MOST_SMOOTHED: Final = 600


@lru_cache(maxsize=128)
def letter_mask(letter: str, edge: int, *, nested: bool = False) -> Image.Image:
    """The letter in a square of `edge` pixels, 255 where it is painted."""
    shape = LETTERS.get(letter, LETTERS["ㅁ"])
    if not shape.slanted:
        return _upright(shape, nested=nested).resize((edge, edge), Image.Resampling.NEAREST)
    finer = _FINER if edge <= _MOST_SMOOTHED else 2
    return _slanted(shape, edge * finer, nested=nested).reduce(finer)


def is_slanted(letter: str) -> bool:
    """Whether the mask has values between 0 and 255."""
    return LETTERS.get(letter, LETTERS["ㅁ"]).slanted


def _upright(shape: Letter, *, nested: bool) -> Image.Image:
    """One pixel a module."""
    outlines = (*shape.outline, *(shape.inner if nested else ()))
    centres = [_MODULE * at + _MODULE // 2 for at in range(_MODULES)]
    inside = [sum(_winds(outline, x, y) for outline in outlines) for y in centres for x in centres]
    return Image.frombytes("L", (_MODULES, _MODULES), bytes(255 if times else 0 for times in inside))


def _winds(outline: tuple[Point, ...], x: int, y: int) -> int:
    """How often an outline goes around a point; holes go around it the other way."""
    times = 0
    for (x1, y1), (x2, y2) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if x1 == x2 and x1 > x and min(y1, y2) < y < max(y1, y2):
            times += 1 if y2 > y1 else -1
    return times


def _slanted(shape: Letter, edge: int, *, nested: bool) -> Image.Image:
    mask = Image.new("L", (edge, edge))
    draw, scale = ImageDraw.Draw(mask), edge / SMALL
    for outline in (*shape.outline, *(shape.inner if nested else ())):
        draw.polygon([(x * scale, y * scale) for x, y in outline], fill=255)
    for ring in (*shape.rings, *(shape.inner_rings if nested else ())):
        for radius, fill in ((ring.radius, 255), (ring.hole, 0)):
            if radius:
                box = [value * scale for value in (ring.x - radius, ring.y - radius, ring.x + radius, ring.y + radius)]
                draw.ellipse((box[0], box[1], box[2] - 1, box[3] - 1), fill=fill)
    return mask
