"""What all page builders stand on: one frozen value, made once a build."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from blogsmith.model.comments import Snapshot
from blogsmith.model.document import Body, Outline
from blogsmith.model.frozen import frozen
from blogsmith.model.handbook import Handbook
from blogsmith.model.page import Media, ThemeParts
from blogsmith.model.post import Post
from blogsmith.model.site import Site
from blogsmith.model.words import AuthorId, PostId
from blogsmith.pages.links import Resolved
from blogsmith.pages.shelf import Library
from blogsmith.pages.urls import Urls
from blogsmith.pages.views import AuthorCardView, CategoryView, PostCardView, SiteView
from blogsmith.pages.widgets.options import Commenting


@frozen
class Material:
    """A Site with what was found out about it."""

    site: Site
    urls: Urls
    library: Library
    handbooks: Mapping[str, Handbook]
    """By language; empty where none is published."""
    outlines: Mapping[str, Outline]
    """By source path; bios too."""
    bodies: Mapping[str, Body]
    """By source path; bios too. Each is fetched when it is asked for."""
    resolved: Mapping[str, tuple[Resolved, ...]]
    """By source path, in the order of the document's references."""
    media: Mapping[str, Media]
    """By source path."""
    theme: ThemeParts
    version: str
    commenting: Commenting = field(default_factory=Commenting)
    """How readers write here."""
    lettering: str = ""
    """The digest of the fonts that social cards are written in; empty where none are drawn."""
    conversations: Mapping[PostId, Snapshot] = field(default_factory=dict)
    """What they wrote, by the id that is the key of the thread."""


@frozen
class Ground(Material):
    """Material with the parts of views that many pages share."""

    sites: Mapping[str, SiteView]
    """By language."""
    categories: Mapping[str, Mapping[str, CategoryView]]
    """By language, then id."""
    authors: Mapping[str, Mapping[AuthorId, AuthorCardView]]
    """By language, then id."""
    cards: Mapping[PostId, PostCardView]
    """By post id."""

    def cards_of(self, posts: Sequence[Post]) -> tuple[PostCardView, ...]:
        """The cards of posts, in their order."""
        return tuple(self.cards[post.id] for post in posts)
