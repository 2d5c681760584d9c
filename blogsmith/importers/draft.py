"""What every importer makes of another tool's site: files to write, what was lost, and two sums that hold."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.frozen import frozen

Kind = Literal["post", "page", "profile", "list", "all"]
"""`list`: a section's or a taxonomy's own file; blogsmith makes such pages itself. `all`: the sum of the others."""


@frozen
class Draft:
    """A Markdown file of the new site."""

    path: str
    """From the new site's root: `content/posts/2019/a-year.md`."""
    front_matter: Mapping[str, Any]
    """Plain values, `date` and `datetime` among them, in the order in which they are written."""
    body: str
    origin: str = ""
    """File it was made from, from the old site's root; empty where the importer made it up."""


@frozen
class Carried:
    """A file that is taken over as it is."""

    path: str
    """From the new site's root."""
    origin: Path


@frozen
class Count:
    """What became of the files of one kind. `imported + refused = found`, `published + unpublished = imported`."""

    kind: Kind
    found: int = 0
    imported: int = 0
    published: int = 0

    @property
    def refused(self) -> int:
        """Not brought over; each has its finding."""
        return self.found - self.imported

    @property
    def unpublished(self) -> int:
        """Brought over, and kept back by draft, date or expiry."""
        return self.imported - self.published


@frozen
class Imported:
    """Another tool's site as ours, not written yet."""

    config: str
    """Text of `config.toml`."""
    drafts: tuple[Draft, ...]
    carried: tuple[Carried, ...]
    counts: tuple[Count, ...]
    """One a kind that was found."""
    made: int
    """Profiles that the importer made up, because a post names them or nobody."""
    findings: tuple[Diagnostic, ...]
    """Locations are files of the old site."""


@frozen
class Choices:
    """What only the person who imports can say."""

    now: datetime
    """Aware; decides what counts as published."""
    language: str = "en"
    """Default language of the new site, where the old one does not say."""
    author: str = ""
    """Id of the profile that signs posts without author; such posts are refused where empty."""
    category: str = ""
    """Category of posts whose own categories are none of ours."""
    without_expiry: bool = False
    """An expiry date becomes the day by which somebody looks at the post again."""


@frozen
class Remark:
    """Something lost or mended within one file, before it is known on which line it stood."""

    rule: str
    """`import/missing-image`."""
    value: str
    """What the message shows."""
    needle: str = ""
    """Text of the old file near which it stood; `value` where empty."""
    variant: str = ""
    note: bool = False
    """True where nothing is lost."""
