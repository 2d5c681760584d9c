"""Asks providers for what readers wrote: the one place where blogsmith speaks to another machine."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from urllib.parse import quote, urlencode

from blogsmith.comments.disqus import read_disqus
from blogsmith.comments.giscus import read_giscus
from blogsmith.comments.isso import read_isso
from blogsmith.comments.mastodon import context_url, read_mastodon
from blogsmith.comments.waline import read_waline
from blogsmith.comments.webmention import read_webmentions
from blogsmith.model.comments import PulledThread
from blogsmith.model.frozen import frozen

_LONGEST_ANSWER = 20 * 1024 * 1024
_SECONDS = 20

EXPORTS: dict[str, Callable[[bytes], tuple[PulledThread, ...]]] = {
    "giscus": read_giscus,
    "disqus": read_disqus,
    "waline": read_waline,
}
"""Providers whose comments come as a file, and who reads it."""

ASKED = ("isso", "webmention", "mastodon")
"""Providers that are asked."""


class PullError(Exception):
    """A provider gave no answer, or none that is understood."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url, self.reason = url, reason


@frozen
class Wanted:
    """A thread to ask for."""

    key: str
    short_url: str
    """Absolute."""
    urls: tuple[str, ...]
    """Absolute URL of the post, and those it had before."""
    mention: str
    """Its post on Mastodon; empty where it has none."""


def pull_isso(server: str, wanted: Iterable[Wanted], *, user_agent: str) -> Iterator[PulledThread]:
    """Every thread of an Isso server. Raises PullError."""
    for thread in wanted:
        url = f"{server.rstrip('/')}/?{urlencode({'uri': thread.key})}"
        yield _read(url, partial(read_isso, key=thread.key, short_url=thread.short_url), _get(url, user_agent))


def pull_webmentions(wanted: Iterable[Wanted], *, user_agent: str) -> Iterator[PulledThread]:
    """What webmention.io holds for every address that a post has or had. Raises PullError."""
    for thread in wanted:
        targets = "&".join(f"target[]={quote(url, safe='')}" for url in (thread.short_url, *thread.urls))
        url = f"https://webmention.io/api/mentions.jf2?per-page=1000&{targets}"
        yield _read(url, partial(read_webmentions, key=thread.key), _get(url, user_agent))


def pull_mastodon(wanted: Iterable[Wanted], *, user_agent: str) -> Iterator[PulledThread]:
    """The replies to every post that was announced on Mastodon. Raises PullError."""
    for thread in wanted:
        url = context_url(thread.mention)
        if url:
            answer = _get(url, user_agent)
            yield _read(url, partial(read_mastodon, key=thread.key, post=thread.mention), answer)


def _read(url: str, read: Callable[[bytes], PulledThread], answer: bytes) -> PulledThread:
    try:
        return read(answer)
    except (ValueError, KeyError, TypeError, OverflowError, OSError) as error:
        raise PullError(url, f"not understood: {error}") from error


def _get(url: str, user_agent: str) -> bytes:
    """The answer's bytes. A server that knows no such address is a wrong address, never an empty thread."""
    request = urllib.request.Request(url, headers={"User-Agent": user_agent, "Accept": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            content: bytes = answer.read(_LONGEST_ANSWER + 1)
    except urllib.error.HTTPError as error:
        raise PullError(url, f"HTTP {error.code}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise PullError(url, str(getattr(error, "reason", error)) or type(error).__name__) from error
    if len(content) > _LONGEST_ANSWER:
        raise PullError(url, "the answer is too long")
    return content
