"""The theme, ready to render: its files, what pages say of it, and the drawings that it may ask for."""

from dataclasses import dataclass
from pathlib import Path

from blogsmith.media.covers import draw_cover
from blogsmith.media.seals import draw_seal
from blogsmith.model.config import Config
from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.page import Page, ThemeParts
from blogsmith.pages.views import CoverView, SealView
from blogsmith.themes.assets import ThemeAsset, theme_assets, theme_parts
from blogsmith.themes.renderer import Renderer
from blogsmith.themes.theme import Theme, bundled_themes, load_theme


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyTheme:
    """A theme and its renderer."""

    theme: Theme
    renderer: Renderer
    assets: tuple[ThemeAsset, ...]
    parts: ThemeParts

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Warnings about the theme's files."""
        return self.theme.diagnostics

    def closure(self, template: str) -> str:
        """The digest of a template and all that it draws on."""
        return self.theme.closure(template)

    def render(self, page: Page) -> str:
        """A page's text. Raises CannotGoOn with theme/template-error."""
        return self.renderer.render(page)


def ready_theme(root: Path, config: Config) -> ReadyTheme:
    """The theme that the config names. Raises CannotGoOn with every fault of its files."""
    theme = load_theme(root, config.theme, languages=config.languages, bundled=bundled_themes())
    assets = theme_assets(theme)
    parts = theme_parts(theme, assets)
    renderer = Renderer(theme, filters={"drawn_cover": _drawn_cover, "drawn_seal": _drawn_seal})
    return ReadyTheme(theme=theme, renderer=renderer, assets=assets, parts=parts)


def _drawn_cover(cover: CoverView, *, wide: bool = False) -> str:
    return draw_cover(cover.seed, cover.letter, wide=wide)


def _drawn_seal(seal: SealView, *, large: bool = False) -> str:
    return draw_seal(seal.text, seal.shape, seal.dye, seal.name if large else "")
