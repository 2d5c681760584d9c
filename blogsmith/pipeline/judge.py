"""The house rules are held to what was laid out: posts, profiles and the site as a whole; rendered pages one by one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from blogsmith.model.author import Author
from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Note, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.page import Page
from blogsmith.model.post import Post
from blogsmith.model.site import Site
from blogsmith.model.source import Location
from blogsmith.pages.ground import Ground
from blogsmith.pipeline.comparisons import archive_findings
from blogsmith.pipeline.memory import Memory
from blogsmith.pipeline.studied import Studied
from blogsmith.pipeline.workers import processors
from blogsmith.policy.allow import Waivers
from blogsmith.policy.catalogue import RULES
from blogsmith.policy.engine import (
    RuleSet,
    author_findings,
    head_findings,
    is_exempt,
    output_findings,
    post_findings,
    site_findings,
)
from blogsmith.policy.levels import Levels, make_levels
from blogsmith.policy.rule import Archive, Byline, Profile, Rendered, Signed
from blogsmith.policy.rules import originality_formula
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.prose import Prose, read_prose


@frozen
class Bench:
    """The rules under one site's config."""

    rules: RuleSet
    levels: Levels

    def judge(
        self, site: Site, studied: Studied, press: Mapping[str, str], memory: Memory, *, jobs: int
    ) -> tuple[Diagnostic, ...]:
        """What the rules say of the posts and profiles of `site`. `press` are texts that posts must not copy; `memory`
        knows what was compared with what. `jobs`: at most so many processes; 0 for one a processor.
        """
        signed = tuple(_signed(site, post, studied) for post in site.posts if post.path in studied.studies)
        traces = {path: study.trace for path, study in studied.studies.items()}
        archive = Archive(site=site, bylines=signed, press=press, traces=traces)
        by_path: dict[str, list[Diagnostic]] = defaultdict(list)
        for finding in archive_findings(archive, self.rules, self.levels, memory, jobs=jobs or processors()):
            by_path[finding.location.path].append(finding)
        of_authors = tuple(self._of_authors(site))
        of_posts = [
            finding
            for own in signed
            for finding in self._of_post(own, studied.studies[own.post.path].findings, by_path.pop(own.post.path, ()))
        ]
        elsewhere = [finding for found in by_path.values() for finding in found]
        return (*of_posts, *of_authors, *elsewhere, *_on_posts(of_authors, site))

    def judge_page(
        self, ground: Ground, page: Page, html: str, post: Post | None, keepers: tuple[Author, ...]
    ) -> tuple[Diagnostic, ...]:
        """What the output rules say of a rendered page that was made from a file; `post` where it is a post's.

        `keepers`: the writers of the site who keep something private.
        """
        kinds = [ground.site.authors[name].kind for name in post.authors] if post else []
        rendered = Rendered(
            keepers=keepers,
            source=page.source,
            post=post,
            output=page.output,
            html=html,
            site=ground.site,
            document=ground.bodies[page.source] if post else None,
        )
        return tuple(output_findings(rendered, kinds, self.rules, self.levels))

    def is_exempt(self, post: Post) -> bool:
        """Whether a post is older than the house rules."""
        return is_exempt(post, self.levels)

    def findings_on(self, byline: Byline) -> tuple[Diagnostic, ...]:
        """What the post rules say of a post, waived or not."""
        return tuple(post_findings(byline, self.rules, self.levels))

    def judge_few(
        self, site: Site, posts: Sequence[Post], wanted: Collection[str], studied: Studied, press: Mapping[str, str]
    ) -> Iterator[Diagnostic]:
        """What `judge` says of the `wanted` posts, by path, that have nothing in common with any other but how they
        begin and end. `posts`: they, and all that begin or end as one of them does.
        """
        held = [_signed(site, post, studied) for post in posts if post.path in studied.studies]
        traces = {own.post.path: studied.studies[own.post.path].trace for own in held}
        formula = originality_formula.RULE
        together = Archive(site=site, bylines=tuple(held), press=press, traces=traces)
        rules = RuleSet(sites=tuple(rule for rule in self.rules.sites if rule.id != formula.id))
        told = [*site_findings(together, RuleSet(sites=(formula,)), self.levels)]
        for own in held:
            path = own.post.path
            if path in wanted:
                alone = replace(site, posts=(own.post,))
                by_itself = Archive(site=alone, bylines=(own,), press=press, traces={path: traces[path]})
                found = (*site_findings(by_itself, rules, self.levels), *told)
                about_it = [finding for finding in found if finding.location.path == path]
                yield from self._of_post(own, studied.studies[path].findings, about_it)

    def judge_post(self, site: Site, post: Post, studied: Studied) -> tuple[Diagnostic, ...]:
        """What the rules about posts say of one, less what it waives; nothing of its writers or of the whole site."""
        return tuple(self._of_post(_signed(site, post, studied), studied.studies[post.path].findings, ()))

    def _of_post(
        self, signed: Signed, found: Iterable[Diagnostic], about_site: Iterable[Diagnostic]
    ) -> Iterator[Diagnostic]:
        """All rules' findings on one post, less what it waives; then what is wrong with its waivers."""
        known = (rule.id for rule in self.rules.all)
        waivers = Waivers(signed, known, need_approver=self.levels.config.policy.require_approver)
        findings = (*found, *head_findings(signed, self.rules, self.levels), *about_site)
        yield from waivers.without_waived(findings)
        yield from waivers.faults()

    def _of_authors(self, site: Site) -> Iterator[Diagnostic]:
        for author in site.authors.values():
            bios = {language: _prose_of_bio(site.config, bio.body) for language, bio in author.bios.items()}
            profile = Profile(author=author, site=site, bios=bios)
            yield from author_findings(profile, self.rules, self.levels)


def make_bench(config_file: ConfigFile, rules: RuleSet = RULES) -> Bench:
    """The rules with the levels that the config gives them. Raises CannotGoOn with every fault of `[policy]`."""
    levels, faults = make_levels(config_file, rules.all)
    if faults:
        raise CannotGoOn(faults)
    return Bench(rules=rules, levels=levels)


def _signed(site: Site, post: Post, studied: Studied) -> Signed:
    return Signed(
        post=post,
        authors=tuple(site.authors[name] for name in post.authors),
        site=site,
        outline=studied.outlines[post.path],
        begins=studied.studies[post.path].begins,
    )


def _prose_of_bio(config: Config, body: str) -> Prose:
    return read_prose(parse_markdown(body, config=config.markdown, nesting=config.limits.nesting))


def _on_posts(findings: tuple[Diagnostic, ...], site: Site) -> Iterator[Diagnostic]:
    """An error on a profile stands on each post of its writer too: that is where the writer looks."""
    authors = {author.path: author.id for author in site.authors.values()}
    for finding in findings:
        author = authors.get(finding.location.path)
        if author is None or finding.severity is not Severity.ERROR:
            continue
        for post in site.posts:
            if author in post.authors:
                place = post.places.get(("authors", post.authors.index(author)))
                here = place.within(post.path) if place else Location(path=post.path, line=1, column=1)
                note = Note(key="also-here", location=finding.location)
                yield replace(finding, location=here, notes=(*finding.notes, note))
