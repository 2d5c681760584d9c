"""Webmentions: other sites' answers, received by webmention.io and shown from the snapshot."""

from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, text


def _widget(thread: Thread, options: Options) -> Widget:
    endpoint = f"https://webmention.io/{text(options, 'domain')}/webmention"
    return Widget(link=endpoint, link_rel="webmention")


def _csp(options: Options) -> Csp:
    return {}


PROVIDER = Provider(
    id="webmention",
    name="webmention.io",
    third_party=True,
    options=(Option(name="domain", example='"blog.example.com"', pattern=r"[\w.-]+"),),
    widget=_widget,
    csp=_csp,
    contract="W3C Webmention, 2017-01-12, 3.1.2; github.com/aaronpk/webmention.io, README, as known in 2026-11",
)
