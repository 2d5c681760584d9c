"""The digest of all that pages are made of, but for bodies and what posts show of themselves in lists: while it stays,
only pages are made whose bodies changed, or that show a post which looks different now.

Every field of the Ground counts, whether a page looks at it today or not, but for what is made of others that count.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from blogsmith.model.document import Outline
from blogsmith.model.frozen import frozen
from blogsmith.model.page import PagePlan
from blogsmith.model.post import Post, StaticPage
from blogsmith.model.site import Site
from blogsmith.model.words import PostId
from blogsmith.pages.choice import Choice
from blogsmith.pages.ground import Ground
from blogsmith.pages.links import Resolved
from blogsmith.pages.posts import is_aged
from blogsmith.pages.views import PostCardView
from blogsmith.pipeline.code import code_digest
from blogsmith.pipeline.codec import digest_of, packed
from blogsmith.pipeline.made import Made

_OF_BODIES = {"bodies", "outlines", "resolved"}
"""Counted where a page shows the body."""
_OF_POSTS = {"media"}
"""Counted with the posts."""
_DERIVED = {"site", "library", "cards"}
"""Counted part by part, made of the site alone, or counted where a page shows it."""
SHOWN = ("title", "summary", "cover", "cover_seed")
"""What of a post says nothing of any page but those that show the post: neither what lists hold, nor in what order."""
TEXT = {"body", "places", "first_line"}
"""Of a post or page: what stands in its file, and not what it says of itself."""


@frozen
class Shared:
    """Two digests."""

    site: bytes
    """Of everything but bodies, posts and files."""
    posts: bytes
    """Of what all posts say of themselves, and of all files."""


def shared_digest(ground: Ground) -> Shared:
    """Of everything but bodies."""
    parts = [code_digest(), _of_site(ground.site)]
    for field in fields(ground):
        if field.name == "commenting":
            commenting = ground.commenting
            parts.append(packed((commenting.provider and commenting.provider.id, commenting.options, commenting.live)))
        elif field.name not in _OF_BODIES | _OF_POSTS | _DERIVED:
            parts.append(packed(getattr(ground, field.name)))
    return Shared(site=digest_of(*parts), posts=digest_of(*_of_posts(ground)))


def looks(ground: Ground) -> Mapping[PostId, bytes]:
    """Of what each post shows of itself wherever it is shown."""
    posts = ground.library.by_id
    return Made(posts, lambda name: look_of(posts[name], ground.cards[name]))


def look_of(post: Post, card: PostCardView) -> bytes:
    """The digest of what a post shows of itself wherever it is shown."""
    return digest_of(packed(card), packed(_head(post, SHOWN)))


def own_digest(shared: Shared, plan: PagePlan, ground: Ground, keys: Mapping[str, bytes]) -> bytes:
    """Of all that a page is made of. `keys`: the digest of each body by its path."""
    parts = [shared.site, shared.posts, plan.output.encode()]
    for path in plan.bodies:
        parts += (keys[path], packed(_of_body(ground.outlines[path], ground.resolved[path])))
    return digest_of(*parts)


def chosen_digest(shared: Shared, plan: PagePlan, choice: Choice, ground: Ground, keys: Mapping[str, bytes]) -> bytes:
    """The same of a page that makes a choice: other posts and files change nothing in it."""
    parts = [shared.site, plan.output.encode()]
    heads = [_head(post, _HEAD) for post in choice.posts]
    parts.append(packed((heads, *(getattr(choice, name) for name in _CHOICE))))
    for path in plan.bodies:
        resolved = ground.resolved[path]
        files = [ground.media.get(found.path) for found in resolved if found.path]
        parts += (keys[path], packed((_of_body(ground.outlines[path], resolved), files)))
    return digest_of(*parts)


def same_everywhere(old: Post, new: Post) -> bool:
    """Whether two versions of a post differ in nothing but what pages say that show it."""
    return _head(old, _HEAD) == _head(new, _HEAD)


def _of_site(site: Site) -> bytes:
    """Config, writers, what pages say of themselves, and the day."""
    pages = [_head(page, _PAGE_HEAD) for page in site.pages]
    return packed((site.config, site.authors, site.takedowns, site.now.date(), pages))


def _of_posts(ground: Ground) -> Iterator[bytes]:
    """What posts say of themselves, how many of them are old, and the files beside them."""
    site = ground.site
    aged = sum(is_aged(post, site.now) for post in site.posts)
    yield packed((site.files, aged, *(getattr(ground, name) for name in sorted(_OF_POSTS))))
    for post in site.posts:
        yield packed(_head(post, _HEAD))


def _of_body(outline: Outline, resolved: Sequence[Resolved]) -> list[object]:
    return [outline.summary, resolved]


def _head(source: Any, names: Sequence[str]) -> list[object]:
    return [getattr(source, name) for name in names]


def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name not in TEXT)


_CHOICE = tuple(field.name for field in fields(Choice) if field.name != "posts")
_HEAD = tuple(name for name in _names(Post) if name not in SHOWN)
_PAGE_HEAD = _names(StaticPage)
