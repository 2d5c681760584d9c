"""The theme, ready to render: its files, what pages say of it, and the drawings that it may ask for."""

from dataclasses import replace
from pathlib import Path

from blogsmith.media.covers import draw_cover
from blogsmith.media.seals import draw_seal
from blogsmith.model.config import ConfigFile
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.identity import DyeConfig
from blogsmith.model.page import Inks, Page, ThemeParts
from blogsmith.pages.views import CoverView, SealView
from blogsmith.pipeline.known_references import KnownReferences
from blogsmith.pipeline.memory import Memory
from blogsmith.text.suggest import nearest
from blogsmith.themes.assets import ThemeAsset, page_sheets, theme_assets, theme_parts
from blogsmith.themes.identity import identity_css, identity_faults
from blogsmith.themes.layer import find_template
from blogsmith.themes.renderer import Renderer
from blogsmith.themes.theme import Theme, bundled_themes, load_theme


@frozen
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

    def has(self, template: str) -> bool:
        """Whether the theme, or one that it extends, has a template."""
        return find_template(self.theme.layers, template) is not None

    def render(self, page: Page) -> str:
        """A page's text. Raises CannotGoOn with theme/template-error."""
        return self.renderer.render(page)


def ready_theme(root: Path, config_file: ConfigFile, memory: Memory) -> ReadyTheme:
    """The theme that the config names, in the blog's own colours. Raises CannotGoOn with every fault of both."""
    config, known = config_file.config, KnownReferences(memory)
    try:
        theme = load_theme(
            root, config.theme, languages=config.languages, bundled=bundled_themes(), read=known.references
        )
    except CannotGoOn as stop:
        placed = tuple(_placed(fault, config_file) for fault in stop.diagnostics)
        raise CannotGoOn(placed, exit_code=stop.exit_code) from stop
    known.remember()
    assets = theme_assets(theme)
    faults = (*identity_faults(config_file), *_logo_faults(config_file, assets))
    if faults:
        raise CannotGoOn(faults)
    parts = theme_parts(theme, assets)
    sheets = page_sheets(theme, assets, identity_css(config.identity))
    assets = (*(asset for asset in assets if asset.name not in theme.stylesheets), *sheets)
    parts = replace(parts, stylesheets=tuple(f"/{sheet.output}" for sheet in sheets))
    logo = config.identity.logo
    dyes = tuple(dict.fromkeys((*parts.dyes, *config.identity.dyes)))
    own = {name: _inks(dye) for name, dye in config.identity.dyes.items()}
    parts = replace(parts, dyes=dyes, logo=parts.assets[logo] if logo else "", inks={**parts.inks, **own})
    renderer = Renderer(theme, filters={"drawn_cover": _drawn_cover, "drawn_seal": _drawn_seal})
    return ReadyTheme(theme=theme, renderer=renderer, assets=assets, parts=parts)


def _inks(dye: DyeConfig) -> Inks:
    return Inks(field=dye.field, on=dye.on_field, deep=dye.deep, light=dye.light, spark=dye.spark)


def _placed(fault: Diagnostic, config_file: ConfigFile) -> Diagnostic:
    """A fault of the config with its line, which a theme does not know."""
    if fault.location.path != "config.toml":
        return fault
    facts = dict(fault.facts)
    key = ("options", str(facts.get("key", facts["value"]))) if fault.rule == "theme/option" else ("name",)
    return replace(fault, location=config_file.at("theme", *key))


def _logo_faults(config_file: ConfigFile, assets: tuple[ThemeAsset, ...]) -> tuple[Diagnostic, ...]:
    logo, names = config_file.config.identity.logo, [asset.name for asset in assets]
    if not logo or logo in names:
        return ()
    near = nearest(logo, names)
    facts = (("value", logo), *((("suggestion", near),) if near else ()))
    location = config_file.at("identity", "logo")
    return (Diagnostic(rule="identity/logo", severity=Severity.ERROR, location=location, facts=facts),)


def _drawn_cover(cover: CoverView, *, wide: bool = False) -> str:
    return draw_cover(cover.seed, cover.letter, wide=wide)


def _drawn_seal(seal: SealView, *, large: bool = False) -> str:
    return draw_seal(seal.text, seal.shape, seal.dye, seal.name if large else "")
