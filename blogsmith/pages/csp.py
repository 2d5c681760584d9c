"""What a browser may run and fetch on a page, as a Content-Security-Policy: the blog's own files and what it asked for.

Source: W3C Content Security Policy Level 3.
"""

from collections.abc import Iterable, Mapping

from blogsmith.model.post import CommentSettings, Post
from blogsmith.pages.ground import Material
from blogsmith.pages.widgets.provider import Csp

_OWN: Csp = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "media-src": ("'self'",),
    "connect-src": ("'self'",),
    "manifest-src": ("'self'",),
    "frame-src": (),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'self'",),
}
"""Of every page. Nothing inline is run: what somebody smuggles into a page stays dead."""

VIDEO: Csp = {"frame-src": ("https://www.youtube-nocookie.com", "https://player.vimeo.com")}
"""What a video's player needs, once a reader asks for it."""

HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
)
"""What a host sends with every file, beside the policy."""


def page_policy(material: Material, *parts: Csp) -> str:
    """The policy of one page: of every page, of the config, and what the page's `parts` need."""
    return _written((_OWN, material.site.config.security.sources, *parts))


def players(material: Material, paths: Iterable[str]) -> tuple[Csp, ...]:
    """What the videos in these bodies need."""
    return (VIDEO,) if any(material.bodies[path].has_video for path in paths) else ()


def thread(material: Material, post: Post) -> tuple[Csp, ...]:
    """What writing under a post needs; nothing where its thread is closed."""
    closed = post.comments is False or (isinstance(post.comments, CommentSettings) and post.comments.locked)
    return () if closed else (material.commenting.csp,)


def host_headers(material: Material) -> tuple[tuple[str, str], ...]:
    """Headers for every file: a policy wide enough for each page, and that no stranger's page may frame ours.

    A page's own policy is stricter still, and browsers hold a page to both.
    """
    policy = page_policy(material, VIDEO, material.commenting.csp)
    return (("Content-Security-Policy", f"{policy}; frame-ancestors 'self'"), *HEADERS)


def _written(parts: Iterable[Csp]) -> str:
    sources: dict[str, dict[str, None]] = {}
    for part in parts:
        for directive, names in part.items():
            sources.setdefault(directive, {}).update(dict.fromkeys(names))
    return "; ".join(f"{directive} {' '.join(_without_none(names))}" for directive, names in sources.items())


def _without_none(names: Mapping[str, None]) -> tuple[str, ...]:
    """`'none'` stands alone or not at all."""
    return tuple(name for name in names if name != "'none'") or ("'none'",)
