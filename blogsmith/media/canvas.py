"""Coloured squares, masks and photos become a PNG of few colours, fast.

Pixels are numbers of a palette from the start. Neighbours in a ramp are neighbours in colour, so that painting a number
through a soft mask gives the colours in between.
"""

import struct
from functools import lru_cache
from typing import Final

from PIL import Image, ImageChops
from zlib_ng import zlib_ng

Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""

_FEW: Final = 16
"""Colours that fit into half a byte: half the bytes to compress."""
_UP: Final = 2
"""Each line as its difference to the one above. Source: PNG, third edition, 9.2."""
_INDEXED: Final = 3
"""Source: PNG, third edition, 11.2.1."""


class Canvas:
    """A picture in the making."""

    def __init__(self, width: int, height: int) -> None:
        self._pixels = Image.new("P", (width, height))
        self._colours: list[str] = []
        self._ramps: dict[tuple[str, str, int], tuple[int, int]] = {}

    def colour(self, colour: str) -> int:
        """The number of a `#rrggbb`."""
        if colour not in self._colours:
            self._colours.append(colour)
        return self._colours.index(colour)

    def ramp(self, first: str, last: str, steps: int) -> tuple[int, int]:
        """The numbers of two colours with `steps` between them."""
        if (first, last, steps) not in self._ramps:
            self._ramps[first, last, steps] = (len(self._colours), len(self._colours) + steps + 1)
            self._colours += _between(first, last, steps)
        return self._ramps[first, last, steps]

    def fill(self, number: int, box: Box) -> None:
        """A rectangle of one colour."""
        self._pixels.im.paste(number, box)

    def paint(self, number: int, place: tuple[int, int], mask: Image.Image) -> None:
        """A colour where the mask is white, with its left upper corner at `place`."""
        x, y = place
        # Pillow's own `paste` asks of both pictures what is known of these, which takes as long as painting a sign.
        self._pixels.im.paste(number, (x, y, x + mask.width, y + mask.height), mask.im)

    def put_photo(self, photo: Image.Image, box: Box, colours: int) -> None:
        """A photo cut to fill a rectangle, in so many colours of its own."""
        few = _cut(photo, box[2] - box[0], box[3] - box[1]).quantize(colours, Image.Quantize.MEDIANCUT)
        palette = few.getpalette() or []
        first = len(self._colours)
        # A name of its own for each colour: they are put in by number, and two may be alike.
        self._colours += [f"#{r:02x}{g:02x}{b:02x}" for r, g, b in zip(*[iter(palette)] * 3, strict=False)]
        numbers = Image.frombytes("L", few.size, few.tobytes())
        self._pixels.im.paste(numbers.point([min(first + value, 255) for value in range(256)]).im, box)

    def png(self) -> bytes:
        """The picture. Runs alone are as small as a search for repetitions here; zlib-ng finds those that zlib finds,
        in a fifth of the time.
        """
        width, height = self._pixels.size
        bits = 4 if len(self._colours) <= _FEW else 8
        pixels = self._pixels.tobytes("raw", "P;4" if bits == 4 else "P")
        line = len(pixels) // height
        above = bytes(line) + pixels[:-line]
        differences = ImageChops.subtract_modulo(_lines(pixels, height), _lines(above, height))
        lines = Image.new("L", (line + 1, height), _UP)
        lines.paste(differences, (1, 0))
        squeeze = zlib_ng.compressobj(1, strategy=zlib_ng.Z_RLE)
        palette = b"".join(map(_channels, self._colours))
        return b"".join(
            (
                b"\x89PNG\r\n\x1a\n",
                _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, _INDEXED, 0, 0, 0)),
                _chunk(b"PLTE", palette),
                _chunk(b"IDAT", squeeze.compress(lines.tobytes()) + squeeze.flush()),
                _chunk(b"IEND", b""),
            )
        )


def _lines(content: bytes, height: int) -> Image.Image:
    """Bytes as a picture, so that all of them are counted with at once; they are not copied."""
    return Image.frombuffer("L", (len(content) // height, height), content, "raw", "L", 0, 1)


@lru_cache(maxsize=256)
def _between(first: str, last: str, steps: int) -> tuple[str, ...]:
    """Both colours, and `steps` between them."""
    start, end = _channels(first), _channels(last)
    return tuple(
        "#" + "".join(f"{a + (b - a) * step // (steps + 1):02x}" for a, b in zip(start, end, strict=True))
        for step in range(steps + 2)
    )


@lru_cache(maxsize=1024)
def _channels(colour: str) -> bytes:
    return bytes.fromhex(colour[1:])


def _cut(photo: Image.Image, width: int, height: int) -> Image.Image:
    """The middle of a photo."""
    scale = max(width / photo.width, height / photo.height)
    left, top = max(0.0, photo.width - width / scale) / 2, max(0.0, photo.height - height / scale) / 2
    box = (left, top, photo.width - left, photo.height - top)
    return photo.convert("RGB").resize((width, height), Image.Resampling.LANCZOS, box=box, reducing_gap=2)


def _chunk(kind: bytes, content: bytes) -> bytes:
    """Source: PNG, third edition, 5.3."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib_ng.crc32(kind + content))
