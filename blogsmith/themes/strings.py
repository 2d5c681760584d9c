"""The words of a theme: `strings/LANG.toml` of every layer becomes one flat table a language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from blogsmith.model.diagnostic import Checked, Diagnostic
from blogsmith.text.particles import with_particles
from blogsmith.text.patterns import pattern
from blogsmith.themes.faults import fault, line_of, read_toml
from blogsmith.themes.layer import Layer, ThemeFile

Strings = Mapping[str, Mapping[str, str]]
"""By language, then by dotted key."""

_PLACEHOLDER = pattern(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_LANGUAGE = pattern(r"([a-z]{2,8}(?:-[a-z0-9]{1,8})*)\.toml")


class MissingStringError(Exception):
    """A template asks for a key that no file has."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class MissingFactError(Exception):
    """A string has a placeholder that the template does not fill."""

    def __init__(self, key: str, fact: str) -> None:
        super().__init__(key, fact)
        self.key = key
        self.fact = fact


def placeholders(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(_PLACEHOLDER.findall(text))


def fill_in(key: str, text: str, facts: Mapping[str, object]) -> str:
    """`text` with its placeholders replaced; Markup where a fact is markup, so that the rest of it is escaped once.

    Raises MissingFactError.
    """
    missing = placeholders(text) - facts.keys()
    if missing:
        raise MissingFactError(key, min(missing))
    if any(hasattr(fact, "__html__") for fact in facts.values()):
        return Markup(with_particles(_PLACEHOLDER.sub(lambda match: escape(facts[match[1]]), str(escape(text)))))
    return with_particles(_PLACEHOLDER.sub(lambda match: str(facts[match[1]]), text))


def missing_string(path: str, line: int | None, *, key: str, language: str, known: Iterable[str]) -> Diagnostic:
    """A template asks for a string that is not there: theme/missing-string."""
    return fault("theme/missing-string", path, line=line, known=known, variant="template", value=key, language=language)


def missing_fact(path: str, line: int | None, *, key: str, language: str, name: str) -> Diagnostic:
    """A template leaves a placeholder of a string open: theme/missing-fact."""
    return fault("theme/missing-fact", path, line=line, value=name, key=key, language=language)


def read_strings(layers: Sequence[Layer], languages: Sequence[str]) -> Checked[Strings]:
    """The strings of each of `languages`; each key of any layer and language stands in each of them.

    Reports theme/toml, theme/type, theme/string-file and theme/missing-string.
    """
    faults: list[Diagnostic] = []
    strings: dict[str, dict[str, str]] = {language: {} for language in languages}
    origins: dict[str, ThemeFile] = {}
    for layer in layers:
        for name, file in layer.strings.items():
            match = _LANGUAGE.fullmatch(name)
            if not match:
                known = (f"{language}.toml" for language in languages)
                faults.append(fault("theme/string-file", file.path, value=name, known=known))
                continue
            table = strings.setdefault(match[1], {})
            for key, text in _read_file(file, faults).items():
                table.setdefault(key, text)
                origins.setdefault(key, file)
    faults.extend(_missing(strings, languages, origins))
    return Checked(value={language: strings[language] for language in languages}, diagnostics=tuple(faults))


def _read_file(file: ThemeFile, faults: list[Diagnostic]) -> Mapping[str, str]:
    read = read_toml(file.text, file.path)
    faults.extend(read.diagnostics)
    flat: dict[str, str] = {}
    for key, value in _flat(read.value):
        if isinstance(value, str):
            flat[key] = value
        else:
            line = line_of(file.text, key.rpartition(".")[2])
            faults.append(fault("theme/type", file.path, line=line, value=key, variant="text"))
    return flat


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, object]]:
    pairs: list[tuple[str, object]] = []
    for key, value in table.items():
        pairs.extend(_flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(f"{prefix}{key}", value)])
    return pairs


def _missing(
    strings: Mapping[str, Mapping[str, str]], languages: Sequence[str], origins: Mapping[str, ThemeFile]
) -> list[Diagnostic]:
    faults = []
    for language in languages:
        table = strings[language]
        path = f"themes/local/strings/{language}.toml"
        if origins and not table:
            faults.append(fault("theme/missing-string", path, value=language, variant="language"))
            continue
        for key, file in origins.items():
            if key not in table:
                faults.append(
                    fault("theme/missing-string", path, known=table, value=key, language=language, file=file.path)
                )
    return faults
