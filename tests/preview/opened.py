"""A site in a folder becomes a session that looks at it, as `blogsmith serve` would."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from blogsmith.pipeline.request import Request
from blogsmith.preview.session import Session

NOW = datetime(2026, 6, 1, 12, 0)


def request(root: Path) -> Request:
    """What such a session is asked for."""
    return Request(root=root, config=root / "config.toml", now=NOW)


def opened(root: Path, *, as_published: bool = False, now: Callable[[], datetime] = lambda: NOW) -> Session:
    """A session that has looked once."""
    request = Request(root=root, config=root / "config.toml", now=now(), live_comments=as_published, jobs=1)
    return Session(request, now=now, as_published=as_published)


def text_of(session: Session, output: str) -> str:
    """The text that is served at an output path; empty where there is none."""
    served = session.serve(output)
    return served.rendered.content.decode() if served.rendered is not None else ""
