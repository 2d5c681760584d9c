"""A code block becomes HTML with Pygments' short CSS classes, marked lines and the lines of a diff set apart."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape

from markdown_it.common.utils import escapeHtml

from blogsmith.model.frozen import frozen
from blogsmith.text.patterns import pattern

PLAIN = frozenset({"text", "txt", "plain", "plaintext", "none"})
"""Names for code that is not highlighted."""
_RANGE = pattern(r"\s*([0-9]{1,5})(?:\s*-\s*([0-9]{1,5}))?\s*", re.ASCII)
_LINE = pattern(r"[^\n]*\n|[^\n]+")
_FIGURE = pattern(
    r'<figure class="code" data-language="([^"]*)">\n(?:<figcaption>[^<]*</figcaption>\n)?'
    r'<pre tabindex="0"><code class="highlight">(.*?)</code></pre>',
    re.DOTALL,
)
_TAG = pattern("<[^>]*>")
_BOM = "\ufeff"
"""Pygments takes one away, so that what is shown is not the text that it was given."""
_MOST_RECALLED = 512


@frozen
class Code:
    """A code block as it was written."""

    text: str
    language: str = ""
    title: str = ""
    marked: frozenset[int] = frozenset()
    """Lines to mark, from 1."""


_recalled: dict[tuple[str, str], str] = {}
"""By text and language in small letters, what was highlighted before."""


def recall(html: str) -> None:
    """Takes what is highlighted in the HTML of a body for what its code becomes: where that comes again, Pygments is
    not even loaded.
    """
    for language, body in _FIGURE.findall(html):
        is_whole = "<span" in body and '<span class="line' not in body and _BOM not in body
        if is_whole:
            if len(_recalled) >= _MOST_RECALLED:
                _recalled.clear()
            _recalled[unescape(_TAG.sub("", body)), unescape(language).lower()] = body


def is_known(language: str) -> bool:
    """True for a name that Pygments knows, and for code that is plain on purpose."""
    name = language.lower()
    if name in PLAIN or any(name == known for _, known in _recalled) or name in _names(plugins=False):
        return True
    from blogsmith.text.highlighting import lexer_of  # Pygments: most posts that are read anew hold no code

    return lexer_of(name) is not None


@cache
def known_languages() -> tuple[str, ...]:
    """Every name of every language."""
    return tuple(sorted(_names(plugins=True) | PLAIN))


@cache
def _names(*, plugins: bool) -> frozenset[str]:
    """Every name of the languages that Pygments knows; with `plugins`, which take long to find, what others add too."""
    from pygments.lexers import get_all_lexers  # most posts that are read anew hold no code

    return frozenset(alias for _, names, _, _ in get_all_lexers(plugins=plugins) for alias in names)


def marked_lines(value: str, count: int) -> frozenset[int] | None:
    """The lines that `2,4-6` names, in a block of `count` lines; None where it names none or others."""
    lines: set[int] = set()
    for part in value.split(","):
        match = _RANGE.fullmatch(part)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= count:
            return None
        lines.update(range(first, last + 1))
    return frozenset(lines)


def code_figure(code: Code) -> str:
    """The whole `<figure class="code">`. A language that is not known is shown without colours."""
    language = f' data-language="{escapeHtml(code.language)}"' if code.language else ""
    caption = f"<figcaption>{escapeHtml(code.title)}</figcaption>\n" if code.title else ""
    name = code.language.lower()
    body = _highlighted(code.text, "" if name in PLAIN else name)
    if code.marked or name == "diff":
        body = "".join(_lines(body, code))
    return (
        f'<figure class="code"{language}>\n{caption}<pre tabindex="0"><code class="highlight">{body}</code></pre>\n'
        "</figure>\n"
    )


@lru_cache(maxsize=512)
def _highlighted(text: str, language: str) -> str:
    if not language:
        return escapeHtml(text)
    if (text, language) in _recalled:
        return _recalled[text, language]
    from blogsmith.text.highlighting import highlighted

    return highlighted(text, language) or escapeHtml(text)


def _lines(body: str, code: Code) -> Iterator[str]:
    kinds = _kinds(code) if code.language.lower() == "diff" else {}
    for number, line in enumerate(_LINE.findall(body), 1):
        classes = ["line"]
        if number in kinds:
            classes.append(kinds[number])
        if number in code.marked:
            classes.append("marked")
        yield f'<span class="{" ".join(classes)}">{line}</span>' if len(classes) > 1 else line


def _kinds(code: Code) -> dict[int, str]:
    names = {"+": "added", "-": "removed"}
    return {
        number: names[line[0]]
        for number, line in enumerate(code.text.split("\n"), 1)
        if line[:1] in names and not line.startswith(("+++ ", "--- "))
    }
