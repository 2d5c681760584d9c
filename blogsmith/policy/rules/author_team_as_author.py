"""A post is signed by a team instead of a person."""

import re
from collections.abc import Iterator
from functools import lru_cache

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.names import each_name
from blogsmith.policy.options import words
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule
from blogsmith.text.scripts import HANGUL

_NAMES = (
    "team",
    "desk",
    "staff",
    "editors",
    "editorial",
    "newsroom",
    "department",
    "admin",
    "팀",
    "편집부",
    "편집국",
    "운영진",
    "운영자",
    "관리자",
    "사무국",
    "홍보실",
    "위원회",
)
"""Latin words stand alone in a name; Korean ones end one of its words: `콘텐츠팀`."""


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    if byline.post.category in words(options, "categories"):
        return
    organisation = {name.casefold() for name in byline.site.config.site.organisation_names}
    names = words(options, "names")
    for index, author in enumerate(byline.authors):
        for name in each_name(author.name):
            if name.casefold() in organisation or _is_team(name, names):
                yield Finding(location=byline.at("authors", index), facts=(("value", author.id), ("name", name)))
                break


@lru_cache(maxsize=4096)
def _is_team(name: str, words_of_teams: tuple[str, ...]) -> bool:
    parts = re.findall(r"\w+", name.casefold())
    for word in words_of_teams:
        # A surname and one syllable are a person's name: 김팀.
        if HANGUL.match(word) and any(part.endswith(word) and len(part) > 2 for part in parts):
            return True
        if word.casefold() in parts:
            return True
    return False


RULE = rule(
    "author/team-as-author",
    Severity.WARNING,
    Option(name="names", default=_NAMES),
    Option(name="categories", default=()),
)(_findings)
