"""Specs are collected, compared and rewritten, in a pytest of their own."""

import pytest

from blogsmith.version import VERSION
from tests.site import write_file

CONFTEST = 'pytest_plugins = ("tests.specs.plugin",)'


def written(pytester: pytest.Pytester, spec: str) -> None:
    """A project with one spec file."""
    pytester.makeconftest(CONFTEST)
    write_file(pytester.path, "specs/version.md", spec)


@pytest.fixture(autouse=True)
def importable(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other pytest finds this repository's `tests` package."""
    monkeypatch.setenv("PYTHONPATH", str(request.config.rootpath))


RIGHT = f"""\
## The version is told
```run
--version
```
```says
blogsmith {VERSION}
```
"""

WRONG = RIGHT.replace(VERSION, "0.0.0-wrong")


def test_a_right_spec_passes_under_its_heading(pytester: pytest.Pytester) -> None:
    written(pytester, RIGHT)
    result = pytester.runpytest_subprocess("-v", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*specs/version.md::The version is told PASSED*"])


def test_a_deliberate_mismatch_fails_and_shows_both_texts(pytester: pytest.Pytester) -> None:
    written(pytester, WRONG)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "*version.md:1: The version is told",
            "*expected:",
            "*blogsmith 0.0.0-wrong",
            "*said:",
            f"*blogsmith {VERSION}",
        ]
    )


def test_a_deliberate_wrong_exit_code_fails(pytester: pytest.Pytester) -> None:
    written(pytester, RIGHT + "exit: 2\n")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*expected exit: 2, exited with 0*"])


def test_the_flag_writes_what_was_said(pytester: pytest.Pytester) -> None:
    written(pytester, WRONG)
    result = pytester.runpytest_subprocess("--rewrite-specs", "-p", "no:cacheprovider")
    result.assert_outcomes(passed=1)
    assert (pytester.path / "specs/version.md").read_text() == RIGHT


def test_a_spec_that_cannot_be_understood_is_an_error(pytester: pytest.Pytester) -> None:
    written(pytester, "## a\n```says\n")
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(errors=1)
