"""An inbox as text, JSON, a calendar or a page: what the desk reads, and what reminds it."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, date, timedelta
from html import escape
from itertools import count, groupby

from blogsmith.desk.inbox import Inbox, Waiting

Say = Callable[..., str]
"""`say(key, **facts)`: the words of the desk's language."""

FORMATS = ("text", "json", "ics", "html")
_LONGEST_TEXT = 160
_LONGEST_LINE = 75
"""Octets of a line. Source: RFC 5545, 3.1."""
_STYLE = """\
:root { color-scheme: light dark; --line: light-dark(#d8dfe0, #30373b); --bad: light-dark(#b3261e, #ff9a8f) }
:root { --ink: light-dark(#14191c, #e8edee); --ink-2: light-dark(#434e53, #b6c0c4) }
:root { --ink-3: light-dark(#5c676c, #98a4a9) }
body { max-width: 60rem; margin: 0 auto; padding: 2.5rem clamp(1.25rem, 4vw, 3rem) 4rem; color: var(--ink) }
body { background: light-dark(#fff, #111416); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere }
:lang(ko) { word-break: keep-all }
h1, h2, h3, p, ul, blockquote { margin: 0; padding: 0 }
ul { list-style: none }
h1 { font-size: clamp(1.625rem, 4vw, 2.125rem); line-height: 1.35; letter-spacing: -.02em; text-wrap: balance }
h2 { margin-top: 2.5rem; padding: .75rem 0 .5rem; border-top: 2px solid; font-size: 1.25rem; line-height: 1.4 }
h3 { font-size: 1rem; line-height: 1.5 }
li { display: grid; grid-template-columns: 10rem minmax(0, 1fr); gap: .25rem 1.5rem; padding: 1rem 0 }
li { border-top: 1px solid var(--line) }
li:last-child { border-bottom: 1px solid var(--line) }
time { font-variant-numeric: tabular-nums; white-space: nowrap }
.due { font-weight: 700 }
.late { color: var(--bad) }
.late::before { content: ""; display: inline-block; width: 9px; height: 9px; margin-inline-end: 8px }
.late::before { background: var(--bad) }
.figures { margin-top: .5rem; color: var(--ink-2); text-wrap: pretty }
.who { color: var(--ink-3); font-size: .875rem }
blockquote { margin-top: .5rem; color: var(--ink-2) }
a { display: inline-block; margin-top: .25rem; padding: .5rem 0; color: inherit; font-weight: 700 }
a { text-underline-offset: 3px }
:focus-visible { outline: 3px solid; outline-offset: 3px }
@media (forced-colors: active) { .late::before { forced-color-adjust: none } }
@media (max-width: 40rem) { li { grid-template-columns: minmax(0, 1fr) } .due:empty { display: none } }
"""


def as_text(inbox: Inbox, say: Say) -> str:
    """One paragraph a person."""
    lines = [say("inbox-title") if inbox.waiting else say("inbox-empty")]
    for person, items in _by_person(inbox.waiting, say):
        lines += ["", f"{person}:"]
        for item in items:
            late = f"  [{say('inbox-late')}]" if item.overdue else ""
            lines += [f"  {item.id}  {_head(item, say)}{late}", f"    {_cut(item.text)}", f"    {item.url}"]
    return "\n".join((*lines, "", figures(inbox, say), ""))


def as_json(inbox: Inbox) -> str:
    """`{at, waiting: […], answered, in_time, median, overdue}`; times are ISO 8601."""
    table = {**asdict(inbox), "overdue": inbox.overdue}
    return json.dumps(table, ensure_ascii=False, indent=1, default=_iso) + "\n"


def as_ics(inbox: Inbox, say: Say, *, host: str) -> str:
    """A calendar with a whole day for each comment that waits: the last one of the promise. Source: RFC 5545."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//blogsmith//desk inbox//EN"]
    for item in inbox.waiting:
        day = item.due or item.date.date()
        summary = f"{_person(item, say)}: {_head(item, say)}"
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_escaped(item.id)}@{host}",
            f"DTSTAMP:{inbox.at.astimezone(UTC).strftime('%Y%m%dT%H%M%SZ')}",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(summary)}",
            f"DESCRIPTION:{_escaped(_cut(item.text))}",
            f"URL:{item.url}",
            "END:VEVENT",
        ]
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def as_html(inbox: Inbox, say: Say, *, language: str) -> str:
    """A page of its own, to look at or to mail."""
    title = escape(say("inbox-title") if inbox.waiting else say("inbox-empty"))
    parts = [
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">',
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>',
        '<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">',
        f"<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>",
        f'<h1>{title}</h1>\n<p class="figures">{escape(figures(inbox, say))}</p>',
    ]
    numbers = count(1)
    for person, items in _by_person(inbox.waiting, say):
        parts.append(f"<h2>{escape(person)}</h2>\n<ul>")
        parts += [_item(item, f"p{next(numbers)}", say) for item in items]
        parts.append("</ul>")
    parts.append("</main>\n</body>\n</html>\n")
    return "\n".join(parts)


def _item(item: Waiting, name: str, say: Say) -> str:
    """One comment of the page; `name` is an id for its heading."""
    due = say("inbox-due", date=f"<time>{item.due:%Y-%m-%d}</time>") if item.due else ""
    late = f'<br>\n<span class="late">{escape(say("inbox-late"))}</span>' if item.overdue else ""
    return (
        f'<li>\n<p class="due">{due}{late}</p>\n<div>\n<h3 id="{name}">{escape(item.title)}</h3>\n'
        f'<p class="who">{escape(item.author or say("inbox-somebody"))} · <time>{item.date:%Y-%m-%d}</time></p>\n'
        f"<blockquote>{escape(_cut(item.text))}</blockquote>\n"
        f'<a href="{escape(item.url)}" aria-describedby="{name}">{escape(say("inbox-answer"))}</a>\n</div>\n</li>'
    )


def figures(inbox: Inbox, say: Say) -> str:
    """How the blog answers, as a whole."""
    facts = {"answered": inbox.answered, "waiting": len(inbox.waiting), "overdue": inbox.overdue}
    if inbox.median is None:
        return say("inbox-figures-none", **facts)
    return say("inbox-figures", count=inbox.median, in_time=inbox.in_time, median=f"{inbox.median:g}", **facts)


def _by_person(waiting: Iterable[Waiting], say: Say) -> Iterator[tuple[str, tuple[Waiting, ...]]]:
    for person, items in groupby(waiting, key=lambda item: _person(item, say)):
        yield person, tuple(items)


def _person(item: Waiting, say: Say) -> str:
    if not item.responder:
        return say("inbox-nobody")
    return say("inbox-covers", name=item.responder, absent=item.absent) if item.absent else item.responder


def _head(item: Waiting, say: Say) -> str:
    facts = {"author": item.author or say("inbox-somebody"), "title": item.title, "date": f"{item.date:%Y-%m-%d}"}
    return say("inbox-waits", due=f"{item.due:%Y-%m-%d}", **facts) if item.due else say("inbox-waits-open", **facts)


def _cut(text: str) -> str:
    """The beginning of a text, up to a space where there is one."""
    if len(text) <= _LONGEST_TEXT:
        return text
    beginning = text[: _LONGEST_TEXT - 1]
    return f"{beginning.rpartition(' ')[0] or beginning}…"


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _escaped(text: str) -> str:
    """Source: RFC 5545, 3.3.11."""
    for character, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(character, escaped)
    return text


def _folded(line: str) -> str:
    """No line is longer than 75 octets, and no character is cut."""
    pieces, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST_LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += character
        size += width
    return "\r\n".join(pieces)
