"""Code becomes HTML with short CSS classes, by Pygments."""

from functools import lru_cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_FORMATTER = HtmlFormatter(nowrap=True)


def highlighted(text: str, language: str) -> str:
    """The lines of `text`; empty where the language is not known."""
    lexer = lexer_of(language)
    return highlight(text, lexer, _FORMATTER) if lexer is not None else ""


@lru_cache(maxsize=64)
def lexer_of(language: str) -> Lexer | None:
    """What reads a language, by one of its names in lower case."""
    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None
