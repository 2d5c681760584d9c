"""Labels of links end where CommonMark says, and are found in bounded time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from blogsmith.text.labels import label_plugin
from tests.trust.pathological import FAMILIES

OURS, THEIRS = MarkdownIt("commonmark").use(label_plugin), MarkdownIt("commonmark")
PIECES = ("[", "]", "(", ")", "![", "](a)", "[a]", "[b]: /b\n\n", "*", "`", "\\", "<b>", "<http://a>", "a", " ", "\n")


def tokens(parser: MarkdownIt, text: str) -> list[Token]:
    """What it reads."""
    return parser.parse(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_text_is_read_as_markdown_it_reads_it(text: str) -> None:
    assert tokens(OURS, text) == tokens(THEIRS, text)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_of_costly_texts_is_read_as_markdown_it_reads_it(family: str) -> None:
    text = FAMILIES[family](600)
    assert tokens(OURS, text) == tokens(THEIRS, text)
