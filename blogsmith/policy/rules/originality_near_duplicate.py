"""Two posts say nearly the same in nearly the same words.

Compared are sketches (`policy/sketch.py`), the numbers as measured: of copies with 10, 30 and 50 % of their sentences
replaced 100, 91 and 38 % are found in English, 100, 100 and 25 % in Korean.
"""

from collections import defaultdict
from collections.abc import Iterator

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.policy.copies import alike_posts, traces_of
from blogsmith.policy.options import number
from blogsmith.policy.rule import Archive, Finding, Option, Options, rule

_MOST_NOTES = 3


def _findings(archive: Archive, options: Options) -> Iterator[Finding]:
    posts = traces_of(archive)
    alike: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for one, other, share in alike_posts(posts, least=number(options, "share") / 100):
        alike[one].append((-share, other))
        alike[other].append((-share, one))
    for own, others in sorted(alike.items()):
        closest = [posts[other][0] for _, other in sorted(others)]
        share = -min(others)[0]
        yield Finding(
            location=posts[own][0].start,
            facts=(("value", closest[0].post.path), ("share", round(100 * share))),
            notes=tuple(Note(key="other", location=byline.start) for byline in closest[:_MOST_NOTES]),
        )


RULE = rule("originality/near-duplicate", Severity.WARNING, Option(name="share", default=33))(_findings)
