"""The theme, ready to render: its files, what pages say of it, and the drawings that it may ask for."""

from dataclasses import dataclass, replace
from pathlib import Path

from blogsmith.media.covers import draw_cover
from blogsmith.media.seals import draw_seal
from blogsmith.model.config import ConfigFile
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic
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


def ready_theme(root: Path, config_file: ConfigFile) -> ReadyTheme:
    """The theme that the config names. Raises CannotGoOn with every fault of its files."""
    config = config_file.config
    try:
        theme = load_theme(root, config.theme, languages=config.languages, bundled=bundled_themes())
    except CannotGoOn as stop:
        faults = tuple(_placed(fault, config_file) for fault in stop.diagnostics)
        raise CannotGoOn(faults, exit_code=stop.exit_code) from stop
    assets = theme_assets(theme)
    parts = theme_parts(theme, assets)
    renderer = Renderer(theme, filters={"drawn_cover": _drawn_cover, "drawn_seal": _drawn_seal})
    return ReadyTheme(theme=theme, renderer=renderer, assets=assets, parts=parts)


def _placed(fault: Diagnostic, config_file: ConfigFile) -> Diagnostic:
    """A fault of the config with its line, which a theme does not know."""
    if fault.location.path != "config.toml":
        return fault
    facts = dict(fault.facts)
    key = ("options", str(facts.get("key", facts["value"]))) if fault.rule == "theme/option" else ("name",)
    return replace(fault, location=config_file.at("theme", *key))


def _drawn_cover(cover: CoverView, *, wide: bool = False) -> str:
    return draw_cover(cover.seed, cover.letter, wide=wide)


def _drawn_seal(seal: SealView, *, large: bool = False) -> str:
    return draw_seal(seal.text, seal.shape, seal.dye, seal.name if large else "")
