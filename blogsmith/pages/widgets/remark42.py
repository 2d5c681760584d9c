"""Remark42: a server of one's own, one binary."""

from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, origin, plan, spoken, text

_SPOKEN = "ar be bg bp cs da de en es fa fi fr it ja ko pl pt ru tr ua vi zh"
_LANGUAGES = frozenset(_SPOKEN.split())


def _widget(thread: Thread, options: Options) -> Widget:
    host = text(options, "server")
    settings = {
        "host": host,
        "site_id": text(options, "site_id"),
        "url": thread.first_url,
        "page_title": thread.title,
        "components": ["embed"],
        "locale": spoken(thread.language, _LANGUAGES),
        "theme": "{scheme}",
        "no_footer": True,
    }
    return Widget(
        mount='<div id="remark42"></div>',
        plan=plan(
            f"{host}/web/embed.mjs",
            module=True,
            ready="#remark42 iframe",
            values={"remark_config": settings},
            on_theme={"call": "REMARK42.changeTheme", "with": "{scheme}"},
        ),
    )


def _csp(options: Options) -> Csp:
    host = origin(text(options, "server"))
    return {
        "script-src": (host,),
        "style-src": (host,),
        "connect-src": (host,),
        "img-src": (host,),
        "frame-src": (host,),
    }


PROVIDER = Provider(
    id="remark42",
    name="Remark42",
    third_party=False,
    options=(
        Option(name="server", example='"https://comments.example.com"', kind="url"),
        Option(name="site_id", example='"blog"'),
    ),
    widget=_widget,
    csp=_csp,
    contract="remark42.com, docs/configuration/frontend, 2026-08-22",
)
