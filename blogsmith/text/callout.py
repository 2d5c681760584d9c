"""`> [!NOTE]` on the first line of a quote makes a callout of it: the same tokens as `::: callout kind="note"`."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from blogsmith.text.arguments import Argument
from blogsmith.text.patterns import pattern

_MARKER = pattern(r"\[!(?P<kind>[^\W\d_][\w-]*)\][ \t]*(?P<title>[^\n]*)(?P<end>\n|$)")


def callout_plugin(md: MarkdownIt) -> None:
    """Rewrites quotes after the block rules; words behind the marker are the callout's title."""
    md.core.ruler.after("block", "callout", _callouts)


def _callouts(state: StateCore) -> None:
    tokens = state.tokens
    dropped: set[int] = set()
    for number in range(len(tokens) - 2):
        if tokens[number].type != "blockquote_open" or tokens[number + 1].type != "paragraph_open":
            continue
        match = _MARKER.match(tokens[number + 2].content)
        if match is not None:
            _rewrite(tokens, number, match, dropped)
    if dropped:
        state.tokens = [token for number, token in enumerate(tokens) if number not in dropped]


def _rewrite(tokens: list[Token], number: int, match: re.Match[str], dropped: set[int]) -> None:
    opener, inline = tokens[number], tokens[number + 2]
    opener.type, opener.info = "block_open", match.group().rstrip("\n")
    opener.meta = {"name": "callout", "closed": True, "arguments": tuple(_arguments(match))}
    closer = next(
        token for token in tokens[number:] if token.type == "blockquote_close" and token.level == opener.level
    )
    closer.type = "block_close"
    inline.content = inline.content[match.end() :]
    if inline.map:
        inline.map = [inline.map[0] + 1, inline.map[1]]
    if not inline.content:
        dropped.update((number + 1, number + 2, number + 3))


def _arguments(match: re.Match[str]) -> list[Argument]:
    found = [("kind", match["kind"].lower(), match.start("kind"))]
    if match["title"].strip():
        found.append(("title", match["title"].strip(), match.start("title")))
    return [
        Argument(name=name, value=value, name_at=at, value_at=at, value_length=len(value)) for name, value, at in found
    ]
