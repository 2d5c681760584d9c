"""The references of a style sheet to other assets: found, and rewritten to where those are published."""

import posixpath
import re
from collections.abc import Callable, Iterator

from blogsmith.model.frozen import frozen
from blogsmith.text.patterns import pattern
from blogsmith.themes.layer import STATIC

_REFERENCE = pattern(
    r"""/\*.*?\*/
    |(?P<url>\burl\(\s*)(?:"(?P<double>[^"\n]*)"|'(?P<single>[^'\n]*)'|(?P<bare>[^\s"'()]+))(?P<end>\s*\))
    |(?P<import>@import\s+)(?:"(?P<double2>[^"\n]*)"|'(?P<single2>[^'\n]*)')""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_ELSEWHERE = pattern(r"[a-z][a-z0-9+.-]*:|/|#|\?|$", re.IGNORECASE)
"""Whole URLs, site paths, and fragments of the sheet itself."""


@frozen
class Reference:
    """One asset that a style sheet names."""

    name: str
    """Path in `assets/`."""
    line: int


def is_style_sheet(name: str) -> bool:
    """Whether the asset is read as CSS; what stands in `static/` is published as it is."""
    return name.endswith(".css") and not name.startswith(STATIC)


def css_references(name: str, text: str) -> Iterator[Reference]:
    """Every asset that the style sheet `name` refers to, in order."""
    for match in _REFERENCE.finditer(text):
        target = _target(match)
        if target is not None:
            yield Reference(name=_resolved(name, target), line=text.count("\n", 0, match.start()) + 1)


def rewrite_css(name: str, text: str, place: Callable[[str], str]) -> str:
    """The style sheet with each reference replaced by `place(name of the asset)`; query and fragment stay."""

    def replaced(match: re.Match[str]) -> str:
        target = _target(match)
        if target is None:
            return match[0]
        tail = target[len(_path(target)) :]
        url = f'"{place(_resolved(name, target))}{tail}"'
        return f"{match['import']}{url}" if match["import"] else f"{match['url']}{url}{match['end']}"

    return _REFERENCE.sub(replaced, text)


def _target(match: re.Match[str]) -> str | None:
    """What is referred to; None for comments and for what is no asset of the theme."""
    groups = (match[group] for group in ("double", "single", "bare", "double2", "single2"))
    target = next((group for group in groups if group is not None), None)
    return None if target is None or _ELSEWHERE.match(target) else target


def _path(target: str) -> str:
    return re.split(r"[?#]", target, maxsplit=1)[0]


def _resolved(name: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), _path(target)))
