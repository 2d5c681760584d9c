"""A social card: all that the picture shows that stands beside a link where somebody shares it."""

from typing import Final

from blogsmith.model.frozen import frozen
from blogsmith.model.page import Inks, Media

WIDTH: Final = 1200
HEIGHT: Final = 630
"""Pixels. Source: what Facebook, X, KakaoTalk, Slack and LinkedIn show whole."""
EDITION: Final = 1
"""Of the drawing: a card that is drawn in another way gets another address, or services would keep the old one."""


@frozen
class Signature:
    """A writer's seal and name."""

    seal: str
    shape: str
    """`square` or `round`."""
    name: str


@frozen
class SocialCard:
    """What is drawn. Equal cards give equal pictures."""

    title: str
    label: str
    """Words above the title: the category."""
    letter: str
    """The category's letter."""
    inks: Inks
    seed: str
    """Of the drawn cover."""
    signatures: tuple[Signature, ...] = ()
    paid: str = ""
    """The words that mark a disclosed post; empty where there is nothing to disclose."""
    note: str = ""
    """Words below, in place of signatures."""
    photo: Media | None = None
    """A picture in place of the drawn cover."""
    tiles: tuple[tuple[str, Inks], ...] = ()
    """The letter and inks of each tile, where a card stands for the whole blog."""
