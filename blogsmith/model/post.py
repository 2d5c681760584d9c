"""A post and a page as their front matter states them. The body stays Markdown until somebody asks for its Document."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date as day
from datetime import datetime
from typing import Any, ClassVar, Literal

from blogsmith.model.frozen import frozen
from blogsmith.model.source import Place
from blogsmith.model.words import AuthorId, CategoryId, PostId, SeriesId

_STRICT: dict[str, Any] = {"strict": True, "extra": "forbid"}

CreditRole = Literal["editor", "translator", "photo", "interviewee"]


@frozen
class Correction:
    """A mistake that was put right after publication, said openly."""

    __pydantic_config__: ClassVar = _STRICT

    date: datetime
    """When it was put right."""
    text: str
    """What was wrong and what is right."""


@frozen
class Cover:
    """The picture at the head of a post; the theme draws one where there is none."""

    __pydantic_config__: ClassVar = _STRICT

    src: str
    """Image file, from the post's folder."""
    alt: str = ""
    """What the picture shows, for who cannot see it."""
    caption: str = ""
    """Words under the picture."""
    credit: str = ""
    """Who made the picture."""
    decorative: bool = False
    """True where the picture says nothing that the text does not: then `alt` stays empty."""


@frozen
class Allowance:
    """A rule that this post may break, and why."""

    __pydantic_config__: ClassVar = _STRICT

    rule: str
    """Rule id: `voice/first-person`."""
    reason: str
    """Why this post may; more than a few words."""
    until: day | None = None
    """Last day of the allowance."""
    by: str = ""
    """Author id of who allowed it."""


@frozen
class CommentSettings:
    """`comments:` as a table: `{locked: true}`."""

    __pydantic_config__: ClassVar = _STRICT

    locked: bool = False
    """Existing comments are shown, new ones are not taken."""
    thread: str = ""
    """Whole URL of the post on Mastodon whose replies are comments here: `https://mastodon.example/@jane/1234567890`."""


@frozen
class PostFrontMatter:
    """What is typed at the head of a post.

    Dates: `2026-03-12` or `2026-03-12 09:00` (in the site's time zone), or with an offset.
    """

    __pydantic_config__: ClassVar = _STRICT

    id: PostId
    """`[a-z0-9-]{1,64}`, unique, for ever: `blogsmith new post` writes it; short links and comments hang on it."""
    title: str
    """Headline."""
    date: datetime
    """When the post is published; a date to come keeps it unpublished until then."""
    authors: tuple[AuthorId, ...]
    """Who wrote it, in order; file names of `authors/` without `.md`."""
    category: CategoryId
    """Exactly one of the site's categories."""
    updated: datetime | None = None
    """Last change that a reader should know of."""
    corrections: tuple[Correction, ...] = ()
    """Mistakes put right after publication."""
    credits: Mapping[CreditRole, tuple[str, ...]] = field(default_factory=dict)
    """Others who had a part: author ids or names, by role."""
    tags: tuple[str, ...] = ()
    """Free words; each gets a page."""
    series: SeriesId | None = None
    """Id of a series in `config.toml`; parts follow each other by date."""
    summary: str = ""
    """One or two sentences for lists, feeds and search results; made from the text where empty."""
    cover: Cover | None = None
    """Picture at the head of the post."""
    cover_seed: int = 0
    """Asks for another draw of the drawn cover."""
    slug: str = ""
    """Last part of the URL; from the file's name where empty."""
    lang: str = ""
    """Language, where the file's name (`index.en.md`) does not say it; else the site's default."""
    translation_of: PostId | None = None
    """Id of the post that this one translates, where it is not the file beside it."""
    draft: bool = False
    """True keeps the post out of everything that is published."""
    expires: datetime | None = None
    """From then on the post is in nothing that is published."""
    review_by: day | None = None
    """Day by which somebody looks whether the post still holds."""
    evergreen: bool = False
    """True where age does not matter: no notice on an old post."""
    aliases: tuple[str, ...] = ()
    """Former URLs (`/old-address/`) that lead here."""
    canonical: str = ""
    """Whole URL of the first publication, where that was elsewhere."""
    related: tuple[PostId, ...] = ()
    """Posts to name under this one, before those found by tags and writers."""
    noindex: bool = False
    """True asks search engines to leave the post out."""
    featured: bool = False
    """True makes it the lead of the home page while no newer post is featured."""
    voice: Literal["personal", "desk", "company"] | None = None
    """Who is speaking; by the writers' kind where empty."""
    disclosure: str = ""
    """What ties the writers to the matter (a fee, a gift, a trip), in the post's language."""
    reviewed_by: tuple[AuthorId, ...] = ()
    """Who read it before publication."""
    approved_by: tuple[AuthorId, ...] = ()
    """Who answers for a post in the company's voice."""
    responder: AuthorId | None = None
    """Who answers comments."""
    comments: bool | CommentSettings = True
    """False: no comments; `{locked: true}`: shown, no longer taken; `{thread: URL}`: on Mastodon too."""
    share: Mapping[str, str] = field(default_factory=dict)
    """Words for a channel: `{mastodon: …, kakao: …}`."""
    allow: tuple[Allowance, ...] = ()
    """Rules that this post may break, each with its reason."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """The site's own values; templates see it as `post.extra`."""


@frozen
class Post(PostFrontMatter):
    """A post, read and understood; its references are not looked at yet."""

    path: str
    """File it stands in."""
    url_slug: str
    """From `slug`, else from the file's name; NFC, no slash."""
    language: str
    """From `lang`, else from the file's name, else the site's default."""
    group: PostId
    """Id of the post that this translates, its own id where it translates none: equal in all translations."""
    body: str
    """Markdown, LF line ends."""
    first_line: int
    """Line of the file on which `body` begins."""
    places: Mapping[tuple[str | int, ...], Place]
    """Where each key of the front matter stands."""


@frozen
class PageFrontMatter:
    """What is typed at the head of a page in `content/pages/`."""

    __pydantic_config__: ClassVar = _STRICT

    title: str
    """Headline."""
    summary: str = ""
    """One sentence for search results."""
    updated: datetime | None = None
    """Last change that a reader should know of."""
    slug: str = ""
    """Last part of the URL; from the file's name where empty."""
    lang: str = ""
    """Language, where the file's name (`about.en.md`) does not say it."""
    draft: bool = False
    """True keeps the page out of everything that is published."""
    aliases: tuple[str, ...] = ()
    """Former URLs that lead here."""
    noindex: bool = False
    """True asks search engines to leave the page out."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """The site's own values; templates see it as `page.extra`."""


@frozen
class StaticPage(PageFrontMatter):
    """A page outside the stream of posts (about, imprint), read and understood."""

    path: str
    """File it stands in."""
    url_slug: str
    """As a post's."""
    language: str
    """As a post's."""
    group: str
    """Path without language and ending: equal in all translations."""
    body: str
    """Markdown, LF line ends."""
    first_line: int
    """Line of the file on which `body` begins."""
    places: Mapping[tuple[str | int, ...], Place]
    """Where each key of the front matter stands."""
