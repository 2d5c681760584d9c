"""A block that begins with an HTML comment becomes a paragraph, so that the comment vanishes and words behind it stay.

A comment that never ends stays an `html_block`: what it would swallow is shown and reported.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def comment_plugin(md: MarkdownIt) -> None:
    """Runs between the block rules and the inline rules."""
    md.core.ruler.after("block", "comment_blocks", _comment_blocks)


def _comment_blocks(state: StateCore) -> None:
    if not any(_is_comment(token) for token in state.tokens):
        return
    found: list[Token] = []
    for token in state.tokens:
        found += _paragraph(token) if _is_comment(token) else [token]
    state.tokens = found


def _is_comment(token: Token) -> bool:
    content = token.content.lstrip() if token.type == "html_block" else ""
    return content.startswith("<!--") and ("-->" in content[4:] or content.startswith(("<!-->", "<!--->")))


def _paragraph(token: Token) -> list[Token]:
    opener, closer = Token("paragraph_open", "p", 1), Token("paragraph_close", "p", -1)
    inline = Token("inline", "", 0, content=token.content.strip(), map=token.map, children=[], level=token.level + 1)
    for paragraph in (opener, closer):
        paragraph.block, paragraph.level, paragraph.map = True, token.level, token.map
    return [opener, inline, closer]
