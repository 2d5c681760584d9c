"""The sections of `config.toml` that bound what is published, and say where to: `[limits]`, `[security]`, `[build]`."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any, ClassVar, Literal

from blogsmith.model.frozen import frozen

_STRICT: dict[str, Any] = {"strict": True, "extra": "forbid"}


@frozen
class LimitConfig:
    """`[limits]`: what is refused because of its size."""

    __pydantic_config__: ClassVar = _STRICT

    source_kb: int = 256
    """Largest Markdown file, in KiB."""
    front_matter_kb: int = 16
    """Largest front matter, in KiB."""
    nesting: int = 40
    """Deepest nesting of lists, quotes and emphasis."""
    page_mb: int = 2
    """Largest page that is published, in MiB."""
    asset_mb: int = 50
    """Largest image or file that is published, in MiB."""


@frozen
class SecurityConfig:
    """`[security]`: what pages may run and fetch beside the blog's own files."""

    __pydantic_config__: ClassVar = _STRICT

    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Further sources by directive of the Content-Security-Policy: `script-src = ["https://example.com"]`."""


@frozen
class BuildConfig:
    """`[build]`: what is written and where."""

    __pydantic_config__: ClassVar = _STRICT

    output: str = "public"
    """Folder of the built site, from the site's root."""
    publish: Literal["exchange", "in-place"] = "exchange"
    """`exchange`: the new site takes the old one's place in one step. `in-place`: file by file, for an output folder
    that is a mount point or a volume: pictures and styles first, then pages, then feeds and home pages; what is gone
    goes last. A build that is killed on the way leaves whole files, old and new, and the next one ends the work."""
    hosts: tuple[Literal["netlify", "nginx", "apache"], ...] = ("netlify",)
    """Hosts to write redirects and headers for: `_redirects` and `_headers`, `redirects.nginx.conf` and
    `headers.nginx.conf`, `.htaccess`."""
