"""What is published: pages that a template renders, and files that are carried over."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from blogsmith.model.frozen import frozen
from blogsmith.model.words import PostId


@frozen
class Page:
    """One page: where it is written, the template that renders it, and all that the template may see."""

    output: str
    """Path in the output, forward slashes: `ko/hello/index.html`."""
    template: str
    """Name in the theme's `templates/`, or in `blogsmith/themes/machine/` for feeds and the like."""
    view: Any
    """One of the frozen dataclasses of `pages/views.py`."""
    source: str = ""
    """The file to blame when rendering fails; empty for lists."""


@frozen
class PagePlan:
    """A page that can be made: what it shows is put together when it is asked for."""

    output: str
    """As of a Page."""
    template: str
    view: Callable[..., Any]
    """Puts the view together, given the choice where there is one."""
    source: str = ""
    bodies: tuple[str, ...] = ()
    """Source paths of the bodies that the view shows: whatever else changes in a body changes no other page."""
    shows: tuple[PostId, ...] = ()
    """Posts whose titles or summaries it shows without asking for their cards."""
    choose: Callable[[], Any] | None = None
    """A Choice: all that the view takes of posts and files, but for how the posts look that it shows, and for the files
    in its bodies. None where it may take anything.
    """

    def page(self, choice: Any = None) -> Page:
        """The page itself. `choice`: where it was made before."""
        view = self.view() if self.choose is None else self.view(choice or self.choose())
        return Page(output=self.output, template=self.template, view=view, source=self.source)


@frozen
class Media:
    """A file beside a post as it is published."""

    source: str
    """Path from the site's root, NFC."""
    on_disk: str
    """The same as the disk has it."""
    address: str
    """`/media/<name>.<digest>.<ending>`."""
    width: int | None
    """Pixels; None for what is no picture, or says no size."""
    height: int | None
    size: int
    """Bytes of the source."""


@frozen
class Inks:
    """Colours of a social card as `#rrggbb`: what a dye has for large areas and drawn covers."""

    field: str
    on: str
    """Words on `field`."""
    deep: str
    light: str
    spark: str


@frozen
class ThemeParts:
    """What every page says of its theme."""

    stylesheets: tuple[str, ...]
    """Addresses."""
    scripts: tuple[str, ...]
    boot_scripts: tuple[str, ...]
    assets: Mapping[str, str]
    """Address of each file of the theme by its name."""
    options: Mapping[str, str | int | bool]
    dyes: tuple[str, ...] = ()
    """Colour sets that the theme knows, for categories and seals that ask for none."""
    logo: str = ""
    """Address of the image that stands for the theme's mark; empty where the theme draws its own."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """The letter of each dye."""
    inks: Mapping[str, Inks] = field(default_factory=dict)
    """What social cards are drawn in, by dye."""
    paid: Mapping[str, str] = field(default_factory=dict)
    """The words that mark a disclosed post on its social card, by language."""
