"""Every comment provider that comes with blogsmith, in one table."""

from blogsmith.pages.widgets import (
    artalk,
    comentario,
    disqus,
    giscus,
    hyvor,
    isso,
    mastodon,
    remark42,
    utterances,
    waline,
    webmention,
)
from blogsmith.pages.widgets.provider import Provider

PROVIDERS: tuple[Provider, ...] = (
    giscus.PROVIDER,
    utterances.PROVIDER,
    disqus.PROVIDER,
    remark42.PROVIDER,
    isso.PROVIDER,
    waline.PROVIDER,
    artalk.PROVIDER,
    hyvor.PROVIDER,
    comentario.PROVIDER,
    webmention.PROVIDER,
    mastodon.PROVIDER,
)
