"""A writer's name becomes a seal: square for who works here, round for who writes from outside.

Seals are letters in a shape, so they are HTML: the page's font draws them, its style sheet dyes and sizes them.
"""

from html import escape

_FILLED = ""
_BLANK = " "


def _is_hangul(text: str) -> bool:
    return bool(text) and all("가" <= sign <= "힣" for sign in text)


def _cells(text: str, name: str) -> tuple[str, ...]:
    """What stands in the 2 x 2 cells of a large seal, row by row; nothing where it does not fit."""
    letters = "".join(name.split())
    if not _is_hangul(letters):
        letters = text
    if len(letters) == 4:
        return tuple(letters)
    if len(letters) == 3:
        return (*letters, _FILLED)
    return (letters[0], _FILLED, _BLANK, letters[1]) if len(letters) == 2 else ()


def draw_seal(text: str, shape: str, dye: str, name: str = "") -> str:
    """A small seal of one syllable or two initials; the large one, all letters in 2 x 2 cells, where `name` is given.

    Assistive technology skips it: the name always stands beside it.
    """
    classes = f"seal {'round' if shape == 'round' else 'square'} d-{escape(dye)}"
    if not name:
        return f'<span class="{classes}" aria-hidden="true">{escape(text)}</span>'
    cells = _cells(text, name)
    if not cells:
        return f'<span class="{classes} large" aria-hidden="true">{escape(text)}</span>'
    drawn = "".join("<i></i>" if cell == _FILLED else f"<b>{escape(cell.strip())}</b>" for cell in cells)
    return f'<span class="{classes} large cells" aria-hidden="true">{drawn}</span>'
