"""Posts of several writers begin, or end, with the same sentence.

Numbers do not tell two sentences apart, nor do marks; short courtesies ("Hello.", "감사합니다.") are no formula.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.copies import notes_at, traces_of
from blogsmith.policy.options import number
from blogsmith.policy.rule import Archive, Byline, Finding, Option, Options, rule
from blogsmith.policy.sketch import is_dense
from blogsmith.policy.traces import Phrase, letters_in

_Use = tuple[Byline, Phrase]


def _findings(archive: Archive, options: Options) -> Iterator[Finding]:
    posts = traces_of(archive)
    writers = number(options, "writers")
    for variant, phrases in (
        ("opening", [(byline, trace.opening) for byline, trace in posts]),
        ("closing", [(byline, trace.closing) for byline, trace in posts]),
    ):
        for uses in _by_words(phrases, letters=number(options, "letters")):
            if _writers(byline for byline, _ in uses) >= writers:
                yield from (_finding(use, uses, variant) for use in uses)


def _by_words(phrases: Iterable[tuple[Byline, Phrase | None]], *, letters: int) -> Iterator[Sequence[_Use]]:
    found: dict[str, list[_Use]] = defaultdict(list)
    for byline, phrase in phrases:
        if phrase is not None:
            found[phrase.key].append((byline, phrase))
    for key, uses in found.items():
        if len(uses) > 1 and letters_in(key, dense=is_dense(key)) >= letters:
            yield uses


def _writers(bylines: Iterable[Byline]) -> int:
    """How many write so: co-writers count once a post, the posts of a series and the translations of one post once."""
    posts = [byline.post for byline in bylines]
    groups = {(post.series, post.series or post.group): post.authors[:1] for post in posts}
    return len({authors for authors in groups.values() if authors})


def _finding(own: _Use, uses: Sequence[_Use], variant: str) -> Finding:
    byline, phrase = own
    others = [use for use in uses if use is not own]
    return Finding(
        location=byline.within(phrase.place),
        facts=(("value", phrase.key), ("count", len(uses))),
        variant=variant,
        notes=notes_at("other", ((other, found.place) for other, found in others)),
    )


RULE = rule(
    "originality/formula",
    Severity.WARNING,
    Option(name="writers", default=3),
    Option(name="letters", default=16),
)(_findings)
