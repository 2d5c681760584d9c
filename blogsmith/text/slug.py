"""Words become the part of a URL that names them."""

import unicodedata
from functools import lru_cache


@lru_cache(4096)
def slugify(text: str) -> str:
    """Lower-case letters and digits of any script in NFC, everything else one `-`; "" where nothing remains."""
    kept: list[str] = []
    for char in unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower()):
        if char.isalnum() or (_is_mark(char) and kept and kept[-1] != "-"):
            kept.append(char)
        elif kept and kept[-1] != "-":
            kept.append("-")
    return "".join(kept).strip("-")


def _is_mark(char: str) -> bool:
    """Vowel signs belong to their word in Indic and other scripts; a variation selector belongs to an emoji."""
    return unicodedata.category(char) in ("Mn", "Mc") and not "\ufe00" <= char <= "\ufe0f"
