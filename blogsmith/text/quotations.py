"""Which characters of a text stand in quotation marks, also where a quotation is left open over several paragraphs."""

import re
from collections.abc import Sequence

from blogsmith.text.patterns import pattern

Span = tuple[int, int]

_MARKS = pattern("[\"'“”„«»「」『』‘’《》]")
_CLOSERS = {"“": "”", "„": "”“", "«": "»", "「": "」", "『": "』", "‘": "’", '"': '"', "'": "'"}
_SELDOM_OPENERS = "‘„«「『"
_BEFORE_OPENER = " \t([{<—–-/*_:,"
_SINGLE = pattern(rf"'(?=\S)(?:(?<=[\n{re.escape(_BEFORE_OPENER)}“‘「『]')|(?<=\A'))")
"""A straight single mark that is no apostrophe."""
_ALL_MARKS = " “”\"'‘’「」『』«»„"
_ENDS = (".", "!", "?", "。", "？", "！")
_REACH = 8
"""How many paragraphs a quotation that is left open may take to end."""
_LONGEST_SINGLE = 400
"""Single marks are apostrophes more often than not: what they enclose ends soon."""


def quoted_spans(texts: Sequence[str]) -> list[list[Span]]:
    """The quoted spans of each of `texts`, which follow one another; marks are within the span.

    A quotation left open goes on where the next text begins with the same mark or a later one closes it; else it
    ends with its text, or was none where the mark is a straight one.
    """
    found: list[list[Span]] = []
    carried = ""
    for number, text in enumerate(texts):
        start, spans = 0, []
        if carried:
            start, carried = _carried_on(text, carried)
            if start:
                spans.append((0, start))
        elif not may_quote(text):
            found.append([])
            continue
        more, opened = _spans(text, start)
        spans += more
        if opened >= 0:
            mark = text[opened]
            if _goes_on(texts[number + 1 : number + 1 + _REACH], mark):
                carried = mark
                spans.append((opened, len(text)))
            elif mark != '"' or opened == 0:
                spans.append((opened, len(text)))
        found.append(spans)
    return found


def is_saying(quoted: str) -> bool:
    """Whether what stands in marks is somebody's sentence, and no single expression."""
    inner = quoted.strip(_ALL_MARKS)
    return len(inner.split()) >= 3 or inner.endswith(_ENDS)


def may_quote(text: str) -> bool:
    """Whether a quotation may begin in `text`, or in one of its lines: told at a glance, in most none does."""
    if '"' in text or ("'" in text and _SINGLE.search(text)):
        return True
    return not text.isascii() and ("“" in text or any([mark in text for mark in _SELDOM_OPENERS]))  # noqa: C419


def _spans(text: str, start: int) -> tuple[list[Span], int]:
    """Spans from `start` on, and where one is left open, or -1."""
    spans: list[Span] = []
    marks = [match.start() for match in _MARKS.finditer(text, start)]
    at = 0
    while at < len(marks):
        opener = marks[at]
        mark = text[opener]
        at += 1
        if mark not in _CLOSERS or not _opens(text, opener):
            continue
        single = mark in "'‘"
        closer = _closer(text, marks, at, opener + _LONGEST_SINGLE if single else len(text))
        if closer >= 0:
            spans.append((opener, closer + 1))
            while at < len(marks) and marks[at] <= closer:
                at += 1
        elif closer < 0 and not single:
            return spans, opener
    return spans, -1


def _closer(text: str, marks: Sequence[int], at: int, furthest: int) -> int:
    """Which of `marks`, no further than `furthest`, closes what the mark before `at` opened; -1 where none does."""
    mark = text[marks[at - 1]]
    while at < len(marks) and marks[at] <= furthest:
        if _closes(text, marks[at], mark):
            return marks[at]
        at += 1
    return -1


def _opens(text: str, at: int) -> bool:
    if text[at] not in "\"'":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before in _BEFORE_OPENER or before in "“‘「『") and bool(after.strip())


def _closes(text: str, at: int, opener: str) -> bool:
    if text[at] not in _CLOSERS[opener]:
        return False
    before, after = text[at - 1], text[at + 1 : at + 2]
    if opener in "'‘":
        return not (_is_latin(before) and _is_latin(after)) and not before.isspace()
    return opener != '"' or not before.isspace() or not after.strip()


def _is_latin(char: str) -> bool:
    return char.isalnum() and char.isascii()


def _goes_on(following: Sequence[str], mark: str) -> bool:
    for text in following:
        if text.startswith(mark):
            return True
        end = next(
            (match.start() for match in _MARKS.finditer(text) if text[match.start()] in mark + _CLOSERS[mark]), -1
        )
        if end > 0:
            return text[end] in _CLOSERS[mark] and _closes(text, end, mark) and not _opens_straight(text, end)
    return False


def _opens_straight(text: str, at: int) -> bool:
    return text[at] == '"' and text[at - 1].isspace()


def _carried_on(text: str, mark: str) -> tuple[int, str]:
    """How far the quotation that was left open goes in `text`, and the mark where it is still open."""
    if text.startswith(mark):
        return 0, ""
    end = next((m.start() for m in _MARKS.finditer(text) if text[m.start()] in _CLOSERS[mark]), -1)
    return (end + 1, "") if end >= 0 else (len(text), mark)
