"""Disqus: a hosted service that shows advertisements and follows readers, so it waits for a click."""

from blogsmith.pages.widgets.provider import Csp, Option, Options, Provider, Thread, Widget, plan, text


def _widget(thread: Thread, options: Options) -> Widget:
    settings = {
        "page.identifier": thread.key,
        "page.url": thread.short_url,
        "page.title": thread.title,
        "language": thread.language.partition("-")[0],
    }
    return Widget(
        mount='<div id="disqus_thread"></div>',
        plan=plan(
            f"https://{text(options, 'shortname')}.disqus.com/embed.js",
            ready="#disqus_thread iframe",
            configure={"disqus_config": settings},
            on_theme={"call": "DISQUS.reset", "with": {"reload": True}},
        ),
    )


def _csp(options: Options) -> Csp:
    own = f"https://{text(options, 'shortname')}.disqus.com"
    return {
        "script-src": (own, "https://c.disquscdn.com", "https://disqus.com"),
        "style-src": ("https://c.disquscdn.com", "'unsafe-inline'"),
        "img-src": ("https://c.disquscdn.com", "https://referrer.disqus.com"),
        "connect-src": (own, "https://disqus.com", "https://links.services.disqus.com"),
        "frame-src": ("https://disqus.com",),
    }


PROVIDER = Provider(
    id="disqus",
    name="Disqus",
    third_party=True,
    options=(Option(name="shortname", example='"example-blog"', pattern="[a-z0-9-]+"),),
    widget=_widget,
    csp=_csp,
    contract="docs.disqus.com, Universal Embed Code, as known in 2026-11; never run against the service",
)
