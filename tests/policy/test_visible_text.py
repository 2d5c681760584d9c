"""What a reader sees of a rendered page."""

import pytest

from blogsmith.policy.visible_text import VisibleText, letters_of


def letters(html: str) -> str:
    reader = VisibleText()
    reader.feed(html)
    reader.close()
    return reader.letters()


def test_words_are_seen_without_spaces_quotes_and_markup() -> None:
    assert letters("<p>I <b>was</b> paid&nbsp;300&#8288; ‘euros’.</p>") == "Iwaspaid300euros"


@pytest.mark.parametrize(
    "html",
    [
        "<details><summary>a</summary><p>b</p></details>",
        "<p hidden>b</p>",
        '<p aria-hidden="true">b <b>c</b></p>',
        '<div style="Display: none"><p>b</p></div>',
        '<p style="visibility:hidden">b</p>',
        "<script>b</script><style>b</style><template>b</template><noscript>b</noscript>",
        "<head><title>b</title></head>",
        "<sup>1</sup>",
        "<dialog><p>b</p></dialog>",
    ],
)
def test_what_is_hidden_or_folded_is_not_seen(html: str) -> None:
    assert letters(f"{html}<p>end</p>") == "end"


def test_an_element_without_end_tag_hides_nothing_behind_its_parent() -> None:
    assert letters("<div><p hidden>a</div><p>b</p>") == "b"


def test_a_stray_end_tag_and_void_elements_change_nothing() -> None:
    assert letters("</section><p>a<br>b<img src=x hidden>c</p>") == "abc"


def test_every_link_is_known_with_its_rel() -> None:
    reader = VisibleText()
    reader.feed('<a href="/a/">a</a><a rel="noopener sponsored" href="https://b.example/?x=1&amp;y=2">b</a><a>c</a>')
    assert reader.anchors == [("/a/", ""), ("https://b.example/?x=1&y=2", "noopener sponsored"), ("", "")]


def test_a_page_may_be_fed_in_parts() -> None:
    reader = VisibleText()
    for part in ("<p>on", "e</p><p hid", "den>two</p><p>&am", "p;three</p>"):
        reader.feed(part)
    reader.close()
    assert reader.letters() == "onethree"


def test_korean_letters_count() -> None:
    assert letters_of("‘30만 원’을_받았습니다.") == "30만원을받았습니다"
