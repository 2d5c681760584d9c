"""A page that grew over the limit becomes a finding on the post at fault: of a feed, on those that are most of it."""

from collections.abc import Sequence

from blogsmith.model.diagnostic import Diagnostic, Note, Severity
from blogsmith.model.page import Page
from blogsmith.model.source import Location
from blogsmith.pages.views import FeedItemView, FeedView

_NAMED = 3
"""Entries of a feed that are named."""


def too_large(page: Page, bodies: Sequence[str], *, size: int, limit_mb: int) -> Diagnostic:
    """Reports output/page-too-large. `bodies`: the sources of what the page shows, those of a feed in its order."""
    facts = (("value", page.output), ("size_mb", f"{size / 1024 / 1024:.1f}"), ("limit_mb", limit_mb))
    entries = _heaviest(page.view, bodies) if isinstance(page.view, FeedView) else []
    if not entries:
        location = Location(path=page.source or page.output)
        return Diagnostic(rule="output/page-too-large", severity=Severity.ERROR, location=location, facts=facts)
    (path, part_kb), *others = entries
    return Diagnostic(
        rule="output/page-too-large",
        severity=Severity.ERROR,
        location=Location(path=path),
        facts=(*facts, ("part_kb", part_kb)),
        variant="feed",
        notes=tuple(
            Note(key="entry", facts=(("part_kb", part),), location=Location(path=other)) for other, part in others
        ),
    )


def _heaviest(feed: FeedView, bodies: Sequence[str]) -> list[tuple[str, int]]:
    """The source of each entry that weighs most, and its kilobytes."""
    weights = [(path, _weight(item) // 1024) for path, item in zip(bodies, feed.items, strict=True)]
    return sorted(weights, key=lambda weight: -weight[1])[:_NAMED]


def _weight(item: FeedItemView) -> int:
    return len(f"{item.content}{item.summary}{item.title}".encode())
