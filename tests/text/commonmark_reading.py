"""HTML is read into plain events, so that our page and the specification's can be compared."""

from html.parser import HTMLParser

from blogsmith.model.document import Document, Hole
from blogsmith.text.urls import encoded

Event = tuple[str, ...]

_VOID = {"br", "hr", "img", "input"}


def filled(document: Document) -> str:
    """The body's HTML, its holes filled with what CommonMark would have put there."""
    parts = []
    for piece in document.pieces:
        if isinstance(piece, Hole):
            target = encoded(document.references[piece.reference].target)
            if document.references[piece.reference].kind == "post":
                target = f"post:{target}"
            parts.append(_filling(piece, target))
        else:
            parts.append(piece)
    return "".join(parts)


def _filling(hole: Hole, target: str) -> str:
    if hole.kind == "image":
        return f'<img src="{_quoted(target)}" alt="{_quoted(hole.text)}">'
    if hole.kind == "link":
        title = f' title="{_quoted(hole.text)}"' if hole.text else ""
        return f'<a href="{_quoted(target)}"{title}>'
    return ""


def _quoted(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def events_of(html: str) -> list[Event]:
    """Tags and words of `html`: what blogsmith adds to every page is taken back, white space between blocks dropped."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.events()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Event] = []
        self.skipping = ""
        self.language = ""
        self.in_figure = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self.skipping or (tag == "a" and given.get("class") == "anchor") or tag == "figcaption":
            self.skipping = self.skipping or tag
            return
        if tag == "figure":
            self.in_figure, self.language = given.get("class", "image"), given.get("data-language", "")
        if tag == "figure" and self.in_figure == "image":
            self.found.append(("start", "p"))
        elif tag != "figure" and not (tag == "span" and self.in_figure == "code"):
            self.found.append(("start", _level(tag), *self._kept(tag, given)))

    def _kept(self, tag: str, given: dict[str, str]) -> list[str]:
        if tag == "code" and given.get("class") == "highlight":
            given = {"class": f"language-{self.language}"} if self.language else {}
        if tag == "img":
            given.pop("title", None)
        dropped = {"rel", "tabindex"} | ({"id"} if tag in {"h1", "h2", "h3", "h4", "h5", "h6"} else set())
        return [f"{name}={value}" for name, value in sorted(given.items()) if name not in dropped]

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.skipping = "" if tag == self.skipping else self.skipping
            return
        if tag == "figure":
            if self.in_figure == "image":
                self.found.append(("end", "p"))
            self.in_figure = ""
        elif tag not in _VOID and not (tag == "span" and self.in_figure == "code"):
            self.found.append(("end", _level(tag)))

    def handle_data(self, data: str) -> None:
        if self.skipping:
            return
        if self.found and self.found[-1][0] == "text":
            self.found[-1] = ("text", self.found[-1][1] + data)
        else:
            self.found.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", decl))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", data))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("cdata", data))

    def events(self) -> list[Event]:
        """What was read; code to the letter, other text with its outer white space gone."""
        code, kept = 0, []
        for event in self.found:
            if event[1] == "code":
                code += 1 if event[0] == "start" else -1
            if event[0] != "text" or code:
                kept.append(event)
            elif event[1].strip():
                kept.append(("text", event[1].strip()))
        return kept


def _level(tag: str) -> str:
    return "h2" if tag == "h1" else tag
