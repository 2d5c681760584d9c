"""A page becomes text in its own language, and what stops it is explained at the template's line."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from blogsmith.model.diagnostic import CannotGoOn, Note
from blogsmith.model.page import Page
from blogsmith.pages.views import LinesView
from blogsmith.themes.renderer import Renderer
from tests.themes.tiny import TinySite, TinyView, load, plain, render, render_fault, tiny_page

PAGE = "themes/tiny/templates/page.html"

TWO_LANGUAGES = """
-- strings/ko.toml --
by = "{name} 씀"
date.long = "{year}년 {month}월 {day}일"
number.group = " "
month.3 = "3월"
-- strings/en.toml --
by = "By {name}"
date.long = "{day} {month_name} {year}"
number.group = ","
month.3 = "March"
-- templates/page.html --
{{ t("by", name=title) }}, {{ value|date_long }}, {{ 1234567|count }}
"""


def test_each_page_is_rendered_in_its_own_language(tmp_path: Path) -> None:
    renderer = Renderer(load(tmp_path, TWO_LANGUAGES, languages=("ko", "en")))
    day = date(2026, 3, 5)
    pages = [tiny_page(site=TinySite(language=language), value=day) for language in ("ko", "en", "ko")]
    assert [renderer.render(page) for page in pages] == [
        "Hello 씀, 2026년 3월 5일, 1 234 567",
        "By Hello, 5 March 2026, 1,234,567",
        "Hello 씀, 2026년 3월 5일, 1 234 567",
    ]


def test_every_date_filter_has_its_pattern(tmp_path: Path) -> None:
    more = """
-- strings/en.toml --
date.long = "{day} {month_name} {year}"
date.short = "{year}.{month2}.{day2}"
date.month_day = "{month_name} {day}"
date.month_day_short = "{month_short} {day}"
date.month_year = "{month_name} {year}"
month.3 = "March"
month_short.3 = "Mar"
"""
    template = "|".join(
        f"{{{{ value|{name} }}}}" for name in ("date_long", "date_short", "month_day", "month_day_short", "month_year")
    )
    moment = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
    assert render(tmp_path, template, more=more, value=moment) == "5 March 2026|2026.03.05|March 5|Mar 5|March 2026"


def test_a_month_without_a_name_is_told_at_the_template_s_line(tmp_path: Path) -> None:
    more = '-- strings/en.toml --\ndate.long = "{month_name}"\n'
    rule, path, line, facts = render_fault(tmp_path, "\n{{ value|date_long }}", more=more, value=date(2026, 3, 5))
    assert (rule, path, line, facts["value"]) == ("theme/missing-string@template", PAGE, 2, "month.3")


@pytest.mark.parametrize(
    ("template", "value", "suggestion"),
    [
        ("{{ titel }}", "titel", "title"),
        ("{{ site.titel }}", "titel", "title"),
        ("{{ value.colour }}", "colour", "color"),
        ("{{ value['colour'] }}", "colour", "color"),
        ("{% if bodi %}{% endif %}", "bodi", "body"),
        ("{% for x in bodi %}{% endfor %}", "bodi", "body"),
        ("{{ title|typset }}", "typset", "typeset"),
        ("{{ value is maping }}", "maping", "mapping"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_one(
    tmp_path: Path, template: str, value: str, suggestion: str
) -> None:
    rule, path, line, facts = render_fault(tmp_path, f"\n\n{template}", value={"color": "red"})
    assert (rule.partition("@")[0], path, line) == ("theme/unknown-name", PAGE, 3)
    assert facts == {"value": value, "suggestion": suggestion}


def test_a_fault_in_an_included_file_is_told_there(tmp_path: Path) -> None:
    more = '-- templates/a.html --\n{% from "b.html" import m %}{{ m(1) }}\n-- templates/b.html --\n\n'
    more += "{% macro m(x) %}\n{{ x.y }}{% endmacro %}\n"
    rule, path, line, facts = render_fault(tmp_path, '{% include "a.html" %}', more=more)
    assert (rule, path, line) == ("theme/unknown-name", "themes/tiny/templates/b.html", 3)
    assert facts["value"] == "y"


def test_a_fault_in_a_bundled_theme_is_told_by_the_theme_s_own_path(tmp_path: Path) -> None:
    theme = load(
        tmp_path, "-- bundled/basic/theme.toml --\n-- bundled/basic/templates/page.html --\n{{ x }}\n", name="basic"
    )
    with pytest.raises(CannotGoOn) as stop:
        Renderer(theme).render(tiny_page())
    assert stop.value.diagnostics[0].location.path == "blogsmith:basic/templates/page.html"


def test_a_fault_names_the_page_and_stops_with_the_code_of_themes(tmp_path: Path) -> None:
    theme = load(tmp_path, "-- templates/page.html --\n{{ 1 // 0 }}\n")
    with pytest.raises(CannotGoOn) as stop:
        Renderer(theme).render(tiny_page(output="ko/hello/index.html"))
    [told] = stop.value.diagnostics
    message = "ZeroDivisionError: integer division or modulo by zero"
    assert plain(told) == ("theme/template-error", PAGE, 1, {"message": message, "page": "ko/hello/index.html"})
    assert told.notes == (Note(key="page", facts=(("page", "ko/hello/index.html"),)),)
    assert stop.value.exit_code == 2


def test_a_template_that_the_theme_lacks_is_told_with_the_nearest(tmp_path: Path) -> None:
    theme = load(tmp_path, "-- templates/post.html --\n")
    with pytest.raises(CannotGoOn) as stop:
        Renderer(theme).render(tiny_page(template="posts.html"))
    expected = {"value": "posts.html", "suggestion": "post.html"}
    assert [plain(item) for item in stop.value.diagnostics] == [
        ("theme/missing-template@page", "themes/tiny/templates", None, expected)
    ]


def test_what_fails_outside_of_templates_is_a_bug_and_stays_one(tmp_path: Path) -> None:
    theme = load(tmp_path, "-- templates/page.html --\n")
    with pytest.raises(TypeError):
        Renderer(theme).render(Page(output="a", template="page.html", view="no view"))


def test_filters_that_are_handed_in_give_markup_and_take_options(tmp_path: Path) -> None:
    def drawn(seed: str, *, wide: bool = False) -> str:
        return f"<svg>{seed}{wide}</svg>"

    assert render(tmp_path, "{{ title|drawn(wide=true) }}{{ title|drawn|markup }}", filters={"drawn": drawn}) == (
        "<svg>HelloTrue</svg><svg>HelloFalse</svg>"
    )


def test_a_page_without_a_language_is_rendered_in_the_default_one(tmp_path: Path) -> None:
    page = Page(output="robots.txt", template="machine/lines.txt", view=LinesView(lines=("a & b", "", "c")))
    assert Renderer(load(tmp_path)).render(page) == "a & b\n\nc\n"


def test_rendering_again_gives_the_same_text(tmp_path: Path) -> None:
    renderer = Renderer(
        load(tmp_path, "-- templates/page.html --\n{% set n = namespace(i=0) %}{% set n.i = n.i + 1 %}{{ n.i }}\n")
    )
    assert [renderer.render(tiny_page()) for _ in range(3)] == ["1", "1", "1"]


def test_a_filter_on_a_constant_is_not_shared_between_languages(tmp_path: Path) -> None:
    text = '-- strings/en.toml --\nnumber.group = ","\n-- strings/ko.toml --\nnumber.group = "."\n'
    theme = load(tmp_path, f"{text}-- templates/page.html --\n{{{{ 1000|count }}}}\n", languages=("en", "ko"))
    renderer = Renderer(theme)
    views = [TinyView(site=TinySite(language=language)) for language in ("en", "ko")]
    pages = [Page(output="a", template="page.html", view=view) for view in views]
    assert [renderer.render(page) for page in pages] == ["1,000", "1.000"]
