"""What is left to answer: which comments, by whom, until when."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from blogsmith.desk.inbox import Inbox, Promise, Talk, make_inbox
from blogsmith.desk.workdays import Workdays
from blogsmith.model.comments import Comment
from blogsmith.model.conversation import CommentsConfig

SEOUL = ZoneInfo("Asia/Seoul")
WEDNESDAY = datetime(2026, 11, 25, 9, tzinfo=SEOUL)


def said(id: str, day: int, author: str = "Kim", *, parent: str = "", hour: int = 12) -> Comment:  # noqa: A002
    """A comment of a day in November 2026."""
    date = datetime(2026, 11, day, hour, tzinfo=SEOUL)
    return Comment(id=id, parent=parent, author=author, date=date, text="Why?", url="", source="isso")


def talk(*comments: Comment, title: str = "A robot", **others: Any) -> Talk:
    """A thread that Jane answers."""
    facts: dict[str, Any] = {"responder": "Jane", "absent": "", "house": frozenset({"Jane"}), "settled": frozenset()}
    facts |= others
    return Talk(post="robot", title=title, url="https://b.example/p/robot/", comments=comments, **facts)


def inbox(*talks: Talk, days: int = 2, since: date | None = None, now: datetime = WEDNESDAY) -> Inbox:
    return make_inbox(talks, Promise(days=days, since=since), Workdays(CommentsConfig(holidays="KR")), now)


def waiting(found: Inbox) -> list[tuple[str, str, bool]]:
    return [(item.id, f"{item.due}", item.overdue) for item in found.waiting]


def test_a_promise_holds_until_the_end_of_its_last_day() -> None:
    thread = talk(said("isso:1", 20), said("isso:2", 23))
    assert waiting(inbox(thread)) == [("isso:1", "2026-11-24", True), ("isso:2", "2026-11-25", False)]
    assert inbox(thread).overdue == 1


def test_a_reader_of_another_country_is_answered_by_the_desks_own_clock() -> None:
    late = datetime(2026, 11, 22, 18, tzinfo=ZoneInfo("UTC"))
    comment = Comment(id="isso:1", parent="", author="Kim", date=late, text="", url="", source="isso")
    assert waiting(inbox(talk(comment))) == [("isso:1", "2026-11-25", False)]


def test_an_answer_counts_in_its_own_thread_and_behind_the_question() -> None:
    first, other = said("isso:1", 23), said("isso:3", 23, "Lee")
    answer = said("isso:2", 24, "Jane", parent="isso:1")
    more = said("isso:4", 25, parent="isso:2")
    assert [name for name, _, _ in waiting(inbox(talk(first, other, answer, more)))] == ["isso:3", "isso:4"]


def test_several_questions_of_one_thread_are_cleared_by_one_answer() -> None:
    thread = talk(said("1", 20), said("2", 23, "Lee", parent="1"), said("3", 24, "Jane", parent="1"))
    assert (waiting(inbox(thread)), inbox(thread).answered, inbox(thread).in_time) == ([], 2, 2)


def test_a_settled_comment_waits_for_nobody() -> None:
    thread = talk(said("isso:1", 20), settled=frozenset({"isso:1"}))
    assert (waiting(inbox(thread)), inbox(thread).answered) == ([], 0)


def test_comments_from_before_the_promise_are_not_counted() -> None:
    found = inbox(talk(said("isso:1", 2), said("isso:2", 3, "Jane", parent="isso:1")), since=date(2026, 11, 20))
    assert (found.waiting, found.answered) == ((), 0)


def test_without_a_promise_nothing_is_late_and_all_of_it_is_listed() -> None:
    found = inbox(talk(said("isso:1", 2)), days=0)
    assert ([(item.due, item.overdue) for item in found.waiting], found.overdue) == ([(None, False)], 0)


def test_those_for_nobody_come_first_then_by_name_then_the_oldest() -> None:
    talks = (
        talk(said("b", 24), said("a", 23)),
        talk(said("c", 24), responder="", house=frozenset()),
        talk(said("d", 24), responder="Ada", absent="Bo", house=frozenset({"Ada", "Bo"})),
    )
    found = inbox(*talks).waiting
    assert [(item.id, item.responder, item.absent) for item in found] == [
        ("c", "", ""),
        ("d", "Ada", "Bo"),
        ("a", "Jane", ""),
        ("b", "Jane", ""),
    ]


def test_the_figures_are_of_the_blog_and_of_nobody_alone() -> None:
    thread = talk(
        said("1", 9), said("2", 10, "Jane", parent="1"), said("3", 9, "Lee"), said("4", 13, "Jane", parent="3")
    )
    found = inbox(thread)
    assert (found.answered, found.in_time, found.median) == (2, 1, 2.5)
    assert inbox().median is None
