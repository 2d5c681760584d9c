"""Which host a URL names, and how its labels read once Punycode is undone."""

from collections.abc import Collection
from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """The host of an absolute web URL, in lower case, without `www.`; empty where it names none."""
    if not url.strip().lower().startswith(("http://", "https://")):
        return ""
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return readable(host.removeprefix("www.").rstrip("."))


def readable(host: str) -> str:
    """A host as a reader should see it: `xn--…` labels as the characters they stand for. Source: RFC 3492."""
    return ".".join(_label(label) for label in host.lower().split("."))


def _label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def covers(host: str, other: str) -> bool:
    """Whether one of two hosts is the other or lies within it: `gist.github.com` within `github.com`."""
    return host == other or host.endswith(f".{other}") or other.endswith(f".{host}")


def lies_in(host: str, hosts: Collection[str]) -> bool:
    """Whether a host is one of `hosts` or lies within it."""
    return any(host == known or host.endswith(f".{known}") for known in hosts)
