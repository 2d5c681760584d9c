"""What a body says, without its markup: for search, for a summary and for the time it takes to read."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

from markdown_it.token import Token

from blogsmith.model.frozen import frozen
from blogsmith.text.patterns import pattern
from blogsmith.text.scripts import HANGUL

_LATIN_SUMMARY = 160
_HANGUL_SUMMARY = 80
_SENTENCE_END = pattern(r"[.!?…。！？][\"'”’»」』)\]]*(?=\s)")
_SPACES = pattern(r"\s+")


@frozen
class Passage:
    """The words of one block."""

    text: str
    kind: Literal["paragraph", "inner", "code"]
    """`paragraph`: one that stands by itself in the body; `inner`: anything else that is read; `code`: a code block."""


def passages(tokens: Sequence[Token]) -> Iterator[Passage]:
    """Every block of `tokens` that has words, in their order; titles and captions of blocks among them."""
    for number, token in enumerate(tokens):
        if token.type == "inline":
            text = plain_text(token.children or ())
            opener = tokens[number - 1]
            alone = opener.type == "paragraph_open" and opener.level == 0
            if text:
                yield Passage(text=text, kind="paragraph" if alone else "inner")
            yield from (Passage(text=caption, kind="inner") for caption in _captions(token))
        elif token.type in ("fence", "code_block"):
            yield Passage(text=token.content.strip("\n"), kind="code")
        elif token.type == "html_block":
            yield Passage(text=token.content.strip(), kind="inner")
        elif token.type == "block_open":
            yield from (Passage(text=title, kind="inner") for title in _titles(token))


def plain_text(children: Sequence[Token]) -> str:
    """The words of inline tokens in NFC, white space made single; tags are words, images and note signs are not."""
    parts = []
    for child in children:
        if child.type in ("text", "code_inline", "html_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    text = "".join(parts)
    return _SPACES.sub(" ", text if text.isascii() else unicodedata.normalize("NFC", text)).strip()


def summary_of(found: Sequence[Passage]) -> str:
    """The first paragraph, cut behind a sentence that ends near 160 characters (80 where most letters are Hangul)."""
    first = next((passage for passage in found if passage.kind == "paragraph"), None)
    first = first or next((passage for passage in found if passage.kind == "inner"), None)
    return shortened(first.text) if first else ""


def shortened(text: str) -> str:
    """`text` cut behind a sentence near the limit of its script, else behind a word, with `…`."""
    letters = sum(char.isalpha() for char in text)
    limit = _HANGUL_SUMMARY if 2 * len(HANGUL.findall(text)) > letters else _LATIN_SUMMARY
    if len(text) <= limit:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text)] + [len(text)]
    within = [end for end in ends if limit // 2 <= end <= limit + limit // 4]
    if within:
        return text[: min(within, key=lambda end: abs(end - limit))]
    words, _, _ = text[:limit].rpartition(" ")
    return (words or text[: limit - 1]).rstrip(" ,;:–—-·") + "…"


def _captions(inline: Token) -> Iterator[str]:
    for child in inline.children or ():
        if child.type == "image" and child.meta.get("figure") and child.attrs.get("title"):
            yield str(child.attrs["title"])


def _titles(token: Token) -> Iterator[str]:
    for argument in token.meta.get("arguments", ()):
        if argument.name in ("title", "credit") and argument.value:
            yield argument.value
