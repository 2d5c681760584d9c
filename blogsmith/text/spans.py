"""Inline rules that also note where in its text a link, an image or a tag stands, and two that CommonMark has not.

`token.meta["span"]` is (start, end) within the `content` of the inline token it belongs to.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, html_inline, image, link

from blogsmith.text.labels import label_end
from blogsmith.text.patterns import pattern

_LANGUAGE = pattern(r'\{lang=(?:"(?P<quoted>[^"{}\n]*)"|(?P<bare>[^\s"{}]*))\}')


def span_plugin(md: MarkdownIt) -> None:
    """Replaces four rules by ones that note spans; adds `[phrase]{lang=ja}` and comments that leave nothing."""
    md.inline.ruler.at("link", _link)
    md.inline.ruler.at("image", _image)
    md.inline.ruler.at("autolink", _autolink)
    md.inline.ruler.at("html_inline", _html_inline)
    md.inline.ruler.before("link", "phrase", _phrase)
    md.inline.ruler.before("html_inline", "comment", _comment)


def _noted(state: StateInline, before: int, start: int) -> bool:
    """Notes the span on the token that the rule pushed first; pending text may have come before it."""
    token = state.tokens[before] if state.tokens[before].type != "text" else state.tokens[before + 1]
    token.meta["span"] = (start, state.pos)
    return True


def _link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it calls it so
    if state.src[state.pos] != "[" or state.html_terminator_last("]") < state.pos:
        return False
    start, before = state.pos, len(state.tokens)
    return link(state, silent) and (silent or _noted(state, before, start))


def _image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if state.src[state.pos] != "!" or state.html_terminator_last("]") < state.pos:
        return False
    start, before = state.pos, len(state.tokens)
    return image(state, silent) and (silent or _noted(state, before, start))


def _autolink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if state.src[state.pos] != "<":
        return False
    start, before = state.pos, len(state.tokens)
    return autolink(state, silent) and (silent or _noted(state, before, start))


def _html_inline(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    if state.src[state.pos] != "<":
        return False
    start, before = state.pos, len(state.tokens)
    return html_inline(state, silent) and (silent or _noted(state, before, start))


def _comment(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """A comment ends at the first `-->`; one that never ends is kept as a tag, to be reported."""
    start, src = state.pos, state.src
    if not src.startswith("<!--", start):
        return False
    short = next((mark for mark in ("<!-->", "<!--->") if src.startswith(mark, start)), "")
    if not short and state.html_terminator_last("-->") < start + 4:
        if not silent:
            token = state.push("html_inline", "", 0)
            token.content, token.meta = "<!--", {"span": (start, start + 4), "unclosed": True}
        state.pos = start + 4
        return True
    end = start + len(short) if short else src.find("-->", start + 4) + 3
    if end > state.posMax:
        return False
    words = src[start + 4 : end - 3].strip()
    if words.startswith(REMARK) and not silent:
        token = state.push("remark", "", 0)
        token.content, token.meta = words, {"span": (start, end)}
    state.pos = end
    return True


REMARK = "blogsmith:"
"""A comment that begins so is meant for us: it is kept in `Document.remarks`, and leaves nothing on the page."""


def _phrase(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    start = state.pos
    if state.src[start] != "[" or state.html_terminator_last("]{lang=") < start:
        return False
    end = label_end(state, start)
    match = _LANGUAGE.match(state.src, end + 1, state.posMax) if end > start else None
    if match is None:
        return False
    if not silent:
        end_of_all = state.posMax
        state.pos, state.posMax = start + 1, end
        token = state.push("phrase_open", "span", 1)
        token.attrs["lang"] = match["quoted"] if match["quoted"] is not None else match["bare"]
        token.meta["span"] = (end + 1, match.end())
        state.md.inline.tokenize(state)
        state.push("phrase_close", "span", -1)
        state.posMax = end_of_all
    state.pos = match.end()
    return True
