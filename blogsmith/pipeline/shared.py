"""The digest of all that pages are made of, but for bodies and what posts show of themselves in lists: while it stays,
only pages are made whose bodies changed, or that show a post which looks different now.

Every field of the Ground counts, whether a page looks at it today or not, but for what is made of others that count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from blogsmith.model.document import Outline
from blogsmith.model.page import PagePlan
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Site
from blogsmith.model.words import PostId
from blogsmith.pages.ground import Ground
from blogsmith.pages.links import Resolved
from blogsmith.pages.posts import is_aged
from blogsmith.pages.views import PostCardView
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import digest_of, packed
from blogsmith.pipeline.made import Made

_OF_BODIES = {"bodies", "outlines", "resolved"}
"""Counted where a page shows the body."""
_DERIVED = {"library", "cards"}
"""Made of the site alone, or counted where a page shows it."""
SHOWN = ("title", "summary", "cover", "cover_seed")
"""What of a post says nothing of any page but those that show the post: neither what lists hold, nor in what order."""
TEXT = {"body", "places", "first_line"}
"""Of a post or page: what stands in its file, and not what it says of itself."""


def shared_digest(ground: Ground) -> bytes:
    """Of everything but bodies."""
    parts = [code_digest(), *_of_site(ground.site)]
    for field in fields(ground):
        if field.name == "commenting":
            commenting = ground.commenting
            parts.append(packed((commenting.provider and commenting.provider.id, commenting.options, commenting.live)))
        elif field.name != "site" and field.name not in _OF_BODIES | _DERIVED:
            parts.append(packed(getattr(ground, field.name)))
    return digest_of(*parts)


def looks(ground: Ground) -> Mapping[PostId, bytes]:
    """Of what each post shows of itself wherever it is shown."""
    posts = ground.library.by_id
    return Made(posts, lambda name: look_of(posts[name], ground.cards[name]))


def look_of(post: Post, card: PostCardView) -> bytes:
    """The digest of what a post shows of itself wherever it is shown."""
    return digest_of(packed(card), packed(_head(post, SHOWN)))


def own_digest(shared: bytes, plan: PagePlan, ground: Ground, keys: Mapping[str, bytes]) -> bytes:
    """Of all that a page is made of. `keys`: the digest of each body by its path."""
    parts = [shared, plan.output.encode()]
    for path in plan.bodies:
        parts += (keys[path], packed(_of_body(ground.outlines[path], ground.resolved[path])))
    return digest_of(*parts)


def same_everywhere(old: Post, new: Post) -> bool:
    """Whether two versions of a post differ in nothing but what pages say that show it."""
    return _head(old, _HEAD) == _head(new, _HEAD)


def _of_site(site: Site) -> list[bytes]:
    """Config, writers, what posts and pages say of themselves, and the day."""
    aged = sum(is_aged(post, site.now) for post in site.posts)
    return [
        packed((site.config, site.authors, site.files, site.takedowns, site.now.date(), aged)),
        *(packed(_head(post, _HEAD)) for post in site.posts),
        *(packed(_head(page, _PAGE_HEAD)) for page in site.pages),
    ]


def _of_body(outline: Outline, resolved: Sequence[Resolved]) -> list[object]:
    return [outline.summary, resolved]


def _head(source: Any, names: Sequence[str]) -> list[object]:
    return [getattr(source, name) for name in names]


def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in TEXT)


_HEAD = tuple(name for name in _names(Post) if name not in SHOWN)
_PAGE_HEAD = _names(StaticPage)
