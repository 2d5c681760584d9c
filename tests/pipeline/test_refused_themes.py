"""A theme that cannot render the site stops it, with the line of the template, before anything is published."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.refusal import assert_refused, findings
from tests.site import build, check, tree

Published = Callable[[str], Path]

CONFIG = '-- config.toml --\n[site]\nbase_url = "https://blog.example.com/"\n'
LOCAL = "themes/local/templates/post.html"


@pytest.mark.parametrize(
    ("template", "finding"),
    [
        ("{% if title %}\n{{ title }}\n", "theme/template-error {}:2"),
        ("{{ title }}\n{% endfor %}\n", "theme/template-error {}:2"),
        ("fine\n{{ title|shout }}\n", "theme/unknown-name {}:2"),
        ("fine\n{{ titel }}\n", "theme/unknown-name {}:2"),
        ("{{ site.titel }}\n", "theme/unknown-name {}:1"),
        ("{{ 1 // 0 }}\n", "theme/template-error {}:1"),
        ('{% include "parts/nowhere.html" %}\n', "theme/missing-template {}:1"),
        ('{% include "post.html" %}\n', "theme/cycle {}"),
        ('{{ t("post.nowhere") }}\n', "theme/missing-string {}:1"),
        ("{% autoescape false %}{{ title }}{% endautoescape %}\n", "theme/template-error {}:1"),
        ("{{ title.__class__.__mro__ }}\n", "theme/template-error {}:1"),
        ("{{ ''.__class__ }}\n", "theme/template-error {}:1"),
        ("{% for n in range(10 ** 9) %}{% endfor %}\n", "theme/template-error {}:1"),
    ],
)
def test_a_template_of_the_site_with_a_fault_is_refused_at_its_line(
    published: Published, template: str, finding: str
) -> None:
    """With the exit code of a fault in the theme, seen at the start or only while pages are rendered."""
    assert_refused(published(f"-- {LOCAL} --\n{template}"), finding.format(LOCAL), exit_code=2)


@pytest.mark.parametrize(
    ("lines", "finding"),
    [
        ('[theme]\nname = "defualt"\n', "theme/missing config.toml:4:1"),
        ('[theme]\nname = "../content"\n', "theme/missing config.toml:4:1"),
        ("[theme.options]\nanswer_dyas = 2\n", "theme/option config.toml:4:1"),
        ('[theme.options]\nanswer_days = "two"\n', "theme/option config.toml:4:1"),
    ],
)
def test_a_theme_or_option_that_does_not_exist_is_refused(published: Published, lines: str, finding: str) -> None:
    assert_refused(published(CONFIG + lines), finding, exit_code=2)


def test_a_language_that_the_theme_does_not_speak_is_refused(published: Published) -> None:
    folder = published(CONFIG + 'languages = ["en", "fi"]\n')
    assert_refused(folder, "theme/missing-string themes/local/strings/fi.toml", exit_code=2)


def test_a_template_with_a_fault_also_fails_the_check_that_can_see_it(published: Published) -> None:
    folder = published(f"-- {LOCAL} --\n{{% if %}}\n")
    result = check(folder, "--format", "json")
    assert (findings(result), result.exit_code) == ((f"theme/template-error {LOCAL}:1",), 2)


def test_a_template_sees_its_view_and_nothing_else(published: Published) -> None:
    names = ("config", "request", "self.environment", "environ", "now", "posts", "lipsum", "cycler", "joiner", "os")
    lines = "".join(f"{{{{ {name} is defined }}}}\n" for name in names)
    folder = published(f"-- {LOCAL} --\n{lines}{{{{ title is defined }}}}")
    out = folder / "out"
    assert build(folder, "--out", str(out)).exit_code == 0
    assert tree(out)["well/index.html"].decode().split() == ["False"] * len(names) + ["True"]
