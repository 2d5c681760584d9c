"""What all page builders stand on: one frozen value, made once a build."""

from collections.abc import Mapping
from dataclasses import dataclass

from blogsmith.model.document import Document
from blogsmith.model.page import Media, ThemeParts
from blogsmith.model.site import Site
from blogsmith.model.words import AuthorId, PostId
from blogsmith.pages.links import Resolved
from blogsmith.pages.shelf import Library
from blogsmith.pages.urls import Urls
from blogsmith.pages.views import AuthorCardView, CategoryView, PostCardView, SiteView


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A Site with what was found out about it."""

    site: Site
    urls: Urls
    library: Library
    documents: Mapping[str, Document]
    """By source path; bios too."""
    resolved: Mapping[str, tuple[Resolved, ...]]
    """By source path, in the order of the document's references."""
    media: Mapping[str, Media]
    """By source path."""
    theme: ThemeParts
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
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
