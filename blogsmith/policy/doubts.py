"""Whether the doubts that an edit raises are settled: nothing is said of other posts that was not said before."""

from collections.abc import Callable, Iterable, Mapping

from blogsmith.model.post import Post
from blogsmith.policy.copies import are_kin
from blogsmith.policy.levels import Levels
from blogsmith.policy.options import number
from blogsmith.policy.rules import originality_near_duplicate, originality_repeated_paragraph
from blogsmith.policy.sketch import resemblance
from blogsmith.policy.traces import PARAGRAPH_SIZE, Trace


def least_letters(levels: Levels) -> int:
    """Letters of the shortest paragraph that the rules about copies look at."""
    return number(levels.options[originality_repeated_paragraph.RULE.id], "letters")


def are_settled(
    pairs: Iterable[tuple[str, str]],
    posts: Mapping[str, Post],
    trace_of: Callable[[str], Trace | None],
    levels: Levels,
) -> bool:
    """False also where it cannot be known. `posts` and `trace_of`: by path, of posts as they are now.

    Rules that an editor turned off count too: what they would say is looked at, and found to be nothing, all the same.
    """
    share = number(levels.options[originality_near_duplicate.RULE.id], "share") / 100
    part = number(levels.options[originality_repeated_paragraph.RULE.id], "share") / 100
    letters = least_letters(levels)
    for one, other in pairs:
        if are_kin(posts[one], posts[other]):
            continue
        traces = trace_of(one), trace_of(other)
        if traces[0] is None or traces[1] is None or _are_alike(traces[0], traces[1], share, part, letters):
            return False
    return True


def _are_alike(one: Trace, other: Trace, share: float, part: float, letters: int) -> bool:
    if resemblance(one.whole, other.whole, least=share):
        return True
    return any(
        resemblance(own.sketch, their.sketch, size=PARAGRAPH_SIZE, least=part) > 0
        for own in one.paragraphs
        for their in other.paragraphs
        if own.letters >= letters <= their.letters
    )
