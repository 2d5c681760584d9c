"""What a stranger wrote becomes markup that does nothing: a short list of elements, links that are marked as theirs."""

import re
from html import escape, unescape

import nh3

from blogsmith.text.patterns import pattern

_TAGS = {"p", "br", "a", "em", "strong", "i", "b", "del", "code", "pre", "blockquote", "ul", "ol", "li"}
_SILENT = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "textarea", "title"}
_SCHEMES = {"http", "https"}
_REL = "nofollow ugc noopener"
_HEADING = pattern(r"(?<=<)(/?)h[1-6](?=[\s>])", re.IGNORECASE)
_EMPTY = pattern(r"<p>\s*</p>")
_BLOCK = pattern(r"<(?:p|pre|ul|ol|blockquote)\b")
_CONTROLS = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_URL = pattern(r"""https?://[^\s"'<>\\]+""")
_LONGEST_NAME = 80


def clean_html(html: str) -> str:
    """Safe markup: what is not on the list loses its tags, scripts and styles lose their content too.

    Headings become paragraphs: a comment has no place in the outline of a page.
    """
    cleaned: str = nh3.clean(
        _HEADING.sub(r"\1p", _CONTROLS.sub("", html)),
        tags=_TAGS,
        clean_content_tags=_SILENT,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes=_SCHEMES,
        url_relative="deny",
        link_rel=_REL,
        strip_comments=True,
    )
    cleaned = _EMPTY.sub("", cleaned).strip()
    return cleaned if not cleaned or _BLOCK.search(cleaned) else f"<p>{cleaned}</p>"


def html_of_text(text: str) -> str:
    """Plain text as markup: a paragraph at every blank line."""
    parts = (part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")))
    return clean_html("".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>" for part in parts if part))


def text_of_html(html: str) -> str:
    """The words alone, on one line, for lists and calendars."""
    spaced = re.sub(r"<(?:br|/p|/li|/pre|/blockquote)>", " ", html)
    return " ".join(unescape(nh3.clean(spaced, tags=set())).split())


def clean_name(name: object) -> str:
    """A name as plain text on one line; empty where it is none, or a mail address."""
    text = " ".join(_CONTROLS.sub("", name).split())[:_LONGEST_NAME] if isinstance(name, str) else ""
    return "" if re.fullmatch(r"\S+@\S+\.\S+", text) else text


def clean_url(url: object) -> str:
    """A whole web address; empty where it is none."""
    return url if isinstance(url, str) and _URL.fullmatch(url) else ""
