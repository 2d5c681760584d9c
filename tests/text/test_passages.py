"""Summary, plain text and length of a body."""

from blogsmith.model.document import Length
from blogsmith.text.passages import shortened
from tests.text.reading import read


def test_plain_text_is_every_word_without_markup() -> None:
    body = (
        "## 제목 *하나*\n\n가 [나](b.md) `다`\n라[^1] ![alt](c.svg)\n\n| 마 | 바 |\n|---|---|\n\n"
        '> [!TIP] 사\n> 아\n\n![x](y.svg "자")\n\n```js\nvar x\n```\n\n<!-- 숨은 -->\n\n[^1]: 차\n'
    )
    assert read(body).plain == "제목 하나\n가 나 다 라\n마\n바\n사\n아\n자\nvar x\n차"


def test_plain_text_is_composed() -> None:
    assert read("\u1112\u1161\u11ab").plain == "한"


def test_code_blocks_do_not_count_as_reading() -> None:
    assert read("one `two`\n\n```\nthree four\n```\n\n    five\n").length == Length(words=2, syllables=0, characters=6)


def test_the_summary_is_the_first_paragraph() -> None:
    assert (
        read("## 제목\n\n![a](b.svg)\n\n> 인용.\n\n- 목록\n\n첫 *문단*\n이어짐.\n\n둘째.").summary == "첫 문단 이어짐."
    )
    assert read("- only\n- a list").summary == "only"
    assert read("").summary == ""


def test_a_long_summary_ends_with_a_sentence() -> None:
    korean = "가나다라마 바사아자차. " * 20
    assert read(korean).summary == ("가나다라마 바사아자차. " * 6).strip()
    english = "One two three four five six. " * 20
    assert read(english).summary == ("One two three four five six. " * 6).strip()


def test_one_long_sentence_is_cut_behind_a_word() -> None:
    cut = shortened("word " * 60)
    assert cut.endswith("word…")
    assert 150 <= len(cut) <= 161


def test_a_point_within_a_number_ends_no_sentence() -> None:
    text = "x" * 70 + " 3.14 " + "y" * 60 + " 2.71828 " + "z " * 80
    assert shortened(text).endswith("…")


def test_a_word_without_end_is_cut() -> None:
    assert shortened("가" * 300) == "가" * 79 + "…"
