"""`::: name key="value"` … `:::` as a block rule: one `block_open`, what is in it, one `block_close`.

A closing line closes the innermost block that was opened with as many colons; blocks of the same length nest too.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from blogsmith.text.arguments import arguments
from blogsmith.text.patterns import pattern

_OPENER = pattern(r"(?P<colons>:{3,})[ \t]*(?P<name>[^\s:=\"']+)(?P<rest>.*)")
_CLOSER = pattern(r"(?P<colons>:{3,})[ \t]*")
_CODE_FENCE = pattern(r"(`{3,}(?=[^`]*$)|~{3,})")


def container_plugin(md: MarkdownIt) -> None:
    """Tokens: `block_open` (meta `name`, `arguments`, `closed`; info: its rest), `block_close`, `block_stray`."""
    md.block.ruler.before("fence", "block", _block, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    text = _text(state, start_line)
    if not text.startswith(":::") or state.is_code_block(start_line):
        return False
    opener = _OPENER.fullmatch(text)
    if opener is None and _CLOSER.fullmatch(text) is None:
        return False
    if silent:
        return True
    if opener is None:
        token = state.push("block_stray", "", 0)
        token.map = [start_line, start_line + 1]
        state.line = start_line + 1
        return True
    _push_block(state, opener, start_line, end_line)
    return True


def _push_block(state: StateBlock, opener: re.Match[str], start_line: int, end_line: int) -> None:
    last, closed = _end(state, start_line, end_line, len(opener["colons"]))
    parent, line_max = state.parentType, state.lineMax
    # A paragraph's lazy continuation must not run over the closing line.
    state.parentType, state.lineMax = "container", last
    token = state.push("block_open", "", 1)
    token.block = True
    token.markup, token.info, token.map = opener["colons"], opener["rest"], [start_line, last]
    token.meta = {"name": opener["name"], "closed": closed, "arguments": tuple(arguments(opener["rest"]))}
    state.md.block.tokenize(state, start_line + 1, last)
    state.push("block_close", "", -1).block = True
    state.parentType, state.lineMax = parent, line_max
    state.line = last + (1 if closed else 0)


def _end(state: StateBlock, start_line: int, end_line: int, colons: int) -> tuple[int, bool]:
    """The line that closes the block, or the first line that is not in it."""
    opened, fence = [colons], ""
    for line in range(start_line + 1, end_line):
        if not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
            return line, False
        text = _text(state, line)
        if fence:
            if text.startswith(fence) and not text.strip(fence[0] + " \t"):
                fence = ""
        elif match := _CODE_FENCE.match(text):
            fence = match[1]
        elif text.startswith(":::") and not state.is_code_block(line):
            _count(opened, text)
            if not opened:
                return line, True
    return end_line, False


def _count(opened: list[int], text: str) -> None:
    """Opens or closes; `opened` holds the colons of each open block, the outermost first."""
    if closer := _CLOSER.fullmatch(text):
        colons = len(closer["colons"])
        if colons in opened:
            while opened.pop() != colons:
                pass
        elif opened[-1] < colons:
            opened.pop()
    elif opener := _OPENER.fullmatch(text):
        opened.append(len(opener["colons"]))


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
