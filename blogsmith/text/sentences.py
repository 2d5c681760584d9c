"""Where one sentence of a passage ends and the next begins, in Korean, English and Japanese."""

import re
from collections.abc import Sequence

Span = tuple[int, int]

_END = re.compile(
    r"[.!?…。！？~^:;ㅎㅋㅠㅜ](?:"
    r"(?<=[.!?…])[.!?…]*(?:[\"'”’」』)\]]*(?=\s|$)|(?<=[.!?])[」』”](?=[^\s.,!?고라며하는이가을를은의로도과와면]))"
    r"|(?<=[。！？])[。！？]*[」』”’)]*"
    r"|(?<=[~^:;ㅎㅋㅠㅜ])[~^;)ㅎㅋㅠㅜ]*(?=\s|$))"
)
_SMILE = "~^:;ㅎㅋㅠㅜ"
_NEVER = re.compile(
    r"mr|mrs|ms|dr|prof|st|vs|no|nos|gen|sen|rep|gov|hon|fig|figs|eq|sec|vol|approx|e\.g|i\.e|"
    r"cf|al|viz|u\.s|u\.k|ph\.d|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|p|pp|ver"
)
"""Words whose full stop never ends a sentence."""
_SELDOM = re.compile(r"inc|corp|ltd|co|jr|sr|etc|a\.m|p\.m|d\.c|dept|est")
"""Words whose full stop ends a sentence where a capital follows that begins one."""
_STARTERS = re.compile(r"\s+(?:The|This|That|These|It|We|I|In|On|A|An|But|And|So|They|He|She|Our|My|If|When|As)\b")
_LONGEST_SHORT = 8
"""No abbreviation is longer."""
_NUMBER = re.compile(r"\d{1,4}$")
_PARENTHESES = re.compile(r"\([^()]{0,400}\)|\[[^\[\]]{0,200}\]")
_LINE_END = re.compile(r"(?:[다요죠음함]|니까)$")


def sentence_spans(text: str, quoted: Sequence[Span], line_starts: Sequence[int]) -> list[Span]:
    """Start and end of each sentence of `text`, no white space around them.

    Nothing ends within parentheses or within one of the spans `quoted`, but at their end. A line that ends in a
    Korean verb ends its sentence without a full stop; `line_starts` are the offsets where a new line begins.
    """
    closed = list(quoted)
    if "(" in text or "[" in text:
        closed += [match.span() for match in _PARENTHESES.finditer(text)]
    ends = [match.end() for match in _END.finditer(text) if _is_end(text, match, closed)]
    for start in line_starts:
        if _LINE_END.search(text[max(0, start - 4) : start].rstrip()) and not _within(start, closed):
            ends.append(start)
    ends.append(len(text))
    spans, at = [], 0
    for end in sorted(set(ends)):
        sentence = text[at:end]
        bare = sentence.strip()
        if bare:
            start = at + len(sentence) - len(sentence.lstrip())
            spans.append((start, start + len(bare)))
        at = end
    return spans


def _within(at: int, closed: Sequence[Span]) -> bool:
    return any(start < at < end for start, end in closed)


def _is_end(text: str, match: re.Match[str], closed: Sequence[Span]) -> bool:
    end = match.end()
    if closed and _within(end, closed):
        return False
    sign = match.group()[0]
    following = text[end : end + 2].strip()
    if not following:
        return True
    if sign in _SMILE:
        return text[max(0, match.start() - 3) : match.start()].rstrip()[-1:] in tuple(
            "다요죠까네"
        ) and match.group() not in (":", ";")
    if sign == "…" or match.group().startswith(".."):
        return following[0].isupper() or bool(_LINE_END.search(text[max(0, match.start() - 2) : match.start()]))
    if following[0].islower() and sign in ".!?" and following[0].isascii():
        return False
    return sign != "." or _full_stop(text, match.start(), end)


def _full_stop(text: str, at: int, end: int) -> bool:
    """True where the full stop at `at` is no abbreviation's, initial's, date's or list number's."""
    start = text.rfind(" ", 0, at) + 1
    if at - start > _LONGEST_SHORT:
        return True
    last = text[start:at].lstrip("(“\"'‘[")
    word = last.lower()
    if _NEVER.fullmatch(word):
        return bool(word in ("u.s", "u.k") and _STARTERS.match(text, end))
    if _SELDOM.fullmatch(word):
        return bool(_STARTERS.match(text, end))
    if len(word) == 1 and last.isupper() and word.isascii():
        return word == "i"
    if _NUMBER.fullmatch(word):
        return (
            at - len(word) > 0
            and not text[end : end + 3].lstrip()[:1].isdigit()
            and text[at - len(word) - 2 : at - len(word)] != ". "
        )
    return True
