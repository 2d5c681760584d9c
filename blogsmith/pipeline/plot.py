"""A Collection becomes the Ground of its pages without a body being parsed: each part is made when a page asks for it.

The parts are those of `pipeline/layout.py`, made by the same functions; `tests/preview/` holds that every page has the
same bytes either way. Everything here belongs to the thread that laid it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import cast

from blogsmith.media.files import prepare
from blogsmith.model.document import Body, Document, Outline
from blogsmith.model.frozen import frozen
from blogsmith.model.handbook import Handbook
from blogsmith.model.page import Media
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Collection, Site, Standing
from blogsmith.model.words import PostId
from blogsmith.pages.all_pages import list_addresses
from blogsmith.pages.cards import lay_ground
from blogsmith.pages.ground import Ground, Material
from blogsmith.pages.links import Atlas, Resolved, Target, resolve_references
from blogsmith.pages.shelf import make_library
from blogsmith.pages.urls import address_book
from blogsmith.pages.views import PostCardView
from blogsmith.pipeline.conversation import read_threads
from blogsmith.pipeline.layout import make_atlas
from blogsmith.pipeline.made import Ids, Made
from blogsmith.pipeline.study import Desk, Source
from blogsmith.pipeline.tools import Tools
from blogsmith.version import VERSION

Article = Post | StaticPage


@frozen
class Bodies:
    """Where the bodies of posts are, whose heads are all that is at hand."""

    whole: Callable[[Post], Post]
    """The post with its body."""
    keys: Mapping[str, bytes]
    """The digests of bodies that are not at hand, as of `Desk.keys`, by path."""


@frozen
class Plot:
    """A Ground and what it lies on. A body may change under it: `change_body`."""

    ground: Ground
    atlas: Callable[[], Atlas]
    """As links of published posts are held to it: what is not published leads nowhere."""
    sources: Made[str, Source]
    """Every text that a page shows, by path, with its body."""
    keys: Made[str, bytes]
    """The digest of each body."""
    outlines: Made[str, Outline]
    bodies: Made[str, Body]
    resolved: Made[str, tuple[Resolved, ...]]
    media: Made[str, Media]
    cards: Made[PostId, PostCardView]

    def whole(self, post: Post) -> Post:
        """A post of the site with its body."""
        found = self.sources[post.path]
        return found if isinstance(found, Post) else post

    def change_body(self, source: Article) -> None:
        """The body of a source is another, and its head is as it was."""
        self.sources.put(source.path, source)
        self.keys.forget(source.path)
        self.outlines.forget(source.path)
        self.bodies.forget(source.path)
        self.resolved.forget()
        if isinstance(source, Post):
            self.cards.forget(source.id)


def lay_plot(
    tools: Tools,
    collection: Collection,
    site: Site,
    standings: Mapping[str, Standing],
    handbooks: Mapping[str, Handbook],
    read: Bodies,
    *,
    shows_all: bool,
) -> Plot:
    """The plot of a site. `shows_all`: links to posts of it that are not published lead there all the same."""
    urls, library = address_book(site.config), make_library(site)
    bios = [bio for name in library.people for bio in site.authors[name].bios.values()]
    everything: tuple[Source, ...] = (*site.posts, *site.pages, *bios)
    heads = {source.path: source for source in everything}
    desk = Desk(memory=tools.memory, config=tools.config, bench=tools.bench)
    sources = Made(heads, lambda path: _whole(heads[path], read))
    keys = Made(heads, lambda path: desk.keys({path: sources[path]})[path])
    for path, key in read.keys.items():
        keys.put(path, key)

    def parse(path: str) -> Document:
        document = desk.parsed(sources[path])
        outlines.put(path, document)
        bodies.put(path, document)
        return document

    outlines: Made[str, Outline] = Made(heads, lambda path: desk.known_outline(keys[path]) or parse(path))
    bodies: Made[str, Body] = Made(heads, lambda path: desk.known_body(keys[path]) or parse(path))

    @cache
    def atlas() -> Atlas:
        lists = list_addresses(site, library, urls, handbooks) | frozenset(tools.theme.parts.assets.values())
        return _with_ids(make_atlas(collection, site, standings, {}, urls, lists), collection, heads, outlines)

    @cache
    def open_atlas() -> Atlas:
        return _opened(atlas(), site) if shows_all else atlas()

    def resolve(path: str) -> tuple[Resolved, ...]:
        if not outlines[path].references:
            return ()
        lenient = standings.get(path, Standing.PUBLISHED) is not Standing.PUBLISHED
        return resolve_references(outlines[path], path, 1, open_atlas(), lenient=lenient)[0]

    def look_at(path: str) -> Media:
        media = prepare(tools.root, path, site.files[path], limit_mb=site.config.limits.asset_mb)
        if not isinstance(media, Media):
            raise KeyError(path)
        return media

    resolved, media = Made(sources, resolve), Made(site.files, look_at)
    material = Material(
        site=site,
        urls=urls,
        library=library,
        handbooks=handbooks,
        outlines=outlines,
        bodies=bodies,
        resolved=resolved,
        media=media,
        theme=tools.theme.parts,
        version=VERSION,
        commenting=tools.commenting,
        lettering=tools.easel.lettering,
        conversations=read_threads(tools.root).by_post,
    )
    ground = lay_ground(material, gather=lambda posts, make: Made(posts, lambda name: make(posts[name])))
    return Plot(
        ground=ground,
        atlas=atlas,
        sources=sources,
        keys=keys,
        outlines=outlines,
        bodies=bodies,
        resolved=resolved,
        media=media,
        cards=cast(Made[PostId, PostCardView], ground.cards),
    )


def _whole(source: Source, read: Bodies) -> Source:
    return read.whole(source) if isinstance(source, Post) else source


def _with_ids(
    atlas: Atlas, collection: Collection, heads: Mapping[str, Source], outlines: Mapping[str, Outline]
) -> Atlas:
    """The atlas where the ids of a body are found out when a link asks for one."""
    by_path = {
        path: replace(target, ids=Ids(outlines, path)) if path in heads else target
        for path, target in atlas.by_path.items()
    }
    return _indexed(atlas, by_path, {post.id: post.path for post in collection.posts})


def _opened(atlas: Atlas, site: Site) -> Atlas:
    """The atlas where every post of the site can be gone to."""
    shown = {*(post.path for post in site.posts), *(page.path for page in site.pages)}
    by_path = {
        path: replace(target, standing=Standing.PUBLISHED) if path in shown else target
        for path, target in atlas.by_path.items()
    }
    return _indexed(atlas, by_path, {post.id: post.path for post in site.posts})


def _indexed(atlas: Atlas, by_path: Mapping[str, Target], paths: Mapping[PostId, str]) -> Atlas:
    by_id = {name: by_path[paths[PostId(name)]] if name in paths else old for name, old in atlas.by_id.items()}
    by_address = {target.address: target for target in by_path.values() if target.address}
    return replace(atlas, by_path=by_path, by_id=by_id, by_address=by_address)
