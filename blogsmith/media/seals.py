"""A writer's name becomes a seal: square for who works here, round for who writes from outside.

A seal is letters in a shape, so it is HTML: the page's font draws it, its style sheet dyes it and chooses the size.
"""

from html import escape

_FILLED = {"square": "■", "round": "●"}
_BLANK = "\u3000"
_TO_FULL_WIDTH = 0xFEE0
"""Between a Latin letter and its form that fills a whole cell, as Hangul does. Source: Unicode, FF01-FF5E."""


def _is_hangul(text: str) -> bool:
    return bool(text) and all("가" <= sign <= "힣" for sign in text)


def seal_cells(text: str, shape: str, name: str) -> str:
    """The 2 x 2 cells of a large seal, two lines of two signs of full width; empty where the letters do not fit.

    `배도현` is 배, 도 over 현 and a filled cell; `HY` is H and a filled cell over a blank and Y.
    """
    letters = "".join(name.split())
    if not _is_hangul(letters):
        letters = "".join(chr(ord(sign) + _TO_FULL_WIDTH) if "!" <= sign <= "~" else sign for sign in text)
    filled = _FILLED["round" if shape == "round" else "square"]
    if len(letters) == 2:
        return f"{letters[0]}{filled}\n{_BLANK}{letters[1]}"
    if len(letters) == 3:
        letters += filled
    return f"{letters[:2]}\n{letters[2:]}" if len(letters) == 4 else ""


def draw_seal(text: str, shape: str, dye: str, name: str = "") -> str:
    """A `<span>` that shows `text`; with a `name` a large one, whose `data-cells` a style sheet shows in its place.

    Assistive technology skips it: the name always stands beside it.
    """
    classes = ["seal", "round" if shape == "round" else "square", f"d-{dye}"]
    cells = seal_cells(text, shape, name) if name else ""
    if len(text) > 1:
        classes.append("wide")
    if name:
        classes.append("large")
    drawn = f' data-cells="{escape(cells).replace(chr(10), "&#10;")}"' if cells else ""
    return f'<span class="{escape(" ".join(classes))}"{drawn} aria-hidden="true">{escape(text)}</span>'
