"""The words of a link do not say where it leads.

Source: WCAG 2.2, success criterion 2.4.4 and its failure F84: people who go from link to link hear the words alone.
"""

import re
from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.model.document import Link
from blogsmith.policy.options import words
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule
from blogsmith.text.patterns import pattern
from blogsmith.text.quotations import is_saying, quoted_spans

_WORDS = (
    *("here", "click", "click here", "this", "link", "this link", "more", "read more", "learn more", "see more"),
    *(
        "여기",
        "여기를",
        "여기서",
        "여기에서",
        "이곳",
        "이곳을",
        "클릭",
        "여기 클릭",
        "여기를 클릭",
        "여기를 클릭하세요",
    ),
    *("링크", "이 링크", "바로가기", "더보기", "더 보기", "더 읽기", "자세히 보기", "자세히"),
)
_URL = pattern(r"https?://\S+", re.IGNORECASE)
_EDGES = " .,:;!?…·>»→()[]"


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    if not byline.document.links:
        return
    listed = {word.casefold() for word in words(options, "words")}
    for link in byline.document.links:
        if link.quoted:
            continue
        says_nothing = link.text.casefold().strip(_EDGES) in listed
        if (says_nothing or _URL.fullmatch(link.text)) and not _is_said_by_another(byline, link):
            variant = "" if says_nothing else "url"
            yield Finding(location=byline.within(link.place), facts=(("value", link.text),), variant=variant)


def _is_said_by_another(byline: Byline, link: Link) -> bool:
    """Whether a link stands in a quotation, whose words nobody may change."""
    line, begin, end = link.place.line, link.place.column, link.place.column + link.place.length
    for passage in byline.document.passages:
        for at in passage.links:
            place = passage.place(at, at + 1)
            if place.line == line and begin <= place.column < end:
                spans = quoted_spans([passage.text])[0]
                return any(left < at < right and is_saying(passage.text[left:right]) for left, right in spans)
    return False


RULE = rule("craft/link-text", Severity.WARNING, Option(name="words", default=_WORDS))(_findings)
