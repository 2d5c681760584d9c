"""Which posts stand under a post."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogsmith.model.post import Post
from blogsmith.pages.related import related_posts
from tests.pages.library import library_of, post


def related(subject: Post, *others: Post, most: int = 3) -> list[str]:
    """The ids under `subject`."""
    return [other.id for other in related_posts(library_of(subject, *others), subject, most=most)]


def test_a_post_alone_has_none() -> None:
    assert related(post("a")) == []


def test_posts_that_share_nothing_are_not_related() -> None:
    assert related(post("a"), post("b", authors="john", category="people")) == []


def test_a_shared_tag_weighs_more_than_a_shared_category() -> None:
    tagged = post("tagged", authors="john", category="people", more="tags: [well]")
    same_category = post("same", authors="june")
    assert related(post("a", more="tags: [well]"), same_category, tagged) == ["tagged", "same"]


def test_a_rare_tag_weighs_more_than_a_common_one() -> None:
    common = [post(f"c{number}", authors="john", category="people", more="tags: [water]") for number in range(9)]
    rare = post("rare", authors="john", category="people", more="tags: [tape]", date="2020-01-01")
    assert related(post("a", more="tags: [water, tape]"), *common, rare)[0] == "rare"


def test_tags_that_are_spelled_alike_are_one() -> None:
    other = post("b", authors="john", category="people", more="tags: [WELL]")
    assert related(post("a", more="tags: [well]"), other) == ["b"]


def test_what_the_writer_names_comes_first_in_the_writers_order() -> None:
    named = [post(name, authors="john", category="people") for name in ("b", "c")]
    tagged = post("d", authors="june", more="tags: [well]")
    assert related(post("a", more="related: [c, b]\ntags: [well]"), *named, tagged) == ["c", "b", "d"]


def test_what_is_named_is_not_named_twice() -> None:
    assert related(post("a", more="related: [b]\ntags: [well]"), post("b", more="tags: [well]")) == ["b"]


def test_at_most_one_is_found_by_the_same_writers() -> None:
    same = [post(f"s{number}", date=f"2026-03-0{number}") for number in (1, 2, 3)]
    other = post("o", authors="john", date="2020-01-01")
    assert related(post("a"), *same, other) == ["s3", "o"]


def test_parts_of_the_same_series_stand_elsewhere() -> None:
    part = post("b", authors="john", more="series: robots\ntags: [well]")
    assert related(post("a", more="series: robots\ntags: [well]"), part) == []


def test_posts_in_another_language_are_not_related() -> None:
    assert related(post("a", more="tags: [well]"), post("b", authors="john", more="tags: [well]\nlang: ko")) == []


def test_a_post_named_in_another_language_is_shown_in_its_translation() -> None:
    korean = post("b", more="lang: ko")
    english = post("b-en", authors="john", category="people", more="translation_of: b")
    assert related(post("a", more="related: [b]"), korean, english) == ["b-en"]


@pytest.mark.parametrize("most", [0, 1, 2, 20])
def test_there_are_never_more_than_asked_for(most: int) -> None:
    others = [post(f"o{number}", authors=f"w{number}", more="tags: [well]") for number in range(5)]
    assert len(related(post("a", more="tags: [well]"), *others, most=most)) == min(most, 5)


def test_the_newer_of_two_equals_comes_first() -> None:
    old, new = (post(name, authors="john", date=date) for name, date in (("x", "2026-01-01"), ("b", "2026-02-01")))
    assert related(post("a"), old, new) == related(post("a"), new, old) == ["b", "x"]


SOME = st.lists(
    st.tuples(
        st.sampled_from(["jane", "john", "jane, john"]),
        st.sampled_from(["tech", "people"]),
        st.lists(st.sampled_from(["well", "tape", "water"]), unique=True),
        st.integers(1, 28),
    ),
    min_size=2,
    max_size=8,
)


@given(SOME, st.randoms(use_true_random=False))
def test_the_order_in_which_posts_are_read_does_not_matter(
    some: list[tuple[str, str, list[str], int]], chance: random.Random
) -> None:
    posts = [
        post(f"p{number}", authors=authors, category=category, more=f"tags: {tags}", date=f"2026-03-{day:02}")
        for number, (authors, category, tags, day) in enumerate(some)
    ]
    shuffled = chance.sample(posts, len(posts))
    assert related(posts[0], *posts[1:]) == related(posts[0], *(other for other in shuffled if other != posts[0]))


@given(SOME)
def test_no_post_stands_under_itself_or_twice(some: list[tuple[str, str, list[str], int]]) -> None:
    posts = [
        post(f"p{number}", authors=authors, category=category, more=f"tags: {tags}", date=f"2026-03-{day:02}")
        for number, (authors, category, tags, day) in enumerate(some)
    ]
    found = related(*posts, most=20)
    assert posts[0].id not in found
    assert len(set(found)) == len(found)
