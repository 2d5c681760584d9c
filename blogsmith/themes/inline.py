"""What a template must leave to files: scripts and styles inside the page, which its policy forbids browsers to run."""

import re
from collections.abc import Iterator

from blogsmith.model.frozen import frozen
from blogsmith.text.patterns import pattern

_ENGINE = pattern(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
"""What the engine fills in or takes away; it is blanked, so that its quotes and brackets end no tag."""
_COMMENT = pattern(r"<!--.*?-->", re.DOTALL)
_TAG = pattern(r"""<([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""", re.IGNORECASE)
_ATTRIBUTE = pattern(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_DATA = pattern(r"application/(ld\+)?json|text/plain", re.IGNORECASE)
"""Types of script elements that browsers read and never run."""
_OUTSIDE = pattern(r"(https?:)?//", re.IGNORECASE)
_SCRIPT_URL = pattern(r"[\s\x00-\x20]*(javascript|vbscript):", re.IGNORECASE)


@frozen
class Inline:
    """Something that stands in a template and must not; `rule` is theme/inline or theme/no-integrity."""

    rule: str
    variant: str
    value: str
    line: int


def inline_code(text: str) -> Iterator[Inline]:
    """Inline scripts, styles and event handlers, and files of other hosts whose content nothing vouches for."""
    blank = _COMMENT.sub(_blanked, _ENGINE.sub(_blanked, text))
    for tag in _TAG.finditer(blank):
        name, line = tag[1].lower(), blank.count("\n", 0, tag.start()) + 1
        attributes = {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(tag[2])}
        for rule, variant, value in _faults(name, attributes):
            yield Inline(rule=rule, variant=variant, value=value, line=line)


def has_policy(text: str) -> bool:
    """Whether a template that opens a head also states the page's policy."""
    return "<head>" not in _ENGINE.sub(_blanked, text) or "meta.csp" in text


def _faults(name: str, attributes: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    if name == "style":
        yield "theme/inline", "style", "<style>"
    if name == "script" and "src" not in attributes and not _DATA.fullmatch(attributes.get("type", "")):
        yield "theme/inline", "script", "<script>"
    for key, value in attributes.items():
        if key == "style" or (key.startswith("on") and key[2:].isalpha()):
            yield "theme/inline", "attribute", key
        elif _SCRIPT_URL.match(value):
            yield "theme/inline", "url", value
    source = attributes.get("src" if name == "script" else "href", "")
    loads = name == "script" or (name == "link" and "stylesheet" in attributes.get("rel", "").lower())
    if loads and _OUTSIDE.match(source) and not attributes.get("integrity"):
        yield "theme/no-integrity", "", source


def _blanked(found: re.Match[str]) -> str:
    """As many lines; what the engine prints stands for something."""
    return "x" + "\n" * found[0].count("\n") if found[0].startswith("{{") else "\n" * found[0].count("\n")
