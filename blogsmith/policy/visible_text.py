"""The words of a rendered page that a reader sees without doing anything, and its links.

Left out: what is folded (`details`), hidden (`hidden`, `aria-hidden`, an inline `display:none`), scripts, styles and
the signs of footnotes. What a style sheet hides cannot be seen from here.
"""

import re
from html.parser import HTMLParser

from blogsmith.text.patterns import pattern

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_UNSEEN = frozenset(("details", "dialog", "head", "noscript", "script", "style", "sup", "template", "title"))
_HIDING_STYLE = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NO_LETTERS = pattern(r"[\W_]+")

Attributes = list[tuple[str, str | None]]


class VisibleText(HTMLParser):
    """Fed with HTML; `letters()` is what can be seen so far, `anchors` are its links."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.anchors: list[tuple[str, str]] = []
        """`href` and `rel` of each link, hidden ones too."""
        self._parts: list[str] = []
        self._open: list[tuple[str, bool]] = []
        """Each open element, and whether it or one around it cannot be seen."""

    def letters(self) -> str:
        """Letters and digits alone: themes set spaces and quotes their own way."""
        return letters_of("".join(self._parts))

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Keeps where we are."""
        values = dict(attrs)
        if tag == "a":
            self.anchors.append((values.get("href") or "", values.get("rel") or ""))
        if tag not in _VOID:
            self._open.append((tag, self._unseen() or tag in _UNSEEN or _hides(values)))

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """HTML knows no `<a/>`: the slash means nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Closes what was left open within, too."""
        if any(tag == name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Keeps what is seen."""
        if not self._unseen():
            self._parts.append(data)

    def _unseen(self) -> bool:
        return bool(self._open) and self._open[-1][1]


def letters_of(text: str) -> str:
    """Letters and digits of a text, nothing between them."""
    return _NO_LETTERS.sub("", text)


def _hides(values: dict[str, str | None]) -> bool:
    hidden = "hidden" in values or (values.get("aria-hidden") or "").lower() == "true"
    return hidden or bool(_HIDING_STYLE.search(values.get("style") or ""))
