"""Tiny themes from one string, and pages to render with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from blogsmith.model.config import ThemeConfig
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic
from blogsmith.model.page import Page
from blogsmith.themes.environment import Filter
from blogsmith.themes.renderer import Renderer
from blogsmith.themes.theme import Theme, load_theme
from tests.site import files_of, write_file

Plain = tuple[str, str, int | None, dict[str, Any]]
"""Rule with variant, path, line, facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TinySite:
    """What `site` is in the views of these tests."""

    title: str = "A blog"
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class TinyView:
    """A page that says as little as a page can."""

    site: TinySite = TinySite()
    title: str = "Hello"
    body: str = "<p>I built it.</p>"
    value: Any = None


def write_theme(root: Path, text: str) -> None:
    """Writes the files of `text`; a path without `themes/` or `bundled/` belongs to the theme `tiny` of the site."""
    for path, body in files_of(text).items():
        own = path.startswith(("themes/", "bundled/"))
        write_file(root, path if own else f"themes/tiny/{path}", body)
    if not (root / "themes/tiny/theme.toml").exists():
        write_file(root, "themes/tiny/theme.toml", "")


def load(
    root: Path,
    text: str = "",
    *,
    languages: tuple[str, ...] = ("en",),
    name: str = "tiny",
    options: Mapping[str, str | int | bool] | None = None,
    installed: Mapping[str, Path] | None = None,
) -> Theme:
    """The theme `name` of the site that `text` adds files to."""
    write_theme(root, text)
    config = ThemeConfig(name=name, options=options or {})
    return load_theme(root, config, languages=languages, bundled=root / "bundled", installed=installed)


def faults(root: Path, text: str = "", **choices: Any) -> list[Plain]:
    """What is wrong with the theme; empty where nothing is."""
    try:
        load(root, text, **choices)
    except CannotGoOn as stop:
        return [plain(item) for item in stop.diagnostics]
    return []


def render(
    root: Path,
    template: str,
    *,
    more: str = "",
    languages: tuple[str, ...] = ("en",),
    filters: Mapping[str, Filter] | None = None,
    **view: Any,
) -> str:
    """`template` as `page.html` of a tiny theme, rendered for TinyView(**view)."""
    theme = load(root, f"-- templates/page.html --\n{template}\n{more.lstrip()}", languages=languages)
    return Renderer(theme, filters=filters).render(tiny_page(**view))


def render_fault(root: Path, template: str, *, more: str = "", **view: Any) -> Plain:
    """What stops this template from being rendered; the fact `page` is left out."""
    try:
        text = render(root, template, more=more, **view)
    except CannotGoOn as stop:
        rule, path, line, facts = plain(stop.diagnostics[0])
        return rule, path, line, {key: value for key, value in facts.items() if key != "page"}
    raise AssertionError(f"rendered: {text}")


def tiny_page(*, template: str = "page.html", output: str = "hello/index.html", **view: Any) -> Page:
    """A page that shows TinyView(**view)."""
    return Page(output=output, template=template, view=TinyView(**view))


def plain(item: Diagnostic) -> Plain:
    """A diagnostic as values to compare."""
    rule = f"{item.rule}@{item.variant}" if item.variant else item.rule
    return rule, item.location.path, item.location.line, dict(item.facts)
