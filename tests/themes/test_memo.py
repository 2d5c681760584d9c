"""A macro imported without context is asked once for each card, and nothing else is remembered."""

from pathlib import Path

from tests.site import build, write_site

POSTS = "".join(
    f"""
-- content/posts/{name}.md --
---
id: {name}
title: Post {name}
date: 2026-01-0{day}
authors: [jane]
category: tech
tags: [one]
---
I built it.
"""
    for day, name in enumerate(("first", "second"), 1)
)
"""Two posts that stand on the page of one tag."""

PARTS = """
-- themes/local/templates/parts/said.html --
{% macro said(post, mood="plain") %}[{{ post.title }} {{ mood }}]{% endmacro %}
{% macro of_page(post) %}[{{ tag is defined }}]{% endmacro %}
"""

TAG = """
-- themes/local/templates/tag.html --
{% extends "base.html" %}
{% from "parts/said.html" import said, of_page %}
{% from "parts/said.html" import of_page as seeing with context %}
{% block main %}
{% for post in posts %}{{ said(post) }}{{ said(post, mood="glad") }}{{ said(post) }}{% endfor %}
{{ of_page(posts[0]) }}{{ seeing(posts[0]) }}
{% macro here(post) %}<{{ post.title }} {{ tag }}>{% endmacro %}{{ here(posts[0]) }}
{% endblock %}
"""


def test_a_macro_says_the_same_of_a_card_each_time_and_another_thing_with_other_words(tmp_path: Path) -> None:
    page = _tag_page(tmp_path)
    assert "[Post second plain][Post second glad][Post second plain]" in page
    assert "[Post first plain][Post first glad][Post first plain]" in page


def test_a_macro_that_sees_the_page_is_not_taken_for_one_that_does_not(tmp_path: Path) -> None:
    assert "[False][True]" in _tag_page(tmp_path)


def test_a_macro_of_the_page_itself_sees_the_page(tmp_path: Path) -> None:
    assert "<Post second one>" in _tag_page(tmp_path)


def _tag_page(tmp_path: Path) -> str:
    root = write_site(tmp_path, POSTS + PARTS + TAG)
    result = build(root)
    assert result.exit_code == 0, result.stderr
    return (root / "public" / "tag" / "one" / "index.html").read_text()
