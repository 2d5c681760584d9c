"""Whatever stands in a body, what comes out of it is without a fault of ours."""

from hypothesis import given, settings
from hypothesis import strategies as st

from blogsmith.importers.html_to_markdown import ANCHOR
from blogsmith.importers.hugo_body import convert_words
from blogsmith.importers.hugo_shortcodes import Shop
from blogsmith.importers.markdown_links import rewrite_links
from blogsmith.importers.markdown_mending import document_of, mend_faults
from blogsmith.importers.marks import Marks
from blogsmith.importers.masking import unmask

SHOP = Shop(marks=Marks(), title="A title", image_words={})
TAGS = """
<p> </p> <div> </div> <ul> </ul> <li> <ol> </ol> <b> </b> <em> </em> <a_href='x'> </a> <br> <table> </table> <tr> <td>
<pre> </pre> <code> </code> <blockquote> </blockquote> <h1> </h1> <h3_id=q> </h3> <img_src=a.png> <foo> </foo> <!--
<script>a<b</script> <!--_c_--> --> <dl> <dt> <dd> {{<_note_>}} {{<_/note_>}} {{<_youtube_abcdefghijk_>}} {{%_x_%}}
[t]({{<_ref_"y"_>}}) {{</*_x_*/>}} <http://x.y> http://a.b/c
"""
SIGNS = [
    "\n",
    "\n\n",
    "    ",
    "`",
    "``",
    "```\n",
    "~~~\n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "text ",
    "*",
    "**",
    "_",
    "[",
    "]",
    "(",
]
SIGNS += [
    ")",
    "](",
    "![",
    "|",
    "| a |\n|---|\n",
    ":::",
    ": ",
    "---\n",
    "===\n",
    "<",
    ">",
    "&lt;",
    "\\",
    "{#id}",
    "{.c}",
]
SIGNS += ["[^1]", "[^1]: ", "한글", "\t"]
PIECES = [*(tag.replace("_", " ") for tag in TAGS.split()), *SIGNS]
SOUP = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@settings(max_examples=150, deadline=None)
@given(SOUP)
def test_no_soup_of_tags_shortcodes_and_markdown_leaves_a_fault_or_a_mark_of_ours(soup: str) -> None:
    converted = convert_words(soup, SHOP)
    linked = rewrite_links(converted.text, lambda link: link.words)
    body, _ = mend_faults(ANCHOR.sub("", unmask(linked, converted.kept)) + "\n")
    assert [char for char in body if "\ufdd0" <= char <= "\ufdef"] == []
    assert [fault for fault in document_of(body).faults if not fault.warning] == []
