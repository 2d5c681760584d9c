"""The reader of Markdown specs, and the collector, against specs that are wrong on purpose."""

import textwrap

import pytest

from tests.specs.case import SpecError, cases_of, mismatch, rewritten

SPEC = textwrap.dedent(
    """\
    # A rule

    ```site
    -- a.md --
    shared
    ```

    ## It is broken
    Words for people, with a line that is no exit: 7.
    ````site
    -- b.md --
    ```python
    ## no heading
    ```
    ````
    ```says
    error[a/b]: wrong
    ```
    ```says ko
    오류[a/b]: 틀림
    ```

    ## It is fine
    ```run
    check --format json
    ```
    exit: 3
    """
)


def test_a_heading_begins_a_case_and_a_hash_inside_a_fence_does_not() -> None:
    assert [(case.name, case.line) for case in cases_of(SPEC)] == [("It is broken", 8), ("It is fine", 23)]


def test_a_site_above_the_first_heading_lies_under_every_case() -> None:
    assert [case.sites for case in cases_of(SPEC)] == [
        ("-- a.md --\nshared\n", "-- b.md --\n```python\n## no heading\n```\n"),
        ("-- a.md --\nshared\n",),
    ]


def test_the_command_is_a_quiet_check_where_the_case_names_none() -> None:
    assert [case.command for case in cases_of(SPEC)] == ["check -q", "check --format json"]


def test_words_are_read_in_both_languages() -> None:
    assert cases_of(SPEC)[0].says == {"en": "error[a/b]: wrong\n", "ko": "오류[a/b]: 틀림\n"}


def test_the_exit_code_is_stated_or_follows_from_an_error() -> None:
    assert [case.exit_code for case in cases_of(SPEC)] == [1, 3]


def test_no_mismatch_where_the_same_is_said() -> None:
    assert mismatch(cases_of(SPEC)[0], "en", said="error[a/b]: wrong\n\n", exit_code=1) == ""


def test_a_mismatch_shows_both_texts() -> None:
    assert mismatch(cases_of(SPEC)[0], "en", said="error[a/b]: worse\n", exit_code=1) == (
        "expected:\n    error[a/b]: wrong\nsaid:\n    error[a/b]: worse"
    )


def test_another_exit_code_is_a_mismatch_even_where_nothing_is_to_be_said() -> None:
    assert mismatch(cases_of(SPEC)[1], "en", said="oh\n", exit_code=0) == (
        "expected exit: 3, exited with 0; said:\n    oh"
    )


def test_rewriting_changes_the_words_of_one_case_and_nothing_else() -> None:
    new = rewritten(SPEC, "It is broken", {"en": "a\n```\nb\n", "ko": ""}, exit_code=0)
    expected = SPEC.replace("```says\nerror[a/b]: wrong\n```", "````says\na\n```\nb\n````")
    assert new == expected.replace("```says ko\n오류[a/b]: 틀림\n```", "```says ko\n```")


def test_rewriting_gives_words_to_a_case_that_has_none() -> None:
    new = rewritten(SPEC, "It is fine", {"en": "fine\n"}, exit_code=3)
    assert new == SPEC.replace("check --format json\n```\n", "check --format json\n```\n\n```says\nfine\n```\n")


def test_rewriting_states_an_exit_code_only_where_it_does_not_follow_from_the_words() -> None:
    once = rewritten(SPEC, "It is broken", {"en": "error[a/b]: wrong", "ko": "오류[a/b]: 틀림"}, exit_code=2)
    assert once == SPEC.replace("틀림\n```\n", "틀림\n```\nexit: 2\n")
    assert rewritten(once, "It is broken", {}, exit_code=1) == SPEC


@pytest.mark.parametrize(
    ("spec", "words"),
    [
        ("## a\n```says\nnever", "line 2: this fence is never closed"),
        ("## a\n```say\n```", "line 2: a fence is one of site, run, says, says ko, not `say`"),
        ("## a\n\n## a\n", "line 1: a second case with this heading: a"),
    ],
)
def test_a_spec_that_cannot_be_understood_says_its_line(spec: str, words: str) -> None:
    with pytest.raises(SpecError) as caught:
        cases_of(spec)
    assert str(caught.value) == words
