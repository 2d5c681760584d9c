"""What a theme sees of the conversation under a post."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from blogsmith.model.frozen import frozen
from blogsmith.pages.views.shared import AuthorCardView, Html, LinkView


@frozen
class CommentView:
    """A comment as it was when comments were last pulled."""

    id: str
    """For the element: `comment-isso-12`."""
    author: str
    """Plain text; empty where the writer gave no name."""
    date: datetime
    text: Html
    url: str
    """Where it stands at its provider; may be empty."""
    source: str
    """Name of the provider: `isso`."""
    writer: AuthorCardView | None
    """Whose answer it is, where the provider vouches for who wrote it; None for a reader's."""
    replies: tuple["CommentView", ...]
    """At most three deep: what answers deeper stands beside what it answers."""


@frozen
class WidgetView:
    """The live widget, before anything of it is fetched."""

    provider: str
    """`giscus`."""
    name: str
    """What readers call it."""
    load: Literal["click", "visible"]
    """On a button, or when it scrolls into view."""
    mount: Html
    """Where the provider's script puts itself."""
    plan: Mapping[str, Any]
    """What the loader does, as JSON in `data-widget`; empty: nothing is fetched. See `pages/widgets/provider.py`."""
    link: str
    """Where the thread can be read or answered without a script; may be empty."""
    link_rel: str
    """`webmention` where that link is for programs and stands in the head of the page; else empty."""


@frozen
class CommentsView:
    """The conversation under a post; the `comments` hook gets it too."""

    id: str
    """Stable key of the thread: `/p/<id>`. Never the URL."""
    title: str
    language: str
    canonical: str
    locked: bool
    responder: AuthorCardView | None
    """Who answers today: the one named, or who covers for them."""
    reply_days: int
    """Working days within which the responder answers; 0: nothing is promised."""
    manners: str
    """The blog's kind word above the box; may be empty."""
    widget: WidgetView | None
    """None where nobody can write: no provider, a locked thread, a preview."""
    placeholder: str
    """Name of the provider whose widget stands here once the post is published; empty but in a preview."""
    mention: str
    """The post on Mastodon that can be answered; may be empty."""
    comments: tuple[CommentView, ...]
    """Pulled from the provider of today: hidden by the loader once the live thread stands there."""
    earlier: tuple[CommentView, ...]
    """Pulled from others, or from one of former times: always shown."""
    count: int
    """All of them, replies too."""
    contact: LinkView | None
    """The desk that takes a complaint."""
