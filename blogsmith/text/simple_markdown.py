"""Markdown as other programs understand it, for what readers wrote there: CommonMark, with its HTML."""

from functools import cache

from markdown_it import MarkdownIt


def simple_html(text: str) -> str:
    """Markup of a stranger, not safe yet."""
    return str(_parser().render(text))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 40}).enable("strikethrough")
