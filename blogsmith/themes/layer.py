"""The files of a theme, read and not yet understood: one Layer a folder, the strongest first."""

from collections.abc import Mapping, Sequence

from blogsmith.model.frozen import frozen

HOOKS = (
    "head_extra",
    "body_start",
    "header_extra",
    "post_header",
    "post_footer",
    "comments",
    "sidebar",
    "footer_extra",
    "list_footer",
)
"""Every place where a site may add markup of its own: `themes/local/hooks/NAME.html`."""

HOOK = "hook:"
"""How the addresses of hooks begin."""

MACHINE = "machine/"
"""How the names of blogsmith's own templates begin; no theme replaces them."""

STATIC = "static/"
"""Files under `assets/static/` are published at the root, under their own names."""


@frozen
class ThemeFile:
    """One file of a theme."""

    name: str
    """Path in its folder: `partials/card.html` in `templates/`."""
    path: str
    """For messages: from the site's root, or `blogsmith:default/templates/post.html`."""
    content: bytes

    @property
    def text(self) -> str:
        """The content as text, without BOM, lines ending in LF."""
        return self.content.decode("utf-8-sig").replace("\r\n", "\n")


@frozen
class Layer:
    """One folder of files; what stands in it covers what stands in weaker layers."""

    path: str
    """For messages: `themes/local`, `blogsmith:default`."""
    templates: Mapping[str, ThemeFile]
    assets: Mapping[str, ThemeFile]
    strings: Mapping[str, ThemeFile]
    """By file name: `ko.toml`."""
    hooks: Mapping[str, ThemeFile]
    """By file name: `comments.html`."""


@frozen
class Found:
    """A template and the layer it was found in."""

    layer: int
    file: ThemeFile
    hook: bool = False

    @property
    def address(self) -> str:
        """The engine's name for it, since two layers may have a file of one name: `0:a.html`, `hook:comments`."""
        return f"{HOOK}{self.file.name.removesuffix('.html')}" if self.hook else f"{self.layer}:{self.file.name}"


PARENT = "parent:"
"""`{% extends "parent:post.html" %}`: the template that the one of this name covers."""


def find_template(layers: Sequence[Layer], name: str, *, at: int = -1) -> Found | None:
    """The strongest template called `name`, as seen from layer `at`; None where there is none."""
    start = 0
    if name.startswith(PARENT):
        name, start = name.removeprefix(PARENT), at + 1
    if name.startswith(MACHINE):
        start = len(layers) - 1
    for index in range(start, len(layers)):
        file = layers[index].templates.get(name)
        if file is not None:
            return Found(layer=index, file=file)
    return None


def find_hook(layers: Sequence[Layer], name: str) -> Found | None:
    """The site's own markup for a hook; None where it has none."""
    file = layers[0].hooks.get(f"{name}.html")
    return Found(layer=0, file=file, hook=True) if file else None


def template_names(layers: Sequence[Layer]) -> tuple[str, ...]:
    """The name of every template of every layer, sorted."""
    return tuple(sorted({name for layer in layers for name in layer.templates}))


def all_assets(layers: Sequence[Layer]) -> dict[str, ThemeFile]:
    """Every asset by its name, the strongest of each name."""
    assets: dict[str, ThemeFile] = {}
    for layer in reversed(layers):
        assets |= layer.assets
    return dict(sorted(assets.items()))
