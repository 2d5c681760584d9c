"""What a body does wrong is reported with its place, and nothing of it is lost."""

import pytest

from tests.text.reading import facts_of, faults_of, html_of, read


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ("a <b>c</b> <i>", ["markdown/raw-html 1:3 <b>", "markdown/raw-html 1:12 <i>"]),
        ("a </b>", ["markdown/raw-html 1:3 </b>"]),
        ("x\n\n<div class=a>\n*b*\n</div>", ["markdown/raw-html 3:1 <div class=a>"]),
        ("> <hr>", ["markdown/raw-html 1:3 <hr>"]),
        ("- x\n\n  <br/>", ["markdown/raw-html 3:3 <br/>"]),
        ("List<int> x", ["markdown/raw-html 1:5 <int>"]),
        ("<?php x ?>", ["markdown/raw-html 1:1 <?php x ?>"]),
        ("<![CDATA[x]]>", ["markdown/raw-html 1:1 <![CDATA[x]]>"]),
        ("a <!-- b", ["markdown/raw-html@comment 1:3 <!--"]),
        ("a\n\n<!-- b\n\nc", ["markdown/raw-html@comment 3:1 <!-- b"]),
        ("<!-- a --> <b>", ["markdown/raw-html 1:12 <b>"]),
        ("## a\n\n# b", ["markdown/h1 3:3 b"]),
        ("[a](javascript:x)", ["link/scheme 1:5 javascript:x"]),
        ("[a](//b.example)", ["link/scheme 1:5 //b.example"]),
        ("<data:x>", ["link/scheme 1:2 data:x"]),
        ("[a]\n\n[a]: vbscript:x", ["link/scheme 3:6 vbscript:x"]),
        ("![a](data:image/png;base64,x)", ["link/scheme@image 1:6 data:image/png;base64,x"]),
        ("![a](https://b.example/c.png)", ["link/remote-image 1:6 https://b.example/c.png"]),
        ("![a](//b.example/c.png)", ["link/remote-image 1:6 //b.example/c.png"]),
        ("a [](https://b.example)", ["markdown/empty-link 1:3 [](https://b.example)"]),
        ("[](#a)", ["markdown/empty-link 1:1 [](#a)"]),
        ("[a]{lang=ko_KR}", ["markdown/language-tag 1:4 {lang=ko_KR}"]),
        ('[a]{lang=""}', ['markdown/language-tag 1:4 {lang=""}']),
        ("a[^b]", ["markdown/footnote@missing 1:2 [^b]"]),
        ("a\n\n[^b]: c", ["markdown/footnote 3:1 [^b]"]),
        ("a[^b]\n\n[^b]: c\n\n[^b]: d", ["markdown/footnote@twice 5:1 [^b]"]),
    ],
)
def test_a_fault_stands_where_it_is_mended(body: str, faults: list[str]) -> None:
    assert faults_of(body) == faults


@pytest.mark.parametrize(
    "body",
    ["a < b > c", "`<b>`", "    <b>", "&lt;b>", "\\<b>", "a\\[^b]", "`[^b]`", "<!-- a -->", "<https://a.example>"],
)
def test_what_only_looks_like_a_fault_is_none(body: str) -> None:
    assert faults_of(body) == []


def test_warnings_are_told_from_errors() -> None:
    body = "# a\n\nb[^c] [d](x:y)\n\n```nope\n```\n"
    assert [(fault.rule, fault.warning) for fault in read(body).faults] == [
        ("markdown/h1", True),
        ("markdown/footnote", True),
        ("link/scheme", False),
        ("markdown/unknown-language", True),
    ]


def test_tags_are_shown_as_they_are_written() -> None:
    assert html_of("a <b onclick='x'>c</b>") == "<p>a &lt;b onclick='x'&gt;c&lt;/b&gt;</p>\n"
    assert html_of("<div>\n<script>x</script>") == "<p>&lt;div&gt;\n&lt;script&gt;x&lt;/script&gt;</p>\n"


def test_a_comment_that_never_ends_hides_nothing() -> None:
    document = read("a\n\n<!-- b\n\nc **d**")
    assert document.plain == "a\n<!-- b\n\nc **d**"


def test_a_refused_link_keeps_its_words() -> None:
    assert html_of("[**a** b](javascript:x)") == "<p><strong>a</strong> b</p>\n"


def test_a_foreign_image_is_never_loaded() -> None:
    assert html_of("![words](https://b.example/c.png)") == "<figure>\nwords\n</figure>\n\n"
    assert read("![words](https://b.example/c.png)").references == ()


def test_a_link_without_words_shows_its_target() -> None:
    assert (
        html_of("[](https://b.example)") == '<p><a href="https://b.example" rel="noopener">https://b.example</a></p>\n'
    )


def test_the_facts_name_the_value() -> None:
    assert facts_of("[a](JavaScript:x)") == {"value": "JavaScript:x", "scheme": "javascript:"}
    assert facts_of("# Title *x*") == {"value": "Title x"}
    assert facts_of("a[^b]") == {"value": "[^b]"}


def test_faults_are_in_the_order_of_the_text() -> None:
    faults = read("a\n\n[^x]: unused\n\n<b>\n\n# c\n").faults
    assert [fault.place.line for fault in faults] == [3, 5, 7]
