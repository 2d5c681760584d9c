"""A disclosure is in another language than the post, so that some readers cannot read it."""

from collections.abc import Iterator

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.policy.disclosures import disclosed, relationship_at
from blogsmith.policy.rule import Byline, Finding, Options, rule
from blogsmith.text.patterns import pattern
from blogsmith.text.scripts import CJK, HANGUL

_KANA = pattern("[\u3041-\u30ff]")


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    post = byline.post
    for told in disclosed(post, byline.authors):
        author = told.author
        relationship = author.relationship if author else ""
        lacks = not isinstance(relationship, str) and post.language not in relationship
        if not lacks and _may_be(told.text, post.language):
            continue
        if author is None:
            yield Finding(location=byline.at("disclosure"), facts=(("value", post.language),))
            continue
        facts = (("value", post.language), ("name", author.id))
        note = Note(key="relationship", facts=facts, location=relationship_at(author))
        at = byline.at("authors", told.index)
        yield Finding(location=at, facts=facts, variant="relationship", notes=(note,))


def _may_be(text: str, language: str) -> bool:
    """Whether the script of a text is that of a language: an English text cannot be told from a German one."""
    letters = sum(char.isalpha() for char in text)
    if not letters or language.startswith("zh"):
        return True
    if language == "ko":
        return len(HANGUL.findall(text)) > 0.3 * letters
    if language == "ja":
        return _KANA.search(text) is not None
    return len(CJK.findall(text)) < 0.5 * letters


RULE = rule("disclosure/language", Severity.WARNING)(_findings)
