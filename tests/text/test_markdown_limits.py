"""Nothing is lost, nothing explodes, nothing a writer types becomes markup."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blogsmith.text.writer import MAX_HTML
from tests.text.commonmark_reading import filled
from tests.text.reading import faults_of, read


def test_nesting_past_the_limit_is_reported_with_its_line() -> None:
    body = "".join("  " * depth + f"- 항목{depth}\n" for depth in range(6))
    assert faults_of(body, nesting=20) == []
    assert faults_of(body, nesting=8) == ["markdown/nesting 4:1       - 항목3"]
    assert faults_of("a\n\n" + ">" * 9 + " b", nesting=8) == ["markdown/nesting 3:1 >>>>>>>>> b"]
    assert faults_of("x **a *b **c *d* e** f* g**", nesting=3) == ["markdown/nesting 1:1 x **a *b **c *d* e** f* g**"]


@pytest.mark.parametrize("depth", [5, 19, 25, 60, 500])
def test_no_list_item_is_dropped_in_silence(depth: int) -> None:
    document = read("".join("  " * level + f"- item{level}\n" for level in range(depth)))
    missing = [level for level in range(depth) if f"item{level}" not in document.plain.split("\n")]
    assert not missing or [fault.rule for fault in document.faults] == ["markdown/nesting"]


def test_deep_quotes_blocks_and_links_do_not_exhaust_the_stack() -> None:
    for body in (">" * 5_000 + "a", "- " * 5_000 + "a", "::: callout\n" * 500, "[" * 5_000 + "a" + "](b)" * 5_000):
        read(body, nesting=1_000)


def test_a_page_that_grows_past_the_limit_is_cut_and_reported() -> None:
    for use in ("[a] ", "![a] "):
        document = read(f"[a]: /{'x' * 50_000}\n\n" + use * 16_000)
        size = sum(len(piece) if isinstance(piece, str) else 0 for piece in document.pieces)
        targets = sum(0 if isinstance(piece, str) else 50_000 for piece in document.pieces)
        assert size + targets <= MAX_HTML
        assert [fault.rule for fault in document.faults] == ["markdown/too-large"]


@pytest.mark.parametrize(
    "body", ["a\n\n" * 40_000, "- a\n" * 40_000, "|a" * 40 + "|\n" + "|-" * 40 + "|\n" + "|b|\n" * 2_000]
)
def test_more_pieces_than_a_page_can_show_are_refused(body: str) -> None:
    assert faults_of(body) == [f"markdown/too-large@pieces 1:1 {body[0]}"]


def test_as_many_pieces_as_a_page_can_show_are_read() -> None:
    document = read("a\n\n" * 30_000)
    assert (len(document.passages), document.faults) == (30_000, ())


def test_a_long_address_that_is_named_again_and_again_is_not_copied_for_each() -> None:
    document = read(f"[a]: /{'x' * 50_000}\n\n" + "[a] " * 16_000)
    assert sum(len(link.target) for link in document.links) <= MAX_HTML
    assert sum(len(reference.target) for reference in document.references) <= MAX_HTML


def test_neither_is_a_long_title_that_an_address_brings_along() -> None:
    document = read(f'[a]: /b "{"x" * 50_000}"\n\n' + "[a] " * 16_000)
    assert [fault.rule for fault in document.faults] == ["markdown/too-large"]
    assert len(document.links) < 100


def test_a_definition_is_named_as_often_as_a_post_may_need_it() -> None:
    document = read("[a]: /b\n\n" + "[a] " * 5_000)
    assert (len(document.references), document.faults) == (5_000, ())


@pytest.mark.parametrize(
    "body",
    [
        "[a" * 20_000,
        "![[]()" * 5_000,
        "[" * 20_000 + "]" * 20_000,
        "a**b" * 10_000,
        "x <!--" * 10_000,
        "# a\n" * 5_000,
        "|a" * 500 + "\n" + "|-" * 500 + "\n" + "|a\n" * 100,
        ":::a\n" * 2_000,
        "[^x] " * 10_000,
        "`a``b" * 5_000,
        "<![CDATA[" * 5_000,
    ],
    ids=lambda body: body[:6],
)
def test_a_hostile_body_is_read_in_seconds(body: str) -> None:
    before = time.process_time()
    read(body)
    assert time.process_time() - before < 10


class _Elements(HTMLParser):
    """Every element and attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, name) for name, _ in attrs} | {(tag, "")}


_HOSTILE = ['"><script>alert(1)</script>', "' onload='x", "</code></pre><b>", "{{ 7*7 }}", '\\" x=\\"', "&#60;b&#62;"]


@pytest.mark.parametrize("value", _HOSTILE)
def test_no_field_lets_markup_through(value: str) -> None:
    harmless = "H"

    def body(text: str) -> str:
        quoted = text.replace('"', '\\"')
        return (
            f"## {text}\n\n{text} `{text}` *{text}* [{text}](<https://a.example/{text}> '{text}')\n\n"
            f"![{text}](<a{text}.svg> '{text}')\n\n```{text}\n{text}\n```\n\n```js title=\"{quoted}\"\n{text}\n```\n\n"
            f"| {text} |\n|---|\n| {text} |\n\n> [!NOTE] {text}\n> {text}\n\n[{text}]{{lang=ko}}\n\n"
            f'::: youtube id="M7lc1UVf-VE" title="{quoted}"\n{text}\n:::\n\n::: {text}\n:::\n\n'
            f'::: figure src="{quoted}" alt="{quoted}" credit="{quoted}"\n{text}\n:::\n\na[^1]\n\n[^1]: {text}\n'
        )

    hostile, plain = _Elements(), _Elements()
    hostile.feed(filled(read(body(value))))
    plain.feed(filled(read(body(harmless))))
    assert hostile.found <= plain.found | {("span", "class"), ("div", "")}


_WORDS = st.text("가나다라마바사아자차카타파하abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=8)
_INLINE = st.one_of(
    _WORDS,
    _WORDS.map(lambda word: f"**{word}**"),
    _WORDS.map(lambda word: f"*({word})*"),
    _WORDS.map(lambda word: f"~~{word}~~"),
    _WORDS.map(lambda word: f"`{word}`"),
    _WORDS.map(lambda word: f"[{word}](x.md)"),
    _WORDS.map(lambda word: f"[{word}]{{lang=ko}}"),
    _WORDS.map(lambda word: f"<{word}>"),
    _WORDS.map(lambda word: f'"{word}"'),
)
_PARAGRAPH = st.lists(_INLINE, min_size=1, max_size=5).map(" ".join)
_BLOCK = st.one_of(
    _PARAGRAPH,
    _PARAGRAPH.map(lambda text: f"## {text}"),
    _PARAGRAPH.map(lambda text: f"> {text}\n> {text}"),
    _PARAGRAPH.map(lambda text: f"- {text}\n  - {text}\n    1. {text}"),
    _PARAGRAPH.map(lambda text: f"```text\n{text}\n```"),
    _PARAGRAPH.map(lambda text: f"> [!NOTE]\n> {text}"),
    _PARAGRAPH.map(lambda text: f"::: callout\n{text}\n:::"),
    _PARAGRAPH.map(lambda text: f"::: nope\n{text}\n:::"),
    _PARAGRAPH.map(lambda text: f"| a | b |\n|---|---|\n| {text} | {text} |"),
    _PARAGRAPH.map(lambda text: f"Term\n: {text}"),
)
_WORD = re.compile(r"[가-힣a-z]+")


@settings(deadline=None)
@given(st.lists(_BLOCK, min_size=1, max_size=6))
def test_every_word_of_the_source_is_a_word_of_the_page(blocks: list[str]) -> None:
    body = "\n\n".join(blocks)
    syntax = {"md", "x", "lang", "ko", "text", "callout", "nope"}
    written = [word for word in _WORD.findall(body) if word not in syntax]
    document = read(body)
    plain = set(_WORD.findall(document.plain))
    assert [word for word in written if word not in plain] == []
    html = "".join(piece for piece in document.pieces if isinstance(piece, str))
    assert [word for word in written if word not in html] == []


@settings(deadline=None, max_examples=300)
@given(st.text(st.sampled_from("ab가 \n\t*_~`[]()!<>:|-#&\\\"'={}^0.+\r\x00\u1112\u1161"), max_size=120))
def test_no_body_raises_and_every_place_exists(body: str) -> None:
    document = read(body, nesting=6)
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = [fault.place for fault in document.faults]
    places += [reference.place for reference in document.references]
    places += [heading.place for heading in document.headings]
    for place in places:
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.length >= 1
    ids = [heading.id for heading in document.headings]
    assert len(ids) == len(set(ids)) == len(document.ids)
