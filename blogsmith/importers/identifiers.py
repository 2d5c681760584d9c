"""Names of another site become ids, slugs and addresses that are allowed here, each of them once."""

import hashlib
import re
import unicodedata
from base64 import b32encode
from collections.abc import Container
from urllib.parse import unquote

from blogsmith.text.slug import slugify

_INITIALS = "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h"
_VOWELS = "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i"
_FINALS = ",k,k,k,n,n,n,t,l,l,l,l,l,l,l,l,m,p,p,t,t,ng,t,t,k,t,p,t"
"""Letters of a Hangul syllable in its code's order. Source: Revised Romanization, letter by letter."""
_OWN_WORDS = frozenset(
    ["page", "category", "tag", "tags", "series", "author", "authors", "archive", "p", "search", "assets", "static"]
)
"""Addresses that blogsmith makes itself."""


def ascii_id(text: str, *, longest: int = 64) -> str:
    """`[a-z0-9]+(-[a-z0-9]+)*` for a name in any script, Hangul romanised; a digest of it where no letter remains."""
    latin = "".join(_romanised(char) for char in unicodedata.normalize("NFC", text))
    bare = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", bare.replace("'", "")).strip("-")
    if not name:
        return f"n-{digest(text)}"
    return name if len(name) <= longest else f"{name[: longest - 7].strip('-')}-{digest(text)}"


def digest(text: str) -> str:
    """Six characters that are always the same for `text`."""
    return b32encode(hashlib.blake2b(text.encode(), digest_size=4).digest()).decode().lower()[:6]


def unique_id(text: str, origin: str, taken: Container[str]) -> str:
    """An id for `text` unlike any in `taken`; `origin` makes the difference between namesakes."""
    name = ascii_id(text)
    return name if name not in taken else f"{name[:57].strip('-')}-{digest(origin)}"


def slug_for(given: str, otherwise: str) -> str:
    """One plain part of a URL: `given` where it is one, else the nearest that is; from `otherwise` where empty."""
    slug = unicodedata.normalize("NFC", unquote(given)).strip().strip("/").rpartition("/")[2].lower()
    slug = re.sub(r"\.html?$", "", slug)
    if re.fullmatch(r"[^\W_]([\w.~-]*[^\W_])?", slug) and len(slug.encode()) <= 120 and not slug.endswith(".md"):
        return slug
    made = slugify(slug) or slugify(otherwise) or f"n-{digest(otherwise or given)}"
    while len(made.encode()) > 120:
        made = made[:-1].rpartition("-")[0] or made[:40]
    return made


def unique_slug(slug: str, taken: Container[str]) -> str:
    """`slug`, or with the first number that makes it free."""
    candidate, number = slug, 1
    while candidate in taken or candidate in _OWN_WORDS or candidate == "index":
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def own_address(alias: str, home: str) -> str:
    """A former URL as a path of this site: leading and trailing slash, no host, no query; "" where it can be none."""
    path = re.sub(r"^https?://[^/]+", "", alias.strip()).partition("#")[0].partition("?")[0]
    if re.match(r"[a-z][a-z+.-]*:", path):
        return ""
    path = path if path.startswith("/") else home + path
    parts = [unicodedata.normalize("NFC", unquote(part)).strip() for part in path.split("/")]
    parts = [part for part in parts if part]
    if not parts or not all(_is_plain(part) for part in parts):
        return ""
    slash = "" if "." in parts[-1] else "/"
    return "/" + "/".join(parts) + slash


def _is_plain(part: str) -> bool:
    """Whether a part of an address is one on every system."""
    odd = re.search(r"[\s\\?#%:*\"<>|\x00-\x1f\u202a-\u202e\u2066-\u2069]", part)
    reserved = re.fullmatch(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", part, re.IGNORECASE)
    return not (odd or reserved or part.startswith(".") or part.endswith(".") or len(part.encode()) > 200)


def _romanised(char: str) -> str:
    index = ord(char) - 0xAC00
    if not 0 <= index < 11172:
        return char
    places = (_INITIALS, index // 588), (_VOWELS, index % 588 // 28), (_FINALS, index % 28)
    return "".join(letters.split(",")[place] for letters, place in places)
