"""What a table is read against: its dataclass, taken apart, and where in its file everything stands."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from blogsmith.model.diagnostic import Diagnostic, Fact, Severity
from blogsmith.model.frozen import frozen
from blogsmith.model.source import Location, Place

Path = tuple[str | int, ...]
Places = Mapping[Path, Place]
UNIONS = (Union, type(int | str))


@frozen
class Ground:
    """What a table is read against: its file, where its keys and values stand, and the family of its rule ids."""

    path: str
    family: str
    """`front-matter` or `config`."""
    values: Places
    keys: Places

    def at(self, path: Path, *, key: bool = False) -> Location:
        """Where `path` stands, or the nearest thing that holds it."""
        places = self.keys if key else self.values
        while path:
            place = places.get(path) or self.values.get(path)
            if place:
                return place.within(self.path)
            path = path[:-1]
        return Location(path=self.path, line=1, column=1)

    def fault(
        self, name: str, path: Path, *facts: tuple[str, Fact], key: bool = False, variant: str = ""
    ) -> Diagnostic:
        """An error at `path`; a `name` without a family is one of this ground's."""
        rule = name if "/" in name else f"{self.family}/{name}"
        location = self.at(path, key=key)
        return Diagnostic(rule=rule, severity=Severity.ERROR, location=location, facts=facts, variant=variant)


@cache
def inner_shapes(shape: Any) -> dict[str, Any]:
    """Shapes under a shape: by field for a dataclass, `*` for a mapping's values, `[]` for a list's items."""
    if shape is None:
        return {}
    if is_dataclass(shape):
        hints = get_type_hints(shape)
        return {field.name: hints[field.name] for field in fields(shape)}
    arguments = get_args(shape)
    if get_origin(shape) in UNIONS:
        return {key: inner for option in arguments for key, inner in inner_shapes(option).items()}
    if get_origin(shape) is tuple:
        return {"[]": arguments[0]}
    return {"*": arguments[1]} if len(arguments) == 2 else {}


def dotted(path: Path) -> str:
    """The keys of a path as they are typed in TOML: `site.title`."""
    return ".".join(str(step) for step in path if isinstance(step, str))
