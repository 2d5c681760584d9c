"""Two posts say nearly the same in nearly the same words.

Compared are sketches (`policy/sketch.py`), the numbers as measured: of copies with 10, 30 and 50 % of their sentences
replaced 100, 91 and 38 % are found in English, 100, 100 and 25 % in Korean.
"""

from collections import defaultdict
from collections.abc import Iterator

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.policy.copies import alike_posts
from blogsmith.policy.options import number
from blogsmith.policy.rule import Archive, Finding, Option, Options, Signed, rule

_MOST_NOTES = 3


def _findings(archive: Archive, options: Options) -> Iterator[Finding]:
    alike: dict[str, list[tuple[float, str]]] = defaultdict(list)
    posts: dict[str, Signed] = {}
    for one, other, share in alike_posts(archive, least=number(options, "share") / 100):
        posts |= {one.post.path: one, other.post.path: other}
        alike[one.post.path].append((-share, other.post.path))
        alike[other.post.path].append((-share, one.post.path))
    for own, others in sorted(alike.items()):
        closest = [posts[other] for _, other in sorted(others)]
        share = -min(others)[0]
        yield Finding(
            location=posts[own].start,
            facts=(("value", closest[0].post.path), ("share", round(100 * share))),
            notes=tuple(Note(key="other", location=byline.start) for byline in closest[:_MOST_NOTES]),
        )


RULE = rule("originality/near-duplicate", Severity.WARNING, Option(name="share", default=33))(_findings)
