"""A body becomes HTML with holes."""

import pytest

from blogsmith.model.document import Heading, Reference
from blogsmith.model.source import Place
from tests.text.reading import html_of, read


def test_plain_markdown_is_plain_html() -> None:
    body = "One *two* **three** `four`\nfive\\\nsix\n\n> quote\n\n---\n\n3. a\n4. b\n"
    assert html_of(body) == (
        "<p>One <em>two</em> <strong>three</strong> <code>four</code>\nfive<br>\nsix</p>\n"
        "<blockquote>\n<p>quote</p>\n</blockquote>\n<hr>\n"
        '<ol start="3">\n<li>a\n</li>\n<li>b\n</li>\n</ol>\n'
    )


def test_a_body_without_references_is_one_piece() -> None:
    assert len(read("# a\n\nb\n\n```\nc\n```\n").pieces) == 1
    assert read("").pieces == ()


def test_headings_have_prefixed_ids_and_an_anchor() -> None:
    assert html_of("## 남은 일: 하나!\n") == (
        '<h2 id="h-남은-일-하나">남은 일: 하나! '
        '<a class="anchor" href="#h-남은-일-하나" aria-hidden="true" tabindex="-1"></a></h2>\n'
    )


def test_headings_are_listed_with_ids_that_are_unique() -> None:
    document = read("# Top\n\n## A `b` [c](/d/)\n\n## a b c\n\nA b c 1\n---\n\n## 👍\n")
    assert document.headings == (
        Heading(level=1, id="top", text="Top", place=Place(line=1, column=3, length=3)),
        Heading(level=2, id="a-b-c", text="A b c", place=Place(line=3, column=4, length=14)),
        Heading(level=2, id="a-b-c-1", text="a b c", place=Place(line=5, column=4, length=5)),
        Heading(level=2, id="a-b-c-1-1", text="A b c 1", place=Place(line=7, column=1, length=7)),
        Heading(level=2, id="section", text="👍", place=Place(line=10, column=4, length=1)),
    )
    assert document.ids == {"top", "a-b-c", "a-b-c-1", "a-b-c-1-1", "section"}


def test_a_first_level_heading_is_written_as_a_second() -> None:
    assert html_of("# Top").startswith('<h2 id="h-top">')
    assert html_of("### Sub").startswith('<h3 id="h-sub">')


def test_external_links_are_whole() -> None:
    assert html_of('[가](https://example.com/가?a&b "T<") <mailto:a@example.com>') == (
        '<p><a href="https://example.com/%EA%B0%80?a&amp;b" rel="noopener" title="T&lt;">가</a> '
        '<a href="mailto:a@example.com">mailto:a@example.com</a></p>\n'
    )


def test_links_of_the_site_leave_holes() -> None:
    body = '[a](../b/index.md#c "T") [d](/about/) [e](#남은-일) [f](post:w4k7#g)'
    assert html_of(body) == (
        "<p>{link ../b/index.md#c: T}a</a> {link /about/}d</a> {link #남은-일}e</a> {link w4k7#g}f</a></p>\n"
    )
    assert [reference.kind for reference in read(body).references] == ["link", "link", "link", "post"]


def test_a_link_to_a_post_without_words_shows_its_title() -> None:
    assert html_of("[](post:w4k7) [](../a/index.md)") == (
        "<p>{link w4k7}{title w4k7}</a> {link ../a/index.md}{title ../a/index.md}</a></p>\n"
    )


def test_targets_are_composed() -> None:
    (reference,) = read("[a](\u1112\u1161\u11ab.md)").references
    assert reference == Reference(kind="link", target="한.md", place=Place(line=1, column=5, length=6))


def test_an_image_alone_is_a_figure() -> None:
    assert html_of('![alt *x*](a.svg "Cap & tion")') == (
        "<figure>\n{image a.svg: alt x}\n<figcaption>Cap &amp; tion</figcaption>\n</figure>\n\n"
    )
    assert html_of("![](a.svg)") == "<figure>\n{image a.svg}\n</figure>\n\n"


def test_an_image_among_words_is_inline() -> None:
    assert html_of("see ![a](b.svg)") == "<p>see {image b.svg: a}</p>\n"
    assert html_of("[![a](b.svg)](/c/)") == "<p>{link /c/}{image b.svg: a}</a></p>\n"


def test_a_table_is_a_region_named_by_its_chapter() -> None:
    table = "| a | b |\n|--:|:-:|\n| 1 | 2 |\n"
    html = html_of(f"## 값\n\n{table}\n\n{table}")
    assert '<div class="table" role="region" aria-label="값" tabindex="0">\n<table>\n' in html
    assert '<div class="table" role="region" aria-label="값 2" tabindex="0">' in html
    assert '<th scope="col" class="align-right">a</th>\n<th scope="col" class="align-center">b</th>' in html
    assert html.endswith('<td class="align-center">2</td>\n</tr>\n</tbody>\n</table>\n</div>\n')


def test_a_table_before_any_heading_is_named_by_its_columns() -> None:
    assert 'aria-label="a, b"' in html_of("| a | b |\n|---|---|\n")
    assert html_of("| | |\n|---|---|\n").startswith('<div class="table" tabindex="0">')


def test_task_lists_show_boxes() -> None:
    assert html_of("- [x] a & *b*\n- [ ] b\n- c") == (
        '<ul class="tasks">\n<li class="task"><input type="checkbox" disabled aria-label="a &amp; b" checked> '
        "a &amp; <em>b</em>\n</li>\n"
        '<li class="task"><input type="checkbox" disabled aria-label="b"> b\n</li>\n<li>c\n</li>\n</ul>\n'
    )


def test_definition_lists() -> None:
    assert html_of("Term\n: Words") == "<dl>\n<dt>Term</dt>\n<dd>Words\n</dd>\n</dl>\n"


def test_footnotes_have_prefixed_ids_and_ways_back() -> None:
    assert html_of("a[^x] b[^x]\n\n[^x]: note\n") == (
        '<p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> '
        'b<sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" role="doc-noteref">1</a></sup></p>\n'
        '<section class="footnotes" role="doc-endnotes">\n<ol>\n<li id="fn-1"><p>note '
        '<a href="#fnref-1" class="footnote-backref" role="doc-backlink">↩\ufe0e</a> '
        '<a href="#fnref-1-2" class="footnote-backref" role="doc-backlink">↩\ufe0e</a></p>\n</li>\n</ol>\n</section>\n'
    )


def test_a_note_that_only_an_alternative_text_names_has_no_way_back() -> None:
    html = html_of("![c[^x]](d.svg)\n\n[^x]: note\n")
    assert "{image d.svg: c}" in html
    assert "#fnref" not in html


@pytest.mark.parametrize("written", ["{lang=ja}", '{lang="ja"}'])
def test_a_foreign_phrase_says_its_language(written: str) -> None:
    assert html_of(f"a [만 **b**]{written} c") == '<p>a <span lang="ja">만 <strong>b</strong></span> c</p>\n'


def test_braces_that_name_no_language_stay_text() -> None:
    assert html_of("[a]{.b} [c]{lang}") == "<p>[a]{.b} [c]{lang}</p>\n"


def test_comments_vanish() -> None:
    assert html_of("a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf") == "<p>a  c</p>\n\n<p>f</p>\n"
    assert read("<!-- a --> *b*").plain == "b"


def test_windows_line_ends_make_no_difference() -> None:
    assert read("a\r\n\r\n- b\r\n") == read("a\n\n- b\n")


def test_characters_that_no_page_may_hold_are_replaced() -> None:
    assert html_of("a\x00b\x1bc\ufffed") == "<p>a\ufffdb\ufffdc\ufffdd</p>\n"
