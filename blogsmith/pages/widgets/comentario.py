"""Comentario: a server of one's own, grown out of Commento."""

from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, element, origin, plan, text


def _widget(thread: Thread, options: Options) -> Widget:
    host = text(options, "server")
    attributes = {
        "page-id": thread.key,
        "lang": thread.language,
        "theme": "light",
        "live-update": "false",
    }
    return Widget(
        mount=element("comentario-comments", attributes),
        plan=plan(
            f"{host}/comentario.js",
            ready="comentario-comments:defined",
            on_theme={"element": "comentario-comments", "attribute": "theme", "value": "{scheme}"},
        ),
    )


def _csp(options: Options) -> Csp:
    host = origin(text(options, "server"))
    return {"script-src": (host,), "style-src": (host,), "connect-src": (host,), "img-src": (host,)}


PROVIDER = Provider(
    id="comentario",
    name="Comentario",
    third_party=False,
    options=(Option(name="server", example='"https://comments.example.com"', kind="url"),),
    widget=_widget,
    csp=_csp,
    contract="gitlab.com/comentario/comentario, comentario-comments.ts, 00abd29, 2026-11; never run against a server",
)
