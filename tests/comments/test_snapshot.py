"""Kept comments are read with care, written the same way twice, and change only as they should."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from blogsmith.comments.keep import by_post, forget, joined, renewed, settle
from blogsmith.comments.snapshot import in_order, read_snapshot, write_snapshot
from blogsmith.model.comments import Comment, PulledThread, Snapshot
from blogsmith.model.words import PostId

ROBOT, WELL = PostId("robot"), PostId("well")


def comment(id: str, day: int = 1, **others: Any) -> Comment:  # noqa: A002  # as the field is named
    """A comment of a day in March."""
    date = datetime(2026, 3, day, 12, tzinfo=UTC)
    facts = {"parent": "", "author": "Kim", "text": f"<p>{id}</p>", "url": "", "source": id.split(":", maxsplit=1)[0]}
    return Comment(**{"id": id, "date": date, **facts, **others})


def test_what_was_written_is_read_again() -> None:
    thread = Snapshot(
        post=ROBOT,
        comments=(comment("isso:1"), comment("isso:2", 2, parent="isso:1")),
        forgotten=("isso:3",),
        settled=("isso:1",),
    )
    assert read_snapshot(write_snapshot(thread).encode(), ROBOT).value == thread


def test_a_file_that_was_edited_by_hand_is_cleaned_when_it_is_read() -> None:
    bad = {"id": "isso:1", "parent": "isso:9", "author": "k@example.com", "date": "2026-03-01T12:00:00+00:00"}
    bad |= {"text": "<script>x</script>Hi", "url": "javascript:x", "source": "isso", "mail": "k@example.com"}
    read = read_snapshot(json.dumps({"version": 1, "comments": [bad]}).encode(), ROBOT)
    assert read.value == Snapshot(post=ROBOT, comments=(comment("isso:1", author="", text="<p>Hi</p>"),))


@pytest.mark.parametrize(
    ("content", "variant"),
    [
        (b"{", "json"),
        (b"\xff", "json"),
        (b"[" * 100_000, "json"),
        (b"[]", "shape"),
        (b'{"version": 2, "comments": []}', "shape"),
        (b'{"version": 1, "comments": [7]}', "comment"),
        (b'{"version": 1, "comments": [{"id": "a"}]}', "comment"),
    ],
)
def test_what_is_not_understood_is_told(content: bytes, variant: str) -> None:
    assert [fault.variant for fault in read_snapshot(content, ROBOT).diagnostics] == [variant]


def test_a_parent_that_is_not_there_or_comes_later_is_none() -> None:
    found = in_order([comment("a:2", 2, parent="a:3"), comment("a:3", 3, parent="a:2"), comment("a:1", parent="a:1")])
    assert [(item.id, item.parent) for item in found] == [("a:1", ""), ("a:2", ""), ("a:3", "a:2")]


def test_a_pull_replaces_its_own_comments_and_leaves_those_of_others() -> None:
    kept = Snapshot(post=ROBOT, comments=(comment("disqus:1"), comment("isso:1", 2)), forgotten=("isso:3",))
    found = renewed(kept, "isso", [comment("isso:2", 3), comment("isso:3", 4)])
    assert [item.id for item in found.comments] == ["disqus:1", "isso:2"]


def test_a_forgotten_comment_leaves_its_id_alone() -> None:
    kept = Snapshot(post=ROBOT, comments=(comment("isso:1"), comment("isso:2", 2, parent="isso:1")))
    left = forget(kept, "isso:1")
    assert left == Snapshot(post=ROBOT, comments=(comment("isso:2", 2),), forgotten=("isso:1",))
    assert forget(kept, "isso:9") is None


def test_a_comment_is_settled_once() -> None:
    kept = Snapshot(post=ROBOT, comments=(comment("isso:1"),))
    once = settle(kept, "isso:1")
    assert once is not None
    assert (once.settled, settle(once, "isso:1"), settle(kept, "isso:9")) == (("isso:1",), once, None)


def test_two_threads_become_one_without_what_either_forgot() -> None:
    one = Snapshot(post=ROBOT, comments=(comment("isso:2", 2),), forgotten=("isso:1",))
    other = Snapshot(post=WELL, comments=(comment("isso:1"), comment("isso:3", 3)))
    assert joined(one, other) == Snapshot(
        post=ROBOT, comments=(comment("isso:2", 2), comment("isso:3", 3)), forgotten=("isso:1",)
    )


def test_threads_find_their_post_by_any_key_and_the_rest_is_named() -> None:
    threads = [
        PulledThread(key=key, source="disqus", comments=(comment(f"disqus:{key}"),))
        for key in ("/old/", "/p/robot", "/x/")
    ]
    found, strange = by_post(threads, {"/old": ROBOT, "/p/robot": ROBOT})
    assert ([item.id for item in found[ROBOT]], strange) == (["disqus:/old/", "disqus:/p/robot"], ("/x/",))
