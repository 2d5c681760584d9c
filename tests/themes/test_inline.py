"""A theme carries no code inside its pages, whose policy would stop it."""

from pathlib import Path

import pytest

from tests.themes.tiny import Plain, faults, load


def found(root: Path, template: str) -> list[tuple[str, int | None, object]]:
    """Rule, line and value of what is wrong with a template."""
    told: list[Plain] = faults(root, f"-- templates/page.html --\n{template}\n")
    return [(rule, line, facts.get("value")) for rule, _, line, facts in told]


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("<p>\n<script>go()</script>", ("theme/inline@script", 2, "<script>")),
        ("<script type=module>go()</script>", ("theme/inline@script", 1, "<script>")),
        ("<SCRIPT\ndefer>go()</SCRIPT>", ("theme/inline@script", 1, "<script>")),
        ("<style>p {}</style>", ("theme/inline@style", 1, "<style>")),
        ('<p style="color: red">', ("theme/inline@attribute", 1, "style")),
        ('<p class="{{ title }}" style="--a: {{ title }}">', ("theme/inline@attribute", 1, "style")),
        ('{# " #}\n<body onload="go()">', ("theme/inline@attribute", 2, "onload")),
        ("<img src=x ONERROR=go()>", ("theme/inline@attribute", 1, "onerror")),
        ('<a href=" JavaScript:go()">', ("theme/inline@url", 1, " JavaScript:go()")),
        (
            '<script src="https://cdn.example/a.js" defer></script>',
            ("theme/no-integrity", 1, "https://cdn.example/a.js"),
        ),
        ('<link rel="stylesheet" href="//cdn.example/a.css">', ("theme/no-integrity", 1, "//cdn.example/a.css")),
    ],
)
def test_code_inside_a_template_is_told_with_its_line(
    tmp_path: Path, template: str, expected: tuple[str, int, str]
) -> None:
    assert found(tmp_path, template) == [expected]


def test_it_is_told_beside_what_keeps_the_template_from_being_read(tmp_path: Path) -> None:
    told = found(tmp_path, "<style>p {}</style>\n{% if %}")
    assert [(rule, line) for rule, line, _ in told] == [("theme/inline@style", 1), ("theme/template-error", 2)]


@pytest.mark.parametrize(
    "template",
    [
        '<script type="application/ld+json">{{ value }}</script>',
        '<script src="{{ value }}" defer></script>',
        '<script src="https://cdn.example/a.js" integrity="sha384-AAAA" crossorigin="anonymous"></script>',
        '<link rel="canonical" href="https://blog.example.com/">',
        "<p>The style of <b>one</b> = another.</p>",
        "<!-- <script>go()</script> -->",
        "{# <style> #}",
        '<p data-onload="x" class="style">',
    ],
)
def test_what_runs_nothing_may_stay(tmp_path: Path, template: str) -> None:
    assert found(tmp_path, template) == []


def test_a_hook_of_the_site_is_held_to_the_same(tmp_path: Path) -> None:
    hook = "-- themes/local/hooks/head_extra.html --\n<script>go()</script>\n"
    text = f"-- templates/page.html --\n{{{{ hook('head_extra') }}}}\n{hook}"
    assert [(rule, path) for rule, path, _, _ in faults(tmp_path, text)] == [
        ("theme/inline@script", "themes/local/hooks/head_extra.html")
    ]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("<head></head>", [("theme/no-policy", "templates/page.html")]),
        ("<head>{{ meta.csp }}</head>", []),
        ("{# <head> #}", []),
    ],
)
def test_a_head_without_the_policy_of_its_page_is_told(tmp_path: Path, head: str, told: list[tuple[str, str]]) -> None:
    theme = load(tmp_path, f"-- templates/page.html --\n{head}\n")
    assert [(warning.rule, warning.location.path.removeprefix("themes/tiny/")) for warning in theme.diagnostics] == told
