"""What each template of a theme sees: one class a template, named in its docstring."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal

from blogsmith.model.frozen import frozen
from blogsmith.pages.views.comments import CommentsView
from blogsmith.pages.views.shared import (
    AuthorCardView,
    CategoryView,
    CoverView,
    CreditView,
    FeedLinkView,
    Html,
    LinkView,
    MetaView,
    PaginationView,
    PostCardView,
    SeriesCardView,
    SiteView,
    TocView,
)


@frozen
class CorrectionView:
    """A mistake that was put right."""

    date: datetime
    text: str


@frozen
class PostView:
    """`post.html`."""

    site: SiteView
    meta: MetaView
    id: str
    title: str
    language: str
    url: str
    absolute_url: str
    short_url: str
    """Absolute URL that stays when slug or category change: `/p/<id>`."""
    summary: str
    """The writer's own words; empty where the writer gave none."""
    date: datetime
    updated: datetime | None
    corrections: tuple[CorrectionView, ...]
    category: CategoryView
    authors: tuple[AuthorCardView, ...]
    bios: tuple[Html, ...]
    """First-person bio of each of `authors`, in the page's language."""
    credits: tuple[CreditView, ...]
    voice: Literal["personal", "desk", "company"]
    """Who is speaking."""
    disclosure: str
    """Plain text; empty where there is nothing to disclose."""
    tags: tuple[LinkView, ...]
    cover: CoverView
    body: Html
    toc: tuple[TocView, ...]
    minutes: int
    words: int
    """Latin-script words, for English posts."""
    sheets: int
    """Korean manuscript sheets of 200 characters."""
    has_code: bool
    has_video: bool
    series: SeriesCardView | None
    previous: PostCardView | None
    """The post before this one in time, in this language."""
    next: PostCardView | None
    related: tuple[PostCardView, ...]
    comments: CommentsView | None
    """None where the post takes no comments."""
    contact: LinkView | None
    """The desk that takes a complaint about what is told here: shown on every post that has one."""
    original_changed: datetime | None
    """When the post that this one translates changed, where the translation did not follow."""
    aged: bool
    """True where readers should be told that the post is old: three years, and not `evergreen`."""
    extra: Mapping[str, Any]


@frozen
class CategoryShelfView:
    """A category on the home page, with its newest posts."""

    category: CategoryView
    count: int
    posts: tuple[PostCardView, ...]
    """At most 3."""


@frozen
class HomeView:
    """`home.html`: the first page and those behind it."""

    site: SiteView
    meta: MetaView
    lead: PostCardView | None
    """The newest featured post, else the newest one; on the first page alone."""
    shelves: tuple[CategoryShelfView, ...]
    """On the first page alone."""
    others: tuple[PostCardView, ...]
    """The newest that are neither the lead nor on a shelf, at most 6; on the first page alone."""
    posts: tuple[PostCardView, ...]
    """Those of this page of the whole list, newest first: some of them may be the lead or on a shelf."""
    in_house: tuple[AuthorCardView, ...]
    """Writers with a post, by name; on the first page alone."""
    external: tuple[AuthorCardView, ...]
    pagination: PaginationView


@frozen
class CategoryPageView:
    """`category.html`."""

    site: SiteView
    meta: MetaView
    category: CategoryView
    editor: AuthorCardView | None
    """Who looks after the category."""
    reply_days: int
    """Working days within which comments are answered; 0: nothing is promised."""
    series: tuple[tuple[LinkView, int], ...]
    """Every series with posts in the category, and how many, by title; on the first page alone."""
    writers: tuple[tuple[AuthorCardView, int], ...]
    """Who wrote most in it, at most 5, with their numbers of posts; on the first page alone."""
    posts: tuple[PostCardView, ...]
    pagination: PaginationView
    cover: CoverView


@frozen
class TagView:
    """`tag.html`."""

    site: SiteView
    meta: MetaView
    tag: str
    posts: tuple[PostCardView, ...]
    pagination: PaginationView


@frozen
class SeriesView:
    """`series.html`."""

    site: SiteView
    meta: MetaView
    series: SeriesCardView


@frozen
class AuthorView:
    """`author.html`: a profile with all posts of its writer in the page's language."""

    site: SiteView
    meta: MetaView
    author: AuthorCardView
    bio: Html
    status: Literal["active", "paused", "trainee"]
    relationship: str
    since: date | None
    until: date | None
    trained: date | None
    """Last writers' training attended."""
    agreement_until: date | None
    """Last day of the contract with a writer from outside; None where it has no end."""
    keeps: tuple[CategoryView, ...]
    """Categories that the writer looks after."""
    reply_days: int
    """Working days within which comments are answered; 0: nothing is promised."""
    links: tuple[LinkView, ...]
    posts: tuple[PostCardView, ...]
    """All of them, newest first."""
    counts: tuple[tuple[CategoryView, int], ...]
    """Posts in each category that the writer wrote in."""
    feeds: tuple[FeedLinkView, ...]
    """Of the writer, and of the writer within each category."""
    extra: Mapping[str, Any]


@frozen
class AuthorsView:
    """`authors.html`: everyone with a published post, by kind and name."""

    site: SiteView
    meta: MetaView
    in_house: tuple[AuthorCardView, ...]
    external: tuple[AuthorCardView, ...]
    former: tuple[AuthorCardView, ...]


@frozen
class YearView:
    """A year of the archive."""

    year: int
    url: str
    count: int
    months: tuple[tuple[int, tuple[PostCardView, ...]], ...]
    """Month (1 to 12) and its posts, newest first; empty on the archive's first page for all but the newest year."""


@frozen
class ArchiveView:
    """`archive.html`: all years with counts, one year with its posts."""

    site: SiteView
    meta: MetaView
    years: tuple[YearView, ...]
    """All years, newest first; `months` is filled for the year shown."""
    shown: int
    """The year whose posts are listed; 0 where there is none."""
    pagination: PaginationView
    """Of the year shown: one page lists 400 posts."""
    tags: tuple[tuple[LinkView, int], ...]
    """Every tag with its number of posts, by name."""
    series: tuple[SeriesCardView, ...]


@frozen
class StaticPageView:
    """`page.html`."""

    site: SiteView
    meta: MetaView
    title: str
    language: str
    updated: datetime | None
    body: Html
    toc: tuple[TocView, ...]
    has_code: bool
    has_video: bool
    extra: Mapping[str, Any]


@frozen
class NotFoundView:
    """`404.html`: one for the whole blog, in the default language; and a note wherever a post was taken down."""

    site: SiteView
    meta: MetaView
    gone: datetime | None
    """When what stood here was taken down; None on the 404 page itself."""
    posts: tuple[PostCardView, ...]
    """Something to read instead: the newest post of each of three categories."""
