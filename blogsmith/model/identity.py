"""`[identity]` of `config.toml`: the blog's own colours, mark and corners, laid over the theme's."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from blogsmith.model.frozen import frozen
from blogsmith.model.words import Text

_STRICT: dict[str, Any] = {"strict": True, "extra": "forbid"}


@frozen
class DyeConfig:
    """`[identity.dyes.<name>]`: the colours of a category, as `#rrggbb`. The contrast of each pair is checked."""

    __pydantic_config__: ClassVar = _STRICT

    text: str
    """Marks, links and labels on paper, in light mode."""
    text_dark: str
    """The same in dark mode."""
    field: str
    """Large areas: the category's band, square seals, covers."""
    on_field: str
    """Words on `field`."""
    wash: str
    """Tinted ground in light mode."""
    wash_dark: str
    """Tinted ground in dark mode."""
    deep: str
    """Darkest colour of drawn covers."""
    light: str
    """Lightest colour of drawn covers."""
    spark: str
    """The one tile that differs."""


@frozen
class PaperConfig:
    """`[identity.paper]`: ground and ink of every page, as `#rrggbb`."""

    __pydantic_config__: ClassVar = _STRICT

    ground: str = "#ffffff"
    """Background in light mode."""
    ground_dark: str = "#111416"
    """Background in dark mode."""
    ink: str = "#14191c"
    """Words in light mode."""
    ink_dark: str = "#e8edee"
    """Words in dark mode."""


@frozen
class IdentityConfig:
    """`[identity]`."""

    __pydantic_config__: ClassVar = _STRICT

    wordmark: Text = ""
    """Words beside the mark; the blog's title where empty."""
    logo: str = ""
    """An image in `themes/local/assets/` to stand for the theme's mark, with its ending: `logo.svg`."""
    radius: int = 3
    """Corners of buttons and fields, in pixels, 0 to 24."""
    cards: bool = True
    """Whether each post gets a picture of its title (1200 x 630) for where its link is shared."""
    card_fonts: tuple[str, ...] = ()
    """Font files in `themes/local/fonts/`, tried in this order before Pretendard Bold, which comes with blogsmith."""
    paper: PaperConfig | None = None
    """`[identity.paper]`; the theme's own where left out."""
    dyes: Mapping[str, DyeConfig] = field(default_factory=dict)
    """`[identity.dyes.<name>]`: a theme's dye drawn anew, or a further one for `dye` of a category."""
