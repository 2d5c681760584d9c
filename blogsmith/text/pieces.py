"""A body of more headings, items and cells than any page shows is cut, so that what looks at each has an end."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

MOST_TOKENS = 100_000
MOST = MOST_TOKENS // 3
"""Each piece has a beginning, its words and an end."""


def piece_plugin(md: MarkdownIt) -> None:
    """`env["cut"]` is true where the rest of a body was left out."""
    md.core.ruler.after("block", "pieces", _cut)


def _cut(state: StateCore) -> None:
    if len(state.tokens) <= MOST_TOKENS:
        return
    whole = next((at for at in range(MOST_TOKENS, 0, -1) if _begins_a_block(state.tokens[at])), 0)
    del state.tokens[whole:]
    state.env["cut"] = True


def _begins_a_block(token: Token) -> bool:
    """Of the body itself: nothing is open before it."""
    return token.level == 0 and token.nesting >= 0
