"""What a file's name says: slug, language, and which files are translations of each other."""

import re

from blogsmith.model.frozen import frozen
from blogsmith.text.patterns import pattern
from blogsmith.text.slug import slugify

_DATE_PREFIX = pattern(r"\d{4}-\d\d-\d\d-(?=.)")
_UNSAFE = pattern(
    r"[\s/\\?#%:*\"<>|\x00-\x1f\u202a-\u202e\u2066-\u2069"  # to a URL, to a disk, to a line of text
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0]"
)
"""The second row is what nobody sees: two slugs would look like one. Joiners stay, since Persian words need them."""
_RESERVED = pattern(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@frozen
class FileName:
    """A Markdown file's name, taken apart: `posts/2026/well/index.en.md`."""

    stem: str
    """What a slug is made from: the folder's name for `index.md`, else the file's, without language and date."""
    language: str
    """From the name (`.en.md`); empty where it says none."""
    group: str
    """Path without language and ending: equal for translations that lie side by side."""


def read_name(path: str, languages: tuple[str, ...]) -> FileName:
    """The parts of a path; only the site's own languages count as a language in a name."""
    folder, _, name = path.rpartition("/")
    name = name.removesuffix(".md")
    stem, dot, ending = name.rpartition(".")
    language = ending if dot and ending in languages else ""
    stem = stem if language else name
    group = f"{folder}/{stem}" if folder and stem else folder or stem
    if stem == "index":
        stem = folder.rpartition("/")[2]
    return FileName(stem=_DATE_PREFIX.sub("", stem), language=language, group=group)


def slug_of(stem: str) -> str:
    """The slug that a file's name gives; empty where nothing of it can stand in a URL."""
    return slugify(stem)


def is_safe_slug(slug: str) -> bool:
    """Whether a slug is one plain part of a URL and a file name on every system.

    Source of the reserved names: Windows' naming of files.
    """
    return bool(
        slug
        and len(slug.encode()) <= 200
        and not _UNSAFE.search(slug)
        and not slug.startswith(".")
        and not slug.endswith(".")
        and not _RESERVED.fullmatch(slug)
    )


def is_safe_address(address: str) -> bool:
    """Whether an alias is a path of this site that stays inside it: `/old/address/`."""
    if not address.startswith("/") or address.startswith("//"):
        return False
    parts = address.strip("/").split("/")
    return all(is_safe_slug(part) for part in parts if part) and "//" not in address and address != "/"
