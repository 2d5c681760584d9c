"""Isso: a small server of one's own; comments need no account."""

from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, element, origin, plan, text


def _widget(thread: Thread, options: Options) -> Widget:
    host = text(options, "server")
    attributes = {
        "data-isso": f"{host}/",
        "data-isso-lang": thread.language.partition("-")[0],
        "data-isso-avatar": "false",
        "data-isso-vote": str(bool(options["votes"])).lower(),
        "data-isso-css": "false",
    }
    mount = {"id": "isso-thread", "data-isso-id": thread.key, "data-title": thread.title}
    return Widget(
        mount=element("div", mount),
        plan=plan(
            f"{host}/js/embed.min.js",
            ready="#isso-thread .isso-postbox",
            attributes=attributes,
            amend={".isso-thread-heading": {"aria-level": "3"}},
        ),
        link=f"{host}/feed?uri={thread.key}",
    )


def _csp(options: Options) -> Csp:
    host = origin(text(options, "server"))
    return {"script-src": (host,), "connect-src": (host,)}


PROVIDER = Provider(
    id="isso",
    name="Isso",
    third_party=False,
    options=(
        Option(name="server", example='"https://comments.example.com"', kind="url"),
        Option(name="votes", example="false", kind="boolean", default=False),
    ),
    widget=_widget,
    csp=_csp,
    contract="isso-comments.de, docs/reference/client-config, 2026-05-05; isso 0.14.0, run by the tests",
)
