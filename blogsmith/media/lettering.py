"""Fonts draw signs: each sign is drawn once a size, and kept.

Signs are set one after the other, from left to right. What needs more than that (Arabic, Thai, old Hangul), and what
no font has, is not drawn at all, rather than wrong or as an empty box.
"""

import io
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from blogsmith.model.frozen import frozen

_NO_SIGN: Final = "\ufffe"
"""No font has it, so a font draws for it what it draws for all that it lacks. Source: Unicode, noncharacters."""
_PROBE: Final = 40
"""Pixels at which signs are compared with that."""
_LEFT_OUT: Final = {"Cc", "Cf", "Co", "Cs", "Me"}
_SYMBOLS: Final = {"So", "Sk", "Cn"}
"""Emoji are among these."""
_SET_OTHERWISE: Final = {"Mn", "Mc"}
_LEFTWARDS: Final = {"R", "AL", "AN"}


@frozen
class Glyph:
    """A sign as it is painted; no mask where there is nothing to paint."""

    mask: Image.Image | None
    left: int
    """From the pen, in pixels."""
    top: int
    """From the top of the line."""
    advance: float


class Face:
    """One font."""

    def __init__(self, file: bytes | Path) -> None:
        self._file = file
        self._sizes: dict[int, ImageFont.FreeTypeFont] = {}
        self._glyphs: dict[tuple[str, int], Glyph] = {}
        self._known: dict[str, bool] = {}

    def has(self, sign: str) -> bool:
        """Whether the font can draw a sign."""
        known = self._known.get(sign)
        if known is None:
            drawn, nothing = self._drawn(sign, _PROBE), self._drawn(_NO_SIGN, _PROBE)
            known = self._known[sign] = drawn != nothing
        return known

    def glyph(self, sign: str, size: int) -> Glyph:
        """A sign at a size in pixels."""
        found = self._glyphs.get((sign, size))
        if found is None:
            found = self._glyphs[sign, size] = self._drawn(sign, size)
        return found

    def height(self, size: int) -> int:
        """From the top of a line to the foot of its deepest signs."""
        ascent, descent = self._sized(size).getmetrics()
        return ascent + descent

    def width(self, text: str, size: int, spacing: float = 0) -> float:
        """How wide a text is set; `spacing` pixels are added behind each sign."""
        return sum([self.glyph(sign, size).advance for sign in text]) + spacing * len(text)

    def _drawn(self, sign: str, size: int) -> Glyph:
        font = self._sized(size)
        left, top, right, bottom = (int(edge) for edge in font.getbbox(sign))
        mask = None
        if right > left and bottom > top:
            mask = Image.new("L", (right - left, bottom - top))
            ImageDraw.Draw(mask).text((-left, -top), sign, fill=255, font=font)
        return Glyph(mask=mask, left=left, top=top, advance=font.getlength(sign))

    def _sized(self, size: int) -> ImageFont.FreeTypeFont:
        font = self._sizes.get(size)
        if font is None:
            file = self._file
            source = io.BytesIO(file) if isinstance(file, bytes) else str(file)
            font = self._sizes[size] = ImageFont.truetype(source, size, layout_engine=ImageFont.Layout.BASIC)
        return font


class Lettering:
    """The fonts of a site, in the order in which they are tried."""

    def __init__(self, files: Sequence[bytes | Path]) -> None:
        self._faces = tuple(Face(file) for file in files)

    def face_for(self, text: str) -> Face | None:
        """The first font that can draw every sign of a prepared text; None too where signs are not set one by one."""
        if any(map(_is_set_otherwise, text)):
            return None
        return next((face for face in self._faces if all(face.has(sign) for sign in text)), None)

    def prepared(self, text: str) -> str:
        """The text as signs to set one by one, without emoji and other symbols that no font here has."""
        composed = unicodedata.normalize("NFC", text)
        kept = "".join(sign for sign in composed if not self._is_left_out(sign))
        return " ".join(part for part in kept.split(" ") if part)

    def unwritten(self, text: str) -> str:
        """The signs of a prepared text for which it cannot be written; empty where it can."""
        lacking = [sign for sign in text if not any(face.has(sign) for face in self._faces)]
        if not lacking and self.face_for(text) is None:
            lacking = [sign for sign in text if _is_set_otherwise(sign) or not self._faces[0].has(sign)]
        return "".join(dict.fromkeys(lacking))

    def _is_left_out(self, sign: str) -> bool:
        if "\ufe00" <= sign <= "\ufe0f":
            return True
        category = unicodedata.category(sign)
        return category in _LEFT_OUT or (category in _SYMBOLS and not any(face.has(sign) for face in self._faces))


@lru_cache(maxsize=4096)
def _is_set_otherwise(sign: str) -> bool:
    is_old_hangul = "\u1100" <= sign <= "\u11ff" or "\ua960" <= sign <= "\ua97f" or "\ud7b0" <= sign <= "\ud7ff"
    return (
        is_old_hangul or unicodedata.category(sign) in _SET_OTHERWISE or unicodedata.bidirectional(sign) in _LEFTWARDS
    )
