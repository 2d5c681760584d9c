"""Findings of an old archive, written down once so that they stop hiding new ones. A baseline only ever shrinks.

Keyed by rule, path and the text of the line, not its number: lines move, texts stay.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.frozen import frozen

FILE = "policy-baseline.json"
"""Beside config.toml, and kept in git."""

LineOf = Callable[[str, int], str | None]
"""The text of a line by path and number; None where it cannot be had."""


@frozen
class Baseline:
    """How often each known finding may occur."""

    entries: Mapping[str, int]


def read_baseline(text: str) -> Baseline:
    """A baseline from its file's text. Raises ValueError where it is none."""
    table = json.loads(text)
    if not isinstance(table, dict) or not all(type(count) is int for count in table.get("findings", {}).values()):
        raise ValueError("not a baseline")
    return Baseline(entries=table.get("findings", {}))


def baseline_of(diagnostics: Iterable[Diagnostic], line_of: LineOf) -> Baseline:
    """The baseline under which these findings are known."""
    return Baseline(entries=dict(sorted(Counter(_key(finding, line_of) for finding in diagnostics).items())))


def shrunk(old: Baseline, now: Baseline) -> Baseline:
    """What is in both: what was mended leaves, nothing new comes in."""
    kept = {key: min(count, now.entries[key]) for key, count in old.entries.items() if key in now.entries}
    return Baseline(entries=kept)


def without_known(diagnostics: Iterable[Diagnostic], baseline: Baseline, line_of: LineOf) -> Iterator[Diagnostic]:
    """Findings that the baseline does not know."""
    left = Counter(baseline.entries)
    for finding in diagnostics:
        key = _key(finding, line_of)
        if left[key] > 0:
            left[key] -= 1
        else:
            yield finding


def baseline_text(baseline: Baseline) -> str:
    """The file, one line a finding, sorted: easy to look at in a review."""
    return json.dumps({"findings": dict(baseline.entries)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _key(finding: Diagnostic, line_of: LineOf) -> str:
    where = finding.location
    text = line_of(where.path, where.line) if where.line else None
    facts = json.dumps([list(fact) for fact in finding.facts], ensure_ascii=False)
    content = f"{(text or '').strip()}\n{facts if not text else ''}"
    digest = hashlib.blake2b(content.encode(), digest_size=8).hexdigest()
    return f"{finding.rule} {where.path} {digest}"
