"""The words of a link do not say where it leads.

Source: WCAG 2.2, success criterion 2.4.4 and its failure F84: people who go from link to link hear the words alone.
"""

import re
from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.options import words
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule

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
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_EDGES = " .,:;!?…·>»→()[]"


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    if not byline.document.links:
        return
    listed = {word.casefold() for word in words(options, "words")}
    for link in byline.document.links:
        if link.quoted:
            continue
        says_nothing = link.text.casefold().strip(_EDGES) in listed
        if says_nothing or _URL.fullmatch(link.text):
            variant = "" if says_nothing else "url"
            yield Finding(location=byline.within(link.place), facts=(("value", link.text),), variant=variant)


RULE = rule("craft/link-text", Severity.WARNING, Option(name="words", default=_WORDS))(_findings)
