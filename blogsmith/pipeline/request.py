"""What a trip is asked for."""

import os
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from blogsmith.model.config import Config
from blogsmith.model.frozen import frozen
from blogsmith.pipeline.source_states import Scan


@frozen
class Request:
    """What is asked for. `now` without an offset is in the site's time zone."""

    root: Path
    config: Path
    now: datetime
    out: Path | None = None
    """Instead of `[build] output`."""
    hold_back: bool = False
    """Publish what is sound, leave out the posts that are not."""
    adopt: bool = False
    """Take over an output folder that blogsmith did not make."""
    remember: bool = True
    """Use what earlier trips remembered, and remember this one."""
    verify: bool = False
    """Open every source and every published file, whatever its times say."""
    live_comments: bool = True
    """False in a preview: no page of it can write to a real thread."""
    jobs: int = 0
    """At most so many processes; 0 for one a processor."""
    unsaved: Mapping[str, str] = field(default_factory=dict)
    """What editors hold and have not saved, by path from the root: it counts in place of what the disk has."""
    seen: Scan | None = None
    """The states of all sources, where somebody looked at them before anything was read."""


def live_folder(request: Request, config: Config) -> Path:
    """The folder that is published."""
    wanted = request.out if request.out is not None else request.root / config.build.output
    return Path(os.path.abspath(wanted))  # noqa: PTH100  # not resolved: a link as output folder is refused, not followed


def in_zone(now: datetime, config: Config) -> datetime:
    """A time in the zone of the site; one without an offset is in it already."""
    zone = ZoneInfo(config.site.time_zone)
    return now.replace(tzinfo=zone) if now.tzinfo is None else now.astimezone(zone)


def shown_config(request: Request) -> str:
    """How messages name the config."""
    config, root = request.config, request.root
    return config.relative_to(root).as_posix() if config.is_relative_to(root) else config.name
