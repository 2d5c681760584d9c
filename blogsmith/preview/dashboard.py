"""What the editors' own page shows: drafts, what goes out when, findings by rule, and what is missing."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeVar

from blogsmith.desk.inbox import Waiting
from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.model.site import Standing
from blogsmith.pages.feeds import last_change
from blogsmith.policy.voice.marks import NEEDED
from blogsmith.preview.overview import counts_of
from blogsmith.preview.panel import Beside, post_line, upcoming
from blogsmith.preview.state import State
from blogsmith.reports.order import in_order

T = TypeVar("T")

_MOST = 60
"""Lines of a list; how many more there are is said."""
_LINKS = "link/"


def dashboard_of(beside: Beside) -> dict[str, object]:
    """Everything that it shows; what only a survey knows is empty until there is one."""
    state, overview = beside.state, beside.overview
    found = overview.diagnostics if overview is not None else state.diagnostics
    drafts = [post for post in state.site.posts if state.standings.get(post.path) is Standing.DRAFT]
    by_path: dict[str, list[Diagnostic]] = {}
    for finding in found:
        by_path.setdefault(finding.location.path, []).append(finding)
    return {
        "site": state.plot.ground.sites[state.tools.config.site.language].title,
        "now": state.site.now.isoformat(),
        "zone": state.tools.config.site.time_zone,
        "posts": len(state.collection.posts),
        "surveyed": overview is not None,
        "drafts": _cut(_by_author(drafts), lambda post: _draft(beside, post, by_path.get(post.path, []))),
        "scheduled": _cut(upcoming(state), lambda post: _scheduled(state, post, by_path.get(post.path, []))),
        "rules": _rules(found),
        "links": _cut(in_order(fault for fault in found if fault.rule.startswith(_LINKS)), beside.teller.one),
        "gaps": _cut(list(_gaps(state)), lambda gap: _gap(state, gap)),
        "waiting": _cut(overview.waiting if overview else (), lambda item: _waiting(item, state.site.now)),
        "refused": _cut(in_order(_refused(beside, found)), beside.teller.one),
        "unused": _cut(overview.unused if overview else (), lambda file: {"path": file[0], "size": file[1]}),
        "unused_bytes": sum(size for _, size in overview.unused) if overview else 0,
        "languages": list(state.tools.config.languages),
    }


def _cut(items: Sequence[T], line: Callable[[T], dict[str, object]]) -> dict[str, object]:
    """The first of them as lines: to make one may cost a body."""
    return {"lines": [line(item) for item in items[:_MOST]], "count": len(items)}


def _by_author(posts: list[Post]) -> list[Post]:
    return sorted(posts, key=lambda post: (post.authors[:1], post.date, post.id))


def _draft(beside: Beside, post: Post, own: list[Diagnostic]) -> dict[str, object]:
    counts, overview = counts_of(own), beside.overview
    return {
        **post_line(beside.state, post),
        "errors": counts["error"],
        "warnings": counts["warning"],
        "evidence": overview.evidence.get(post.path) if overview is not None else None,
        "needed": NEEDED,
        "edited": overview.edited.get(post.path) if overview is not None else None,
        "open": beside.teller.opening(post.path, 1),
        "language": post.language,
    }


def _scheduled(state: State, post: Post, own: list[Diagnostic]) -> dict[str, object]:
    return {**post_line(state, post), "errors": counts_of(own)["error"]}


def _waiting(item: Waiting, now: datetime) -> dict[str, object]:
    """A comment without an answer, and how many days are left of the promise."""
    return {
        "author": item.author,
        "title": item.title,
        "url": item.url,
        "responder": item.responder,
        "days": (item.due - now.date()).days if item.due is not None else None,
    }


def _rules(found: tuple[Diagnostic, ...]) -> list[dict[str, object]]:
    """How often each rule has found something, by weight; the heaviest first."""
    rules: dict[str, Counter[str]] = {}
    for finding in found:
        rules.setdefault(finding.rule, Counter())[finding.severity.value] += 1
    lines = [
        {"rule": rule, "error": counts["error"], "warning": counts["warning"], "note": counts["note"]}
        for rule, counts in rules.items()
    ]
    return sorted(lines, key=lambda line: (-line["error"], -line["warning"], line["rule"]))  # type: ignore[operator]  # numbers


def _refused(beside: Beside, found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """What keeps files from being shown at all."""
    for fault in found:
        path = fault.location.path
        if fault.severity is Severity.ERROR and path.startswith("content/p") and path not in beside.state.outputs:
            yield fault


@frozen
class _Gap:
    """A post that is not there in every language, or changed after its translation did."""

    post: Post
    missing: list[str]
    behind: Mapping[str, int]
    """Days, by language."""


def _gap(state: State, gap: _Gap) -> dict[str, object]:
    return {**post_line(state, gap.post), "missing": gap.missing, "behind": dict(gap.behind)}


def _gaps(state: State) -> Iterator[_Gap]:
    languages, library = state.tools.config.languages, state.plot.ground.library
    for group, versions in library.translations.items():
        original = next((post for post in versions.values() if post.id == group), None)
        if original is None or state.standings.get(original.path) is not Standing.PUBLISHED:
            continue
        missing = [code for code in languages if code not in versions]
        behind = {
            code: (last_change(original) - last_change(other)).days
            for code, other in versions.items()
            if last_change(original) > last_change(other)
        }
        late = {code: days for code, days in behind.items() if days > 0}
        if (missing and len(languages) > 1) or late:
            yield _Gap(post=original, missing=missing, behind=late)
