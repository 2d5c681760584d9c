"""The words of a link name another host than the one it leads to.

A service's short addresses lead to the service itself. The list of those was put together on 2026-11-28 from what the
services say of their own addresses; a site adds the hosts of one owner to it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import unquote, urlsplit

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.options import words
from blogsmith.policy.rule import Byline, Finding, Option, Options, rule
from blogsmith.text.hosts import covers, host_of, lies_in, readable
from blogsmith.text.patterns import pattern
from blogsmith.text.urls import UrlKind, url_kind

_NAMED = pattern(r"(?:https?://|www\.)(?P<host>[^\s/:?#]+\.[^\s/:?#]+)", re.IGNORECASE)
_BARE = pattern(
    r"(?P<host>(?:[a-z0-9-]+\.)+(?:com|net|org|edu|gov|mil|kr|jp|cn|eu|uk|de|fr|se|fi|no|example))(?:/\S*)?"
)
"""A link text that is a host and no more. In lower case: `Booking.com` is a company's name."""
_ADDRESS = pattern(r"=(?P<url>https?://[^&]+)")
_ARCHIVES = frozenset({"web.archive.org", "archive.org", "archive.ph", "archive.today", "archive.is"})
_REDIRECTORS = frozenset(
    ("google.com", "l.facebook.com", "l.instagram.com", "safelinks.protection.outlook.com", "urldefense.com")
)
"""Hosts that lead on to the address in their query: what is copied from mails and documents."""
_SAME_OWNER = (
    *("twitter.com x.com t.co pic.twitter.com", "youtube.com youtu.be", "facebook.com fb.com fb.me fb.watch"),
    *("instagram.com instagr.am ig.me", "linkedin.com lnkd.in", "pinterest.com pin.it", "reddit.com redd.it"),
    *("google.com goo.gl forms.gle g.co g.page", "maps.app.goo.gl maps.google.com", "github.com git.io"),
    *("microsoft.com aka.ms", "apple.com apple.co", "amazon.com amzn.to a.co", "flickr.com flic.kr"),
    *("telegram.org telegram.me t.me", "whatsapp.com wa.me", "discord.com discord.gg", "spotify.com spoti.fi"),
    *(
        "naver.com naver.me",
        "kakao.com kko.to",
        "coupang.com coupa.ng",
        "nytimes.com nyti.ms",
        "bbc.com bbc.co.uk bbc.in",
    ),
    *("whitehouse.gov wh.gov", "wikipedia.org w.wiki"),
)
"""Hosts of one owner, a service and its own short addresses, in one text each."""
_MOST_WORDS = 8
"""In a longer text, a whole post of a network that is a link, an address is part of what is told."""


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    own = host_of(byline.site.config.site.base_url)
    owners = _owners(words(options, "same_owner"))
    for link in byline.document.links:
        named = _host_named(link.text)
        if not named or url_kind(link.target) not in (UrlKind.WEB, UrlKind.OWN, UrlKind.POST):
            continue
        target = host_of(link.target) or own
        owned = any(lies_in(named, hosts) and lies_in(target, hosts) for hosts in owners)
        if not covers(named, target) and not owned and not _leads_on(link.target, target, named):
            variant = "" if host_of(link.target) else "own"
            facts = (("value", named), ("host", target))
            yield Finding(location=byline.within(link.place), facts=facts, variant=variant)


def _leads_on(url: str, host: str, named: str) -> bool:
    """Whether a web archive or a redirector shows the host that was named."""
    parts = urlsplit(url)
    if host in _ARCHIVES:
        return named in parts.path
    found = _ADDRESS.search(unquote(parts.query)) if lies_in(host, _REDIRECTORS) else None
    return found is not None and covers(named, host_of(found["url"]))


@cache
def _owners(listed: Sequence[str]) -> Sequence[Sequence[str]]:
    return [hosts.lower().split() for hosts in listed]


def _host_named(text: str) -> str:
    """The host that a link's words name; empty where they name none, or say much else besides."""
    if "." not in text:
        return ""
    found = _NAMED.search(text) or _BARE.fullmatch(text.strip())
    if found is None or len(text.split()) > _MOST_WORDS:
        return ""
    return readable(found["host"]).removeprefix("www.").rstrip(".,)")


RULE = rule("safety/misleading-link", Severity.WARNING, Option(name="same_owner", default=_SAME_OWNER))(_findings)
