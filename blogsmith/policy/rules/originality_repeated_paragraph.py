"""A paragraph stands, nearly word for word, in another post too."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.copies import are_kin, notes_at, traces_of
from blogsmith.policy.options import number
from blogsmith.policy.rule import Archive, Finding, Option, Options, Signed, rule
from blogsmith.policy.sketch import Sketch, resemblance
from blogsmith.policy.traces import PARAGRAPH_SIZE, ParagraphTrace, Trace

KEYS, COMMON = 8, 2
"""Two paragraphs that share 70 % have 2 of their 8 smallest hashes in common in 99.9 % of all cases."""
_WHOLE = 0.33
"""Posts that are alike as a whole are told so once, not paragraph by paragraph."""


def _findings(archive: Archive, options: Options) -> Iterator[Finding]:
    posts = traces_of(archive)
    letters, least = number(options, "letters"), number(options, "share") / 100
    owned = [
        (own, paragraph)
        for own, (_, trace) in enumerate(posts)
        for paragraph in trace.paragraphs
        if paragraph.letters >= letters
    ]
    copies: dict[int, list[int]] = defaultdict(list)
    alike = archive.comparing.alike(
        "paragraphs", _named(posts, owned), least=least, keys=KEYS, common=COMMON, size=PARAGRAPH_SIZE
    )
    for one, other, _ in alike:
        if not _are_whole_copies(posts[owned[one][0]], posts[owned[other][0]]):
            copies[one].append(other)
            copies[other].append(one)
    places = [(posts[own][0], paragraph) for own, paragraph in owned]
    yield from (_finding(places[own], [places[other] for other in others]) for own, others in sorted(copies.items()))


def _named(posts: Sequence[tuple[Signed, Trace]], owned: Sequence[tuple[int, ParagraphTrace]]) -> dict[str, Sketch]:
    """The sketch of each paragraph by its post and the line on which it begins."""
    return {
        f"{posts[own][0].post.path}:{paragraph.place.line}:{paragraph.place.column}": paragraph.sketch
        for own, paragraph in owned
    }


def _are_whole_copies(one: tuple[Signed, Trace], other: tuple[Signed, Trace]) -> bool:
    """Whether two posts may be alike, or are told to be as a whole."""
    return are_kin(one[0].post, other[0].post) or resemblance(one[1].whole, other[1].whole, least=_WHOLE) > 0


def _finding(own: tuple[Signed, ParagraphTrace], others: list[tuple[Signed, ParagraphTrace]]) -> Finding:
    byline, paragraph = own
    return Finding(
        location=byline.within(paragraph.place),
        facts=(("value", others[0][0].post.path),),
        notes=notes_at("other", ((other, found.place) for other, found in others)),
    )


RULE = rule(
    "originality/repeated-paragraph",
    Severity.WARNING,
    Option(name="letters", default=200),
    Option(name="share", default=70),
)(_findings)
