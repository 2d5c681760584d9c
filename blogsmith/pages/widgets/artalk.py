"""Artalk: a server of one's own."""

from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, origin, plan, spoken, text

_NO_AVATAR = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E#"
"""Artalk asks Gravatar for every face, with a digest of the mail address; so it is told to ask for nothing."""

_LANGUAGES = frozenset({"en", "fr", "ja", "ko", "ru", "zh-cn", "zh-tw"})


def _widget(thread: Thread, options: Options) -> Widget:
    host = text(options, "server")
    settings = {
        "el": "#artalk",
        "server": host,
        "site": text(options, "site"),
        "pageKey": thread.key,
        "pageTitle": thread.title,
        "locale": spoken(thread.language, _LANGUAGES),
        "darkMode": "{dark}",
        "emoticons": False,
        "imgUpload": False,
        "pvAdd": False,
        "gravatar": {"mirror": _NO_AVATAR, "params": ""},
    }
    return Widget(
        mount='<div id="artalk"></div>',
        plan=plan(
            f"{host}/dist/Artalk.js",
            ready="#artalk > *",
            call=("Artalk.init", settings),
            style=f"{host}/dist/Artalk.css",
            on_theme={"method": "setDarkMode", "with": "{dark}"},
        ),
    )


def _csp(options: Options) -> Csp:
    host = origin(text(options, "server"))
    return {"script-src": (host,), "style-src": (host,), "connect-src": (host,), "img-src": (host,)}


PROVIDER = Provider(
    id="artalk",
    name="Artalk",
    third_party=False,
    options=(
        Option(name="server", example='"https://comments.example.com"', kind="url"),
        Option(name="site", example='"blog"'),
    ),
    widget=_widget,
    csp=_csp,
    contract="artalk.js.org, guide/frontend/config, 2026-07-25; github.com/ArtalkJS/Artalk, defaults.ts, 20be96f",
)
