"""The name of a theme becomes its folder, and those of the themes it extends."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.themes.faults import fault
from blogsmith.themes.files import Folder, read_manifest_file, read_theme_layer
from blogsmith.themes.layer import Layer
from blogsmith.themes.manifest import Manifest, read_manifest


@frozen
class Link:
    """One theme of the chain."""

    layer: Layer
    manifest: Manifest


@frozen
class Shelf:
    """Where themes are looked for."""

    root: Path
    bundled: Path
    installed: Mapping[str, Path]

    def find(self, name: str, *, covered: bool) -> Folder | None:
        """The theme of that name; with `covered` rather the bundled one that the site's own covers."""
        if name not in self.names():
            return None
        places = [
            Folder(path=self.root / "themes" / name, label=f"themes/{name}"),
            Folder(path=self.bundled / name, label=f"blogsmith:{name}"),
        ]
        if name in self.installed:
            places.append(Folder(path=self.installed[name], label=f"installed:{name}"))
        ordered = [*places[1:], places[0]] if covered else places
        return next((place for place in ordered if (place.path / "theme.toml").is_file()), None)

    def names(self) -> tuple[str, ...]:
        """Every theme there is, sorted."""
        manifests = [*(self.root / "themes").glob("*/theme.toml"), *self.bundled.glob("*/theme.toml")]
        return tuple(sorted({*(path.parent.name for path in manifests), *self.installed} - {"local"}))


def read_chain(shelf: Shelf, name: str, faults: list[Diagnostic]) -> Sequence[Link]:
    """The theme, its parent, its parent's parent ... A theme that extends its own name means the bundled one.

    Reports theme/missing, theme/cycle, and what reading a layer and a manifest report.
    """
    chain: list[Link] = []
    trail: list[tuple[Path, str]] = []
    while name:
        folder = shelf.find(name, covered=bool(trail) and trail[-1][1] == name)
        said_in = f"{chain[-1].layer.path}/theme.toml" if chain else "config.toml"
        if folder is None:
            names = shelf.names()
            faults.append(fault("theme/missing", said_in, known=names, value=name, names=", ".join(names)))
            break
        if folder.path in (path for path, _ in trail):
            circle = " -> ".join([*(step for _, step in trail), name])
            faults.append(fault("theme/cycle", said_in, variant="themes", value=circle))
            break
        read = read_manifest(read_manifest_file(folder, faults), f"{folder.label}/theme.toml")
        faults.extend(read.diagnostics)
        chain.append(Link(layer=read_theme_layer(folder, faults), manifest=read.value))
        trail.append((folder.path, name))
        name = read.value.extends
    return chain
