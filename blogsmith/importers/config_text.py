"""The text of the new site's `config.toml`, from what an importer knows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from blogsmith.model.frozen import frozen
from blogsmith.model.publishing import LimitConfig
from blogsmith.model.words import Text


@frozen
class NewSite:
    """What an importer knows of a site."""

    title: str
    description: str = ""
    base_url: str = ""
    language: str = "en"
    languages: Sequence[str] = ()
    time_zone: str = "UTC"
    categories: Mapping[str, Text] = field(default_factory=dict)
    """Label by id."""
    series: Mapping[str, str] = field(default_factory=dict)
    """Title by id."""
    since: date | None = None
    """Day of the import: older posts are not held to the house rules."""
    source_kb: int = 0
    """Size of the largest Markdown file; the limit is raised where it would refuse that one."""
    front_matter_kb: int = 0
    """Size of the largest front matter."""


def config_text(site: NewSite) -> str:
    """`config.toml`: what differs from the defaults, and the keys that an editor sets first."""
    lines = ["[site]", f"title = {toml_value(site.title)}"]
    if site.description:
        lines.append(f"description = {toml_value(site.description)}")
    address = toml_value(site.base_url) if site.base_url else '"https://blog.example.com/"'
    lines += [
        f"{'' if site.base_url else '# '}base_url = {address}",
        f"language = {toml_value(site.language)}",
        f"languages = {toml_value(list(site.languages))}",
        f"time_zone = {toml_value(site.time_zone)}",
    ]
    for name, label in site.categories.items():
        lines += ["", f"[categories.{name}]", f"label = {toml_value(label)}"]
    for name, title in site.series.items():
        lines += ["", f"[series.{name}]", f"title = {toml_value(title)}"]
    if site.since is not None:
        lines += ["", "[policy]", "# Posts dated before this day are not held to the house rules."]
        lines.append(f'since = "{site.since.isoformat()}"')
    return "\n".join([*lines, *_limits(site), ""])


def toml_value(value: Any) -> str:
    """Texts, numbers, lists and flat tables as TOML has them, which is nearly as JSON has them."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {toml_value(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(toml_value(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _limits(site: NewSite) -> list[str]:
    usual = LimitConfig()
    sizes = (
        ("source_kb", site.source_kb, usual.source_kb),
        ("front_matter_kb", site.front_matter_kb, usual.front_matter_kb),
    )
    keys = [f"{key} = {size + 1}" for key, size, limit in sizes if size >= limit]
    return ["", "[limits]", *keys] if keys else []
