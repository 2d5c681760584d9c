"""What the built-in templates of `blogsmith/themes/machine/` see: feeds, sitemap, redirects."""

from datetime import datetime

from blogsmith.model.frozen import frozen
from blogsmith.pages.views.shared import (
    Html,
    LinkView,
)


@frozen
class RedirectView:
    """`machine/redirect.html`: leads to where a page has moved."""

    target: str
    """Absolute URL."""
    title: str
    language: str


@frozen
class FeedItemView:
    """One post in a feed."""

    id: str
    """Permanent: the absolute short URL."""
    url: str
    """Absolute."""
    title: str
    language: str
    summary: str
    content: Html
    """Whole text with absolute URLs; empty where feeds carry summaries alone."""
    date: datetime
    updated: datetime
    authors: tuple[LinkView, ...]
    """Names with absolute profile URLs."""
    category: str
    tags: tuple[str, ...]
    image: str


@frozen
class FeedView:
    """`machine/rss.xml`, `machine/atom.xml`, `machine/feed.json`."""

    title: str
    description: str
    language: str
    home: str
    """Absolute URL of the page that shows what the feed carries."""
    url: str
    """Absolute URL of the feed itself."""
    updated: datetime | None
    """Newest date in it; None for an empty feed."""
    rights: str
    icon: str
    items: tuple[FeedItemView, ...]
    generator: str


@frozen
class SitemapEntryView:
    """One page in the sitemap."""

    url: str
    updated: datetime | None
    alternates: tuple[tuple[str, str], ...]
    """Language and absolute URL of each translation, itself among them."""


@frozen
class SitemapView:
    """`machine/sitemap.xml`."""

    entries: tuple[SitemapEntryView, ...]


@frozen
class SitemapIndexView:
    """`machine/sitemap-index.xml`: where the sitemap of a large site has its parts."""

    urls: tuple[str, ...]
    """Absolute."""


@frozen
class LinesView:
    """`machine/lines.txt`: robots.txt and the redirect files of hosts."""

    lines: tuple[str, ...]
