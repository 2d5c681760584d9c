"""A post repeats a press text of `press/` in nearly the same words.

Told where a large share of either text stands in the other: a release with a greeting added is still the release.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from blogsmith.model.diagnostic import Note, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location
from blogsmith.policy.copies import LEAST_SHINGLES, traces_of
from blogsmith.policy.options import number
from blogsmith.policy.rule import Archive, Finding, Option, Options, rule
from blogsmith.policy.sketch import Sketch, is_dense, shingles_of, telling_words
from blogsmith.text.patterns import pattern
from blogsmith.text.words import split_words

_HEAD = pattern(r"\A---\n.*?^---$", re.DOTALL | re.MULTILINE)
_MARKUP = pattern(r"\]\([^()\s]*(?: [^()]*)?\)|<[^<>]*>")


@frozen
class _Press:
    """All press texts: which of them hold a hash."""

    sizes: Mapping[str, int]
    """Different shingles of each, by path."""
    holders: Mapping[int, Sequence[str]]


def _findings(archive: Archive, options: Options) -> Iterator[Finding]:
    press = _indexed(archive.press)
    least = number(options, "share") / 100
    for byline, trace in traces_of(archive) if press.sizes else ():
        share, path = max(_shares(trace.whole, press), default=(0.0, ""))
        if share >= least:
            yield Finding(
                location=byline.start,
                facts=(("value", path), ("share", round(100 * share))),
                notes=(Note(key="press", location=Location(path=path, line=1, column=1)),),
            )


def _indexed(texts: Mapping[str, str]) -> _Press:
    sizes: dict[str, int] = {}
    holders: dict[int, list[str]] = defaultdict(list)
    for path, text in sorted(texts.items()):
        plain = _MARKUP.sub(" ", _HEAD.sub("", text))
        dense = is_dense(plain)
        hashes = set(shingles_of(telling_words(split_words(plain), dense=dense), dense=dense))
        if len(hashes) >= LEAST_SHINGLES:
            sizes[path] = len(hashes)
            for value in hashes:
                holders[value].append(path)
    return _Press(sizes=sizes, holders=holders)


def _shares(post: Sketch, press: _Press) -> Iterator[tuple[float, str]]:
    """For each press text, the share of the post that stands in it or, where that is larger, of it in the post."""
    kept = post.hashes
    common = Counter(path for value in kept if value in press.holders for path in press.holders[value])
    for path, count in common.items():
        if count >= LEAST_SHINGLES:
            of_post = count / len(kept)
            yield min(1.0, max(of_post, of_post * post.shingles / press.sizes[path])), path


RULE = rule("originality/press-copy", Severity.WARNING, Option(name="share", default=50))(_findings)
