"""The words of a link name another host than the one it leads to."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.hosts import covers, host_of, readable
from blogsmith.policy.rule import Byline, Finding, Options, rule
from blogsmith.text.urls import UrlKind, url_kind

_NAMED = re.compile(r"(?:https?://|www\.)(?P<host>[^\s/:?#]+\.[^\s/:?#]+)", re.IGNORECASE)
_BARE = re.compile(
    r"(?P<host>(?:[a-z0-9-]+\.)+(?:com|net|org|edu|gov|mil|kr|jp|cn|eu|uk|de|fr|se|fi|no|example))(?:/\S*)?"
)
"""A link text that is a host and no more. In lower case: `Booking.com` is a company's name."""
_ARCHIVES = frozenset({"web.archive.org", "archive.org", "archive.ph", "archive.today", "archive.is"})


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    own = host_of(byline.site.config.site.base_url)
    for link in byline.document.links:
        named = _host_named(link.text)
        if not named or url_kind(link.target) not in (UrlKind.WEB, UrlKind.OWN, UrlKind.POST):
            continue
        target = host_of(link.target) or own
        if not covers(named, target) and not (target in _ARCHIVES and named in urlsplit(link.target).path):
            facts = (("value", named), ("host", target))
            yield Finding(location=byline.within(link.place), facts=facts)


def _host_named(text: str) -> str:
    """The host that a link's words name; empty where they name none."""
    if "." not in text:
        return ""
    found = _NAMED.search(text) or _BARE.fullmatch(text.strip())
    return readable(found["host"]).removeprefix("www.").rstrip(".,)") if found else ""


RULE = rule("safety/misleading-link", Severity.WARNING)(_findings)
