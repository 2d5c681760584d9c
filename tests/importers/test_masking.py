"""Code, comments and shortcodes stand aside while prose is converted, and come back as they were."""

import pytest

from blogsmith.importers.masking import Fence, Verbatim, mask, unmask
from blogsmith.importers.shortcode_syntax import ShortcodeTag


@pytest.mark.parametrize(
    "body",
    [
        "text `<b>` and ``a ` b`` end",
        "```python\n<p>\n```\n\nafter",
        "- item\n\n  ```\n  <p>\n  ```\n- next",
        "> ```\n> <p>\n> ```\n> after",
        "see <https://example.com/<x> and <jane@example.com>",
        "a <!-- <b> --> c",
    ],
)
def test_what_is_no_prose_comes_back_as_it_was(body: str) -> None:
    masked = mask(body)
    assert ("<p>" in masked.text, "<b>" in masked.text) == (False, False)
    assert unmask(masked.text, masked.kept) == body


def test_a_code_block_takes_the_indent_of_where_its_token_came_to_stand() -> None:
    masked = mask("```\na\n  b\n```")
    assert unmask(f"1. x\n\n   {masked.text}", masked.kept) == "1. x\n\n   ```\n   a\n     b\n   ```"


def test_an_indented_block_is_code_unless_a_list_or_a_tag_explains_the_indent() -> None:
    assert mask("text\n\n    code").kept == (Fence(info="", code="code\n"),)
    assert mask("- item\n\n    more words\n\n    still more").kept == ()
    assert mask("text\n\n    <p>words</p>").kept == ()


def test_a_shortcode_in_an_indented_line_of_a_list_is_found() -> None:
    (kept,) = mask("- item\n\n    {{< x >}}").kept
    assert isinstance(kept, ShortcodeTag)


def test_a_shortcode_in_the_place_of_an_address_becomes_one() -> None:
    assert mask('[a]({{< ref "/b c.md#d" >}}) <a href="{{% relref e %}}">f</a>').text == (
        '[a](hugo-ref:/b%20c.md#d) <a href="hugo-ref:e">f</a>'
    )
    assert mask('[a]({{< static-file "b.pdf" >}})').text == "[a](hugo-file:b.pdf)"


def test_a_shortcode_that_is_only_shown_keeps_its_braces() -> None:
    masked = mask("`{{</* note */>}}` and {{%/* x */%}}")
    assert unmask(masked.text, masked.kept) == "`{{< note >}}` and {{% x %}}"


def test_the_mark_of_a_summary_goes_and_a_span_over_two_lines_becomes_one() -> None:
    assert mask("a\n<!--more-->\nb").kept == (Verbatim(text=""),)
    assert mask("`a\n<b>`").kept == (Verbatim(text="`a <b>`"),)
