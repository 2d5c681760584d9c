"""A built page does not show a post's disclosure before its text.

Sources: 공정거래위원회 「추천·보증 등에 관한 표시·광고 심사지침」, in force 2024-12-01: in the title or at the very
start, and not behind "more". 16 CFR 255.0(f), revised 2023-07-26: difficult to miss and easily understandable.
"""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.disclosures import disclosed
from blogsmith.policy.rule import Finding, Options, Rendered, rule
from blogsmith.policy.visible_text import VisibleText, letters_of

_CHUNK = 4096
_OPENING = 80
_TELLING = 20
"""Letters of a passage that is hardly found on a page by chance."""


def _findings(page: Rendered, options: Options) -> Iterator[Finding]:
    post, site = page.post, page.site
    if post is None or page.document is None:
        return
    authors = [site.authors[name] for name in post.authors if name in site.authors]
    tellings = tuple(disclosed(post, authors))
    openings = _openings(page.document.plain) if tellings else []
    for told in tellings:
        variant = _fault(page.html, letters_of(told.text), openings)
        if variant is not None:
            key = ("disclosure",) if told.author is None else ("authors", told.index)
            yield Finding(location=post.places[key].within(post.path), facts=(("value", page.output),), variant=variant)


def _openings(plain: str) -> list[str]:
    """The first passage of a body that is long enough to be known again, then the others that begin it."""
    passages = [letters_of(line)[:_OPENING] for line in plain.split("\n")[:12]]
    return sorted(filter(None, passages), key=lambda passage: len(passage) < _TELLING)


def _fault(html: str, wanted: str, openings: list[str]) -> str | None:
    """None where what is wanted stands above the body; else "late", or "" where it cannot be seen at all."""
    reader, seen, found, after = VisibleText(), "", "", ""
    for start in range(0, len(html), _CHUNK):
        reader.feed(html[start : start + _CHUNK])
        seen = reader.letters()
        _, found, after = seen.partition(wanted)
        # The text may be announced above, in a summary: what counts is that it follows.
        if any(opening in after for opening in openings[:1]):
            return None
    if not found:
        return ""
    opening = next((opening for opening in openings if opening in seen), "")
    return None if opening in after else "late"


RULE = rule("disclosure/not-shown", Severity.ERROR)(_findings)
