"""A Hugo shortcode tag (`{{< name key="value" >}}`) as a value. Source: gohugo.io, Shortcodes."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from blogsmith.model.frozen import frozen

SHORTCODE = r"\{\{<[^\ufdd0-\ufdef]*?>\}\}|\{\{%[^\ufdd0-\ufdef]*?%\}\}"
"""For use within a larger pattern."""

REF, FILE = "hugo-ref:", "hugo-file:"
"""Stand before an address that a shortcode asked Hugo for: of a page, of a file."""

_ESCAPED = re.compile(r"\{\{([<%])/\*(.*)\*/([>%])\}\}", re.DOTALL)
_TAG = re.compile(r"\{\{[<%]\s*(?P<close>/?)\s*(?P<name>[\w./-]*\w)?(?P<rest>.*?)(?P<alone>/?)[>%]\}\}", re.DOTALL)
_VALUE = re.compile(
    r"""(?:(?P<key>[\w-]+)\s*=\s*)?(?:"(?P<double>(?:\\.|[^"\\])*)"|`(?P<raw>[^`]*)`|(?P<bare>[^\s"`=]+))""", re.DOTALL
)
_FILE_WORDS = ("file", "asset", "static", "img", "image", "download", "attachment")


@frozen
class ShortcodeTag:
    """One tag: it opens, closes, or stands alone; which of these it does shows only when its partner is found."""

    name: str
    values: Mapping[str, str]
    """By key; without one by position: `"0"`, `"1"`."""
    closes: bool
    alone: bool
    """True for `{{< name />}}`."""
    escaped: bool
    """True where the text only shows how a shortcode is written; then `raw` is what it shows."""
    raw: str

    @property
    def first(self) -> str:
        """The first value that has no key, else the first of all."""
        return self.values.get("0") or next(iter(self.values.values()), "")


def read_shortcode(raw: str) -> ShortcodeTag:
    """The tag that stands in `raw`; an empty name where it is none."""
    escaped = _ESCAPED.fullmatch(raw)
    if escaped:
        shown = f"{{{{{escaped[1]}{escaped[2]}{escaped[3]}}}}}"
        return ShortcodeTag(name="", values={}, closes=False, alone=True, escaped=True, raw=shown)
    match = _TAG.fullmatch(raw)
    if match is None:
        return ShortcodeTag(name="", values={}, closes=False, alone=True, escaped=False, raw=raw)
    return ShortcodeTag(
        name=(match["name"] or "").lower(),
        values=_values(match["rest"]),
        closes=bool(match["close"]),
        alone=bool(match["alone"]),
        escaped=False,
        raw=raw,
    )


def address_of(tag: ShortcodeTag) -> str:
    """The address that a tag within a link stands for, percent-encoded but for its anchor."""
    value = tag.values.get("path") or tag.values.get("file") or tag.values.get("src") or tag.first
    scheme = FILE if any(word in tag.name for word in _FILE_WORDS) else REF
    if re.match(r"(?:[a-z]+:)?//|mailto:", value):
        return quote(value, safe="/.:#?&=-_~%@+,;!$'*")
    return scheme + quote(value, safe="/.:#?&=-_~%@+,;!$'*")


def _values(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    position = 0
    for match in _VALUE.finditer(text):
        value = match["raw"] if match["raw"] is not None else match["bare"]
        if match["double"] is not None:
            value = re.sub(r'\\(["\\])', r"\1", match["double"])
        key = match["key"]
        if key is None:
            key, position = str(position), position + 1
        found.setdefault(key.lower(), (value or "").strip())
    return found
