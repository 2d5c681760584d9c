"""What is wrong with a theme becomes a Diagnostic of the family `theme/`."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from blogsmith.model.diagnostic import Checked, Diagnostic, Fact, Severity
from blogsmith.model.source import Location
from blogsmith.text.patterns import pattern
from blogsmith.text.suggest import nearest

_TOML_PLACE = pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def fault(
    rule: str,
    path: str,
    *,
    line: int | None = None,
    known: Iterable[str] = (),
    variant: str = "",
    **facts: Fact,
) -> Diagnostic:
    """An error; the one of `known` that is nearest to the fact `value` becomes the fact `suggestion`."""
    near = nearest(str(facts.get("value", "")), known)
    if near and near != facts.get("value"):
        facts["suggestion"] = near
    location = Location(path=path, line=line)
    return Diagnostic(
        rule=rule, severity=Severity.ERROR, location=location, facts=tuple(facts.items()), variant=variant
    )


def as_warning(diagnostic: Diagnostic) -> Diagnostic:
    """The same, for what can be passed over."""
    return replace(diagnostic, severity=Severity.WARNING)


@lru_cache(maxsize=64)
def read_toml(text: str, path: str) -> Checked[Mapping[str, Any]]:
    """The table of a TOML text; empty with a report of theme/toml where it is none."""
    try:
        return Checked(value=tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        message = _TOML_PLACE.sub("", str(error))
        return Checked(value={}, diagnostics=(fault("theme/toml", path, line=line, message=message),))


def line_of(text: str, key: str) -> int | None:
    """The first line of a TOML text that sets `key` or opens a table of that name."""
    before = r"""^[ \t]*(?:\[[^\]\n]*|(?:[\w-]+\.)*)["']?\b"""
    match = re.search(rf"""{before}{re.escape(key)}["']?[ \t]*[=.\]]""", text, re.MULTILINE)
    return text.count("\n", 0, match.start()) + 1 if match else None
