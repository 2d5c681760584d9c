"""Emphasis beside Korean."""

import pytest

from tests.text.reading import html_of


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("**마크다운(Markdown)**을", "<strong>마크다운(Markdown)</strong>을"),
        ('**"강조"**입니다', "<strong>&quot;강조&quot;</strong>입니다"),
        ("**`code`**는", "<strong><code>code</code></strong>는"),
        ("한글**(괄호)**한글", "한글<strong>(괄호)</strong>한글"),
        ("*‘하나’*와 *둘!*도", "<em>‘하나’</em>와 <em>둘!</em>도"),
        ("~~(지움)~~은", "<s>(지움)</s>은"),
        ("**これは**です。**「強調」**です", "<strong>これは</strong>です。<strong>「強調」</strong>です"),
        ("***(셋)***은", "<em><strong>(셋)</strong></em>은"),
        ("**[링크](/a/)**를", "<strong>{link /a/}링크</a></strong>를"),
    ],
)
def test_punctuation_inside_a_marker_does_not_keep_it_from_a_korean_word(body: str, html: str) -> None:
    assert html_of(body) == f"<p>{html}</p>\n"


@pytest.mark.parametrize(
    "body", ["a**b.**c", "2 ** 3 ** 4", "snake_case_name", "한_글_자", "~하나~", "가 ~ 나 ~ 다", "_“말”_을"]
)
def test_what_is_no_emphasis_in_commonmark_elsewhere_stays_as_typed(body: str) -> None:
    assert html_of(body) == f"<p>{body}</p>\n"


def test_it_can_be_switched_off() -> None:
    assert html_of("**마크다운(Markdown)**을", cjk_emphasis=False) == "<p>**마크다운(Markdown)**을</p>\n"
    assert html_of("**굵게**", cjk_emphasis=False) == "<p><strong>굵게</strong></p>\n"


def test_odd_runs_of_tildes_lose_one() -> None:
    assert html_of("~~~가~~~나") == html_of("~~~가~~~나", cjk_emphasis=False)
    assert html_of("a ~~~가~~~ b") == "<p>a ~<s>가</s>~ b</p>\n"
