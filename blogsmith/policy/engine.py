"""Rules are held to their subjects: levels, waivers, the baseline and the date since which the rules are in force."""

from collections.abc import Iterable, Iterator, Sequence

from blogsmith.model.diagnostic import Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.post import Post
from blogsmith.policy.levels import Levels
from blogsmith.policy.rule import (
    Archive,
    AuthorRule,
    Byline,
    Finding,
    HeadRule,
    OutputRule,
    PostRule,
    Profile,
    Rendered,
    Rule,
    Signed,
    SiteRule,
)


@frozen
class RuleSet:
    """Every rule by what it looks at."""

    posts: tuple[PostRule, ...] = ()
    heads: tuple[HeadRule, ...] = ()
    authors: tuple[AuthorRule, ...] = ()
    sites: tuple[SiteRule, ...] = ()
    outputs: tuple[OutputRule, ...] = ()

    @property
    def all(self) -> tuple[Rule[object], ...]:
        """All of them."""
        return (*self.posts, *self.heads, *self.authors, *self.sites, *self.outputs)  # type: ignore[arg-type]


def post_findings(byline: Byline, rules: RuleSet, levels: Levels) -> Iterator[Diagnostic]:
    """What the post rules say of a post, waived or not."""
    kinds = [author.kind for author in byline.authors]
    for rule in rules.posts:
        level = levels.level(rule, category=byline.post.category, kinds=kinds)  # type: ignore[arg-type]
        if level is not None:
            yield from _weighed(rule.id, level, rule.check(byline, levels.options[rule.id]))


def head_findings(signed: Signed, rules: RuleSet, levels: Levels) -> Iterator[Diagnostic]:
    """What the head rules say of a post, waived or not."""
    kinds = [author.kind for author in signed.authors]
    for rule in rules.heads:
        level = levels.level(rule, category=signed.post.category, kinds=kinds)  # type: ignore[arg-type]
        if level is not None:
            yield from _weighed(rule.id, level, rule.check(signed, levels.options[rule.id]))


def author_findings(profile: Profile, rules: RuleSet, levels: Levels) -> Iterator[Diagnostic]:
    """What the author rules say of a profile."""
    for rule in rules.authors:
        level = levels.level(rule, kinds=[profile.author.kind])  # type: ignore[arg-type]
        if level is not None:
            yield from _weighed(rule.id, level, rule.check(profile, levels.options[rule.id]))


def site_findings(archive: Archive, rules: RuleSet, levels: Levels) -> Iterator[Diagnostic]:
    """What the site rules say; a fault between two files stands on both."""
    for rule in rules.sites:
        level = levels.level(rule)  # type: ignore[arg-type]
        if level is not None:
            yield from _weighed(rule.id, level, rule.check(archive, levels.options[rule.id]))


def output_findings(page: Rendered, kinds: Sequence[str], rules: RuleSet, levels: Levels) -> Iterator[Diagnostic]:
    """What the output rules say of a rendered page."""
    for rule in rules.outputs:
        category = page.post.category if page.post else ""
        level = levels.level(rule, category=category, kinds=kinds)  # type: ignore[arg-type]
        if level is not None:
            yield from _weighed(rule.id, level, rule.check(page, levels.options[rule.id]))


def is_exempt(post: Post, levels: Levels) -> bool:
    """Whether a post is older than the house rules."""
    since = levels.config.policy.since
    return since is not None and post.date.date() < since


def _weighed(rule_id: str, level: Severity, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    for finding in findings:
        lowered = finding.at_most is not Severity.ERROR and level is Severity.ERROR
        yield Diagnostic(
            rule=rule_id,
            severity=finding.at_most if lowered else level,
            location=finding.location,
            facts=finding.facts,
            variant=finding.variant,
            notes=finding.notes,
        )
