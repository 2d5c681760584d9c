"""Where one sentence of a passage ends and the next begins, in Korean, English and Japanese."""

import re
from collections.abc import Iterator, Mapping, Sequence

from blogsmith.text.patterns import pattern

Span = tuple[int, int]

_BEHIND = r"(?:[\"'”’」』)\]]*(?=\s|$)|(?<=[.!?])[」』”](?=[^\s.,!?고라며하는이가을를은의로도과와면]))"
"""What may stand between the sign that ends a sentence and the next one."""
_END = pattern(
    r"[.!?…。！？~^:;ㅎㅋㅠㅜ](?:"
    rf"(?<=[.!?…])[.!?…]*{_BEHIND}"
    r"|(?<=[。！？])[。！？]*[」』”’)]*"
    r"|(?<=[~^:;ㅎㅋㅠㅜ])[~^;)ㅎㅋㅠㅜ]*(?=\s|$))"
)
_LATIN_END = pattern(rf"[.!?…]+{_BEHIND}")
_FULL_STOP = pattern(r"\.[\"'”’」』)\]]*(?=\s(?![a-z]))|\.[」』”](?![\"'”’」』)\]]*(?:\s|$))(?=[^\s.,!?a-z])")
"""What ends a sentence where nothing else can: a pattern that begins with a letter is found much faster."""
_WIDE = bytes(range(0xE3, 0xF5))
"""First bytes in UTF-8."""
_SMILE = "~^:;ㅎㅋㅠㅜ"
_NEVER = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "st", "vs", "no", "nos", "gen", "sen", "rep", "gov", "hon", "ph.d", "al"),
        *("fig", "figs", "eq", "sec", "vol", "approx", "e.g", "i.e", "cf", "viz", "u.s", "u.k", "p", "pp", "ver"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"),
    )
)
"""Words whose full stop never ends a sentence."""
_SELDOM = frozenset(["inc", "corp", "ltd", "co", "jr", "sr", "etc", "a.m", "p.m", "d.c", "dept", "est"])
"""Words whose full stop ends a sentence where a capital follows that begins one."""
_STARTERS = pattern(r"\s+(?:The|This|That|These|It|We|I|In|On|A|An|But|And|So|They|He|She|Our|My|If|When|As)\b")
_ENDINGS = frozenset(end for word in (*_NEVER, *_SELDOM) for end in (word[-5:], word[-5:].upper()) if len(word) > 4)
"""How those of five letters and more end."""
_LONGEST_SHORT = 8
"""No abbreviation is longer."""
_NUMBER = pattern(r"\d{1,4}$")
_PARENTHESES = pattern(r"\([^()]{0,400}\)|\[[^\[\]]{0,200}\]")
_LINE_END = pattern(r"(?:[다요죠음함]|니까)$")


def is_wide(text: str) -> bool:
    """Whether a text holds Korean, Japanese, Chinese or their signs: all that is U+3000 or above."""
    if text.isascii():
        return False
    encoded = text.encode()
    return len(encoded.translate(None, _WIDE)) < len(encoded)


def sentence_spans(text: str, quoted: Sequence[Span], line_starts: Sequence[int]) -> list[Span]:
    """Start and end of each sentence of `text`, no white space around them.

    Nothing ends within parentheses or within one of the spans `quoted`, but at their end. A line that ends in a
    Korean verb ends its sentence without a full stop; `line_starts` are the offsets where a new line begins.
    """
    closed = [*quoted, *_parentheses(text)]
    ends = {match.end() for match in _END.finditer(text) if _is_end(text, match, closed)}
    for start in line_starts:
        if _LINE_END.search(text[max(0, start - 4) : start].rstrip()) and not _within(start, closed):
            ends.add(start)
    spans, at = [], 0
    for end in sorted({*ends, len(text)}):
        sentence = text[at:end]
        bare = sentence.strip()
        if bare:
            start = at + len(sentence) - len(sentence.lstrip())
            spans.append((start, start + len(bare)))
        at = end
    return spans


def latin_spans(texts: Mapping[int, str], quoted: Mapping[int, Sequence[Span]]) -> list[list[Span]]:
    """What `sentence_spans` says of each of `texts`, none of which is wide or has two spaces in a row; found faster.

    All full stops are looked for at once. `quoted`: the quoted spans of those texts that have some, by number.
    """
    joined = "\n".join(texts.values())
    stops = [match.span() for match in _FULL_STOP.finditer(joined)]
    other_signs = "!" in joined or "?" in joined or ".." in joined or "…" in joined
    parentheses = "(" in joined or "[" in joined
    found, base, number, count = [], 0, 0, len(stops)
    for index, text in texts.items():
        size = len(text)
        ends = []
        while number < count:
            at, end = stops[number]
            if end >= base + size:
                break
            number += 1
            at, end = at - base, end - base
            tail = text[at - 5 : at]
            if (tail.isalpha() and len(tail) == 5 and tail not in _ENDINGS) or _is_full_stop(text, at, end):
                ends.append(end)
        while number < count and stops[number][0] < base + size:
            number += 1
        if other_signs and ("!" in text or "?" in text or ".." in text or "…" in text):
            ends = list(_latin_ends(text))
        if ends and (index in quoted or (parentheses and ("(" in text or "[" in text))):
            ends = _outside(text, ends, quoted.get(index, ()))
        if ends:
            starts = [end + 1 if text[end] == " " else end for end in ends]
            found.append(list(zip((0, *starts), (*ends, size), strict=True)))
        else:
            found.append([(0, size)] if text else [])
        base += size + 1
    return found


def _outside(text: str, ends: Sequence[int], quoted: Sequence[Span]) -> list[int]:
    """Those of `ends` that stand neither in a quotation nor in parentheses."""
    closed = [*quoted, *_parentheses(text)] if any([_may_be_within(text, end) for end in ends]) else quoted  # noqa: C419
    return [end for end in ends if not _within(end, closed)]


def _latin_ends(text: str) -> Iterator[int]:
    for match in _LATIN_END.finditer(text):
        start, end = match.span()
        following = text[end : end + 2].lstrip()[:1]
        if not following:
            continue
        sign = text[start]
        if sign == "…" or text.startswith("..", start):
            if following.isupper():
                yield end
        elif not "a" <= following <= "z" and (sign != "." or _is_full_stop(text, start, end)):
            yield end


def _parentheses(text: str) -> list[Span]:
    if "(" in text or "[" in text:
        return [match.span() for match in _PARENTHESES.finditer(text)]
    return []


def _may_be_within(text: str, at: int) -> bool:
    """Whether a parenthesis is open there."""
    return text.rfind("(", 0, at) > text.rfind(")", 0, at) or text.rfind("[", 0, at) > text.rfind("]", 0, at)


def _within(at: int, closed: Sequence[Span]) -> bool:
    return any([start < at < end for start, end in closed])  # noqa: C419 - a list is faster


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
    return sign != "." or _is_full_stop(text, match.start(), end)


def _is_full_stop(text: str, at: int, end: int) -> bool:
    """True where the full stop at `at` is no abbreviation's, initial's, date's or list number's."""
    start = text.rfind(" ", 0, at) + 1
    if at - start > _LONGEST_SHORT:
        return True
    last = text[start:at].lstrip("(“\"'‘[")
    word = last.lower()
    if word in _NEVER:
        return bool(word in ("u.s", "u.k") and _STARTERS.match(text, end))
    if word in _SELDOM:
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
