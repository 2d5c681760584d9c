"""What templates may do, and that everything else is refused at its line."""

from pathlib import Path
from typing import Any

import pytest

from blogsmith.themes.layer import HOOKS
from tests.themes.tiny import faults, load, render, render_fault

PAGE = "themes/tiny/templates/page.html"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ title }}", "Hello"),
        ("{{ value }}", "&lt;b&gt;"),
        ("{{ body|markup }}", "<p>I built it.</p>"),
        ("{{ value|markup }}", "<b>"),
        ("{% set x %}<i>{{ value }}</i>{% endset %}{{ x }}", "<i>&lt;b&gt;</i>"),
        ("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(value) }}", "<i>&lt;b&gt;</i>"),
        ("{% for i in range(3) %}{{ i }}{% endfor %}", "012"),
        ("{% set n = namespace(a=1) %}{% set n.a = 2 %}{{ n.a }}", "2"),
        ("{{ dict(a=1)|json }}", '{"a": 1}'),
        ("{{ nothing is defined }} {{ nothing|default('x') }}", "False x"),
        ("{% if value %}\n  yes\n{% endif %}\n", "  yes\n"),
    ],
)
def test_templates_escape_text_and_print_markup(tmp_path: Path, template: str, expected: str) -> None:
    assert render(tmp_path, template, value="<b>") == expected


@pytest.mark.parametrize(
    "name",
    ["config", "lipsum", "cycler", "joiner", "theme", "page", "now", "request", "url_for", "get_flashed_messages"],
)
def test_a_template_sees_its_view_and_nothing_else(tmp_path: Path, name: str) -> None:
    rule, path, line, facts = render_fault(tmp_path, f"\n{{{{ {name} }}}}")
    assert (rule, path, line, facts["value"]) == ("theme/unknown-name", PAGE, 2, name)


@pytest.mark.parametrize("name", ["safe", "tojson", "random", "pprint"])
def test_filters_that_would_break_a_promise_are_gone(tmp_path: Path, name: str) -> None:
    rule, _, line, facts = render_fault(tmp_path, f"{{{{ title|{name} }}}}")
    assert (rule, line, facts["value"]) == ("theme/unknown-name@filter", 1, name)


@pytest.mark.parametrize(
    "expression",
    [
        "title.__class__",
        "''.__class__.__mro__",
        "site.__init__.__globals__",
        "t.__globals__",
        "t.__self__",
        "hook.__globals__",
        "title|attr('__class__')",
        "('{0.__class__}').format(title)",
        "self._TemplateReference__context",
    ],
)
def test_no_way_leads_out_of_the_sandbox(tmp_path: Path, expression: str) -> None:
    rule, _, _, facts = render_fault(tmp_path, f"{{{{ {expression} }}}}")
    assert rule == "theme/template-error" and "SecurityError" in facts["message"]


@pytest.mark.parametrize("statement", ["value.append(1)", "site.update(a=1)", "value.clear()"])
def test_a_template_cannot_change_what_it_sees(tmp_path: Path, statement: str) -> None:
    value = [1]
    render_fault(tmp_path, f"{{{{ {statement} }}}}", value=value)
    assert value == [1]


def test_range_is_bounded(tmp_path: Path) -> None:
    rule, _, _, facts = render_fault(tmp_path, "{% for i in range(9999999) %}{% endfor %}")
    assert (rule, facts["message"].partition(":")[0]) == ("theme/template-error", "OverflowError")


@pytest.mark.parametrize(
    ("template", "variant", "line"),
    [
        ("{% include title %}", "dynamic", 1),
        ('\n{% extends "a" ~ "b" %}', "dynamic", 2),
        ("{% include [title, value] %}", "dynamic", 1),
        ("{% import title as x %}", "dynamic", 1),
        ("{{ hook(title) }}", "dynamic-hook", 1),
        ("{% autoescape false %}{{ title }}{% endautoescape %}", "autoescape", 1),
        ("\n\n{% if %}", "", 3),
        ("{% for x in value %}", "", 1),
        ("{% trans %}x{% endtrans %}", "", 1),
    ],
)
def test_what_no_template_may_do_is_told_before_rendering(
    tmp_path: Path, template: str, variant: str, line: int
) -> None:
    rule = f"theme/template-error@{variant}" if variant else "theme/template-error"
    found = faults(tmp_path, f"-- templates/page.html --\n{template}\n")
    assert [(told, path, at) for told, path, at, _ in found] == [(rule, PAGE, line)]


def test_a_missing_include_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    found = faults(tmp_path, '-- templates/page.html --\n\n{% include "car.html" %}\n-- templates/card.html --\n')
    assert found == [("theme/missing-template", PAGE, 2, {"value": "car.html", "suggestion": "card.html"})]


def test_an_include_may_be_missing_where_the_template_says_so(tmp_path: Path) -> None:
    assert render(tmp_path, 'a{% include "none.html" ignore missing %}b') == "ab"


def test_the_first_of_several_names_that_is_there_is_included(tmp_path: Path) -> None:
    more = "-- templates/b.html --\nb\n"
    assert render(tmp_path, '{% include ["a.html", "b.html"] %}', more=more) == "b"


@pytest.mark.parametrize(
    ("templates", "circle", "path"),
    [
        ('-- templates/a.html --\n{% include "a.html" %}', "a.html -> a.html", "a.html"),
        (
            '-- templates/a.html --\n{% extends "b.html" %}\n-- templates/b.html --\n{% include "c.html" %}\n'
            '-- templates/c.html --\n{% from "a.html" import x %}',
            "a.html -> b.html -> c.html -> a.html",
            "c.html",
        ),
    ],
)
def test_templates_that_reach_themselves_are_named(tmp_path: Path, templates: str, circle: str, path: str) -> None:
    assert faults(tmp_path, templates) == [("theme/cycle", f"themes/tiny/templates/{path}", None, {"value": circle})]


def test_a_macro_may_call_itself(tmp_path: Path) -> None:
    template = "{% macro m(n) %}{{ n }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}"
    assert render(tmp_path, template) == "3210"


def test_a_macro_that_never_ends_is_an_error_of_its_template(tmp_path: Path) -> None:
    rule, path, line, facts = render_fault(tmp_path, "\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")
    assert (rule, path, line) == ("theme/template-error", PAGE, 2)
    assert facts["message"].startswith("RecursionError")


def test_strings_are_filled_in_and_escaped(tmp_path: Path) -> None:
    more = '-- strings/en.toml --\nby = "By <{name}> & {n}"\n'
    assert render(tmp_path, '{{ t("by", name=value, n=2) }}', value="<b>", more=more) == "By &lt;&lt;b&gt;&gt; &amp; 2"


def test_a_sentence_can_hold_markup_as_a_fact(tmp_path: Path) -> None:
    more = '-- strings/en.toml --\nby = "By {name} & {n}"\n'
    template = '{% set a %}<a>{{ value }}</a>{% endset %}{{ t("by", name=a, n=value) }}'
    assert render(tmp_path, template, value="<b>", more=more) == "By <a>&lt;b&gt;</a> &amp; &lt;b&gt;"


def test_a_fact_that_looks_like_a_place_is_left_alone(tmp_path: Path) -> None:
    more = '-- strings/en.toml --\nby = "{a}{b} {}"\n'
    assert render(tmp_path, '{{ t("by", a="{b}", b="{a.b}") }}', more=more) == "{b}{a.b} {}"


def test_a_key_put_together_at_rendering_is_told_at_its_line(tmp_path: Path) -> None:
    more = '-- strings/en.toml --\nkind.former = "left"\n'
    found = render_fault(tmp_path, '\n{{ t("kind." ~ value) }}', value="formr", more=more)
    expected = {"value": "kind.formr", "language": "en", "suggestion": "kind.former"}
    assert found == ("theme/missing-string@template", PAGE, 2, expected)


def test_a_place_left_open_at_rendering_is_told_at_its_line(tmp_path: Path) -> None:
    more = '-- strings/en.toml --\na.b = "{name}"\n'
    found = render_fault(tmp_path, '{{ t("a." ~ value) }}', value="b", more=more)
    assert found == ("theme/missing-fact", PAGE, 1, {"value": "name", "key": "a.b", "language": "en"})


def test_a_hook_prints_the_site_s_own_markup_with_its_values(tmp_path: Path) -> None:
    more = """
-- themes/local/hooks/post_footer.html --
<p>{{ site.title }}, {{ mood }}, {{ title is defined }}</p>
"""
    assert (
        render(tmp_path, '{{ hook("post_footer", mood="<good>") }}', more=more) == "<p>A blog, &lt;good&gt;, False</p>"
    )


def test_every_hook_may_be_empty(tmp_path: Path) -> None:
    assert render(tmp_path, "".join(f'{{{{ hook("{name}") }}}}' for name in HOOKS)) == ""


def test_a_hook_in_a_macro_of_another_file_knows_the_site_when_it_is_imported_with_context(tmp_path: Path) -> None:
    more = """
-- templates/m.html --
{% macro m() %}{{ hook("sidebar") }}{% endmacro %}
-- themes/local/hooks/sidebar.html --
{{ site.title }}{% include "a.html" %}
-- templates/a.html --
!
"""
    assert render(tmp_path, '{% from "m.html" import m with context %}{{ m() }}', more=more) == "A blog!"


def test_a_hook_of_a_name_that_is_not_known_is_told_with_the_nearest(tmp_path: Path) -> None:
    found = faults(tmp_path, '-- templates/page.html --\n{{ hook("post_foot") }}\n')
    assert found == [("theme/unknown-hook", PAGE, 1, {"value": "post_foot", "suggestion": "post_footer"})]


def test_a_hook_that_fails_is_told_by_its_own_line(tmp_path: Path) -> None:
    more = "-- themes/local/hooks/comments.html --\n\n{{ comment }}\n"
    rule, path, line, facts = render_fault(tmp_path, '{{ hook("comments", comments=1) }}', more=more)
    assert (rule, path, line, facts["value"]) == (
        "theme/unknown-name",
        "themes/local/hooks/comments.html",
        2,
        "comment",
    )


CLOSURE = """
-- templates/page.html --
{% extends "base.html" %}{% from "macros.html" import m %}
-- templates/base.html --
{% include "foot.html" %}{{ hook("sidebar") }}
-- templates/foot.html --
-- templates/macros.html --
{% macro m() %}{% endmacro %}
-- templates/post.html --
-- strings/en.toml --
a = "x"
"""


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        ("-- templates/page.html --\nx\n", {"page.html"}),
        ("-- templates/foot.html --\nx\n", {"page.html", "base.html", "foot.html"}),
        ("-- templates/macros.html --\n{% macro m() %}x{% endmacro %}\n", {"page.html", "macros.html"}),
        ("-- themes/local/hooks/sidebar.html --\nx\n", {"page.html", "base.html"}),
        ("-- themes/local/templates/foot.html --\nx\n", {"page.html", "base.html", "foot.html"}),
        ("-- templates/new.html --\nx\n", {"new.html"}),
        ("-- assets/a.css --\nx\n", set()),
        ('-- strings/en.toml --\na = "y"\n', {"page.html", "base.html", "foot.html", "macros.html", "post.html"}),
    ],
)
def test_a_closure_changes_with_whatever_its_template_hangs_on(tmp_path: Path, edit: str, changed: set[str]) -> None:
    before = load(tmp_path, CLOSURE).digests
    after = load(tmp_path, edit).digests
    assert {name for name in after if after[name] != before.get(name)} == changed


def test_a_closure_is_the_same_wherever_the_theme_stands(tmp_path: Path) -> None:
    assert load(tmp_path / "a", CLOSURE).digests == load(tmp_path / "b", CLOSURE).digests


def test_views_of_any_shape_are_spread(tmp_path: Path) -> None:
    value: Any = {"items": 1, "deep": ({"x": 2},)}
    assert render(tmp_path, '{{ value["items"] }}{{ value.deep[0].x }}', value=value) == "12"
