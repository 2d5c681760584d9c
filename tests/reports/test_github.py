"""The report for GitHub Actions."""

from dataclasses import replace

from blogsmith.reports.github import render
from blogsmith.reports.words import Words
from tests.reports.cases import TWICE, UNKNOWN, WHOLE_FILE


def test_each_finding_is_one_command(words: Words) -> None:
    assert render([UNKNOWN, WHOLE_FILE], words) == (
        "::warning file=content/posts/first-robot.md,title=file/other::file/other\n"
        "::error file=content/posts/first-robot.md,line=4,col=11,title=author/unknown"
        "::`jnae` has no profile in authors/%0A"
        "did you mean `jane`?  A new writer: `blogsmith new author jnae`\n"
    )


def test_notes_follow_and_what_is_special_is_escaped(words: Words) -> None:
    assert render([TWICE], words) == (
        "::notice file=authors/jane.md,line=10,title=author/unknown"
        "::`x, 100%25: y` has no profile in authors/%0Ateams do not sign posts%0A"
        "first written in 2 lines%0Aalso here --> authors/jän e.md:3:1\n"
    )


def test_a_path_cannot_add_a_property_or_a_command(words: Words) -> None:
    hostile = replace(WHOLE_FILE, location=replace(WHOLE_FILE.location, path="a,line=1:\n::error::b%"))
    assert render([hostile], words) == (
        "::warning file=a%2Cline=1%3A␊%3A%3Aerror%3A%3Ab%25,title=file/other::file/other\n"
    )


def test_nothing_is_written_where_nothing_was_found(words: Words) -> None:
    assert render([], words) == ""
