"""Elements within a line become Markdown: emphasis, code, links, images, raised and lowered signs.

Each takes its element and what the words in it have become.
"""

import html
import re
from collections.abc import Callable, Mapping

from blogsmith.importers.html_tree import Element, elements, plain
from blogsmith.importers.layout import BREAK, block, soft_block

_SUPERSCRIPT = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SIGNS = {"tm": "™", "sm": "℠", "(r)": "®", "r": "®"}


def _emphasis(sign: str) -> Callable[[Element, str], str]:
    def render(element: Element, words: str) -> str:
        if not element.closed or "\ufdd2" in words or "\n|" in words:
            return words
        return re.sub(r"(?:(?!\n\s*\n)[\s\S])+", lambda match: _wrapped(match.group(), sign), words)

    return render


def _wrapped(words: str, sign: str) -> str:
    """Emphasis hugs its words, or it is none."""
    core = words.strip(BREAK + "\ufdd4 \n\t\xa0")
    if not core or core.startswith((sign, "#", "- ", "> ")) or set(core) <= set("*_~ "):
        return words
    before, _, after = words.partition(core)
    inner = core.replace("**", "") if sign == "**" else core
    return f"{before}{sign}{inner}{sign}{after}"


def _code(element: Element, rendered: str) -> str:
    words = " ".join(html.unescape(plain(element.children)).split())
    if any(elements(element.children, "a", "img")) or "\ufdd0" in words or not words:
        return rendered
    ticks = "`" * (max((len(run) for run in re.findall("`+", words)), default=0) + 1)
    space = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{ticks}{space}{words}{space}{ticks}"


def _pre(element: Element, _words: str) -> str:
    code = html.unescape(plain(element.children)).strip("\n")
    inner = next(elements(element.children, "code"), element)
    language = re.search(r"\blang(?:uage)?-([\w+#-]+)", inner.attributes.get("class", ""))
    info = language[1] if language else element.attributes.get("language", "")
    ticks = "`" * max(3, *(len(run) + 1 for run in re.findall("`{3,}", code)), 3)
    return block(f"{ticks}{info}\n{code}\n{ticks}")


def _link(element: Element, words: str) -> str:
    target = re.sub(r"\s+", "%20", element.attributes.get("href", "").strip())
    if not target or not element.closed:
        return words
    if "\ufdd2" in words or "\n\n" in words:
        words = " ".join(re.sub("[\ufdd2\ufdd3]", " ", words).split())
    core = words.strip(BREAK + " \n\t\xa0") or html.unescape(element.attributes.get("title", ""))
    if not core:
        return words
    before, _, after = words.partition(core) if core in words else ("", "", "")
    shown = core if _is_balanced(core) else re.sub(r"(?<!\\)([\[\]])", r"\\\1", core)
    return f"{before}[{shown}]({_pointed(target)}){after}"


def _is_balanced(words: str) -> bool:
    depth = 0
    for char in words:
        depth += {"[": 1, "]": -1}.get(char, 0)
        if depth < 0:
            return False
    return depth == 0


def _pointed(target: str) -> str:
    return f"<{target}>" if re.search(r"[()]", target) else target.replace("<", "%3C").replace(">", "%3E")


def _image(element: Element, _words: str) -> str:
    source = re.sub(r"\s+", "%20", element.attributes.get("src", "").strip())
    words = " ".join(html.unescape(element.attributes.get("alt", "")).replace("[", "(").replace("]", ")").split())
    caption = " ".join(element.attributes.get("caption", "").replace('"', "”").split())
    title = f' "{caption}"' if caption else ""
    return soft_block(f"![{words}](<{source}>{title})") if source else ""


def _script(table: Mapping[int, str | int | None]) -> Callable[[Element, str], str]:
    def render(_element: Element, rendered: str) -> str:
        words = rendered.strip()
        if words.lower() in _SIGNS:
            return _SIGNS[words.lower()]
        return words.translate(table) if words and all(ord(char) in table for char in words) else words

    return render


WORDS: Mapping[str, Callable[[Element, str], str]] = {
    **dict.fromkeys(("strong", "b"), _emphasis("**")),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), _emphasis("*")),
    **dict.fromkeys(("del", "s", "strike"), _emphasis("~~")),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), _code),
    "pre": _pre,
    "a": _link,
    "img": _image,
    "br": lambda _element, _words: BREAK,
    "sup": _script(_SUPERSCRIPT),
    "sub": _script(_SUBSCRIPT),
}
"""By element: how it is written."""
