"""A seed and a Korean letter become the picture of a post that has no photo.

The promise: the same seed and letter give the same drawing for ever, so a cover never changes under its readers.
A cover is a manuscript sheet of 20 x 10 cells; tiles of 20, 10, 5 and 2.5 cells carry the letter of the category.
The drawing names four inks by class and no colour: `c-f` field, `c-d` deep, `c-l` light, `c-s` spark.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import pairwise
from typing import Literal

from blogsmith.model.frozen import frozen

Ink = Literal["f", "d", "l", "s"]
Kind = Literal["rest", "letter", "nested"]
Point = tuple[int, int]

WIDTH, HEIGHT, BANNER_HEIGHT = 400, 200, 150
GIANT, BIG, MIDDLE, SMALL = 400, 200, 100, 50
"""Edges of tiles. A cell is 20 units, so that the smallest tile is a letter of 5 x 5 modules of 10."""

_SPLITS_AGAIN = 87
"""A byte under this splits a middle tile: 87 / 256 = .34."""

_PAIRS: tuple[tuple[Ink, Ink], ...] = (("f", "l"), ("f", "d"), ("d", "f"), ("d", "l"), ("l", "f"), ("l", "d"))
_KINDS: tuple[Kind, ...] = ("letter", "letter", "nested", "nested", "rest")


@frozen
class Ring:
    """A circle of the line's thickness or, with `hole` 0, a dot. On the grid of 50 x 50."""

    x: int
    y: int
    radius: int
    hole: int = 0


@frozen
class Letter:
    """A letter on 5 x 5 modules of 10, drawn with a line of one module."""

    outline: tuple[tuple[Point, ...], ...] = ()
    rings: tuple[Ring, ...] = ()
    inner: tuple[tuple[Point, ...], ...] = ()
    """The smaller copy that a nested tile adds."""
    inner_rings: tuple[Ring, ...] = ()
    slanted: bool = False
    """True where edges are not all upright: then they are smoothed."""


def _box(x: int, y: int, width: int, height: int) -> tuple[Point, ...]:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def _hole(x: int, y: int, width: int, height: int) -> tuple[Point, ...]:
    return tuple(reversed(_box(x, y, width, height)))


_ROOF = ((19, 0), (31, 0), (50, 50), (38, 50), (25, 17), (12, 50), (0, 50))
_SMALL_ROOF = ((23, 30), (27, 30), (35, 50), (30, 50), (25, 37), (20, 50), (15, 50))

LETTERS: dict[str, Letter] = {
    "ㄱ": Letter(
        outline=(((0, 0), (50, 0), (50, 50), (40, 50), (40, 10), (0, 10)),),
        inner=(((0, 20), (30, 20), (30, 50), (20, 50), (20, 30), (0, 30)), _box(0, 40, 10, 10)),
    ),
    "ㄴ": Letter(
        outline=(((0, 0), (10, 0), (10, 40), (50, 40), (50, 50), (0, 50)),),
        inner=(((20, 0), (30, 0), (30, 20), (50, 20), (50, 30), (20, 30)), _box(40, 0, 10, 10)),
    ),
    "ㄷ": Letter(
        outline=(((0, 0), (50, 0), (50, 10), (10, 10), (10, 40), (50, 40), (50, 50), (0, 50)),),
        inner=(_box(20, 20, 30, 10),),
    ),
    "ㄹ": Letter(
        outline=(
            (
                *((0, 0), (50, 0), (50, 30), (10, 30), (10, 40), (50, 40)),
                *((50, 50), (0, 50), (0, 20), (40, 20), (40, 10), (0, 10)),
            ),
        ),
    ),
    "ㅁ": Letter(outline=(_box(0, 0, 50, 50), _hole(10, 10, 30, 30)), inner=(_box(20, 20, 10, 10),)),
    "ㅂ": Letter(
        outline=(
            ((0, 0), (10, 0), (10, 20), (40, 20), (40, 0), (50, 0), (50, 50), (0, 50)),
            _hole(10, 30, 30, 10),
        ),
    ),
    "ㅅ": Letter(outline=(_ROOF,), inner=(_SMALL_ROOF,), slanted=True),
    "ㅇ": Letter(
        rings=(Ring(x=25, y=25, radius=25, hole=15),), inner_rings=(Ring(x=25, y=25, radius=5),), slanted=True
    ),
    "ㅈ": Letter(
        outline=(
            (
                *((0, 0), (50, 0), (50, 10), (31, 10), (50, 50), (38, 50)),
                *((25, 23), (12, 50), (0, 50), (19, 10), (0, 10)),
            ),
        ),
        slanted=True,
    ),
    "ㅎ": Letter(
        outline=(((15, 0), (35, 0), (35, 6), (50, 6), (50, 16), (0, 16), (0, 6), (15, 6)),),
        rings=(Ring(x=25, y=35, radius=15, hole=6),),
        slanted=True,
    ),
}
"""Letters that a category may own. Any other letter is drawn as ㅁ."""


@frozen
class Tile:
    """A square of the sheet: where it stands, how long its edge is, its two inks, and what it shows."""

    x: int
    y: int
    edge: int
    ground: Ink
    figure: Ink
    kind: Kind


def _draws(seed: str) -> Iterator[int]:
    """Bytes without end, from the seed alone."""
    block = blake2b(seed.encode()).digest()
    while True:
        yield from block
        block = blake2b(block).digest()


def _pick(draws: Iterator[int], choices: int) -> int:
    return next(draws) * choices >> 8


def _quarters(x: int, y: int, edge: int) -> tuple[tuple[int, int, int], ...]:
    half = edge // 2
    return ((x, y, half), (x + half, y, half), (x, y + half, half), (x + half, y + half, half))


def _split(draws: Iterator[int], x: int) -> Iterator[tuple[int, int, int]]:
    """Half the sheet as four middle squares, some of them split again."""
    for square in _quarters(x, 0, BIG):
        if next(draws) < _SPLITS_AGAIN:
            yield from _quarters(*square)
        else:
            yield square


def _squares(draws: Iterator[int]) -> Iterator[tuple[int, int, int]]:
    """The plan of the sheet: 1/3 big left, 1/3 big right, 1/6 even, 1/6 giant with a column of two over it."""
    plan = _pick(draws, 6)
    if plan == 5:
        yield 0, -BIG * _pick(draws, 2), GIANT
        column = _pick(draws, 2) * (WIDTH - MIDDLE)
        yield from ((column, 0, MIDDLE), (column, MIDDLE, MIDDLE))
        return
    yield from ((0, 0, BIG),) if plan < 2 else _split(draws, 0)
    yield from ((BIG, 0, BIG),) if plan in (2, 3) else _split(draws, BIG)


def _tiles(draws: Iterator[int], squares: Iterable[tuple[int, int, int]], smaller: int) -> tuple[Tile, ...]:
    """Each square with its inks and kind. A ground differs from the one before; squares over `smaller` never rest."""
    tiles: list[Tile] = []
    previous: Ink | None = None
    for x, y, edge in squares:
        pairs = tuple(pair for pair in _PAIRS if pair[0] != previous)
        ground, figure = pairs[_pick(draws, len(pairs))]
        kind = _KINDS[_pick(draws, len(_KINDS))]
        flat = edge > smaller and kind == "rest"
        tiles.append(Tile(x=x, y=y, edge=edge, ground=ground, figure=figure, kind="letter" if flat else kind))
        previous = ground
    return tuple(tiles)


def plan_cover(seed: str) -> tuple[Tile, ...]:
    """The tiles of a cover, in the order in which they are painted. Exactly one, of the smaller ones, has the spark."""
    draws = _draws(seed)
    return _sparked(draws, _tiles(draws, tuple(_squares(draws)), MIDDLE), MIDDLE)


def plan_tiles(seed: str, squares: Iterable[tuple[int, int, int]], *, smaller: int) -> tuple[Tile, ...]:
    """The same for other squares (left, top, edge); one of at most `smaller` has the spark, those over it a letter."""
    draws = _draws(seed)
    return _sparked(draws, _tiles(draws, squares, smaller), smaller)


def _sparked(draws: Iterator[int], planned: tuple[Tile, ...], smaller: int) -> tuple[Tile, ...]:
    tiles = list(planned)
    small = [place for place, tile in enumerate(tiles) if tile.edge <= smaller]
    lettered = [place for place in small if tiles[place].kind != "rest"] or small
    chosen = lettered[_pick(draws, len(lettered))]
    spark = replace(tiles[chosen], ground="l", figure="s")
    tiles[chosen] = replace(spark, kind="letter") if spark.kind == "rest" else spark
    return tuple(tiles)


@frozen
class _Stroke:
    """A closed line: where it begins beside its tile's corner, and its way from there."""

    x: int
    y: int
    way: str
    spaced: bool = False
    """Whether a space stands before a negative number too: drawings keep for ever, to the byte."""

    def at(self, x: int, y: int) -> str:
        """The line in a tile at `x`, `y`."""
        across, down = x + self.x, y + self.y
        return f"M{across} {down}{self.way}" if down >= 0 or self.spaced else f"M{across}{down}{self.way}"


def _polygon(points: Iterable[Point], scale: int) -> _Stroke:
    corners = tuple((across * scale, down * scale) for across, down in points)
    way = []
    for (x, y), (next_x, next_y) in pairwise(corners):
        right, down = next_x - x, next_y - y
        way.append(f"h{right}" if not down else f"v{down}" if not right else f"l{right} {down}")
    return _Stroke(x=corners[0][0], y=corners[0][1], way="".join(way).replace(" -", "-") + "z")


def _circle(ring: Ring, radius: int, scale: int, *, clockwise: bool) -> _Stroke:
    size = radius * scale
    arc, sweep = f"a{size} {size} 0 1", int(clockwise)
    way = f"{arc} {sweep} 0 {2 * size}{arc} {sweep} 0-{2 * size}z"
    return _Stroke(x=ring.x * scale, y=ring.y * scale - size, way=way, spaced=True)


@cache
def _strokes(letter: str, scale: int, *, nested: bool) -> tuple[_Stroke, ...]:
    """Every line of a letter: the same in all tiles of one size."""
    shape = LETTERS.get(letter, LETTERS["ㅁ"])
    strokes = [_polygon(outline, scale) for outline in (*shape.outline, *(shape.inner if nested else ()))]
    for ring in (*shape.rings, *(shape.inner_rings if nested else ())):
        strokes.append(_circle(ring, ring.radius, scale, clockwise=True))
        if ring.hole:
            strokes.append(_circle(ring, ring.hole, scale, clockwise=False))
    return tuple(strokes)


def letter_path(letter: str, x: int, y: int, edge: int, *, nested: bool = False) -> str:
    """An SVG path of `letter` in a square at `x`, `y`; `edge` is a multiple of 50, so that all numbers are whole."""
    return "".join([stroke.at(x, y) for stroke in _strokes(letter, edge // SMALL, nested=nested)])


def _paths(inks: Iterable[tuple[Ink, str]], attributes: str = "") -> str:
    """One path an ink: inks never overlap within a layer, so their order is free."""
    layer: dict[Ink, str] = {}
    for ink, path in inks:
        layer[ink] = layer.get(ink, "") + path
    return "".join(f'<path class="c-{ink}"{attributes} d="{path}"/>' for ink, path in layer.items())


def _layer(tiles: tuple[Tile, ...], letter: str, base: Ink | None = None) -> str:
    grounds = ((tile.ground, f"M{tile.x} {tile.y}h{tile.edge}v{tile.edge}h-{tile.edge}z") for tile in tiles)
    figures = (
        (tile.figure, letter_path(letter, tile.x, tile.y, tile.edge, nested=tile.kind == "nested"))
        for tile in tiles
        if tile.kind != "rest"
    )
    crisp = ' shape-rendering="crispEdges"'
    slanted = LETTERS.get(letter, LETTERS["ㅁ"]).slanted
    return _paths(((ink, path) for ink, path in grounds if ink != base), crisp) + _paths(
        figures, "" if slanted else crisp
    )


@lru_cache(maxsize=1_024)
def draw_cover(seed: str, letter: str, *, wide: bool = False) -> str:
    """An `<svg>` of 2:1, or 8:3 where `wide`, for a page whose style sheet fills the four classes of ink.

    It is cut, never stretched, in frames of other shapes, and keeps its left upper corner.
    """
    height = BANNER_HEIGHT if wide else HEIGHT
    tiles = tuple(tile for tile in plan_cover(seed) if tile.y < height)
    under = tuple(tile for tile in tiles if tile.edge == GIANT)
    over = tuple(tile for tile in tiles if tile.edge != GIANT)
    base: Ink = (under or over)[0].ground
    drawn = _layer(under, letter, base) + _layer(over, letter, None if under else base)
    frame = f'viewBox="0 0 {WIDTH} {height}" preserveAspectRatio="xMinYMin slice"'
    return (
        f'<svg {frame} aria-hidden="true" focusable="false">'
        f'<path class="c-{base}" d="M0 0h{WIDTH}v{height}H0z"/>{drawn}</svg>'
    )
