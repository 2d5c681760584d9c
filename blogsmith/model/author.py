"""A writer's profile: `authors/<id>.md`, front matter and a first-person bio."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Any, ClassVar, Literal

from blogsmith.model.frozen import frozen
from blogsmith.model.source import Place
from blogsmith.model.words import AuthorId, Text

_STRICT: dict[str, Any] = {"strict": True, "extra": "forbid"}


@frozen
class Agreement:
    """The contract with a writer from outside."""

    __pydantic_config__: ClassVar = _STRICT

    signed: date
    """Day it was signed."""
    expires: date | None = None
    """Last day it holds."""


@frozen
class Photo:
    """A portrait beside the profile."""

    __pydantic_config__: ClassVar = _STRICT

    src: str
    """Image file, from the profile's folder."""
    alt: Text = ""
    """What the picture shows, for who cannot see it."""
    consent: date | None = None
    """Day on which the writer agreed to the picture being shown."""
    consent_until: date | None = None
    """Last day of that agreement, where it ends."""


@frozen
class ProfileLink:
    """A place where the writer can be found."""

    __pydantic_config__: ClassVar = _STRICT

    label: Text
    """Words of the link; one a language where they differ."""
    url: str
    """A whole URL."""


@frozen
class AuthorFrontMatter:
    """What is typed at the head of `authors/<id>.md`."""

    __pydantic_config__: ClassVar = _STRICT

    name: Text
    """Name as readers see it; one a language where it differs."""
    kind: Literal["in-house", "external", "former"]
    """Works here, is invited from outside, or has left."""
    status: Literal["active", "paused", "trainee"] = "active"
    """Whether new posts may be expected."""
    covered_by: AuthorId | None = None
    """Who answers comments for them while they are paused or after they left."""
    answers_as: tuple[str, ...] = ()
    """Names under which they answer comments, where it is not their own: a GitHub login."""
    role: Text = ""
    """What the writer does: `firmware engineer`."""
    team: Text = ""
    """Team within the organisation."""
    organisation: Text = ""
    """Where a writer from outside works."""
    relationship: Text = ""
    """What ties a writer from outside to the organisation, as readers are told it."""
    agreement: Agreement | None = None
    """The contract with a writer from outside."""
    training: tuple[date, ...] = ()
    """Days of the writers' trainings attended."""
    since: date | None = None
    """First day as a writer of this blog."""
    until: date | None = None
    """Last day, for who has left."""
    photo: Photo | None = None
    """Portrait; a seal is drawn where there is none."""
    dye: str = ""
    """Colour of the drawn seal: a category's dye; by id where empty."""
    links: tuple[ProfileLink, ...] = ()
    """Places where the writer can be found."""
    private: Mapping[str, Any] = field(default_factory=dict)
    """E-mail, staff id and the like: read by the desk, never in any output."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """The site's own values; templates see it as `author.extra`."""


@frozen
class Bio:
    """A bio in one language, as Markdown."""

    path: str
    """File it stands in."""
    body: str
    """Markdown, LF line ends."""
    first_line: int
    """Line of the file on which `body` begins."""


@frozen
class Author(AuthorFrontMatter):
    """A writer, read and understood."""

    id: AuthorId
    """The profile's file name, without `.md`."""
    path: str
    """File of the profile."""
    bios: Mapping[str, Bio]
    """By language; the profile's own body is in the site's default language unless `<id>.<lang>.md` says more."""
    places: Mapping[tuple[str | int, ...], Place]
    """Where each key of the front matter stands."""
