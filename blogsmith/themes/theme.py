"""A theme's folders become a Theme: one frozen value that holds every file, checked before anything is rendered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, TypeVar

from blogsmith.model.config import ThemeConfig
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.frozen import frozen
from blogsmith.themes.chain import Link, Shelf, read_chain
from blogsmith.themes.css import css_references, is_style_sheet
from blogsmith.themes.faults import fault
from blogsmith.themes.files import read_machine_layer, read_overlay
from blogsmith.themes.graph import closures, link
from blogsmith.themes.layer import Layer, all_assets, template_names
from blogsmith.themes.manifest import OptionValue, choose_options
from blogsmith.themes.references import Reader, references
from blogsmith.themes.strings import Strings, read_strings

V = TypeVar("V")


@frozen
class Theme:
    """All that rendering needs beside a page. Plain values: it can be sent to workers."""

    name: str
    languages: tuple[str, ...]
    """Languages of the site, the default one first."""
    layers: tuple[Layer, ...]
    """The site's overlay, the theme, its parents, blogsmith's own templates."""
    strings: Strings
    options: Mapping[str, OptionValue]
    """Each option of the theme with the site's value or its default: `site.options`."""
    stylesheets: tuple[str, ...] = ()
    """Names in `assets/`."""
    scripts: tuple[str, ...] = ()
    boot_scripts: tuple[str, ...] = ()
    dyes: tuple[str, ...] = ()
    """Colour sets, in the order in which they are given out."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """`[extra]` of `theme.toml`, a child's keys over its parent's."""
    digests: Mapping[str, str]
    """By template name: what `closure` gives."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Warnings: theme/unknown-hook, theme/unknown-part."""

    def closure(self, template: str) -> str:
        """A digest of the template, all that it includes, extends, imports and hooks in, and the strings.

        Equal closures and equal views render equal pages. Raises CannotGoOn with theme/missing-template.
        """
        if template not in self.digests:
            raise CannotGoOn((self.no_template(template),))
        return self.digests[template]

    def no_template(self, template: str) -> Diagnostic:
        """Says that no layer has a template of this name."""
        path = f"{self.layers[1].path}/templates"
        return fault("theme/missing-template", path, value=template, known=template_names(self.layers), variant="page")


def bundled_themes() -> Path:
    """The folder of the themes that travel with blogsmith: in an installed wheel, else in its repository."""
    here = Path(__file__).resolve().parent
    return here if (here / "default" / "theme.toml").is_file() else here.parent.parent / "themes"


def load_theme(
    root: Path,
    config: ThemeConfig,
    *,
    languages: tuple[str, ...],
    bundled: Path,
    installed: Mapping[str, Path] | None = None,
    read: Reader = references,
) -> Theme:
    """The theme that `config` names, with the site's overlay over it.

    `languages`: those of the site, the default one first. `installed`: folders of themes from extensions, by name.
    `read`: what tells a template's references. Raises CannotGoOn with every fault at once: those of
    `read_chain`, `read_overlay`, `choose_options`, `read_strings` and `link`, and theme/missing-asset.
    """
    faults: list[Diagnostic] = []
    overlay = read_overlay(root, faults)
    chain = read_chain(Shelf(root=root, bundled=bundled, installed=installed or {}), config.name, faults)
    if not chain:
        raise CannotGoOn(tuple(faults))
    layers = (overlay, *(step.layer for step in chain), read_machine_layer())
    manifests = [step.manifest for step in chain]
    options = choose_options(_merged(item.options for item in manifests), config.options)
    strings = read_strings(layers, languages)
    graph = link(layers, strings.value, read)
    faults.extend((*options.diagnostics, *strings.diagnostics, *graph.diagnostics, *_missing_assets(layers, chain)))
    if any(item.severity is Severity.ERROR for item in faults):
        raise CannotGoOn(tuple(faults))
    return Theme(
        name=manifests[0].name or config.name,
        languages=languages,
        layers=layers,
        strings=strings.value,
        options=options.value,
        stylesheets=_first(item.stylesheets for item in manifests),
        scripts=_first(item.scripts for item in manifests),
        boot_scripts=_first(item.boot_scripts for item in manifests),
        dyes=_first(item.dyes for item in manifests),
        extra=_merged(item.extra for item in manifests),
        digests=closures(graph.value, layers, strings.value),
        diagnostics=tuple(faults),
    )


def _first(lists: Iterable[tuple[str, ...] | None]) -> tuple[str, ...]:
    return next((names for names in lists if names is not None), ())


def _merged(tables: Iterable[Mapping[str, V]]) -> dict[str, V]:
    """All keys; the first table that has a key gives its value."""
    merged: dict[str, V] = {}
    for table in tables:
        merged = {**table, **merged}
    return merged


def _missing_assets(layers: Sequence[Layer], chain: Sequence[Link]) -> Iterator[Diagnostic]:
    """What manifests and style sheets name and no layer has: theme/missing-asset."""
    assets = all_assets(layers)
    for step in chain:
        manifest = step.manifest
        for names in (manifest.stylesheets, manifest.scripts, manifest.boot_scripts):
            for name in names or ():
                if name not in assets:
                    yield fault("theme/missing-asset", f"{step.layer.path}/theme.toml", known=assets, value=name)
    for name, file in assets.items():
        if is_style_sheet(name):
            for use in css_references(name, file.text):
                if use.name not in assets:
                    yield fault("theme/missing-asset", file.path, line=use.line, known=assets, value=use.name)
