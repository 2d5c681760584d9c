"""Comments of a Guestbook server. Guestbook is made up: the file shows what a provider of your own looks like."""

import json
from datetime import datetime

from blogsmith.model.comments import Comment, PulledThread
from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, element, origin, plan, text


def _widget(thread: Thread, options: Options) -> Widget:
    server = text(options, "server")
    attributes = {
        "data-thread": thread.key,  # `/p/<id>`: never the URL, which may change
        "data-title": thread.title,
        "data-language": thread.language,
        "data-tone": text(options, "tone"),
    }
    return Widget(
        mount=element("guest-book", attributes),
        plan=plan(
            f"{server}/guestbook.js",
            ready="guest-book:defined",
            on_theme={"element": "guest-book", "attribute": "data-scheme", "value": "{scheme}"},
        ),
        link=f"{server}/read?thread={thread.key}",
    )


def _csp(options: Options) -> Csp:
    server = origin(text(options, "server"))
    return {"script-src": (server,), "connect-src": (server,)}


def _read_export(content: bytes) -> tuple[PulledThread, ...]:
    """`{"/p/robot": [{"no": 1, "who": "Kim", "when": "2026-03-13T12:00:00+00:00", "html": "<p>Hi</p>"}]}`.

    Nothing has to be cleaned here: blogsmith does that with whatever it is given.
    """
    return tuple(
        PulledThread(key=key, source="guestbook", comments=tuple(_comment(entry) for entry in entries))
        for key, entries in json.loads(content).items()
    )


def _comment(entry: dict[str, str]) -> Comment:
    return Comment(
        id=f"guestbook:{entry['no']}",
        parent="",
        author=entry["who"],
        date=datetime.fromisoformat(entry["when"]),
        text=entry["html"],
        url="",
        source="guestbook",
    )


PROVIDER = Provider(
    id="guestbook",
    name="Guestbook",
    third_party=False,
    options=(
        Option(name="server", example='"https://guestbook.example.com"', kind="url"),
        Option(name="tone", example='"quiet"', default="quiet", choices=("quiet", "loud")),
    ),
    widget=_widget,
    csp=_csp,
    read_export=_read_export,
    contract="this file, 2026-11",
)
