"""A Korean letter becomes rectangles or, where its edges slant, a mask: what `covers.py` draws as a path, in pixels."""

from functools import lru_cache
from itertools import groupby
from typing import Final

from PIL import Image, ImageDraw

from blogsmith.media.canvas import Box
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
        mask = Image.new("L", (edge, edge))
        for box in letter_boxes(letter, edge, nested=nested):
            mask.paste(255, box)
        return mask
    finer = _FINER if edge <= _MOST_SMOOTHED else 2
    return _slanted(shape, edge * finer, nested=nested).reduce(finer)


def is_slanted(letter: str) -> bool:
    """Whether the mask has values between 0 and 255."""
    return LETTERS.get(letter, LETTERS["ㅁ"]).slanted


@lru_cache(maxsize=256)
def letter_boxes(letter: str, edge: int, *, nested: bool = False) -> tuple[Box, ...]:
    """The rectangles that a letter without slanted edges is made of, in a square of `edge` pixels."""
    shape = LETTERS.get(letter, LETTERS["ㅁ"])
    outlines = (*shape.outline, *(shape.inner if nested else ()))
    centres = [_MODULE * at + _MODULE // 2 for at in range(_MODULES)]
    ends = [round(edge * at / _MODULES) for at in range(_MODULES + 1)]
    boxes: list[Box] = []
    for row, y in enumerate(centres):
        inside = [sum(_winds(outline, x, y) for outline in outlines) != 0 for x in centres]
        for painted, run in groupby(range(_MODULES), key=inside.__getitem__):
            columns = tuple(run)
            if painted:
                boxes.append((ends[columns[0]], ends[row], ends[columns[-1] + 1], ends[row + 1]))
    return tuple(boxes)


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
