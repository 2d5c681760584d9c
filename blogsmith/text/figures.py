"""An image that stands alone becomes a figure; so does each image of a gallery, and a caption loses its paragraph.

Marks tokens and adds none: an image's `meta["figure"]`, and `hidden` on paragraphs that are not to be written.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

CAPTIONED = ("figure", "file")
"""Blocks whose body is one caption."""


def figure_plugin(md: MarkdownIt) -> None:
    """Runs when inline text has been parsed."""
    md.core.ruler.push("figures", _figures)


def _figures(state: StateCore) -> None:
    tokens = state.tokens
    blocks: list[str] = []
    for number, token in enumerate(tokens):
        if token.type == "block_open":
            blocks.append(token.meta["name"])
            if token.meta["name"] in CAPTIONED:
                _uncover_caption(tokens, number)
        elif token.type == "block_close":
            blocks.pop()
        elif token.type == "inline" and tokens[number - 1].type == "paragraph_open":
            _look_at_paragraph(tokens, number, in_gallery=bool(blocks) and blocks[-1] == "gallery")


def _look_at_paragraph(tokens: list[Token], number: int, *, in_gallery: bool) -> None:
    opener, inline, closer = tokens[number - 1 : number + 2]
    if closer.type != "paragraph_close":  # a footnote's way back stands in this paragraph
        return
    children = inline.children or []
    images = [child for child in children if child.type == "image"]
    if all(child.type == "remark" for child in children):
        opener.hidden = closer.hidden = True
    elif in_gallery and images:
        inline.children = [child for child in children if child.type not in ("softbreak", "hardbreak")]
        opener.hidden = closer.hidden = all(child.type == "image" for child in inline.children)
        for image in images:
            image.meta["figure"] = opener.hidden
    elif len(children) == 1 and images and not opener.hidden:
        images[0].meta["figure"] = opener.hidden = closer.hidden = True


def _uncover_caption(tokens: list[Token], number: int) -> None:
    body = tokens[number + 1 : number + 5]
    if [token.type for token in body] == ["paragraph_open", "inline", "paragraph_close", "block_close"]:
        body[0].hidden = body[2].hidden = True
