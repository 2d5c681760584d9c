"""`config.toml` as frozen typed sections. Every field is a key that an editor may set; its docstring is its manual."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar

from blogsmith.model.conversation import CommentsConfig, ContactConfig
from blogsmith.model.frozen import frozen
from blogsmith.model.house_rules import PolicyConfig
from blogsmith.model.identity import IdentityConfig
from blogsmith.model.publishing import BuildConfig, LimitConfig, SecurityConfig
from blogsmith.model.source import Location, Place
from blogsmith.model.words import Text

_STRICT: dict[str, Any] = {"strict": True, "extra": "forbid"}


@frozen
class SiteConfig:
    """`[site]`: whose blog this is, where it stands and which languages it speaks."""

    __pydantic_config__: ClassVar = _STRICT

    title: Text = "A blog"
    """Name of the blog, one text or one a language."""
    description: Text = ""
    """One sentence about the blog: feeds, search results and social cards show it."""
    base_url: str = "http://localhost:8000/"
    """Where the blog is published, with its base path: `https://blog.example.com/` or `https://example.com/blog/`."""
    language: str = "en"
    """Default language: its pages stand at the root, other languages under `/<lang>/`."""
    languages: tuple[str, ...] = ()
    """Every language the blog is written in; the default language alone where empty."""
    time_zone: str = "UTC"
    """IANA name (`Asia/Seoul`) in which dates without an offset are read and all dates are shown."""
    organisation: Text = ""
    """The company or group that the writers belong to."""
    organisation_names: tuple[str, ...] = ()
    """Every name the organisation goes by, for rules about who is speaking."""
    fictional: Text = ""
    """A sentence for the footer that says that company and writers are made up, where they are."""


@frozen
class CategoryConfig:
    """`[categories.<id>]`: one of the closed list of categories; its id stands in the URL."""

    __pydantic_config__: ClassVar = _STRICT

    label: Text
    """Name shown to readers."""
    description: Text = ""
    """One sentence on what is written here."""
    editor: str = ""
    """Author id of who looks after this category."""
    letter: str = ""
    """One Korean letter that the theme draws covers and marks with; the dye's own where empty."""
    dye: str = ""
    """Name of the theme's colour set; by category id, or the next free one, where empty."""
    contact: ContactConfig | None = None
    """`[categories.<id>.contact]`: the desk that takes a complaint about what is told here."""


@frozen
class SeriesConfig:
    """`[series.<id>]`: a row of posts that are read in order of date."""

    __pydantic_config__: ClassVar = _STRICT

    title: Text
    """Name shown to readers."""
    description: Text = ""
    """One sentence on what the series tells."""
    parts: int | None = None
    """How many parts are planned, where that is known."""


@frozen
class PermalinkConfig:
    """`[permalinks]`: the shape of URLs. Placeholders: `{slug}` `{id}` `{category}` `{year}` `{month}` `{day}`."""

    __pydantic_config__: ClassVar = _STRICT

    post: str = "/{slug}/"
    """URL of a post, without the language's prefix."""
    page: str = "/{slug}/"
    """URL of a page; a page may use `{slug}` alone."""


@frozen
class ListConfig:
    """`[lists]`: how many of what a list shows."""

    __pydantic_config__: ClassVar = _STRICT

    per_page: int = 20
    """Posts on one page of a list, 1 to 500."""
    related: int = 3
    """Related posts under a post, 0 to 20."""


@frozen
class FeedConfig:
    """`[feeds]`: RSS 2.0, Atom and JSON Feed of site, language, category, author and author within category."""

    __pydantic_config__: ClassVar = _STRICT

    items: int = 20
    """Newest posts in a feed, 1 to 500."""
    full_text: bool = True
    """Whole posts in the feed, or summaries alone."""


@frozen
class MarkdownConfig:
    """`[markdown]`: how posts are read."""

    __pydantic_config__: ClassVar = _STRICT

    cjk_emphasis: bool = True
    """`**강조(强調)**를` is bold, which CommonMark alone leaves as asterisks."""
    toc_depth: int = 3
    """Deepest heading level in the table of contents, 2 to 6."""
    syllables_per_minute: int = 500
    """Reading speed for Hangul, kana and Chinese characters."""
    words_per_minute: int = 230
    """Reading speed for scripts with spaces between words."""


@frozen
class ThemeConfig:
    """`[theme]`: which theme, and what it is told."""

    __pydantic_config__: ClassVar = _STRICT

    name: str = "default"
    """A folder in `themes/`, or the theme that travels with blogsmith."""
    options: Mapping[str, str | int | bool] = field(default_factory=dict)
    """Values for the theme's own options, as its `theme.toml` lists them."""


@frozen
class LinkConfig:
    """`[[navigation]]` and `[[footer]]`: one link outside the lists that blogsmith makes."""

    __pydantic_config__: ClassVar = _STRICT

    label: Text
    """Words of the link."""
    url: Text
    """A path of this site (`/about/`) or a whole URL; one a language where they differ."""


@frozen
class LegalConfig:
    """`[legal]`: what readers may do with the texts, and what is done with their data."""

    __pydantic_config__: ClassVar = _STRICT

    licence: Text = ""
    """Name of the licence: `CC BY 4.0`."""
    licence_url: str = ""
    """Where the licence can be read; feeds and JSON-LD carry it."""
    copyright: Text = ""
    """The line in the footer."""
    privacy_url: Text = ""
    """Where the privacy notice stands: a path of this site or a whole URL."""


@frozen
class HandbookConfig:
    """`[handbook]`: the page `/how-we-write/`, made from the house rules in force."""

    __pydantic_config__: ClassVar = _STRICT

    enabled: bool = True
    """Whether the page is published."""
    foreword: Text = ""
    """What the editor says above the rules."""


def default_categories() -> dict[str, CategoryConfig]:
    """The six of the model blog, in their order."""
    labels = {
        "design": ("디자인", "Design"),
        "tech": ("기술", "Tech"),
        "people": ("사람", "People"),
        "culture": ("문화", "Culture"),
        "global": ("글로벌", "Global"),
        "side-story": ("뒷이야기", "Side story"),
    }
    return {name: CategoryConfig(label={"ko": ko, "en": en}) for name, (ko, en) in labels.items()}


@frozen
class Config:
    """The whole of `config.toml`; every section may be left out."""

    __pydantic_config__: ClassVar = _STRICT

    site: SiteConfig = SiteConfig()
    """`[site]`."""
    categories: Mapping[str, CategoryConfig] = field(default_factory=default_categories)
    """`[categories.<id>]`, in the order in which they are shown."""
    series: Mapping[str, SeriesConfig] = field(default_factory=dict)
    """`[series.<id>]`."""
    permalinks: PermalinkConfig = PermalinkConfig()
    """`[permalinks]`."""
    lists: ListConfig = ListConfig()
    """`[lists]`."""
    feeds: FeedConfig = FeedConfig()
    """`[feeds]`."""
    markdown: MarkdownConfig = MarkdownConfig()
    """`[markdown]`."""
    limits: LimitConfig = field(default_factory=LimitConfig)
    """`[limits]`."""
    theme: ThemeConfig = ThemeConfig()
    """`[theme]`."""
    identity: IdentityConfig = field(default_factory=IdentityConfig)
    """`[identity]`."""
    navigation: tuple[LinkConfig, ...] = ()
    """`[[navigation]]`: further links in the header."""
    footer: tuple[LinkConfig, ...] = ()
    """`[[footer]]`: further links in the footer."""
    legal: LegalConfig = LegalConfig()
    """`[legal]`."""
    policy: PolicyConfig = field(default_factory=PolicyConfig)
    """`[policy]`."""
    handbook: HandbookConfig = HandbookConfig()
    """`[handbook]`."""
    comments: CommentsConfig = field(default_factory=CommentsConfig)
    """`[comments]`."""
    security: SecurityConfig = field(default_factory=SecurityConfig)
    """`[security]`."""
    build: BuildConfig = field(default_factory=BuildConfig)
    """`[build]`."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """`[extra]`: the site's own values; templates see it as `site.extra`."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language of the blog, the default one first."""
        rest = tuple(code for code in self.site.languages if code != self.site.language)
        return (self.site.language, *rest)


@frozen
class ConfigFile:
    """The config with where its keys stand, for whoever finds a fault in a value later."""

    config: Config
    """Its values."""
    path: str
    """How messages name the file."""
    places: Mapping[tuple[str | int, ...], Place]
    """Where each key stands."""

    def at(self, *key: str | int) -> Location:
        """Where a key stands, or the nearest table that holds it."""
        for end in range(len(key), 0, -1):
            if key[:end] in self.places:
                return self.places[key[:end]].within(self.path)
        return Location(path=self.path, line=1, column=1)
