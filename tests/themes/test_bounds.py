"""A template reaches nothing outside of its page, and costs no more than a page may."""

import resource
import threading
from pathlib import Path

import pytest

from blogsmith.themes import renderer
from tests.themes.tiny import faults, render, render_fault

PAGE = "themes/tiny/templates/page.html"


@pytest.mark.parametrize(
    "expression",
    [
        '"x" * 10**9',
        "10**9 * 'x'",
        "[0] * 10**9",
        "2 ** 1000000000",
        "('x' * 1000) * 10000",
        "range(10**9)|list",
        "10 ** (10 ** 10)",
    ],
)
def test_an_expression_that_would_fill_the_memory_is_refused(tmp_path: Path, expression: str) -> None:
    rule, path, line, _ = render_fault(tmp_path, f"\n{{{{ {expression} }}}}")
    assert (rule, path, line) == ("theme/template-error", PAGE, 2)


@pytest.mark.parametrize(
    ("expression", "expected"), [("'ab' * 3", "ababab"), ("2 ** 10", "1024"), ("6 * 7", "42"), ("1.5 * 2", "3.0")]
)
def test_what_templates_multiply_stays(tmp_path: Path, expression: str, expected: str) -> None:
    assert render(tmp_path, f"{{{{ {expression} }}}}") == expected


def test_a_template_that_does_not_end_is_stopped_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer, "SECONDS", 1)
    loop = "{% for a in range(90000) %}{% for b in range(90000) %}\n{% if a == b %}{% endif %}{% endfor %}{% endfor %}"
    rule, path, _, facts = render_fault(tmp_path, loop)
    assert (rule, path) == ("theme/too-long", PAGE)
    assert facts == {"value": "page.html", "seconds": 1}


_DOUBLED = "{{% set n = namespace(s={0}) %}}{{% for i in range(60) %}}{{% set n.s = n.s {1} n.s %}}{{% endfor %}}"
GROWING = {
    "a text that doubles": _DOUBLED.format("'x'", "~"),
    "a list that doubles": _DOUBLED.format("[1, 2]", "+"),
    "a text in a format": "{{ '%999999999d' % 1 }}",
    "a wide text": "{{ 'x'|center(900000000) }}",
    "texts in texts": "{{ ('x' * 900000)|replace('x', 'x' * 900000) }}",
    "a long page": "{% for a in range(90000) %}{% for b in range(90) %}{{ b ~ ('x' * 1000) }}{% endfor %}{% endfor %}",
}


@pytest.mark.parametrize("what", GROWING)
def test_a_template_that_fills_the_memory_is_stopped_and_named(
    tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderer, "MEGABYTES", 128)
    before = resource.getrlimit(resource.RLIMIT_AS)
    rule, path, _, facts = render_fault(tmp_path, GROWING[what])
    assert (rule, path) == ("theme/too-much-memory", PAGE)
    assert facts == {"value": "page.html", "mb": 128}
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@pytest.mark.parametrize("expression", ["n.s * n.s", "n.s ** 3"], ids=["a product", "a power"])
def test_no_number_grows_for_ever(tmp_path: Path, expression: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer, "SECONDS", 1)
    monkeypatch.setattr(renderer, "MEGABYTES", 128)
    loop = f"{{% for i in range(99) %}}{{% set n.s = {expression} %}}{{% endfor %}}"
    rule, path, _, _ = render_fault(tmp_path, f"{{% set n = namespace(s=99999) %}}{loop}")
    assert (rule.partition("@")[0], path) in {
        (f"theme/{name}", PAGE) for name in ("template-error", "too-long", "too-much-memory")
    }


def test_no_number_is_rounded_for_ever(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ 5|round(-1000000000) }} {{ 2.345|round(2, 'floor') }}") == "0 2.34"


def test_a_thread_beside_the_first_is_stopped_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview renders in one."""
    monkeypatch.setattr(renderer, "SECONDS", 1)
    found = []
    loop = "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}"
    thread = threading.Thread(target=lambda: found.append(render_fault(tmp_path, loop)[:2]))
    thread.start()
    thread.join()
    assert found == [("theme/too-long", PAGE)]


@pytest.mark.parametrize(
    "expression",
    [
        "environ",
        "os.environ",
        "open('/etc/passwd').read()",
        "self.__init__.__globals__",
        "joiner.__init__.__globals__.os",
        "site.__class__.__subclasses__()",
        "''.__class__.__base__.__subclasses__()",
        "title.encode.__self__.__class__",
        "(title|attr('__class__'))",
        "('%s' % site).__class__",
        "hook.__code__",
        "t.__func__.__globals__",
        "range.__self__",
        "dict.__mro__",
        "namespace.__init__.__globals__",
        "[].__class__.__mro__[1].__subclasses__()",
        "{}.__init__.__globals__",
        "(1).__class__",
        "cycler",
        "lipsum.__globals__",
    ],
)
def test_no_template_reaches_files_environment_or_network(tmp_path: Path, expression: str) -> None:
    rule, _, line, _ = render_fault(tmp_path, f"{{{{ {expression} }}}}")
    assert rule.partition("@")[0] in ("theme/unknown-name", "theme/template-error")
    assert line == 1


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../../../etc/passwd", "file:///etc/passwd", "https://a.example/a.html"]
)
def test_no_template_includes_what_is_not_the_themes(tmp_path: Path, name: str) -> None:
    found = faults(tmp_path, f"-- templates/page.html --\n{{% include '{name}' %}}\n")
    assert [rule for rule, *_ in found] == ["theme/missing-template"]
