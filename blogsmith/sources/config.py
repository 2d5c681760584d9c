"""`config.toml` becomes a Config, or every fault in it is told at once."""

import re
import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from blogsmith.model.config import Config, ConfigFile
from blogsmith.model.diagnostic import CannotGoOn, Diagnostic, Severity
from blogsmith.model.source import Location, SourcePath
from blogsmith.sources.encoding import decode
from blogsmith.sources.files import read_plain_file
from blogsmith.sources.schema import validate
from blogsmith.sources.shape import Ground
from blogsmith.sources.toml_places import toml_places
from blogsmith.text.patterns import pattern
from blogsmith.text.suggest import nearest

_LANGUAGE = pattern(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.ASCII)
_RANGES = {
    ("lists", "per_page"): (1, 500),
    ("lists", "related"): (0, 20),
    ("feeds", "items"): (1, 500),
    ("markdown", "toc_depth"): (2, 6),
    ("markdown", "syllables_per_minute"): (50, 2000),
    ("markdown", "words_per_minute"): (20, 1000),
    ("limits", "source_kb"): (1, 100_000),
    ("limits", "front_matter_kb"): (1, 1_000),
    ("limits", "nesting"): (5, 60),
    ("limits", "page_mb"): (1, 100),
    ("limits", "asset_mb"): (1, 10_000),
}
_DIRECTIVES = tuple(
    f"{name}-src" for name in ("script", "style", "img", "font", "media", "connect", "frame", "manifest", "worker")
)
_SOURCE = pattern(r"(https?|wss?)://(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?(/[\w./-]*)?|'self'|data:|blob:", re.ASCII)
"""A host, or what an `img` or a worker may need; never a word that lets inline code run. Source: CSP Level 3, 2.3.1."""
_PLACEHOLDERS = {"post": {"slug", "id", "category", "year", "month", "day"}, "page": {"slug"}}


def read_config(path: Path, *, shown_as: str, unsaved: str | None = None) -> ConfigFile:
    """The site's config. Raises CannotGoOn with config/missing, toml, encoding or every fault of its values.

    `unsaved`: a text that counts in place of what the disk has.
    """
    try:
        content = read_plain_file(path) if unsaved is None else unsaved.encode("utf-8", "surrogatepass")
    except FileNotFoundError as error:
        raise CannotGoOn((_whole("config/missing", shown_as),)) from error
    except OSError as error:
        reason = (("reason", error.strerror or "unknown"),)
        raise CannotGoOn((_whole("file/unreadable", shown_as, reason),)) from error
    decoded = decode(SourcePath(shown_as), content)
    if decoded.value is None:
        raise CannotGoOn(decoded.diagnostics)
    table = _parse(decoded.value.text, shown_as)
    places = toml_places(decoded.value.text)
    ground = Ground(path=shown_as, family="config", values=places, keys=places)
    checked = validate(Config, table, ground, zone=ZoneInfo("UTC"))
    config = checked.value
    faults = checked.diagnostics if config is None else tuple(_value_faults(config, ground))
    if config is None or faults:
        raise CannotGoOn(tuple(faults))
    return ConfigFile(config=config, path=shown_as, places=places)


def _parse(text: str, shown_as: str) -> dict[str, Any]:
    try:
        return {key: _plain(value) for key, value in tomllib.loads(text).items()}
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 1)
        said = re.sub(r" \(at .*\)$", "", str(error))
        location = Location(path=shown_as, line=line, column=column)
        fault = Diagnostic(rule="config/toml", severity=Severity.ERROR, location=location, facts=(("reason", said),))
        raise CannotGoOn((fault,)) from error


def _plain(value: Any) -> Any:
    """TOML's own dates and times as text, as front matter has them."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _value_faults(config: Config, ground: Ground) -> list[Diagnostic]:
    """Faults of values of the right type. Reports config/range, url, source, time-zone, language, permalink, id."""
    faults = [*_range_faults(config, ground), *_permalink_faults(config, ground)]
    if not _is_site_url(config.site.base_url):
        faults.append(ground.fault("url", ("site", "base_url"), ("value", config.site.base_url)))
    faults += _zone_faults(config, ground)
    faults += _security_faults(config, ground)
    for code in config.languages:
        if not _LANGUAGE.fullmatch(code):
            key = "language" if code == config.site.language else "languages"
            faults.append(ground.fault("language", ("site", key), ("value", code)))
    for family, ids in (("categories", config.categories), ("series", config.series)):
        faults += [
            ground.fault("id", (family, name), ("value", name), key=True)
            for name in ids
            if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        ]
    return faults


def _is_site_url(text: str) -> bool:
    try:
        url = urlsplit(text)
    except ValueError:
        return False
    return url.scheme in ("http", "https") and bool(url.netloc) and not url.query and not url.fragment


def _security_faults(config: Config, ground: Ground) -> list[Diagnostic]:
    faults = []
    for directive, sources in config.security.sources.items():
        path: tuple[str | int, ...] = ("security", "sources", directive)
        if directive not in (*_DIRECTIVES, "form-action"):
            near = nearest(directive, _DIRECTIVES)
            facts = (("value", directive), *((("suggestion", near),) if near else ()))
            faults.append(ground.fault("source", path, *facts, key=True, variant="directive"))
        faults += [
            ground.fault("source", (*path, index), ("value", source))
            for index, source in enumerate(sources)
            if not _SOURCE.fullmatch(source) or (source in ("data:", "blob:") and directive == "script-src")
        ]
    return faults


def _zone_faults(config: Config, ground: Ground) -> list[Diagnostic]:
    name = config.site.time_zone
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = nearest(name, available_timezones())
        facts = (("value", name), *((("suggestion", near),) if near else ()))
        return [ground.fault("time-zone", ("site", "time_zone"), *facts)]
    return []


def _range_faults(config: Config, ground: Ground) -> list[Diagnostic]:
    faults = []
    for (section, key), (low, high) in _RANGES.items():
        value = getattr(getattr(config, section), key)
        if not low <= value <= high:
            faults.append(ground.fault("range", (section, key), ("value", value), ("low", low), ("high", high)))
    return faults


def _permalink_faults(config: Config, ground: Ground) -> list[Diagnostic]:
    faults = []
    for key, known in _PLACEHOLDERS.items():
        shape: str = getattr(config.permalinks, key)
        used = set(re.findall(r"\{([^{}]*)\}", shape))
        plain = re.sub(r"\{[^{}]*\}", "x", shape)
        if not re.fullmatch(r"/([\w-]+/)+", plain) or used - known or not used & {"slug", "id"}:
            facts = (("value", shape), ("known", " ".join(f"{{{name}}}" for name in sorted(known))))
            faults.append(ground.fault("permalink", ("permalinks", key), *facts))
    return faults


def _whole(rule: str, path: str, facts: tuple[tuple[str, str], ...] = ()) -> Diagnostic:
    return Diagnostic(rule=rule, severity=Severity.ERROR, location=Location(path=path), facts=facts)
