"""Letters as they are painted: the same as they are drawn."""

import pytest
from PIL import Image, ImageChops, ImageDraw

from blogsmith.media.covers import LETTERS
from blogsmith.media.letters import letter_boxes, letter_mask

UPRIGHT = [name for name, shape in LETTERS.items() if not shape.slanted]


def shown(letter: str, *, nested: bool) -> list[str]:
    """A line of signs a row of modules."""
    bits = letter_mask(letter, 5, nested=nested).tobytes()
    return ["".join("#" if bit else "." for bit in bits[start : start + 5]) for start in range(0, 25, 5)]


def test_what_is_inside_a_hole_is_not_painted() -> None:
    assert shown("ㅁ", nested=False) == ["#####", "#...#", "#...#", "#...#", "#####"]
    assert shown("ㅁ", nested=True) == ["#####", "#...#", "#.#.#", "#...#", "#####"]
    assert shown("ㅂ", nested=False) == ["#...#", "#...#", "#####", "#...#", "#####"]


@pytest.mark.parametrize("letter", UPRIGHT)
@pytest.mark.parametrize("edge", [5, 21, 50, 105, 157, 420])
@pytest.mark.parametrize("nested", [False, True])
def test_rectangles_are_the_outlines_that_covers_are_drawn_with(letter: str, edge: int, *, nested: bool) -> None:
    shape, scale, finer = LETTERS[letter], edge / 50, 8
    expected = Image.new("1", (edge * finer, edge * finer))
    for outline in (*shape.outline, *(shape.inner if nested else ())):
        one = Image.new("1", expected.size)
        points = [(round(x * scale) * finer, round(y * scale) * finer) for x, y in outline]
        ImageDraw.Draw(one).polygon(points, fill=1)
        expected = ImageChops.logical_xor(expected, one)
    inside = [
        expected.getpixel((x * finer + finer // 2, y * finer + finer // 2)) for y in range(edge) for x in range(edge)
    ]
    assert letter_mask(letter, edge, nested=nested).tobytes() == bytes(255 if bit else 0 for bit in inside)


@pytest.mark.parametrize("letter", UPRIGHT)
def test_rectangles_lie_in_their_square_and_never_over_each_other(letter: str) -> None:
    boxes = letter_boxes(letter, 105, nested=True)
    assert all(0 <= left < right <= 105 and 0 <= top < bottom <= 105 for left, top, right, bottom in boxes)
    area = sum((right - left) * (bottom - top) for left, top, right, bottom in boxes)
    assert area == letter_mask(letter, 105, nested=True).histogram()[255]
