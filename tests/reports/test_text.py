"""The report for a person at a terminal."""

import textwrap
from dataclasses import replace

from blogsmith.model.diagnostic import Diagnostic
from blogsmith.model.source import Location
from blogsmith.reports.text import render, summary_of
from blogsmith.reports.words import Words
from tests.reports.cases import TWICE, UNKNOWN, WHOLE_FILE


def report(*found: Diagnostic, words: Words, line: str | None = "authors: [jnae]", colour: bool = False) -> str:
    """What is printed where every line of every file is `line`."""
    return render(found, words, excerpt=lambda _path, _number: line, colour=colour)


def at(path: str, line: int | None = None, column: int | None = None) -> Diagnostic:
    """A finding at a place."""
    return replace(UNKNOWN, location=Location(path=path, line=line, column=column))


def test_a_finding_shows_its_line_and_a_mark_under_the_column(words: Words) -> None:
    assert report(UNKNOWN, words=words) == textwrap.dedent(
        """\
        error[author/unknown]: `jnae` has no profile in authors/
          --> content/posts/first-robot.md:4:11
           |
         4 | authors: [jnae]
           |           ^^^^
           = help: did you mean `jane`?  A new writer: `blogsmith new author jnae`

        1 error
        """
    )


def test_the_labels_are_in_the_readers_language(korean: Words) -> None:
    lines = report(UNKNOWN, words=korean).splitlines()
    assert (lines[0], lines[5][:10], lines[-1]) == (
        "오류[author/unknown]: authors/에 프로필이 없습니다: `jnae`",
        "   = 도움말: ",
        "오류 1건",
    )


def test_a_finding_about_a_whole_file_shows_no_line(words: Words) -> None:
    assert report(WHOLE_FILE, words=words) == textwrap.dedent(
        """\
        warning[file/other]: file/other
          --> content/posts/first-robot.md

        1 warning
        """
    )


def test_notes_stand_under_the_help_with_their_places(words: Words) -> None:
    assert report(TWICE, words=words) == textwrap.dedent(
        """\
        note[author/unknown]: `x, 100%: y` has no profile in authors/
           --> authors/jane.md:10
            |
         10 | authors: [jnae]
            = help: teams do not sign posts
            = note: first written in 2 lines
            = note: also here --> authors/jän e.md:3:1

        1 note
        """
    )


def test_a_line_that_cannot_be_read_is_left_out(words: Words) -> None:
    assert "|" not in report(UNKNOWN, words=words, line=None)


def test_an_empty_line_leaves_no_white_space_at_its_end(words: Words) -> None:
    assert report(at("a.md", 4, 1), words=words, line="").splitlines()[2:5] == ["   |", " 4 |", "   | ^"]


def test_findings_stand_by_path_line_column_and_rule(words: Words) -> None:
    places = [at("b.md", 1), at("a.md", 10), at("a.md", 9, 2), at("a.md", 9, 1), at("a.md", 9), at("a.md")]
    lines = report(*places, words=words).splitlines()
    spots = [line.split("--> ")[1] for line in lines if "-->" in line]
    assert spots == ["a.md", "a.md:9", "a.md:9:1", "a.md:9:2", "a.md:10", "b.md:1"]


def test_two_findings_at_one_place_stand_by_rule(words: Words) -> None:
    findings = [replace(UNKNOWN, rule=rule) for rule in ("b/b", "a/z", "a/b")]
    heads = [line.split("]")[0] for line in report(*findings, words=words).splitlines() if line.startswith("error[")]
    assert heads == ["error[a/b", "error[a/z", "error[b/b"]


def test_the_summary_counts_by_weight(words: Words) -> None:
    found = (UNKNOWN, TWICE, WHOLE_FILE, UNKNOWN, UNKNOWN)
    assert (summary_of(found, words), report(*found, words=words).splitlines()[-1]) == (
        "3 errors, 1 warning, 1 note",
        "3 errors, 1 warning, 1 note",
    )


def test_the_summary_can_be_left_out(words: Words) -> None:
    shown = render([WHOLE_FILE], words, excerpt=lambda _path, _line: None, colour=False, summary=False)
    assert shown == "warning[file/other]: file/other\n  --> content/posts/first-robot.md\n"


def test_nothing_is_said_where_nothing_was_found(words: Words) -> None:
    assert (report(words=words), summary_of([], words)) == ("", "")


def test_colour_changes_no_character(words: Words) -> None:
    coloured = report(UNKNOWN, TWICE, words=words, colour=True)
    for code in ("1", "1;31", "1;34", "1;36", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == report(UNKNOWN, TWICE, words=words)


def test_the_head_of_an_error_is_red(words: Words) -> None:
    assert report(UNKNOWN, words=words, colour=True).startswith("\x1b[1;31merror[author/unknown]\x1b[0m\x1b[1m: `jnae`")


def test_nothing_of_the_users_text_reaches_the_terminal_as_a_command(words: Words) -> None:
    hostile = replace(
        UNKNOWN,
        rule="a/\x1b",
        facts=(("value", "\x1b]0;title\x07"),),
        location=Location(path="a\x1b[2J\r\u202e.md", line=1, column=1),
    )
    shown = report(hostile, words=words, line="\x1b[31m\x9b1A\u2066")
    assert shown.isprintable() or all(character == "\n" or character.isprintable() for character in shown)


def test_a_name_that_is_no_unicode_can_be_printed(words: Words) -> None:
    assert "caf<U+DCE9>.md" in report(at("caf\udce9.md"), words=words)


def test_of_one_rule_in_one_file_a_hundred_findings_are_told_and_how_many_more_there_are(words: Words) -> None:
    many = [at("a.md", line, 1) for line in range(1, 1001)]
    told = report(*many, at("b.md", 1, 1), words=words)
    blocks = told.split("\n\n")
    assert [block.splitlines()[1].strip() for block in (blocks[99], blocks[101])] == ["--> a.md:100:1", "--> b.md:1:1"]
    assert blocks[100] == "900 more of author/unknown in a.md"
    assert blocks[102:] == ["1001 errors\n"]
