"""A post that was taken down: what is left of it is that it is gone."""

from datetime import datetime

from blogsmith.model.frozen import frozen
from blogsmith.model.words import PostId


@frozen
class Takedown:
    """One entry of `takedowns.json`. The reason is the editors' own: it is published nowhere."""

    id: PostId
    """Of the post."""
    date: datetime
    """When it was taken down."""
    reason: str
    """Why."""
    language: str
    """Of the post."""
    addresses: tuple[str, ...]
    """Where it stood: its address, its permanent one, its former ones."""
