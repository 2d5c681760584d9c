"""Which URLs a writer may use: an allow-list, since a list of bad schemes is never whole."""

from enum import Enum

from markdown_it.common.normalize_url import normalizeLink

from blogsmith.text.patterns import pattern

_SCHEME = pattern(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_IGNORED = pattern(r"[\x00-\x20\x7f]+")
"""Browsers drop these before they read the scheme. Source: WHATWG URL, 4.4."""


class UrlKind(Enum):
    """What a link leads to."""

    WEB = "web"
    """`http:`, `https:`."""
    CONTACT = "contact"
    """`mailto:`, `tel:`."""
    POST = "post"
    """`post:ID`."""
    OWN = "own"
    """A path or an anchor of this site."""
    REFUSED = "refused"
    """Any other scheme, and `//host/path`."""


_KINDS = {
    "http": UrlKind.WEB,
    "https": UrlKind.WEB,
    "mailto": UrlKind.CONTACT,
    "tel": UrlKind.CONTACT,
    "post": UrlKind.POST,
}


def url_kind(url: str) -> UrlKind:
    """What `url` leads to, read as a browser would."""
    bare = _IGNORED.sub("", url).replace("\\", "/")
    if bare.startswith("//"):
        return UrlKind.REFUSED
    match = _SCHEME.match(bare)
    return UrlKind.OWN if match is None else _KINDS.get(match[1].lower(), UrlKind.REFUSED)


def url_scheme(url: str) -> str:
    """The scheme in lower case with its colon; `//` where the URL names a host without one."""
    match = _SCHEME.match(_IGNORED.sub("", url))
    return match[1].lower() + ":" if match else "//"


def encoded(url: str) -> str:
    """`url` with everything percent-encoded that must be; a host name in Punycode."""
    return normalizeLink(_IGNORED.sub(lambda match: "%20" * len(match.group()), url))
