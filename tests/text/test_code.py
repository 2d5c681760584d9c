"""Code blocks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blogsmith.text import code
from blogsmith.text.code import Code, code_figure, marked_lines
from blogsmith.text.highlighting import highlighted
from tests.text.reading import facts_of, faults_of, html_of, read


def test_code_is_a_figure_with_its_language_and_title() -> None:
    assert html_of('```python title="a/<b>.py"\nx = 1\n```') == (
        '<figure class="code" data-language="python">\n<figcaption>a/&lt;b&gt;.py</figcaption>\n'
        '<pre tabindex="0"><code class="highlight"><span class="n">x</span> <span class="o">=</span> '
        '<span class="mi">1</span>\n</code></pre>\n</figure>\n'
    )


def test_code_without_a_language_is_plain() -> None:
    plain = '<figure class="code">\n<pre tabindex="0"><code class="highlight">a &lt; b\n</code></pre>\n</figure>\n'
    assert html_of("```\na < b\n```") == html_of("    a < b\n") == plain
    assert not read("```\na\n```\n\n```text\nb\n```").has_code
    assert read("```js\na\n```").has_code


def test_marked_lines_are_set_apart_even_within_one_token() -> None:
    html = html_of('```python mark="2,4-5"\n"""a\nb\nc"""\nx\ny\n```')
    assert '\n<span class="line marked"><span class="sd">b</span>\n</span><span class="sd">c' in html
    assert '<span class="line marked"><span class="n">x</span>\n</span><span class="line marked">' in html
    assert html.count('class="line') == 3


def test_a_diff_shows_what_came_and_went() -> None:
    html = html_of("```diff mark=3\n--- a\n+++ b\n-c\n+d\n e\n```")
    assert html.count('class="line') == 2
    assert '<span class="line removed marked"><span class="gd">-c</span>\n</span>' in html
    assert '<span class="line added"><span class="gi">+d</span>\n</span>' in html


def test_blank_lines_around_code_stay() -> None:
    assert 'highlight">\n\n<span' in html_of("```python\n\n\nx\n```")


def test_form_feeds_do_not_shift_marked_lines() -> None:
    assert '<span class="line marked">b\n</span>' in html_of("```text mark=2\na\u2028a\nb\n```")


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ("```pyhton\n```", ["markdown/unknown-language 1:4 pyhton"]),
        ("> ~~~ nope x=1\n> ~~~", ["markdown/unknown-language 1:7 nope", "markdown/code-argument@unknown 1:12 x"]),
        ('```js titel="a"\n```', ["markdown/code-argument@unknown 1:7 titel"]),
        ('```js mark="3"\na\nb\n```', ["markdown/code-argument@mark 1:13 3"]),
        ('```js mark="2-1"\na\nb\n```', ["markdown/code-argument@mark 1:13 2-1"]),
        ('```js mark="a"\na\n```', ["markdown/code-argument@mark 1:13 a"]),
        ("```js {1,2}\na\n```", ["markdown/code-argument@malformed 1:7 {1,2}"]),
        ('```js title="a" title="b"\n```', ["markdown/code-argument@twice 1:17 title"]),
        ('- ```title="a" mark="9"\n  x\n  ```', ["markdown/code-argument@mark 1:22 9"]),
    ],
)
def test_what_is_not_understood_behind_the_fence_is_reported(body: str, faults: list[str]) -> None:
    assert faults_of(body) == faults


def test_the_nearest_language_is_named() -> None:
    assert facts_of("```pyhton\n```") == {"value": "pyhton", "suggestion": "python"}


def test_a_title_alone_needs_no_language() -> None:
    assert "<figcaption>a b</figcaption>" in html_of('```title="a b"\nx\n```')


def test_the_language_s_name_is_escaped() -> None:
    assert 'data-language="&quot;&gt;&lt;x"' in html_of('```"><x\na\n```')


def test_ranges_of_lines() -> None:
    assert marked_lines("2, 4-6", 6) == frozenset({2, 4, 5, 6})
    assert [marked_lines(value, 6) for value in ("", "0", "7", "1-", "5-3", "1;2", "9" * 9)] == [None] * 7


@pytest.fixture
def recalled(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """What is recalled, by text and language: nothing yet."""
    own: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(code, "_recalled", own)
    return own


@pytest.mark.usefixtures("recalled")
def test_code_that_was_highlighted_before_is_taken_as_it_was() -> None:
    body = '<span title="recalled">x = &quot;&amp;&quot;</span> &lt; 1\n'
    code.recall(
        '<p>So:</p>\n<figure class="code" data-language="Brainfuck">\n<figcaption>a/&lt;b&gt;.py</figcaption>\n'
        f'<pre tabindex="0"><code class="highlight">{body}</code></pre>\n</figure>\n<p>And.</p>\n'
    )
    assert f'<code class="highlight">{body}</code>' in html_of('```BrainFuck\nx = "&" < 1\n```\n')
    assert "recalled" not in html_of('```brainfuck\nx = "&" < 2\n```\n')
    assert "recalled" not in html_of('```python\nx = "&" < 1\n```\n')


@pytest.mark.parametrize("info", ["diff", "python mark=1", "text", ""])
def test_marked_lines_diffs_and_plain_code_are_made_anew(recalled: dict[tuple[str, str], str], info: str) -> None:
    code.recall(html_of(f"```{info}\n-x = 1\n```\n"))
    assert recalled == {}


def test_what_is_recalled_stands_under_its_text_and_language(recalled: dict[tuple[str, str], str]) -> None:
    code.recall(html_of('```Python title="a"\nif x < "1":\n    pass\n```\n'))
    assert list(recalled) == [('if x < "1":\n    pass\n', "python")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # emptied each time
@given(
    st.text("a =1'\"<>&;#/*\\\n\r\t(é한\ufeff", max_size=80), st.sampled_from(["python", "html", "js", "toml", "bash"])
)
def test_any_recalled_code_is_what_highlighting_gives(
    recalled: dict[tuple[str, str], str], text: str, language: str
) -> None:
    recalled.clear()
    code.recall(code_figure(Code(text=text, language=language)))
    for (own, name), body in recalled.items():
        assert highlighted(own, name) == body
