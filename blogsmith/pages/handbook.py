"""The handbook becomes a page in every language: the rules in force, who keeps them, and what is excepted from them."""

from collections.abc import Iterator
from functools import partial

from blogsmith.model.handbook import Elsewhere, Handbook
from blogsmith.model.page import PagePlan
from blogsmith.model.words import AuthorId
from blogsmith.pages.ground import Ground
from blogsmith.pages.meta import Head, in_every_language, meta_of
from blogsmith.pages.urls import output_of
from blogsmith.pages.views import (
    ExceptionView,
    HandbookFamilyView,
    HandbookRuleView,
    HandbookView,
    LinkView,
    TocView,
    WeightView,
)


def handbook_pages(ground: Ground) -> Iterator[PagePlan]:
    """The handbook in each language, where there is one."""
    for language, handbook in ground.handbooks.items():
        address = ground.urls.handbook(language)
        view = partial(_view, ground, language, handbook)
        yield PagePlan(output=output_of(address), template="handbook.html", view=view)


def _view(ground: Ground, language: str, handbook: Handbook) -> HandbookView:
    address = ground.urls.handbook(language)
    head = Head(
        title=handbook.title,
        description=handbook.foreword,
        address=address,
        language=language,
        translations=in_every_language(ground, address, language),
        crumbs=(LinkView(label=handbook.title, url=ground.urls.href(address)),),
    )
    families = tuple(
        HandbookFamilyView(
            id=family.id,
            title=family.title,
            lead=family.lead,
            rules=tuple(
                HandbookRuleView(
                    id=rule.id,
                    ask=rule.ask,
                    why=rule.why,
                    so=rule.so,
                    no=rule.no,
                    weight=rule.weight,
                    elsewhere=tuple(_weight(ground, language, other) for other in rule.elsewhere),
                )
                for rule in family.rules
            ),
        )
        for family in handbook.families
    )
    exceptions = tuple(_exceptions(ground, language))
    editors = tuple(
        (view, ground.authors[language][AuthorId(config.editor)])
        for view, config in zip(
            ground.categories[language].values(), ground.site.config.categories.values(), strict=True
        )
        if config.editor in ground.authors[language]
    )
    toc = [TocView(id=family.id, text=family.title, children=()) for family in families]
    toc += [TocView(id="desk", text=handbook.words["desk"], children=())] if editors else []
    toc += [TocView(id="exceptions", text=handbook.words["exceptions"], children=())] if exceptions else []
    return HandbookView(
        site=ground.sites[language],
        meta=meta_of(ground, head),
        title=handbook.title,
        foreword=handbook.foreword,
        since=handbook.since,
        count=sum(len(family.rules) for family in families),
        families=families,
        editors=editors,
        exceptions=exceptions,
        toc=tuple(toc),
        words=handbook.words,
    )


def _weight(ground: Ground, language: str, other: Elsewhere) -> WeightView:
    label = ground.categories[language][other.category].label if other.category else ""
    return WeightView(category=label, kind=other.kind, weight=other.weight)


def _exceptions(ground: Ground, language: str) -> Iterator[ExceptionView]:
    """What published posts of a language are excused from, with the reason that each gives."""
    for post in ground.site.posts:
        if post.language == language:
            for waiver in post.allow:
                if waiver.until is None or waiver.until >= ground.site.now.date():
                    approver = ground.authors[language].get(AuthorId(waiver.by))
                    yield ExceptionView(
                        post=ground.cards[post.id],
                        rule=waiver.rule,
                        reason=waiver.reason,
                        until=waiver.until,
                        by=approver.name if approver else "",
                    )
