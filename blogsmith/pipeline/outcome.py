"""What came of a trip: what was found, what is published, and what is not."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path

from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.site import Collection, Site, Standing


@frozen
class Outcome:
    """What came of it."""

    diagnostics: tuple[Diagnostic, ...]
    found: int
    """Posts there are: published + withheld + refused."""
    published: int
    withheld: Mapping[Standing, int]
    refused: int
    """Posts and pages that were not wholly understood."""
    scheduled: tuple[tuple[str, datetime], ...] = ()
    """Path and date of each post that is not yet due, the next one first."""
    pages: int = 0
    """What a reader can open; 0 where nothing was published."""
    files: int = 0
    """Files of the published tree, pages among them."""
    output: Path | None = None
    """The published folder; None where nothing was published."""
    held_back: tuple[str, ...] = ()
    """Paths left out because of their faults."""
    because: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Why each page was rendered, by its path, as a Step has it; pages that stayed are not in it."""
    edited: frozenset[str] | None = None
    """The posts that are other than the last build found them, where nothing else is; None where that is not known."""
    trusted: str = ""
    """The digest of the states of all sources as the build began; empty where one was touched just then."""
    state: str = ""
    """The digest of the states of all that is published; empty where it is not known."""
    until: datetime | None = None
    """When time alone will make another site of the same sources."""


def outcome_of(
    collection: Collection, site: Site, standings: Mapping[str, Standing], diagnostics: tuple[Diagnostic, ...]
) -> Outcome:
    """What was found out, before anything is published."""
    at_fault = {fault.location.path for fault in diagnostics if fault.severity is Severity.ERROR}
    unread = sum(path.startswith("content/posts/") and path.endswith(".md") for path in collection.refused)
    published = sum(post.path not in at_fault for post in site.posts)
    counts: Counter[Standing] = Counter(state for state in standings.values() if state is not Standing.PUBLISHED)
    to_come = sorted(
        (post.date, post.path) for post in collection.posts if standings.get(post.path) is Standing.SCHEDULED
    )
    found = len(collection.posts) + unread
    return Outcome(
        diagnostics=diagnostics,
        found=found,
        published=published,
        withheld=counts,
        refused=found - published - counts.total(),
        scheduled=tuple((path, date) for date, path in to_come),
    )
