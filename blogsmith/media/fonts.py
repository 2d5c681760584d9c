"""Font files become what social cards are written in: the blog's own ones first, then the one that travels along.

Pretendard Bold 1.3.9 has Latin, Greek, Cyrillic, kana and all Hangul; its licence (OFL, beside it) lets it travel as it
is. So a card has the same pixels on every machine, also on one that has no Korean font.
"""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from blogsmith.media.files import read_file
from blogsmith.model.frozen import frozen

FOLDER = "themes/local/fonts"
_OWN = Path(__file__).parent / "assets" / "Pretendard-Bold.otf"
_OWN_NAME = b"Pretendard-Bold 1.3.9"
_MOST_BYTES = 64 * 1024 * 1024
_STARTS = (b"\0\1\0\0", b"OTTO", b"ttcf", b"true")
"""Source: OpenType 1.9.1, table directory and font collections."""

FontFault = Literal["missing", "format"]


@frozen
class FontFiles:
    """What cards are written in, in the order in which it is tried."""

    files: tuple[bytes | Path, ...]
    digest: str
    """Of all of them."""


def find_fonts(root: Path, names: Sequence[str]) -> FontFiles | tuple[int, FontFault]:
    """The fonts of a site, or the index of the first name in `names` that is no font of it, and why."""
    files: list[bytes | Path] = []
    digest = blake2b(_OWN_NAME, digest_size=16)
    for index, name in enumerate(names):
        try:
            content = read_file(root / FOLDER / name, limit=_MOST_BYTES) if Path(name).name == name else b""
        except (OSError, OverflowError):
            return index, "missing"
        if not content.startswith(_STARTS):
            return index, "format" if content else "missing"
        files.append(content)
        digest.update(blake2b(content).digest())
    return FontFiles(files=(*files, _OWN), digest=digest.hexdigest())
