"""The house rules are held to what was laid out: posts, profiles and the site as a whole; rendered pages one by one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from blogsmith.model.author import Author
from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Note, Severity
from blogsmith.model.page import Page
from blogsmith.model.post import Post
from blogsmith.model.source import Location
from blogsmith.pages.ground import Ground
from blogsmith.policy.allow import Waivers
from blogsmith.policy.catalogue import RULES
from blogsmith.policy.copies import with_traces
from blogsmith.policy.engine import (
    RuleSet,
    author_findings,
    is_exempt,
    output_findings,
    post_findings,
    site_findings,
)
from blogsmith.policy.levels import Levels, make_levels
from blogsmith.policy.rule import Archive, Byline, Profile, Rendered
from blogsmith.text.markdown import parse_markdown
from blogsmith.text.prose import Prose, read_prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The rules under one site's config."""

    rules: RuleSet
    levels: Levels

    def judge(self, ground: Ground, press: Mapping[str, str]) -> tuple[Diagnostic, ...]:
        """What the rules say of the posts and profiles of `ground`. `press` are texts that posts must not copy."""
        sizes = {path: media.size for path, media in ground.media.items()}
        bylines = tuple(_byline(ground, post, sizes) for post in ground.site.posts)
        archive = with_traces(Archive(site=ground.site, bylines=tuple(self._looked_at(bylines)), press=press))
        by_path: dict[str, list[Diagnostic]] = defaultdict(list)
        for finding in site_findings(archive, self.rules, self.levels):
            by_path[finding.location.path].append(finding)
        of_authors = tuple(self._of_authors(ground))
        of_posts = [finding for byline in bylines for finding in self._of_post(byline, by_path)]
        elsewhere = [finding for found in by_path.values() for finding in found]
        return (*of_posts, *of_authors, *elsewhere, *_on_posts(of_authors, ground))

    def judge_page(self, ground: Ground, page: Page, html: str, post: Post | None) -> tuple[Diagnostic, ...]:
        """What the output rules say of a rendered page that was made from a file; `post` where it is a post's."""
        kinds = [ground.site.authors[name].kind for name in post.authors] if post else []
        rendered = Rendered(
            source=page.source,
            post=post,
            output=page.output,
            html=html,
            site=ground.site,
            document=ground.documents[page.source] if post else None,
        )
        return tuple(output_findings(rendered, kinds, self.rules, self.levels))

    def _looked_at(self, bylines: Iterable[Byline]) -> Iterator[Byline]:
        return (byline for byline in bylines if not is_exempt(byline, self.levels))

    def _of_post(self, byline: Byline, by_path: dict[str, list[Diagnostic]]) -> Iterator[Diagnostic]:
        """Post and site rules' findings on one post, less what it waives; then what is wrong with its waivers."""
        policy = self.levels.config.policy
        known = (rule.id for rule in self.rules.all)
        waivers = Waivers(byline, known, need_approver=policy.require_approver)
        yield from post_findings(byline, self.rules, self.levels, waivers)
        yield from waivers.without_waived(by_path.pop(byline.post.path, ()))
        yield from waivers.faults()

    def _of_authors(self, ground: Ground) -> Iterator[Diagnostic]:
        for author in ground.site.authors.values():
            bios = {language: _prose_of_bio(ground.site.config, bio.body) for language, bio in author.bios.items()}
            profile = Profile(author=author, site=ground.site, bios=bios)
            yield from author_findings(profile, self.rules, self.levels)


def make_bench(config_file: ConfigFile, rules: RuleSet = RULES) -> Bench:
    """The rules with the levels that the config gives them. Raises CannotGoOn with every fault of `[policy]`."""
    levels, faults = make_levels(config_file, rules.all)
    if faults:
        raise CannotGoOn(faults)
    return Bench(rules=rules, levels=levels)


def _byline(ground: Ground, post: Post, sizes: Mapping[str, int]) -> Byline:
    authors = tuple(ground.site.authors[name] for name in post.authors)
    document = ground.documents[post.path]
    prose = read_prose(document, author_names=[name for author in authors for name in _names(author)])
    return Byline(post=post, authors=authors, site=ground.site, document=document, prose=prose, sizes=sizes)


def _names(author: Author) -> tuple[str, ...]:
    return (author.name,) if isinstance(author.name, str) else tuple(author.name.values())


def _prose_of_bio(config: Config, body: str) -> Prose:
    return read_prose(parse_markdown(body, config=config.markdown, nesting=config.limits.nesting))


def _on_posts(findings: tuple[Diagnostic, ...], ground: Ground) -> Iterator[Diagnostic]:
    """An error on a profile stands on each post of its writer too: that is where the writer looks."""
    authors = {author.path: author.id for author in ground.site.authors.values()}
    for finding in findings:
        author = authors.get(finding.location.path)
        if author is None or finding.severity is not Severity.ERROR:
            continue
        for post in ground.site.posts:
            if author in post.authors:
                place = post.places.get(("authors", post.authors.index(author)))
                here = place.within(post.path) if place else Location(path=post.path, line=1, column=1)
                note = Note(key="also-here", location=finding.location)
                yield replace(finding, location=here, notes=(*finding.notes, note))
