"""Waline: a server of one's own; its script comes from this site, not from a CDN."""

from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, origin, plan, text

_LANGUAGES = {
    "de": "de",
    "en": "en-US",
    "es": "es",
    "fr": "fr-FR",
    "ja": "jp-JP",
    "ko": "ko-KR",
    "ru": "ru-RU",
    "vi": "vi-VN",
}


def _widget(thread: Thread, options: Options) -> Widget:
    settings = {
        "el": "#waline",
        "serverURL": text(options, "server"),
        "path": thread.key,
        "lang": _LANGUAGES.get(thread.language.partition("-")[0], "en-US"),
        "login": text(options, "login"),
        "emoji": False,
        "search": False,
        "imageUploader": False,
        "texRenderer": False,
    }
    return Widget(
        mount='<div id="waline"></div>',
        plan=plan(
            str(options["script"]), ready="#waline > *", call=("Waline.init", settings), style=str(options["style"])
        ),
    )


def _csp(options: Options) -> Csp:
    """Light and dark come from the theme's `comments.css`: Waline's own `dark` would need inline styles."""
    return {
        "script-src": (origin(str(options["script"])),),
        "style-src": (origin(str(options["style"])),),
        "connect-src": (origin(text(options, "server")),),
    }


PROVIDER = Provider(
    id="waline",
    name="Waline",
    third_party=False,
    options=(
        Option(name="server", example='"https://comments.example.com"', kind="url"),
        Option(name="script", example='"/waline/waline.umd.js"', kind="address", default="/waline/waline.umd.js"),
        Option(name="style", example='"/waline/waline.css"', kind="address", default="/waline/waline.css"),
        Option(name="login", example='"disable"', default="disable", choices=("enable", "disable", "force")),
    ),
    widget=_widget,
    csp=_csp,
    contract="waline.js.org, reference/client/props, 2026-08-07",
)
