"""Characters that nobody sees stand in a post: they turn text around, or hide something in it.

Code is looked at too: there the order that is shown and the order that is run differ. Source: Unicode Technical Report
36, 2.10, and Boucher and Anderson, "Trojan Source" (2021).
"""

import unicodedata
from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.model.source import Location
from blogsmith.policy.rule import Byline, Finding, Options, rule
from blogsmith.text.patterns import pattern

_UNSEEN = pattern("[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0001-\U000e007f]")
_UNSEEN_BYTES = pattern(rb"\xe2(?:\x80[\x8b-\x8f\xaa-\xae]|\x81[\xa0\xa6-\xa9])")
_RARE_BYTES = (b"\xd8\x9c", b"\xe1\xa0\x8e", b"\xef\xbb\xbf", b"\xf3\xa0")
"""The same in UTF-8."""
_ASCII = bytes(range(128))
_MARKS = frozenset("\u061c\u200e\u200f")
"""Marks of direction that Arabic and Hebrew need between numbers and signs."""
_JOINERS = frozenset("\u200c\u200d")
_TAGS = pattern("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""Flags of regions, such as England's. Source: UTS 51, 1.4.6."""
_RIGHT_TO_LEFT = pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINED_SCRIPT = pattern("[\u0600-\u109f\u1780-\u18af]")
"""Arabic, the scripts of India, Tibetan, Burmese, Khmer and Mongolian, in which a joiner changes letters."""


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    post = byline.post
    typed = ((("title",), post.title), (("summary",), post.summary))
    tags = ((("tags", index), tag) for index, tag in enumerate(post.tags))
    for key, text in (*typed, *tags):
        found = _first(text)
        if found is not None:
            yield _finding(byline.at(*key), text, found)
    if post.body.isascii() or not _may_hide(post.body):
        return
    for number, line in enumerate(post.body.split("\n")):
        found = _first(line)
        if found is not None:
            at = Location(path=post.path, line=post.first_line + number, column=found + 1)
            yield _finding(at, line, found)


def _may_hide(text: str) -> bool:
    """Whether one of them stands in a long text; bytes are searched many times faster, most of all without ASCII."""
    encoded = text.encode().translate(None, _ASCII)
    return _UNSEEN_BYTES.search(encoded) is not None or any([sign in encoded for sign in _RARE_BYTES])  # noqa: C419


def _finding(at: Location, text: str, found: int) -> Finding:
    sign = text[found]
    value = f"U+{ord(sign):04X}"
    variant = "hidden" if unicodedata.bidirectional(sign) in ("BN", "") else ""
    return Finding(location=at, facts=(("value", value), ("name", unicodedata.name(sign, ""))), variant=variant)


def _first(text: str) -> int | None:
    """Where the first character stands that should not be there."""
    if text.isascii() or _UNSEEN.search(text) is None:
        return None
    flags = {at for match in _TAGS.finditer(text) for at in range(*match.span())}
    has_rtl = _RIGHT_TO_LEFT.search(text) is not None
    for match in _UNSEEN.finditer(text):
        sign, at = match[0], match.start()
        wanted = at in flags or (sign in _MARKS and has_rtl) or (sign in _JOINERS and _joins(text, at))
        if not wanted:
            return at
    return None


def _joins(text: str, at: int) -> bool:
    """Whether a joiner stands within an emoji, or within a word of a script that needs it."""
    before, after = text[:at].rstrip("\ufe0f"), text[at + 1 : at + 2]
    if not before or not after:
        return False
    if _JOINED_SCRIPT.match(before[-1]) and _JOINED_SCRIPT.match(after):
        return True
    return text[at] == "\u200d" and _is_picture(before[-1]) and _is_picture(after)


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) == "So" or "\U0001f3fb" <= sign <= "\U0001f3ff"


RULE = rule("safety/bidi-control", Severity.WARNING)(_findings)
