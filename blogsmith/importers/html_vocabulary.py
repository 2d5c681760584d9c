"""HTML's elements by what they are to Markdown. Source: the HTML standard, 4 and 16.2 (obsolete features)."""

# fmt: off
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})
"""Never closed."""

BLOCKS = frozenset({
    "address", "article", "aside", "audio", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
    "html", "iframe", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "video",
})
"""Stand in lines of their own."""

WORDS_ALONE = frozenset({
    "abbr", "acronym", "address", "article", "aside", "bdi", "bdo", "big", "body", "center", "div", "fieldset",
    "figcaption", "font", "footer", "form", "header", "hgroup", "html", "ins", "label", "legend", "main", "mark", "nav",
    "nobr", "p", "picture", "q", "rb", "rp", "rt", "ruby", "section", "small", "span", "time", "u", "wbr",
})
"""Their words say all: nothing else is left of them, and nothing is reported."""

PARTS = frozenset({
    "caption", "col", "colgroup", "dd", "dt", "summary", "tbody", "td", "tfoot", "th", "thead", "tr",
})
"""Mean something in what holds them."""

HIDDEN = frozenset({"base", "head", "link", "meta", "noscript", "script", "style", "template", "title"})
"""Readers never saw what is in them."""

EMBEDS = frozenset({"audio", "embed", "iframe", "object", "video"})
# fmt: on
