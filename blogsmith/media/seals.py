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
    """The 2 x 2 cells of a large seal, row by row, four signs of full width; empty where the letters do not fit.

    `배도현` is 배, 도, 현 and a filled cell; `HY` is H, a filled cell, a blank and Y.
    """
    letters = "".join(name.split())
    if not _is_hangul(letters):
        letters = "".join(chr(ord(sign) + _TO_FULL_WIDTH) if "!" <= sign <= "~" else sign for sign in text)
    filled = _FILLED["round" if shape == "round" else "square"]
    if len(letters) == 2:
        return letters[0] + filled + _BLANK + letters[1]
    return letters + filled if len(letters) == 3 else letters if len(letters) == 4 else ""


def draw_seal(text: str, shape: str, dye: str, name: str) -> str:
    """A `<span>` that shows `text`; `data-cells` holds what a style sheet shows instead where the seal is large.

    Assistive technology skips it: the name always stands beside it.
    """
    cells = seal_cells(text, shape, name)
    large = f' data-cells="{escape(cells)}"' if cells else ""
    kind = "round" if shape == "round" else "square"
    return f'<span class="seal {kind} d-{escape(dye)}"{large} aria-hidden="true">{escape(text)}</span>'
