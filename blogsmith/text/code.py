"""A code block becomes HTML with Pygments' short CSS classes, marked lines and the lines of a diff set apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it.common.utils import escapeHtml
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_all_lexers, get_lexer_by_name
from pygments.util import ClassNotFound

PLAIN = frozenset({"text", "txt", "plain", "plaintext", "none"})
"""Names for code that is not highlighted."""
_RANGE = re.compile(r"\s*([0-9]{1,5})(?:\s*-\s*([0-9]{1,5}))?\s*", re.ASCII)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FORMATTER = HtmlFormatter(nowrap=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code block as it was written."""

    text: str
    language: str = ""
    title: str = ""
    marked: frozenset[int] = frozenset()
    """Lines to mark, from 1."""


def is_known(language: str) -> bool:
    """True for a name that Pygments knows, and for code that is plain on purpose."""
    return language.lower() in PLAIN or _lexer(language.lower()) is not None


@cache
def known_languages() -> tuple[str, ...]:
    """Every name of every language."""
    return tuple(sorted({alias for _, aliases, _, _ in get_all_lexers() for alias in aliases} | PLAIN))


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
    lexer = _lexer(language) if language else None
    if lexer is None:
        return escapeHtml(text)
    return highlight(text, lexer, _FORMATTER)


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


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
