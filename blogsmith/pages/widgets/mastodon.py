"""A Mastodon thread: replies to the post that announced this one, shown from the snapshot."""

from blogsmith.pages.widgets.provider import Csp, Options, Provider, Thread, Widget


def _widget(thread: Thread, options: Options) -> Widget:
    return Widget(link=thread.mention)


def _csp(options: Options) -> Csp:
    return {}


PROVIDER = Provider(
    id="mastodon",
    name="Mastodon",
    third_party=True,
    options=(),
    widget=_widget,
    csp=_csp,
    contract="docs.joinmastodon.org, methods/statuses, context, as known in 2026-11",
)
