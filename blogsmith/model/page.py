"""What is published: pages that a template renders, and files that are carried over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One page to render, and why."""

    page: Page
    fingerprint: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
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
