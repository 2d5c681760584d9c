"""The assets of a theme become files to publish, each with a digest of its content in its name."""

import hashlib
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from blogsmith.model.diagnostic import CannotGoOn
from blogsmith.model.frozen import frozen
from blogsmith.model.page import Inks, ThemeParts
from blogsmith.text.contrast import is_colour
from blogsmith.themes.css import css_references, is_style_sheet, rewrite_css
from blogsmith.themes.faults import fault
from blogsmith.themes.layer import STATIC, ThemeFile, all_assets
from blogsmith.themes.theme import Theme

_PAID = "byline.paid"
"""The string that marks a disclosed post in lists and on its social card."""


@frozen
class ThemeAsset:
    """One file to publish."""

    name: str
    """Path in the theme's `assets/`."""
    output: str
    """Path in the output: `assets/site.1a2b3c4d.css`; for `static/favicon.ico` it is `favicon.ico`."""
    content: bytes


def theme_assets(theme: Theme) -> tuple[ThemeAsset, ...]:
    """Every asset of every layer, by name. References between them lead to the published names.

    A digest is that of the published content, so it changes with everything a style sheet refers to.
    Raises CannotGoOn with theme/cycle where style sheets import each other.
    """
    files = all_assets(theme.layers)
    published: dict[str, ThemeAsset] = {}
    for name in files:
        _publish(files, name, (), published)
    return tuple(published[name] for name in files)


def theme_parts(theme: Theme, assets: Sequence[ThemeAsset]) -> ThemeParts:
    """What every page says of its theme, given `theme_assets(theme)`; `letters` and `inks` stand in its `[extra]`."""
    addresses = {asset.name: f"/{asset.output}" for asset in assets}
    letters = theme.extra.get("letters")
    return ThemeParts(
        stylesheets=tuple(addresses[name] for name in theme.stylesheets),
        scripts=tuple(addresses[name] for name in theme.scripts),
        boot_scripts=tuple(addresses[name] for name in theme.boot_scripts),
        assets=addresses,
        options=theme.options,
        dyes=theme.dyes,
        letters={str(dye): str(letter) for dye, letter in letters.items()} if isinstance(letters, Mapping) else {},
        inks=dict(_inks(theme.extra.get("inks"))),
        paid={code: words[_PAID] for code, words in theme.strings.items() if _PAID in words},
    )


def _inks(dyes: object) -> Iterator[tuple[str, Inks]]:
    """The colours of each dye that names all of them."""
    for name, inks in dyes.items() if isinstance(dyes, Mapping) else ():
        colours = [inks.get(field.name) for field in fields(Inks)] if isinstance(inks, Mapping) else []
        if colours and all(isinstance(colour, str) and is_colour(colour) for colour in colours):
            yield name, Inks(**{field.name: inks[field.name] for field in fields(Inks)})


def page_sheets(theme: Theme, assets: Sequence[ThemeAsset], own: str) -> tuple[ThemeAsset, ...]:
    """What every page links to: the theme's style sheets and the site's `own` rules behind them, as one file.

    Each by itself where one of them imports another: an import counts only at the head of a file.
    """
    by_name = {asset.name: asset for asset in assets}
    files = all_assets(theme.layers)
    if any("@import" in files[name].text for name in theme.stylesheets):
        sheets = tuple(by_name[name] for name in theme.stylesheets)
        return (*sheets, _sheet("own.css", own)) if own else sheets
    parts = [
        rewrite_css(name, files[name].text, lambda used: _from_assets(by_name[used])) for name in theme.stylesheets
    ]
    return (_sheet("theme.css", "\n".join([*parts, own])),)


def _from_assets(asset: ThemeAsset) -> str:
    return posixpath.relpath(asset.output, "assets")


def _sheet(name: str, text: str) -> ThemeAsset:
    content = text.encode()
    digest = hashlib.blake2b(content, digest_size=4).hexdigest()
    return ThemeAsset(name=name, output=_output(name, digest), content=content)


def _publish(
    files: Mapping[str, ThemeFile], name: str, trail: tuple[str, ...], published: dict[str, ThemeAsset]
) -> None:
    """Puts the asset into `published`, those it refers to before it."""
    if name in published:
        return
    if name in trail:
        circle = " -> ".join((*trail[trail.index(name) :], name))
        raise CannotGoOn((fault("theme/cycle", files[trail[-1]].path, value=circle),))
    content = files[name].content
    if is_style_sheet(name):
        text = files[name].text
        for use in css_references(name, text):
            _publish(files, use.name, (*trail, name), published)
        folder = posixpath.dirname(_output(name, ""))
        content = rewrite_css(name, text, lambda used: posixpath.relpath(published[used].output, folder)).encode()
    digest = hashlib.blake2b(content, digest_size=4).hexdigest()
    published[name] = ThemeAsset(name=name, output=_output(name, digest), content=content)


def _output(name: str, digest: str) -> str:
    if name.startswith(STATIC):
        return name.removeprefix(STATIC)
    stem, extension = posixpath.splitext(name)
    return f"assets/{stem}.{digest}{extension}"
