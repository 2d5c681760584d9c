"""Parts of views that several templates see."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from blogsmith.model.frozen import frozen

Html = str
"""Safe markup, made by blogsmith; templates print it through the `markup` filter."""


@frozen
class LinkView:
    """Words and where they lead."""

    label: str
    url: str
    current: bool = False
    """True where the link leads to the page it stands on, or to the section that holds it."""


@frozen
class LanguageView:
    """The same page in another language."""

    code: str
    """`ko`, `en`."""
    name: str
    """The language's own name: 한국어, English."""
    url: str
    """The translated page; the language's home where there is no translation."""
    absolute_url: str
    translated: bool
    """False where `url` is only that language's home."""
    current: bool


@frozen
class FeedLinkView:
    """A feed of what the page shows."""

    title: str
    url: str
    type: Literal["application/rss+xml", "application/atom+xml", "application/feed+json"]


@frozen
class CategoryView:
    """A category as every page may name it."""

    id: str
    label: str
    description: str
    url: str
    letter: str
    """The Korean letter the theme draws."""
    dye: str
    """Name of the theme's colour set: the class is `d-{dye}`."""


@frozen
class SiteView:
    """What every page shows. It never depends on posts."""

    title: str
    wordmark: str
    """Words beside the mark at the head of the page."""
    logo: str
    """URL of an image to stand for the theme's mark; may be empty."""
    description: str
    language: str
    """Language of the page."""
    base_path: str
    """`/` or `/blog/`."""
    home_url: str
    """Home in the page's language."""
    absolute_url: str
    """Absolute URL of the home page in the page's language."""
    organisation: str
    fictional: str
    """A sentence that says that company and writers are made up; empty where they are not."""
    categories: tuple[CategoryView, ...]
    navigation: tuple[LinkView, ...]
    footer: tuple[LinkView, ...]
    archive_url: str
    authors_url: str
    handbook_url: str
    """The house rules; empty where they are not published."""
    feeds: tuple[FeedLinkView, ...]
    """Feeds of the whole blog in the page's language."""
    copyright: str
    licence: str
    licence_url: str
    privacy_url: str
    stylesheets: tuple[str, ...]
    """URLs of the theme's style sheets, with the digest of their content in the name."""
    scripts: tuple[str, ...]
    """URLs of the theme's deferred scripts."""
    boot_scripts: tuple[str, ...]
    """URLs of the theme's blocking scripts (one tiny file that sets light or dark before the first paint)."""
    assets: Mapping[str, str]
    """URL of each further file of the theme's `assets/` by its name: `site.assets["icon.svg"]`."""
    options: Mapping[str, str | int | bool]
    """The theme's options, each with the site's value or its default."""
    extra: Mapping[str, Any]
    generator: str
    """`blogsmith 0.1.0`."""


@frozen
class MetaView:
    """What the head of a page says to machines."""

    title: str
    """For `<title>`: the page's own title and the blog's."""
    description: str
    canonical: str
    """Absolute URL."""
    languages: tuple[LanguageView, ...]
    """Every language of the blog, for the switch; `translated` ones for hreflang."""
    default_url: str
    """Absolute URL for hreflang x-default; empty where the page has no translation."""
    feeds: tuple[FeedLinkView, ...]
    """Feeds of what this page shows, the site's own among them."""
    kind: Literal["website", "article", "profile"]
    """Open Graph type."""
    image: str
    """Absolute URL of the picture beside a link to the page: its social card, 1200 x 630; may be empty."""
    image_alt: str
    image_width: int | None
    """Pixels; None where they are not known."""
    image_height: int | None
    """The same."""
    published: datetime | None
    updated: datetime | None
    authors: tuple[str, ...]
    """Names."""
    section: str
    """Label of the category; empty where there is none."""
    tags: tuple[str, ...]
    noindex: bool
    previous_url: str
    """Previous page of a paginated list; empty where there is none."""
    next_url: str
    json_ld: str
    """A JSON-LD graph, ready to print inside `<script type="application/ld+json">` through the `markup` filter."""
    breadcrumbs: tuple[LinkView, ...]
    """From home to here; empty on the home page."""
    csp: str
    """The page's Content-Security-Policy, for a `<meta>` before anything that is fetched."""


@frozen
class ImageView:
    """A picture that is published with the page."""

    url: str
    absolute_url: str
    alt: str
    width: int | None
    """Pixels; None where the format does not say."""
    height: int | None
    caption: str = ""
    credit: str = ""


@frozen
class SealView:
    """What the theme draws for a writer without a photo."""

    shape: Literal["square", "round"]
    """Square: in-house or former. Round: from outside."""
    text: str
    """One syllable of the given name, or two Latin initials."""
    name: str
    """All letters for a large seal: `윤해리`, `Haeri Yun`."""
    dye: str


@frozen
class AuthorCardView:
    """A writer as a byline shows them."""

    id: str
    name: str
    kind: Literal["in-house", "external", "former"]
    role: str
    team: str
    organisation: str
    url: str
    """Profile page in the page's language."""
    seal: SealView
    photo: ImageView | None


@frozen
class CreditView:
    """Who else had a part in a post."""

    role: Literal["editor", "translator", "photo", "interviewee"]
    people: tuple[LinkView, ...]
    """`url` is empty for people without a profile."""


@frozen
class CoverView:
    """The picture of a post: a photo, or what the theme draws."""

    image: ImageView | None
    decorative: bool
    letter: str
    """For the drawing: the category's letter."""
    dye: str
    seed: str
    """For the drawing: `category:id`, with `/n` where another draw was asked for."""


@frozen
class PostCardView:
    """A post as a list shows it."""

    id: str
    title: str
    url: str
    absolute_url: str
    language: str
    summary: str
    date: datetime
    updated: datetime | None
    minutes: int
    """Reading time, at least 1."""
    category: CategoryView
    authors: tuple[AuthorCardView, ...]
    cover: CoverView
    comments: int
    """Comments kept of it, replies too."""
    paid: bool
    """True where the post carries a disclosure."""
    featured: bool


@frozen
class TocView:
    """A heading in the table of contents, with those under it."""

    id: str
    """The element's id, prefix included: link to `#{id}`."""
    text: str
    children: tuple["TocView", ...]


@frozen
class SeriesCardView:
    """A series as one of its posts, or a list, shows it."""

    id: str
    title: str
    description: str
    url: str
    posts: tuple[PostCardView, ...]
    """In reading order: oldest first."""
    planned: int
    """How many parts there will be; at least as many as `posts`."""
    position: int
    """Place of the post among `posts`, from 1; 0 on lists."""


@frozen
class PageLinkView:
    """A link to one page of a list."""

    number: int
    url: str
    current: bool
    skips: bool
    """True where pages lie between this one and the link before."""


@frozen
class PaginationView:
    """Where in a list of lists a page stands."""

    number: int
    total: int
    posts: int
    """Posts in the whole list."""
    previous_url: str
    next_url: str
    pages: tuple[PageLinkView, ...]
    """The first page, the last, this one and those beside it: a list may have thousands."""
