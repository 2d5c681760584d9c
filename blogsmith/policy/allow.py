"""Waivers: a post's own word that it may break a rule, with a reason; in its head (`allow:`) or in its body.

A waiver without a reason of substance, for a rule that does not exist, or that matches nothing is itself a finding.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from blogsmith.model.diagnostic import Diagnostic, Fact, Severity
from blogsmith.model.source import Location
from blogsmith.policy.rule import Signed
from blogsmith.text.patterns import pattern
from blogsmith.text.suggest import nearest

_INLINE = pattern(
    r"blogsmith:\s*allow\s+(?P<rule>\S+)"
    r"(?:\s+until\s+(?P<until>\d{4}-\d\d-\d\d))?"
    r"(?:\s+by\s+(?P<by>[a-z0-9-]+))?"
    r"(?:\s+because\s+(?P<reason>.*))?",
    re.DOTALL,
)
_LEAST_LETTERS = {"latin": 20, "hangul": 10}
"""A reason of substance says more than "approved": some words in Latin letters, or fewer in Hangul."""


@dataclass(slots=True, kw_only=True)
class _Waiver:
    rule: str
    reason: str
    until: date | None
    by: str
    location: Location
    last_line: int | None
    """Last line it covers; None for the whole post."""
    used: bool = False


class Waivers:
    """The waivers of one post. `without_waived` must see every finding before `faults` is asked for."""

    def __init__(self, byline: Signed, known: Iterable[str], *, need_approver: bool) -> None:
        self._byline, self._need_approver = byline, need_approver
        self._today = byline.site.now.date()
        self._waivers = [*_in_head(byline), *_in_body(byline)]
        self._known = frozenset(known if self._waivers else ())

    def without_waived(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Findings that no sound waiver covers; under one that has ended they are warnings."""
        if not self._waivers:
            yield from findings
            return
        for finding in findings:
            covering = [waiver for waiver in self._waivers if self._covers(waiver, finding)]
            if not covering:
                yield finding
            elif all(self._has_ended(waiver) for waiver in covering):
                yield replace(finding, severity=Severity.WARNING)

    def faults(self) -> Iterator[Diagnostic]:
        """Reports waiver/malformed, /unknown-rule, /no-reason, /no-approver, /own-approval, /unused; /expired warns."""
        for waiver in self._waivers:
            yield from self._faults_of(waiver)

    def _covers(self, waiver: _Waiver, finding: Diagnostic) -> bool:
        if waiver.rule != finding.rule:
            return False
        if waiver.last_line is not None:
            line = finding.location.line or 0
            if not (waiver.location.line or 0) <= line <= waiver.last_line:
                return False
        waiver.used = True
        return not list(self._faults_of(waiver, asked=False))

    def _faults_of(self, waiver: _Waiver, *, asked: bool = True) -> Iterator[Diagnostic]:
        """Everything wrong with a waiver; with `asked` also that it matched nothing."""
        if not waiver.rule:
            yield _fault("waiver/malformed", waiver)
            return
        if waiver.rule not in self._known:
            near = nearest(waiver.rule, self._known)
            yield _fault("waiver/unknown-rule", waiver, *((("suggestion", near),) if near else ()))
            return
        if not has_substance(waiver.reason):
            yield _fault("waiver/no-reason", waiver)
        yield from self._approval_faults(waiver)
        if self._has_ended(waiver) and asked and waiver.until is not None:
            yield _fault("waiver/expired", waiver, ("until", waiver.until.isoformat()), severity=Severity.WARNING)
        elif asked and not waiver.used:
            yield _fault("waiver/unused", waiver)

    def _has_ended(self, waiver: _Waiver) -> bool:
        return waiver.until is not None and waiver.until < self._today

    def _approval_faults(self, waiver: _Waiver) -> Iterator[Diagnostic]:
        authors = self._byline.site.authors
        if waiver.by and waiver.by not in authors:
            near = nearest(waiver.by, authors)
            facts: tuple[tuple[str, Fact], ...] = (("by", waiver.by), *((("suggestion", near),) if near else ()))
            yield _fault("waiver/no-approver", waiver, *facts, variant="unknown")
        elif self._need_approver and not waiver.by:
            yield _fault("waiver/no-approver", waiver)
        elif waiver.by and waiver.by in self._byline.post.authors:
            yield _fault("waiver/own-approval", waiver, ("by", waiver.by))


def has_substance(reason: str) -> bool:
    """Whether a reason says something: more than a word or two."""
    words = reason.split()
    hangul = len(re.findall("[가-힣]", reason))
    letters = len(re.findall(r"[^\W\d_]", reason))
    return len(words) >= 3 and (hangul >= _LEAST_LETTERS["hangul"] or letters >= _LEAST_LETTERS["latin"])


def _in_head(byline: Signed) -> Iterator[_Waiver]:
    for index, item in enumerate(byline.post.allow):
        yield _Waiver(
            rule=item.rule,
            reason=item.reason,
            until=item.until,
            by=item.by,
            location=byline.at("allow", index),
            last_line=None,
        )


def _in_body(byline: Signed) -> Iterator[_Waiver]:
    """An inline waiver covers the block that follows it."""
    remarks = byline.outline.remarks
    lines = byline.post.body.split("\n") if remarks else []
    for remark in remarks:
        if not remark.text.strip().startswith("blogsmith:"):
            continue
        found = _INLINE.match(remark.text.strip())
        last = _end_of_next_block(lines, remark.place.line) + byline.post.first_line - 1
        yield _Waiver(
            rule=found["rule"] if found else "",
            reason=(found["reason"] or "").strip() if found else "",
            until=_day(found["until"]) if found and found["until"] else None,
            by=found["by"] or "" if found else "",
            location=byline.within(remark.place),
            last_line=last,
        )


def _end_of_next_block(lines: list[str], line: int) -> int:
    """The last line of the block under `line` (from 1), or of its own where text follows in the same block."""
    index = line
    while index < len(lines) and not lines[index].strip():
        index += 1
    while index < len(lines) and lines[index].strip():
        index += 1
    return index


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _fault(
    code: str,
    waiver: _Waiver,
    *facts: tuple[str, Fact],
    variant: str = "",
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    everything = (("value", waiver.rule), *facts)
    return Diagnostic(rule=code, severity=severity, location=waiver.location, facts=everything, variant=variant)
