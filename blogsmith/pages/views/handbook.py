"""What the handbook's template sees."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from blogsmith.model.frozen import frozen
from blogsmith.pages.views.shared import AuthorCardView, CategoryView, MetaView, PostCardView, SiteView, TocView

Weight = Literal["error", "warning", "off"]


@frozen
class WeightView:
    """What a rule weighs for one category or for one kind of writer."""

    category: str
    """Label; empty where it is about a kind."""
    kind: str
    """`in-house`, `external` or `former`; empty where it is about a category."""
    weight: Weight
    """As of a rule; `off` where it rests."""


@frozen
class HandbookRuleView:
    """One house rule. Texts are plain."""

    id: str
    """`voice/first-person`."""
    ask: str
    """What is asked for, in a sentence."""
    why: str
    """Why the rule is there."""
    so: str
    """An example of how it is meant; empty where none is needed."""
    no: str
    """The same, wrongly; empty where none is needed."""
    weight: Weight
    """An `error` keeps a post from being published, a `warning` asks."""
    elsewhere: tuple[WeightView, ...]


@frozen
class HandbookFamilyView:
    """Rules about one matter."""

    id: str
    title: str
    lead: str
    """The matter in a sentence."""
    rules: tuple[HandbookRuleView, ...]


@frozen
class ExceptionView:
    """What one post is excused from."""

    post: PostCardView
    rule: str
    """Its id."""
    reason: str
    """As the post gives it, in the post's language."""
    until: date | None
    by: str
    """Name of who allowed it; empty where the post does not say."""


@frozen
class HandbookView:
    """`handbook.html`: the house rules in force."""

    site: SiteView
    meta: MetaView
    title: str
    foreword: str
    """What stands above the rules: the editor's words, or what is true of every handbook."""
    since: date | None
    """Posts from this day on are held to the rules; None for all."""
    count: int
    families: tuple[HandbookFamilyView, ...]
    editors: tuple[tuple[CategoryView, AuthorCardView], ...]
    """Who keeps each category."""
    exceptions: tuple[ExceptionView, ...]
    toc: tuple[TocView, ...]
    words: Mapping[str, str]
    """What the handbook calls things: `error`, `warning`, `off`, `so`, `no`, `desk`, `exceptions`, …"""
