"""Markdown that other tools accept becomes Markdown without a fault of ours."""

import pytest

from blogsmith.importers.markdown_mending import anchors_in, document_of, guarded, mend_code, mend_faults, mend_prose
from blogsmith.importers.masking import Fence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n## B\n\n# C", "## A\n\n### B\n\n## C"),
        ("## A\n\n#### B", "## A\n\n### B"),
        ("Title\n=====\n\nPart\n----", "## Title\n\n### Part"),
        ("## A ##\n\n##\n\n- ## B", "## A\n\n\n\n- ## B"),
        ("| a |\n| --- |\n", "| a |\n| --- |\n"),
        ("text {.lead}\n{.small}\n![a](b){width=3}", "text {.lead}\n![a](b)"),
        ("a <your name", "a &lt;your name"),
    ],
)
def test_prose_is_mended(text: str, expected: str) -> None:
    assert mend_prose(text)[0] == expected


def test_an_id_after_a_heading_still_leads_there() -> None:
    text, _ = mend_prose("## First part {#one .big}\n\nwords")
    assert anchors_in(text) == ("## First part\n\nwords", {"one": "first-part"}, frozenset({"first-part"}))


def test_an_id_anywhere_leads_to_the_heading_it_stands_under_or_right_before() -> None:
    text = "## A\n\nwords \ufdd6x\ufdd7 here\n\n\ufdd6y\ufdd7\n\n## B\n\n\ufdd6z\ufdd7text\n"
    assert anchors_in(text)[1] == {"x": "a", "y": "b", "z": "b"}


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        ("go", "go"),
        ("Python", "python"),
        ('go {linenos=table,hl_lines=[2,"3-4"],linenostart=199}', 'go mark="2,3-4"'),
        ('{.js title="a.js"}', 'js title="a.js"'),
        ("gherkinish", ""),
        ('gherkinish {title="a"}', 'text title="a"'),
        ("go {hl_lines=[99]}", "go"),
        ("", ""),
    ],
)
def test_the_head_of_a_code_block_is_put_into_our_words(info: str, expected: str) -> None:
    (mended,), _ = mend_code([Fence(info=info, code="1\n2\n3\n4\n")])
    assert mended == Fence(info=expected, code="1\n2\n3\n4\n")


def test_what_looks_like_a_block_of_ours_is_text() -> None:
    assert guarded("::: note\ntext\n> :::") == "\\::: note\ntext\n> \\:::"


@pytest.mark.parametrize(
    "body", ["a <b>c</b>", "::: nothing\nx\n:::", "[](x)", "![a](https://example.com/a.png)", "[a](b:c)"]
)
def test_the_last_net_leaves_no_fault(body: str) -> None:
    mended, remarks = mend_faults(body)
    assert [fault for fault in document_of(mended).faults if not fault.warning] == []
    assert [remark.rule for remark in remarks][:1] == ["import/mended"]
