"""Hyvor Talk: a hosted service without advertisements, paid for."""

from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, element, plan

_HOST = "https://talk.hyvor.com"


def _widget(thread: Thread, options: Options) -> Widget:
    attributes = {
        "website-id": str(options["website_id"]),
        "page-id": thread.key,
        "page-title": thread.title,
        "page-url": thread.short_url,
        "page-language": thread.language,
        "colors": "light",
    }
    return Widget(
        mount=element("hyvor-talk-comments", attributes),
        plan=plan(
            f"{_HOST}/embed/embed.js",
            module=True,
            ready="hyvor-talk-comments:defined",
            on_theme={"element": "hyvor-talk-comments", "attribute": "colors", "value": "{scheme}"},
        ),
    )


def _csp(options: Options) -> Csp:
    return {
        "script-src": (_HOST,),
        "style-src": ("'unsafe-inline'",),
        "connect-src": (_HOST, "wss://talk.hyvor.com"),
        "img-src": (_HOST,),
        "frame-src": (_HOST,),
    }


PROVIDER = Provider(
    id="hyvor",
    name="Hyvor Talk",
    third_party=True,
    options=(Option(name="website_id", example="1234", kind="integer"),),
    widget=_widget,
    csp=_csp,
    contract="github.com/hyvor/hyvor-talk-libraries, comments.ts, 000a007, read 2026-11; never run against the service",
)
