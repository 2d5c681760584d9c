"""What is served: one look at the site, with a table of every address that there is."""

from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import PurePosixPath

from blogsmith.media.files import published_bytes
from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.handbook import Handbook
from blogsmith.model.page import Media, PagePlan
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Collection, Site, Standing
from blogsmith.pages.all_pages import plans_of_the_whole
from blogsmith.pages.feeds import feed_pages
from blogsmith.pages.links import beside
from blogsmith.pages.posts import post_page, static_page
from blogsmith.pages.social import card_at
from blogsmith.pages.urls import output_of
from blogsmith.pipeline.gate import everything_at, published_at, standings_at
from blogsmith.pipeline.layout import LaidOut
from blogsmith.pipeline.made import Made
from blogsmith.pipeline.plot import Article, Bodies, Plot, lay_plot
from blogsmith.pipeline.studied import Studied
from blogsmith.pipeline.tools import Tools
from blogsmith.pipeline.trip import Survey
from blogsmith.text.slug import slugify

_MEDIA = "media/"


@dataclass(frozen=True, kw_only=True)
class State:
    """One look at the site. Belongs to the thread that took it."""

    tools: Tools
    collection: Collection
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with config, theme and heads."""
    site: Site
    """What is shown: what is published, or everything that can be shown."""
    standings: Mapping[str, Standing]
    """By path, of every post that was understood."""
    plot: Plot
    articles: Mapping[str, PagePlan]
    """The pages of posts and of `content/pages/`, by output."""
    outputs: Mapping[str, str]
    """Where the page of a source is written, by the source's path."""
    heads: Mapping[str, Article]
    """Posts and pages that are shown, by path; a post's body is not at hand."""
    _rest: dict[str, PagePlan] = field(default_factory=dict)
    _feeds: dict[str, PagePlan] = field(default_factory=dict)

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """The theme's own files by output."""
        return {asset.output: asset.content for asset in self.tools.theme.assets}

    def plan(self, output: str) -> PagePlan | None:
        """The plan of a page; lists and feeds are not looked at before one of them is asked for."""
        found = self.articles.get(output)
        if found is None:
            found = self.others.get(output)
        return found

    @property
    def others(self) -> Mapping[str, PagePlan]:
        """Lists, profiles, feeds, redirects and files for machines, by output."""
        ground = self.plot.ground
        if not self._rest:
            self._rest.update((plan.output, plan) for plan in plans_of_the_whole(ground))
        if not self._feeds:
            self._feeds.update((plan.output, plan) for plan in feed_pages(ground))
        return ChainMap(self._feeds, self._rest)

    def change_bodies(self, bodies: Sequence[tuple[Article, bytes]]) -> "State":
        """The state where the bodies of some sources are others, and nothing else. Each stands with its file's digest.

        The same pages are there; the plans of feeds share bodies that were made, so these are made again.
        """
        for source, _ in bodies:
            self.plot.change_body(source)
        digests = {**self.collection.digests, **{source.path: digest for source, digest in bodies}}
        return replace(self, collection=replace(self.collection, digests=digests), _feeds={})

    def media(self, output: str) -> bytes | None:
        """The bytes of a picture or download that something refers to, or of a social card.

        Raises OSError where it vanished.
        """
        found = self._media_at(output)
        if found is None:
            return self._card(output)
        try:
            return published_bytes(self.tools.root, found, limit_mb=self.tools.config.limits.asset_mb)
        except OverflowError:
            return None

    def source_of(self, path: str) -> Article | None:
        """What stands at a path, with its body."""
        found = self.plot.sources.get(path)
        return found if isinstance(found, Post | StaticPage) else None

    def survey(self) -> Survey:
        """What a glance at one file is held against."""
        nothing = Studied(keys={}, outlines={}, bodies={}, studies={})
        laid = LaidOut(ground=self.plot.ground, studied=nothing, atlas=self.plot.atlas())
        return Survey(
            tools=self.tools,
            collection=self.collection,
            site=self.site,
            laid=laid,
            standings=self.standings,
            diagnostics=(),
        )

    def _card(self, output: str) -> bytes | None:
        easel, card = self.tools.easel, card_at(self.plot.ground, output)
        if card is None:
            return None
        painted = easel.remembered(output)
        if painted is None:
            painted = easel.draw(card)
        return painted.content

    def _media_at(self, output: str) -> Media | None:
        """Which file is published there. Only files with such a name are looked at, what nothing shows is not there."""
        if not output.startswith(_MEDIA):
            return None
        name = PurePosixPath(output)
        for path in self.site.files:
            own = PurePosixPath(path)
            if own.suffix.lower() != name.suffix or (slugify(own.stem)[:60] or "file") != name.stem.rpartition(".")[0]:
                continue
            media = self.plot.media.get(path)
            if media is not None and media.address == f"/{output}" and self._is_shown(path):
                return media
        return None

    def _is_shown(self, path: str) -> bool:
        """Whether anything that is shown refers to a file: what lies in its folder is asked first."""
        people = (self.site.authors[name] for name in self.plot.ground.library.people)
        if any(author.photo and beside(author.path, author.photo.src) == path for author in people):
            return True
        if any(post.cover and beside(post.path, post.cover.src) == path for post in self.site.posts):
            return True
        folder = path.rpartition("/")[0]
        near_first = sorted(self.plot.sources, key=lambda source: source.rpartition("/")[0] != folder)
        resolved = self.plot.resolved
        return any(found.path == path for source in near_first for found in resolved[source])


def look(
    tools: Tools,
    collection: Collection,
    diagnostics: tuple[Diagnostic, ...],
    handbooks: Mapping[str, Handbook],
    read: Bodies,
    now: datetime,
    *,
    as_published: bool,
) -> State:
    """The state of a site at `now`, which has the site's time zone."""
    if as_published:
        site, standings = published_at(collection, now, frozenset())
    else:
        site, standings = everything_at(collection, now), standings_at(collection, now)
    plot = lay_plot(tools, collection, site, standings, handbooks, read, shows_all=not as_published)
    ground, urls = plot.ground, plot.ground.urls
    shown: dict[str, Article] = {output_of(urls.post(post)): post for post in site.posts}
    shown |= {output_of(urls.page(page)): page for page in site.pages}

    def plan_of(output: str) -> PagePlan:
        article = shown[output]
        return post_page(ground, article) if isinstance(article, Post) else static_page(ground, article)

    return State(
        articles=Made(shown, plan_of),
        outputs={article.path: output for output, article in shown.items()},
        heads={**{post.path: post for post in site.posts}, **{page.path: page for page in site.pages}},
        tools=tools,
        collection=collection,
        diagnostics=diagnostics,
        site=site,
        standings=standings,
        plot=plot,
    )
