"""`:::` blocks and callouts."""

import pytest

from tests.text.reading import facts_of, faults_of, html_of, read

VIDEO = "M7lc1UVf-VE"


def test_a_callout_from_a_quote_and_from_a_block_is_the_same() -> None:
    html = (
        '<aside class="callout callout-tip" role="note" data-kind="tip">\n'
        '<p class="callout-title">Look &amp; see</p>\n<p>a <em>b</em></p>\n</aside>\n'
    )
    assert html_of("> [!TIP] Look & see\n> a *b*") == html
    assert html_of('::: callout kind="tip" title="Look & see"\na *b*\n:::') == html


def test_a_callout_without_title_has_none() -> None:
    html = '<aside class="callout callout-note" role="note" data-kind="note">\n<p>a</p>\n</aside>\n'
    assert html_of("> [!NOTE]\n> a") == html_of("> [!note]\n>\n> a") == html_of("::: callout\na\n:::") == html


def test_an_ordinary_quote_stays_one() -> None:
    assert html_of("> a\n> [!NOTE]").startswith("<blockquote>")


def test_callouts_and_quotes_nest() -> None:
    html = html_of("> [!WARNING]\n> > q\n>\n> > [!TIP]\n> > t\n>\n> end")
    assert html.count("<aside") == html.count("</aside>") == 2
    assert html.count("<blockquote>") == html.count("</blockquote>") == 1
    assert html.endswith("<p>end</p>\n</aside>\n")


def test_a_video_waits_for_a_click() -> None:
    body = f'::: youtube id="{VIDEO}" title="물 <긷기>"\n첫 문장.\n:::'
    assert html_of(body) == (
        f'<figure class="video" data-provider="youtube" data-id="{VIDEO}">\n'
        f'<a class="video-link" href="https://www.youtube.com/watch?v={VIDEO}" rel="noopener">물 &lt;긷기&gt;</a>\n'
        '<div class="transcript">\n<p>첫 문장.</p>\n</div>\n</figure>\n'
    )
    assert read(body).has_video
    assert not read("a").has_video


def test_a_video_without_transcript_has_no_place_for_one() -> None:
    html = html_of('::: vimeo id="76979871" title="A"\n:::')
    assert 'href="https://vimeo.com/76979871"' in html
    assert "transcript" not in html


def test_a_figure_has_image_caption_and_credit() -> None:
    assert html_of('::: figure src="a.svg" alt="B" credit="C & D"\nWords *e*.\n:::') == (
        "<figure>\n{image a.svg: B}\n<figcaption>Words <em>e</em>.\n"
        ' <span class="credit">C &amp; D</span></figcaption>\n</figure>\n'
    )
    assert html_of('::: figure src="a.svg" decorative="true"\n:::') == "<figure>\n{image a.svg}\n</figure>\n"


def test_each_image_of_a_gallery_is_a_figure() -> None:
    assert html_of('::: gallery\n![a](b.svg "C")\n![d](e.svg)\n\n![f](g.svg)\n:::') == (
        '<div class="gallery">\n<figure>\n{image b.svg: a}\n<figcaption>C</figcaption>\n</figure>\n'
        "<figure>\n{image e.svg: d}\n</figure>\n\n<figure>\n{image g.svg: f}\n</figure>\n\n</div>\n"
    )


def test_a_file_and_a_post_leave_holes() -> None:
    assert html_of('::: file src="t.csv" title="Table"\nAll *values*.\n:::') == (
        '<div class="file">\n{file t.csv: Table}\n<div class="file-note">All <em>values</em>.\n</div>\n</div>\n'
    )
    assert html_of("::: file src=data/t.csv\n:::") == '<div class="file">\n{file data/t.csv: t.csv}\n</div>\n'
    assert html_of('::: post id="w4k7"\n:::') == "{card w4k7}\n"


def test_blocks_nest_with_more_colons_and_with_as_many() -> None:
    html = '<aside class="callout callout-note" role="note" data-kind="note">\n'
    inner = html + "<p>b</p>\n</aside>\n"
    wanted = f"{html}<p>a</p>\n{inner}<p>c</p>\n</aside>\n<p>d</p>\n"
    assert html_of(":::: callout\na\n\n::: callout\nb\n:::\n\nc\n::::\n\nd") == wanted
    assert html_of("::: callout\na\n\n::: callout\nb\n:::\n\nc\n:::\n\nd") == wanted


def test_colons_in_a_code_block_close_nothing() -> None:
    html = html_of("::: callout\n```\n:::\n```\n:::\n\nd")
    assert html.endswith("</aside>\n<p>d</p>\n")
    assert faults_of("::: callout\n```\n:::\n```\n:::\n\nd") == []


def test_a_block_stands_in_lists_and_quotes_and_ends_a_paragraph() -> None:
    for body in (
        "- a\n\n  ::: callout\n  b\n  :::\n",
        "> a\n>\n> ::: callout\n> b\n> :::\n",
        "a\n::: callout\nb\n:::\nc",
    ):
        assert "<p>b</p>\n</aside>" in html_of(body)
        assert faults_of(body) == []


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ("::: galery\na\n:::", ["markdown/unknown-block 1:5 galery"]),
        ("::: tip\na\n:::", ["markdown/unknown-block@callout 1:5 tip"]),
        ("a\n\n> [!DANGER]\n> b", ["markdown/block-argument@value 3:5 DANGER"]),
        ('::: callout kind="tipp"\n:::', ["markdown/block-argument@value 1:19 tipp"]),
        ('::: callout titel="a"\n:::', ["markdown/block-argument@unknown 1:13 titel"]),
        ('::: callout title="a" title="b"\n:::', ["markdown/block-argument@twice 1:23 title"]),
        ("::: callout title=“a b”\n:::", ["markdown/block-argument@malformed 1:13 title=“a b”"]),
        ("::: callout warning\n:::", ["markdown/block-argument@malformed 1:13 warning"]),
        ("::: post\n:::", ["markdown/block-argument@missing 1:5 post"]),
        ('::: youtube title="a" id="x"\n:::', ["markdown/block-argument@value 1:27 x"]),
        ('::: vimeo title="a" id="1/2"\n:::', ["markdown/block-argument@value 1:25 1/2"]),
        (f'::: youtube id="{VIDEO}"\n:::', ["markdown/block-argument@missing 1:5 youtube"]),
        ('::: figure src="a.svg"\n:::', ["markdown/block-argument@alt 1:5 figure"]),
        ('::: figure src="https://a.example/b.png" alt="c"\n:::', ["link/remote-image 1:17 https://a.example/b.png"]),
        ('::: figure src="a.svg" alt="b" decorative="yes"\n:::', ["markdown/block-argument@value 1:44 yes"]),
        ('::: file src="https://a.example/b.csv"\n:::', ["markdown/block-argument@path 1:15 https://a.example/b.csv"]),
        ("::: gallery\n![a](b.svg)\n\nwords\n:::", ["markdown/block-body 4:1 words"]),
        ("::: gallery\n![a](b.svg) words\n:::", ["markdown/block-body 2:1 ![a](b.svg) words"]),
        ("::: gallery\n- ![a](b.svg)\n:::", ["markdown/block-body 2:1 - ![a](b.svg)"]),
        ("::: gallery\n:::", ["markdown/block-body@empty 1:5 gallery"]),
        ("::: post id=a\nwords\n:::", ["markdown/block-body@post 1:5 post"]),
        ("a\n\n::: callout\nb", ["markdown/unclosed-block 3:1 ::: callout"]),
        ("- ::: callout\n  b\n\nc", ["markdown/unclosed-block 1:3 ::: callout"]),
        ("a\n\n:::", ["markdown/unclosed-block@stray 3:1 :::"]),
    ],
)
def test_a_block_that_is_not_right_is_reported_where_it_is_mended(body: str, faults: list[str]) -> None:
    assert faults_of(body) == faults


def test_the_facts_hold_the_nearest_word() -> None:
    assert facts_of("::: galery\n:::") == {"value": "galery", "suggestion": "gallery"}
    assert facts_of("::: warning\n:::") == {"value": "warning", "suggestion": "callout"}
    assert facts_of('::: callout titel="a"\n:::')["suggestion"] == "title"
    assert facts_of("::: callout kind=warn\n:::")["suggestion"] == "warning"


@pytest.mark.parametrize(
    "opener", ["::: nope", "::: youtube id=x title=y", "::: post", "::: file src=https://a.example"]
)
def test_words_in_a_block_that_is_not_understood_are_shown(opener: str) -> None:
    assert "words <strong>bold</strong>" in html_of(f"{opener}\nwords **bold**\n:::")
