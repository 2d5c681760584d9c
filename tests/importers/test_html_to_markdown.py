"""HTML becomes Markdown of our dialect; what has no Markdown keeps its words."""

import pytest

from blogsmith.importers.html_to_markdown import html_to_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One <b>bold</b> and <i> slanted </i> word.</p>", "One **bold** and  *slanted*  word."),
        ("<p>first<p>second", "first\n\nsecond"),
        ("a<br>b<br/>\nc", "a\\\nb\\\nc"),
        ("a<br><br>b<br>", "a\n\nb"),
        ("<h2>Two   words</h2>text", "## Two words\n\ntext"),
        ("<del>gone</del>", "~~gone~~"),
        ("<code>a &lt; b</code>", "`a < b`"),
        ("<kbd>a`b</kbd>", "``a`b``"),
        ("x<sup>2</sup> H<sub>2</sub>O 18<sup>th</sup> A<sup>tm</sup>", "x² H₂O 18th A™"),
        ('<a href="/a(1)/">brackets</a>', "[brackets](</a(1)/>)"),
        ('<a href="x">[1]</a> <a href="y">half]</a>', "[[1]](x) [half\\]](y)"),
        ('<a name="top"></a>word', "word"),
        ("<strong>one\n\ntwo</strong>", "**one**\n\n**two**"),
        ("<b></b><em> </em>rest", "rest"),
        ("a<hr>b", "a\n\n---\n\nb"),
        ('<span lang="ko">안녕</span>', "[안녕]{lang=ko}"),
        ("<p>closed</div> later</b>", "closed later"),
        ("5 < 6 and <3", "5 < 6 and <3"),
    ],
)
def test_words_and_paragraphs_become_markdown(html: str, markdown: str) -> None:
    assert html_to_markdown(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", "- a\n- b\n  - c"),
        ("<ol start='3'><li>a</li><li><p>b</p><p>c</p></li></ol>", "3. a\n\n4. b\n\n   c"),
        ("<dl><dt>Term<dd>Words</dl>", "Term\n: Words"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<pre><code class='language-python'>if a &lt; b:\n    c</code></pre>", "```python\nif a < b:\n    c\n```"),
        ("<div>\n    <h3>A</h3>\n    <p>b</p>\n</div>", "### A\n\nb"),
        ("<details><summary>More</summary><p>inside</p></details>", "**More**\n\ninside"),
        ("- item\n  <ul><li>inner</li></ul>\n- next", "- item\n\n  - inner\n\n- next"),
        ("> quoted <p>deep</p> end", "> quoted\n>\n> deep\n>\n> end"),
    ],
)
def test_blocks_get_lines_of_their_own_within_what_holds_them(html: str, markdown: str) -> None:
    assert html_to_markdown(html) == markdown


def test_a_table_becomes_a_pipe_table_and_its_cells_single_lines() -> None:
    html = """
    <table><caption>When</caption>
      <tr><th>Time</th><th>What | who</th></tr>
      <tr><td>9:00</td><td>Talks<ul><li>one</li><li>two</li></ul></td></tr>
      <td colspan="2">Lunch</td>
    </table>"""
    assert html_to_markdown(html) == (
        "**When**\n\n| Time | What \\| who |\n| --- | --- |\n| 9:00 | Talks; one; two |\n| Lunch |  |"
    )


def test_a_table_without_a_head_gets_an_empty_one() -> None:
    assert html_to_markdown("<table><tr><td>a<td>b</table>") == "|  |  |\n| --- | --- |\n| a | b |"


def test_an_image_with_a_caption_is_a_figure_of_markdown() -> None:
    html = "<figure><img src='a b.png' alt='A &amp; B'><figcaption>The <b>words</b></figcaption></figure>"
    assert html_to_markdown(html) == '![A & B](<a%20b.png> "The words")'


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            '<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0" title="A talk"></iframe>',
            '::: youtube id="abcdefghijk" title="A talk"\n:::',
        ),
        (
            '<iframe src="//player.vimeo.com/video/123456"></iframe>',
            '::: vimeo id="123456" title="Video"\n:::',
        ),
        (
            '<iframe src="//maps.example.com/embed" title="The way"></iframe>',
            "[The way](https://maps.example.com/embed)",
        ),
        ('<audio><source src="https://example.com/a.mp3"></audio>', "[example.com a.mp3](https://example.com/a.mp3)"),
    ],
)
def test_what_was_embedded_becomes_a_video_or_a_link(html: str, markdown: str) -> None:
    assert html_to_markdown(html) == markdown


def test_scripts_and_styles_leave_nothing_and_unknown_tags_their_words() -> None:
    html = "<style>p{}</style>a<script>if (a<b) c()</script> <blink>bright</blink> <your name>"
    assert html_to_markdown(html) == "a bright &lt;your name&gt;"
