"""What strangers write is shown and never runs."""

import itertools
from collections.abc import Iterator

import pytest
from lxml import html

from blogsmith.comments.clean import clean_html, clean_name, clean_url, html_of_text, text_of_html

ELEMENTS = frozenset(["p", "br", "a", "em", "strong", "i", "b", "del", "code", "pre", "blockquote", "ul", "ol", "li"])
TAGS = (
    "script",
    "img",
    "svg",
    "iframe",
    "object",
    "math",
    "a",
    "p",
    "form",
    "input",
    "video",
    "details",
    "style",
    "base",
)
EVENTS = ("onerror", "onload", "onclick", "onfocus autofocus onfocus", "ontoggle open ontoggle", "style")
QUOTES = ('"{}"', "'{}'", "{}", "`{}`")
SCHEMES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.example/",
    "/\\evil.example/",
    "blob:x",
    "view-source:x",
)
WHOLE = (
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[><img src=x onerror=alert(1)>]]>",
    "<template><script>alert(1)</script></template>",
    "<a href='https://x.example' target=_blank ping=//evil.example style='position:fixed'>x</a>",
    "<p id=main class=notice name=body onmouseover=alert(1)>x",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example><base href=//evil.example>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "\u202e<b>x</b>\u0000<img src=x>",
)


def vectors() -> Iterator[str]:
    """Tag by event by quoting, then links by scheme and quoting, then whole tricks."""
    for tag, event, quote in itertools.product(TAGS, EVENTS, QUOTES):
        yield f"<{tag} src=x {event}={quote.format('alert(1)')}>x</{tag}>"
    for scheme, quote in itertools.product(SCHEMES, QUOTES):
        yield f"<a href={quote.format(scheme)}>x</a>"
    yield from WHOLE


def test_there_are_more_than_two_hundred_vectors() -> None:
    assert len(set(vectors())) > 200


def test_no_vector_leaves_anything_that_could_run() -> None:
    left = []
    for vector in vectors():
        tree = html.fragment_fromstring(clean_html(vector), create_parent="div")
        for element in tree.iterdescendants():
            href = element.get("href", "https://ok.example")
            strange = set(element.attrib) - {"href", "rel", "start"}
            if element.tag not in ELEMENTS or strange or not href.startswith(("https:", "http:", "mailto:")):
                left.append((vector, html.tostring(element)))
    assert left == []


def test_what_is_harmless_stays() -> None:
    text = '<p>I <em>like</em> it: <a href="https://a.example/">here</a></p><ol start="3"><li>x</li></ol>'
    marked = text.replace("<a href", "<a href").replace('/">', '/" rel="nofollow ugc noopener">')
    assert clean_html(text) == marked


def test_bare_text_becomes_a_paragraph() -> None:
    assert (clean_html("a <b>b</b>"), clean_html(" "), html_of_text("a<b\n\nc")) == (
        "<p>a <b>b</b></p>",
        "",
        "<p>a&lt;b</p><p>c</p>",
    )


def test_a_heading_of_a_comment_is_a_paragraph_and_what_is_empty_goes() -> None:
    assert clean_html("<p></p><h1 id=x>Head</h1>\n<p>Hi</p><H2>\n</H2>") == "<p>Head</p>\n<p>Hi</p>"


def test_an_address_to_write_to_is_no_link() -> None:
    assert "kim@example.com" not in clean_html('<p><a href="mailto:kim@example.com">Kim</a></p>')


def test_cleaning_twice_changes_nothing() -> None:
    changed = [vector for vector in vectors() if clean_html(clean_html(vector)) != clean_html(vector)]
    assert changed == []


def test_words_alone_are_one_line() -> None:
    assert text_of_html("<p>a &amp; b</p>\n<p>c<br>d</p>") == "a & b c d"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (" Kim\n Minji ", "Kim Minji"),
        ("kim@example.com", ""),
        ("\u202eKim", "Kim"),
        (None, ""),
        (7, ""),
        ("x" * 99, "x" * 80),
    ],
)
def test_a_name_is_plain_text_and_no_mail_address(name: object, kept: str) -> None:
    assert clean_name(name) == kept


@pytest.mark.parametrize("url", ["javascript:x", "/x", 'https://a.example/"x', "https://a b", None, "ftp://a"])
def test_what_is_no_web_address_is_dropped(url: object) -> None:
    assert clean_url(url) == ""
