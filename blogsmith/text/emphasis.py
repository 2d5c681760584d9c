"""`**강조(强調)**를` is bold: beside Korean, Chinese and Japanese, punctuation does not keep a marker from its word.

CommonMark asks for white space or punctuation on the outer side of a marker whose inner side is punctuation. Scripts
that put particles right behind a word have neither, so here a letter of such a script counts as well, for `*` and `~~`
alone. The rest is CommonMark's rule, 6.2. Source of the change: github.com/commonmark/commonmark-spec/issues/650.
"""

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from blogsmith.text.scripts import CJK


def cjk_emphasis_plugin(md: MarkdownIt) -> None:
    """Replaces the rules for `*`, `_` and `~~`; what pairs the markers afterwards stays markdown-it's own."""
    md.inline.ruler.at("emphasis", _emphasis)
    md.inline.ruler.at("strikethrough", _strikethrough)


def _emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    length, opens, closes = _scan(state, words_split=marker == "*")
    for _ in range(length):
        _push(state, marker, length, opens, closes)
    state.pos += length
    return True


def _strikethrough(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if silent or state.src[state.pos] != "~":
        return False
    length, opens, closes = _scan(state, words_split=True)
    if length < 2:
        return False
    if length % 2:
        state.push("text", "", 0).content = "~"
    for _ in range(length // 2):
        _push(state, "~~", 0, opens, closes)
    state.pos += length
    return True


def _push(state: StateInline, text: str, length: int, opens: bool, closes: bool) -> None:  # noqa: FBT001
    state.push("text", "", 0).content = text
    delimiter = Delimiter(
        marker=ord(text[0]), length=length, token=len(state.tokens) - 1, end=-1, open=opens, close=closes
    )
    state.delimiters.append(delimiter)


def _scan(state: StateInline, *, words_split: bool) -> tuple[int, bool, bool]:
    """Length of the run of markers at the position, whether it may open and whether it may close."""
    src, start, end = state.src, state.pos, state.pos
    while end < state.posMax and src[end] == src[start]:
        end += 1
    before = src[start - 1] if start > 0 else " "
    after = src[end] if end < state.posMax else " "
    space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
    punct_before, punct_after = _is_punctuation(before), _is_punctuation(after)
    left = not space_after and (
        not punct_after or space_before or punct_before or (words_split and CJK.match(before) is not None)
    )
    right = not space_before and (
        not punct_before or space_after or punct_after or (words_split and CJK.match(after) is not None)
    )
    opens = left and (words_split or not right or punct_before)
    closes = right and (words_split or not left or punct_after)
    return end - start, opens, closes


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)
