"""Posts of several writers begin, or end, with the same sentence.

Numbers do not tell two sentences apart, nor do marks; short courtesies ("Hello.", "감사합니다.") are no formula.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from blogsmith.model.diagnostic import Severity
from blogsmith.model.post import Post
from blogsmith.policy.copies import notes_at, traces_of
from blogsmith.policy.options import number, words
from blogsmith.policy.rule import Archive, Finding, Option, Options, Signed, rule
from blogsmith.policy.sketch import is_dense
from blogsmith.policy.traces import Phrase, key_of, letters_in

_ALLOWED = (
    *("disclaimer", "disclosure", "this post was originally published", "this article was originally published"),
    *("originally published", "this post first appeared", "the views expressed"),
    *("이 글은 원래", "이 글의 원문", "이 글은 회사의 공식", "본 글은 회사의 공식"),
)
"""Beginnings of lines that have to be the same everywhere: where a text came from, whose view it is."""

_Use = tuple[Signed, Phrase]


def _findings(archive: Archive, options: Options) -> Iterator[Finding]:
    posts = traces_of(archive)
    for variant, phrases in (
        ("opening", [(byline, trace.opening) for byline, trace in posts]),
        ("closing", [(byline, trace.closing) for byline, trace in posts]),
    ):
        for key, uses in _by_words(phrases).items():
            if is_formula(key, [byline.post for byline, _ in uses], options):
                yield from (_finding(use, uses, variant) for use in uses)


def is_formula(key: str, posts: Sequence[Post], options: Options) -> bool:
    """Whether a sentence by which these posts begin, or end, is one. `key`: as of a Phrase."""
    writers = number(options, "writers")
    if len(posts) < writers:
        return False
    allowed = tuple(filter(None, map(key_of, words(options, "allowed"))))
    long_enough = letters_in(key, dense=is_dense(key)) >= number(options, "letters")
    return long_enough and not key.startswith(allowed) and _writers(posts) >= writers


def _by_words(phrases: Iterable[tuple[Signed, Phrase | None]]) -> Mapping[str, Sequence[_Use]]:
    found: dict[str, list[_Use]] = defaultdict(list)
    for byline, phrase in phrases:
        if phrase is not None:
            found[phrase.key].append((byline, phrase))
    return found


def _writers(posts: Iterable[Post]) -> int:
    """How many write so: co-writers count once a post, the posts of a series and the translations of one post once."""
    groups = {(post.series, post.series or post.group): post.authors[:1] for post in posts}
    return len({authors for authors in groups.values() if authors})


def _finding(own: _Use, uses: Sequence[_Use], variant: str) -> Finding:
    byline, phrase = own
    others = [use for use in uses if use is not own]
    return Finding(
        location=byline.within(phrase.place),
        facts=(("count", len(uses)),),
        variant=variant,
        notes=notes_at("other", ((other, found.place) for other, found in others)),
    )


RULE = rule(
    "originality/formula",
    Severity.WARNING,
    Option(name="writers", default=3),
    Option(name="letters", default=18),
    Option(name="allowed", default=_ALLOWED),
)(_findings)
