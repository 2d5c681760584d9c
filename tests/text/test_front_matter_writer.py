"""What is written as front matter is read back as the same table and body."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogsmith.model.source import SourceFile, SourcePath
from blogsmith.text.front_matter import split_front_matter
from blogsmith.text.front_matter_writer import join_front_matter, moment_text

LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufeff")
PLAIN = st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(LETTERS, max_size=30)
TABLES = st.dictionaries(st.text(LETTERS, min_size=1, max_size=12), PLAIN | st.lists(PLAIN, max_size=3), max_size=5)


def test_a_post_is_printed_as_a_person_would_type_it() -> None:
    table = {
        "id": "k3v7q2ma",
        "title": "우물: 깊이 😀",
        "date": datetime(2026, 3, 12, 9, 0),
        "updated": datetime(2014, 5, 20, 1, 15, 8, tzinfo=timezone(timedelta(hours=-4))),
        "review_by": date(2027, 1, 1),
        "authors": ("jane",),
        "tags": ["0123", "1e3", "no", "2026-03-12", "true", "a"],
        "draft": True,
        "extra": {"hugo": {"content": "x", "handler": "y"}},
    }
    assert (
        join_front_matter(table, "\n\n    code\n\ntext\n\n")
        == """\
---
id: k3v7q2ma
title: '우물: 깊이 😀'
date: 2026-03-12 09:00
updated: 2014-05-20 01:15:08-04:00
review_by: 2027-01-01
authors:
- jane
tags:
- '0123'
- '1e3'
- 'no'
- '2026-03-12'
- 'true'
- a
draft: true
extra:
  hugo:
    content: x
    handler: y
---

    code

text
"""
    )


def test_keys_that_python_frontmatter_takes_for_arguments_are_plain_keys() -> None:
    assert join_front_matter({"content": 1, "handler": 2, "metadata": 3}, "") == (
        "---\ncontent: 1\nhandler: 2\nmetadata: 3\n---\n"
    )


def test_values_that_are_one_object_are_written_twice() -> None:
    same = ["a"]
    assert "&" not in join_front_matter({"b": same, "c": same}, "")


@pytest.mark.parametrize("text", ["\xa0", "a\xa0", "\u3000가"])
def test_space_of_other_scripts_at_an_end_is_kept(text: str) -> None:
    assert join_front_matter({text: text}, "") == f"---\n'{text}': '{text}'\n---\n"


def test_seconds_and_offset_are_shown_only_where_there_are_any() -> None:
    moments = datetime(2026, 1, 2, 3, 4), datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert [moment_text(moment) for moment in moments] == ["2026-01-02 03:04", "2026-01-02 03:04:05+00:00"]


@pytest.mark.parametrize("value", [{"a": {"b": {"c": {"d": {"e": {"f": {"g": {"h": 1}}}}}}}}, object()])
def test_what_front_matter_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="front matter"):
        join_front_matter({"x": value}, "")


@given(TABLES, st.text(LETTERS | st.just("\n"), max_size=40))
def test_any_table_and_body_survive_the_way_there_and_back(table: dict[str, Any], body: str) -> None:
    text = join_front_matter(table, body)
    front = split_front_matter(SourceFile(path=SourcePath("a.md"), text=text), limit_bytes=1 << 20).value
    assert front is not None
    assert front.body.strip("\n") == body.strip("\n").rstrip()
