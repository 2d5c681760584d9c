"""The inbox in each of its forms."""

import json
from dataclasses import replace

from lxml import html

from blogsmith.desk.inbox import Inbox
from blogsmith.desk.inbox_text import as_html, as_ics, as_json, as_text
from blogsmith.reports.words import Words
from tests.desk.test_inbox import inbox, said, talk

LONG = "한글, 문장; 그리고 \\ 줄임표 " * 5


def some() -> Inbox:
    """One comment that is late, one that somebody covers for, one for nobody."""
    return inbox(
        talk(said("isso:1", 20)),
        talk(said("isso:2", 24, ""), responder="Ada", absent="Bo", house=frozenset({"Ada"})),
        talk(said("isso:3", 25, "<b>Eve</b>"), responder="", house=frozenset()),
    )


def test_text_is_a_paragraph_a_person() -> None:
    assert as_text(some(), Words("en").say) == (
        "Comments that wait for an answer\n"
        "\n"
        "Nobody named:\n"
        "  isso:3  <b>Eve</b> on “A robot”, 2026-11-25; answer by 2026-11-27\n"
        "    Why?\n"
        "    https://b.example/p/robot/\n"
        "\n"
        "Ada, for Bo:\n"
        "  isso:2  Somebody on “A robot”, 2026-11-24; answer by 2026-11-26\n"
        "    Why?\n"
        "    https://b.example/p/robot/\n"
        "\n"
        "Jane:\n"
        "  isso:1  Kim on “A robot”, 2026-11-20; answer by 2026-11-24  [overdue]\n"
        "    Why?\n"
        "    https://b.example/p/robot/\n"
        "\n"
        "Answered: 0. Waiting: 3, overdue: 1.\n"
    )


def test_korean_is_said_in_korean() -> None:
    lines = as_text(some(), Words("ko").say).splitlines()
    assert lines[0] == "답을 기다리는 댓글"
    assert lines[7] == "Ada (Bo 대신):"
    assert lines[-1] == "답한 댓글 0개. 기다리는 댓글 3개, 늦은 댓글 1개."


def test_an_empty_inbox_says_so_with_its_figures() -> None:
    answered = inbox(talk(said("1", 20), said("2", 23, "Jane", parent="1")))
    assert as_text(answered, Words("en").say) == (
        "Every comment has its answer.\n"
        "\n"
        "Answered: 1, of these in time: 1. Waiting: 0, overdue: 0. Half of the answers came within one working day.\n"
    )


def test_json_holds_everything_with_plain_dates() -> None:
    table = json.loads(as_json(some()))
    assert (table["overdue"], table["answered"], table["median"]) == (1, 0, None)
    assert table["waiting"][2] == {
        "id": "isso:1",
        "post": "robot",
        "title": "A robot",
        "url": "https://b.example/p/robot/",
        "author": "Kim",
        "date": "2026-11-20T12:00:00+09:00",
        "text": "Why?",
        "responder": "Jane",
        "absent": "",
        "due": "2026-11-24",
        "overdue": True,
    }


def test_a_calendar_has_a_whole_day_for_each_comment() -> None:
    lines = as_ics(some(), Words("en").say, host="b.example").split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert lines[-11:-2] == [
        "BEGIN:VEVENT",
        "UID:isso:1@b.example",
        "DTSTAMP:20261125T000000Z",
        "DTSTART;VALUE=DATE:20261124",
        "DTEND;VALUE=DATE:20261125",
        "SUMMARY:Jane: Kim on “A robot”\\, 2026-11-20\\; answer by 2026-11-24",
        "DESCRIPTION:Why?",
        "URL:https://b.example/p/robot/",
        "END:VEVENT",
    ]


def test_lines_of_a_calendar_are_folded_between_characters() -> None:
    long = inbox(talk(said("isso:1", 20), title=LONG))
    text = as_ics(long, Words("ko").say, host="b.example")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    unfolded = text.replace("\r\n ", "")
    assert LONG.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;") in unfolded


def test_a_page_shows_what_strangers_wrote_and_runs_none_of_it() -> None:
    page = html.document_fromstring(as_html(some(), Words("ko").say, language="ko"))
    assert page.get("lang") == "ko"
    assert [heading.text for heading in page.iter("h1", "h2")] == [
        "답을 기다리는 댓글",
        "답할 사람이 정해지지 않음",
        "Ada (Bo 대신)",
        "Jane",
    ]
    marks = [span.text for span in page.iter("span")]
    assert (list(page.iter("b")), marks) == ([], ["늦었습니다"])
    assert "<b>Eve</b>" in str(page.xpath("string()"))


def test_each_comment_of_a_page_leads_to_where_it_is_answered_and_says_by_when() -> None:
    page = html.document_fromstring(as_html(some(), Words("en").say, language="en"))
    titles = {heading.get("id"): heading.text for heading in page.iter("h3")}
    assert [(link.text, link.get("href"), titles[link.get("aria-describedby")]) for link in page.iter("a")] == [
        ("Answer", "https://b.example/p/robot/", "A robot")
    ] * 3
    assert [str(line.xpath("string()")).split() for line in page.iter("p") if line.get("class") == "due"] == [
        ["by", "2026-11-27"],
        ["by", "2026-11-26"],
        ["by", "2026-11-24", "overdue"],
    ]


def test_a_long_comment_is_cut_between_words() -> None:
    told = as_text(inbox(talk(replace(said("isso:1", 20), text="word " * 50))), Words("en").say)
    assert "word word…\n" in told
