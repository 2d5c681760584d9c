"""The text of a `theme.toml` becomes a Manifest, or diagnostics: one for each fault."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from blogsmith.model.diagnostic import Checked, Diagnostic
from blogsmith.model.frozen import frozen
from blogsmith.themes.faults import fault, line_of, read_toml

OptionValue = str | int | bool


@frozen
class Option:
    """`[options.KEY]`: something a site may tell its theme."""

    type: str
    """`text`, `integer` or `boolean`."""
    default: OptionValue
    description: str = ""
    choices: tuple[OptionValue, ...] = ()
    """The closed list of values; empty where any value of the type will do."""

    def takes(self, value: object) -> bool:
        """Whether `value` is of the option's type."""
        return _is_of(value, self.type)


@frozen
class Manifest:
    """A whole `theme.toml`. None: not said, so the parent's counts."""

    name: str = ""
    extends: str = ""
    options: Mapping[str, Option] = field(default_factory=dict)
    stylesheets: tuple[str, ...] | None = None
    scripts: tuple[str, ...] | None = None
    boot_scripts: tuple[str, ...] | None = None
    dyes: tuple[str, ...] | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


_TESTS: Mapping[str, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "texts": lambda value: isinstance(value, list) and all(isinstance(item, str) for item in value),
    "list": lambda value: isinstance(value, list),
    "table": lambda value: isinstance(value, dict),
    "any": lambda _value: True,
}
_OPTION_TYPES = ("text", "integer", "boolean")
_KEYS = {
    "name": "text",
    "extends": "text",
    "options": "table",
    "stylesheets": "texts",
    "scripts": "texts",
    "boot_scripts": "texts",
    "dyes": "texts",
    "extra": "table",
}
_OPTION_KEYS = {"type": "text", "default": "any", "description": "text", "choices": "list"}


def read_manifest(text: str, path: str) -> Checked[Manifest]:
    """What a `theme.toml` says; what is wrong in it is left out.

    Reports theme/toml, theme/unknown-key, theme/type, theme/missing-key, theme/option-default.
    """
    read = read_toml(text, path)
    faults = [*read.diagnostics]
    table = _checked_keys(read.value, _KEYS, text, path, faults)
    options = {}
    for key, entry in table.pop("options", {}).items():
        option = _read_option(key, entry, text, path, faults)
        if option:
            options[key] = option
    said: dict[str, Any] = {key: tuple(value) if _KEYS[key] == "texts" else value for key, value in table.items()}
    return Checked(value=Manifest(options=options, **said), diagnostics=tuple(faults))


def _checked_keys(
    table: Mapping[str, Any], shapes: Mapping[str, str], text: str, path: str, faults: list[Diagnostic]
) -> dict[str, Any]:
    """The part of `table` that `shapes` allows; reports theme/unknown-key and theme/type."""
    kept = {}
    for key, value in table.items():
        line = line_of(text, key)
        if key not in shapes:
            faults.append(fault("theme/unknown-key", path, line=line, value=key, known=shapes))
        elif not _is_of(value, shapes[key]):
            faults.append(fault("theme/type", path, line=line, value=key, variant=shapes[key]))
        else:
            kept[key] = value
    return kept


def _read_option(key: str, entry: object, text: str, path: str, faults: list[Diagnostic]) -> Option | None:
    line = line_of(text, key)
    if not isinstance(entry, dict):
        faults.append(fault("theme/type", path, line=line, value=f"options.{key}", variant="table"))
        return None
    before = len(faults)
    table = _checked_keys(entry, _OPTION_KEYS, text, path, faults)
    missing = [name for name in ("type", "default") if name not in entry]
    faults.extend(fault("theme/missing-key", path, line=line, value=name, key=f"options.{key}") for name in missing)
    if len(faults) > before:
        return None
    if table["type"] not in _OPTION_TYPES:
        faults.append(fault("theme/option-type", path, line=line, value=table["type"], known=_OPTION_TYPES, key=key))
        return None
    option = Option(**{**table, "choices": tuple(table.get("choices", ()))})
    wrong = [value for value in (option.default, *option.choices) if not option.takes(value)]
    if wrong or (option.choices and option.default not in option.choices):
        value = str(wrong[0] if wrong else option.default)
        variant = "" if wrong else "choices"
        faults.append(fault("theme/option-default", path, line=line, value=value, key=key, variant=variant))
        return None
    return option


def _is_of(value: object, shape: str) -> bool:
    return _TESTS[shape](value)


def choose_options(
    options: Mapping[str, Option], chosen: Mapping[str, OptionValue]
) -> Checked[Mapping[str, OptionValue]]:
    """Each option's value: the site's, else its default. Reports theme/option in `config.toml`."""
    values: dict[str, OptionValue] = {key: option.default for key, option in options.items()}
    faults = []
    for key, value in chosen.items():
        option = options.get(key)
        if option is None:
            faults.append(fault("theme/option", "config.toml", value=key, known=options))
        elif not option.takes(value):
            faults.append(fault("theme/option", "config.toml", value=key, variant=option.type))
        elif option.choices and value not in option.choices:
            choices = tuple(str(choice) for choice in option.choices)
            faults.append(_not_a_choice(key, str(value), choices))
        else:
            values[key] = value
    return Checked(value=values, diagnostics=tuple(faults))


def _not_a_choice(key: str, value: str, choices: tuple[str, ...]) -> Diagnostic:
    listed = ", ".join(choices)
    return fault("theme/option", "config.toml", known=choices, variant="choices", value=value, key=key, choices=listed)
