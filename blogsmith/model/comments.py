"""What readers wrote, kept as data: `content/comments/<post-id>.json`. No mail address, no IP address."""

from datetime import datetime

from blogsmith.model.frozen import frozen
from blogsmith.model.words import PostId


@frozen
class Comment:
    """One comment, the same from every provider."""

    id: str
    """`<source>:<the provider's own id>`, unique in the thread."""
    parent: str
    """Id of the comment that it answers; empty where it answers the post."""
    author: str
    """Name as the writer gave it; empty where none was given."""
    date: datetime
    """With its offset."""
    text: str
    """Sanitised HTML: paragraphs, lists, quotations, code, emphasis and links."""
    url: str
    """Where it stands at its provider; may be empty."""
    source: str
    """Name of the provider: `isso`."""


@frozen
class Snapshot:
    """The thread of a post as it was when it was last pulled."""

    post: PostId
    comments: tuple[Comment, ...] = ()
    """Oldest first."""
    forgotten: tuple[str, ...] = ()
    """Ids that were erased on request: no pull brings them back."""
    settled: tuple[str, ...] = ()
    """Ids that need no answer: a word of thanks."""


@frozen
class PulledThread:
    """What a provider has under one key."""

    key: str
    """`/p/<id>`, or the address that the provider knows the post by."""
    source: str
    """As of a comment."""
    comments: tuple[Comment, ...]
