"""Page plans become steps: which pages must be rendered, and why. The others stay as they were published.

A page is known by three digests. That of its plan, with the posts that it showed last time, is quick to have; where it
differs, for another post came or went, that of what it chose of the posts tells whether this is any of its business;
and where that differs too, the view is put together, and its own digest tells whether the page must be rendered: a
title that a page does not show does not change it. Beside them stands a mark for each field of the view, by which the
fields that changed are named.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from functools import cache
from typing import Any, Final
from zlib import crc32

import msgspec

from blogsmith.model.frozen import frozen
from blogsmith.model.page import Page, PagePlan
from blogsmith.model.words import PostId
from blogsmith.pages.choice import Choice
from blogsmith.pipeline.codec import digest_of
from blogsmith.pipeline.fingerprint import Digester
from blogsmith.pipeline.manifest import Entry
from blogsmith.pipeline.showing import Showing

NEW: Final = ("new",)
"""Why a page is rendered that was not published."""
FRAME: Final = ("blogsmith", "template", "source")
"""What changes a page beside its view: blogsmith with the settings of its rules, the template with all that it draws
on, and what the rules look at of the post or profile behind the page."""
_MARK: Final = 4
"""Bytes of a mark."""

_views = msgspec.json.Encoder()


@frozen
class Step:
    """What is to be done about one page."""

    page: Page | None
    """The page to render; None where the published one stays."""
    entry: Entry
    """What is written down of it; without size and time where it is rendered."""
    because: tuple[str, ...] = ()
    """Why: NEW, or what of FRAME and which fields of the view changed; empty where it stays."""


@frozen
class Planner:
    """Compares plans with what is published."""

    closure: Callable[[str], str]
    """The digest of a template and all that it draws on."""
    setting: bytes
    """The digest of what every page and what is said of it depends on, besides its view and its template."""
    judged: Callable[[str], bytes]
    """The bytes of what the output rules look at beside the page, by the page's source; empty where there is none."""
    own: Callable[[PagePlan], bytes]
    """The digest of all that a page's view is made of, less the posts it shows."""
    chosen: Callable[[PagePlan, Choice], bytes]
    """The same of a page that makes a choice."""
    showing: Showing
    """Tells which they are, and how they look."""

    def parts(self, plan: PagePlan, shows: Sequence[PostId]) -> str:
        """The digest of all that a page depends on which shows these posts, had without putting its view together."""
        looks = self.showing.looks_of(shows)
        return digest_of(*self._frame(plan), plan.output.encode(), self.own(plan), looks).hex()

    def unchanged(self, plan: PagePlan, old: Entry) -> Entry | None:
        """What is written down of a page that is made of the same parts as the published one, or of another site's from
        which it would choose the same.
        """
        parts = self.parts(plan, old.shows)
        if old.parts == parts:
            return old
        if plan.choose is None or old.choice != self._choice(plan, plan.choose(), old.shows):
            return None
        return replace(old, parts=parts)

    def step(self, plan: PagePlan, old: Entry | None) -> Step:
        """What to do about a page whose parts changed, given what is published at its place."""
        choice: Choice | None = plan.choose() if plan.choose is not None else None
        page, shows = self.showing.page(plan, choice)
        parts = self.parts(plan, shows)
        chosen = self._choice(plan, choice, shows) if choice is not None else b""
        frame, view = self._frame(plan), view_parts(page.view)
        fingerprint = digest_of(*frame, plan.output.encode(), *view).hex()
        marks = b"".join(crc32(part).to_bytes(_MARK, "little") for part in (*frame, *view))
        if old is not None and old.fingerprint == fingerprint:
            return Step(page=None, entry=replace(old, parts=parts, choice=chosen, shows=shows, marks=marks))
        because = NEW if old is None else _changed(old.marks, marks, (*FRAME, *_names(page.view.__class__)))
        entry = Entry(fingerprint=fingerprint, parts=parts, choice=chosen, shows=shows, marks=marks)
        return Step(page=page, entry=entry, because=because)

    def _choice(self, plan: PagePlan, choice: Choice, shows: Sequence[PostId]) -> bytes:
        """As `parts`, of a page that makes this choice."""
        return digest_of(*self._frame(plan), self.chosen(plan, choice), self.showing.looks_of(shows))

    def _frame(self, plan: PagePlan) -> tuple[bytes, bytes, bytes]:
        return self.setting, self.closure(plan.template).encode(), self.judged(plan.source)


def view_parts(view: Any) -> list[bytes]:
    """The bytes of each field of a view: other bytes, another view. What a site adds of its own has its types too."""
    parts = [_views.encode(getattr(view, name)) for name in _names(view.__class__)]
    extra = tuple(value for value in (getattr(view, "extra", None), _extra_of_site(view)) if value)
    if extra:
        parts[-1] += Digester().digest(extra).encode()
    return parts


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _extra_of_site(view: Any) -> Any:
    return getattr(getattr(view, "site", None), "extra", None)


def _changed(old: bytes, new: bytes, names: Sequence[str]) -> tuple[str, ...]:
    """The names of what has another mark; where another kind of page was, that of its template."""
    if len(old) != len(new):
        return (FRAME[1],)
    return tuple(name for at, name in enumerate(names) if old[at * _MARK :][:_MARK] != new[at * _MARK :][:_MARK])
