"""markdown-it-py, set up for blogsmith's dialect. One parser a setting is kept."""

from functools import lru_cache

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

from blogsmith.text.callout import callout_plugin
from blogsmith.text.comments import comment_plugin
from blogsmith.text.containers import container_plugin
from blogsmith.text.emphasis import cjk_emphasis_plugin
from blogsmith.text.figures import figure_plugin
from blogsmith.text.labels import label_plugin
from blogsmith.text.notes import note_plugin
from blogsmith.text.pieces import piece_plugin
from blogsmith.text.spans import span_plugin

_SPARE_NESTING = 20
"""markdown-it drops what is nested deeper than its own limit; ours is reached first, and then it is reported."""
_MOST_NESTING = 150
"""Python's stack ends soon after."""


class _Parser(MarkdownIt):
    """URLs reach us as they were written: what they may be is decided when they are rendered, and reported."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True


def core_parser(*, nesting: int) -> MarkdownIt:
    """CommonMark with its HTML as tokens, and no more."""
    return _Parser("commonmark", {"maxNesting": min(nesting, _MOST_NESTING) + _SPARE_NESTING})


@lru_cache(maxsize=8)
def dialect_parser(*, cjk_emphasis: bool, nesting: int) -> MarkdownIt:
    """CommonMark and everything that blogsmith adds to it. Parses only: the HTML is made by `rendering`."""
    md = core_parser(nesting=nesting).enable(["table", "strikethrough"])
    md.options["tasklists"] = True
    md.use(piece_plugin)
    md.use(label_plugin)
    md.use(span_plugin)
    if cjk_emphasis:
        md.use(cjk_emphasis_plugin)
    return (
        md.use(container_plugin)
        .use(note_plugin)
        .use(deflist_plugin)
        .use(callout_plugin)
        .use(comment_plugin)
        .use(figure_plugin)
    )
