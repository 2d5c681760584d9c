"""What the preview adds to a page on its way to the browser: a script, a style sheet, and what may run."""

import json
import re
from collections.abc import Iterable, Mapping
from html import escape

from blogsmith.preview.guard import TOOLS
from blogsmith.text.patterns import pattern

_HEAD = pattern(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "frame-src https://www.youtube-nocookie.com https://player.vimeo.com",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Of every answer: nothing runs but files of the site and of the preview, and nothing is sent elsewhere, so that no
comment reaches a live thread. A video that is clicked on may play. Source: Content Security Policy Level 3."""


def dressed(page: bytes, facts: Mapping[str, object], *, script: str = "live") -> bytes:
    """A page with the preview's script, which finds `facts` beside it. The page's own bytes stay as they are."""
    sheet = "marks" if script == "live" else script
    added = (
        f'<link rel="stylesheet" href="{TOOLS}assets/{sheet}.css" data-blogsmith>'
        f'<script src="{TOOLS}assets/{script}.js" type="module" data-blogsmith'
        f' data-facts="{escape(json.dumps(facts, ensure_ascii=False))}"></script>'
    ).encode()
    head = _HEAD.search(page)
    at = head.end() if head is not None else 0
    return page[:at] + added + page[at:]


def blank(language: str, title: str, facts: Mapping[str, object], *, script: str = "live") -> bytes:
    """A page of the preview's own, for where the site has none to show."""
    page = (
        f'<!DOCTYPE html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="icon" href="data:,"></head><body></body></html>'
    )
    return dressed(page.encode(), facts, script=script)


def notice(language: str, title: str, lines: Iterable[str], done: int, count: int) -> bytes:
    """A page that says what is going on, with a bar where `count` is not 0."""
    bar = f'<progress value="{done}" max="{count}" aria-label="{escape(title)}"></progress>' if count else ""
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        f'<!DOCTYPE html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="{TOOLS}assets/notice.css"></head>'
        f'<body><main role="status"><h1>{escape(title)}</h1>{bar}{said}</main></body></html>'
    ).encode()
