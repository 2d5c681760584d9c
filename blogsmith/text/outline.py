"""Headings get ids: the words of the heading, the way GitHub makes them, Hangul kept."""

import unicodedata

ID_PREFIX = "h-"
"""Stands before every id of a heading in the HTML, so that no heading can take the place of a name the page uses."""

_NAMELESS = "section"


def heading_id(text: str, taken: dict[str, int]) -> str:
    """An id for a heading that reads `text`: lower case, spaces to `-`, punctuation dropped, `-1` where it is taken.

    `taken` holds the ids given so far, each with how often its words came again; the new one is added.
    """
    normal = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).strip().lower())
    base = "".join("-" if char == " " else char for char in normal if _is_kept(char)) or _NAMELESS
    candidate, count = base, taken.get(base, 0)
    while candidate in taken:
        count += 1
        candidate = f"{base}-{count}"
    taken[base] = count
    taken.setdefault(candidate, 0)
    return candidate


def _is_kept(char: str) -> bool:
    if char.isalnum() or char in " -_":
        return True
    return unicodedata.category(char) in ("Mn", "Mc") and not "\ufe00" <= char <= "\ufe0f"
