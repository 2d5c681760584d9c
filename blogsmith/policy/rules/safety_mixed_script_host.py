"""The host of a link mixes letters of scripts that do not belong together.

Source: Unicode Technical Standard 39, 5.2, "highly restrictive": one script, or Latin beside Han with kana, Hangul or
bopomofo. A host wholly in look-alikes of another script is not found this way.
"""

import unicodedata
from collections.abc import Iterator

from blogsmith.model.diagnostic import Severity
from blogsmith.policy.rule import Byline, Finding, Options, rule
from blogsmith.text.hosts import host_of

_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)
_OTHER_NAMES = {"KATAKANA-HIRAGANA": "KATAKANA", "HALFWIDTH": "KATAKANA", "FULLWIDTH": "LATIN", "IDEOGRAPHIC": "CJK"}


def _findings(byline: Byline, options: Options) -> Iterator[Finding]:
    for link in byline.document.links:
        if link.target.isascii() and "xn--" not in link.target.lower():
            continue
        host = host_of(link.target)
        for label in host.split("."):
            scripts = _scripts(label)
            if len(scripts) > 1 and not any(scripts <= allowed for allowed in _TOGETHER):
                facts = (("value", host), ("scripts", ", ".join(sorted(name.title() for name in scripts))))
                yield Finding(location=byline.within(link.place), facts=facts)
                break


def _scripts(label: str) -> frozenset[str]:
    """The scripts of a label's letters, by the first word of their Unicode names."""
    first = (unicodedata.name(char, "UNKNOWN").split()[0] for char in label if char.isalpha())
    return frozenset(_OTHER_NAMES.get(name, name) for name in first)


RULE = rule("safety/mixed-script-host", Severity.WARNING)(_findings)
