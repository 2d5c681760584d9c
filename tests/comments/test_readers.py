"""What each provider hands over becomes the same comments; addresses of people are never taken along."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest

from blogsmith.comments.disqus import read_disqus
from blogsmith.comments.giscus import read_giscus
from blogsmith.comments.isso import read_isso
from blogsmith.comments.mastodon import context_url, read_mastodon
from blogsmith.comments.waline import read_waline
from blogsmith.comments.webmention import read_webmentions
from blogsmith.model.comments import Comment, PulledThread

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


def comment(id: str, **others: Any) -> Comment:  # noqa: A002  # as the field is named
    """A comment of Kim's at noon."""
    facts = {
        "parent": "",
        "author": "Kim",
        "date": NOON,
        "text": "<p>Hi</p>",
        "url": "",
        "source": id.split(":", maxsplit=1)[0],
    }
    return Comment(**{"id": id, **facts, **others})


def bytes_of(value: object) -> bytes:
    return json.dumps(value).encode()


def test_isso_nests_replies_and_marks_what_was_removed() -> None:
    reply = {
        "id": 3,
        "parent": 2,
        "author": None,
        "created": NOON.timestamp(),
        "text": "<p>Hi</p>",
        "mode": 1,
        "hash": "x",
    }
    first = {"id": 1, "parent": None, "author": "Kim", "created": NOON.timestamp(), "text": "<p>Hi</p>", "mode": 1}
    removed = {"id": 2, "parent": None, "author": "", "created": 0.0, "text": "", "mode": 4, "replies": [reply]}
    url = "https://blog.example.com/p/robot/"
    assert read_isso(bytes_of({"replies": [first, removed]}), "/p/robot", url) == PulledThread(
        key="/p/robot",
        source="isso",
        comments=(
            comment("isso:1", url=f"{url}#isso-1"),
            comment("isso:3", parent="isso:2", author="", url=f"{url}#isso-3"),
        ),
    )


def test_giscus_reads_discussions_with_their_replies_and_leaves_out_what_was_hidden() -> None:
    def said(id: str, **others: object) -> dict[str, object]:  # noqa: A002  # as the field is named
        author = {"login": "Kim"}
        return {
            "id": id,
            "author": author,
            "createdAt": "2026-03-12T12:00:00Z",
            "bodyHTML": "<p>Hi</p>",
            "url": "",
            **others,
        }

    replies = {"nodes": [said("b")]}
    nodes = [said("a", replies=replies), said("c", isMinimized=True, replies={"nodes": []})]
    discussion = {"title": "/p/robot", "comments": {"nodes": nodes}}
    export = {
        "data": {"repository": {"discussions": {"nodes": [discussion, {"title": "ko/hi/", "comments": {"nodes": []}}]}}}
    }
    assert read_giscus(bytes_of(export)) == (
        PulledThread(
            key="/p/robot", source="giscus", comments=(comment("giscus:a"), comment("giscus:b", parent="giscus:a"))
        ),
        PulledThread(key="/ko/hi/", source="giscus", comments=()),
    )


DISQUS = """<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="1"><id/><forum>f</forum><link>https://old.example/2019/%EB%A1%9C%EB%B4%87/</link></thread>
<thread dsq:id="2"><id>/p/robot</id><forum>f</forum><link>https://old.example/x/</link></thread>
<post dsq:id="10"><message><![CDATA[<p>Hi</p>]]></message><createdAt>2026-03-12T12:00:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam><author><email>kim@example.com</email><name>Kim</name></author>
<ipAddress>10.0.0.1</ipAddress><thread dsq:id="1"/></post>
<post dsq:id="11"><message>spam</message><createdAt>2026-03-12T12:00:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>true</isSpam><author><name>S</name></author><thread dsq:id="1"/></post>
<post dsq:id="12"><message><![CDATA[<p>Hi</p>]]></message><createdAt>2026-03-12T12:00:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Kim</name></author><thread dsq:id="2"/>
<parent dsq:id="10"/></post>
</disqus>"""


def test_disqus_knows_threads_by_identifier_else_by_the_path_of_the_page() -> None:
    assert read_disqus(DISQUS.encode()) == (
        PulledThread(key="/2019/로봇/", source="disqus", comments=(comment("disqus:10"),)),
        PulledThread(key="/p/robot", source="disqus", comments=(comment("disqus:12", parent="disqus:10"),)),
    )


@pytest.mark.parametrize("answer", [{}, {"replies": None}, {"error": "not here"}, []])
@pytest.mark.parametrize(
    "read",
    [
        partial(read_isso, key="/p/robot", short_url=""),
        partial(read_webmentions, key="/p/robot"),
        partial(read_mastodon, key="/p/robot", post="https://m.example/@jane/11"),
    ],
)
def test_another_servers_answer_is_no_empty_thread(read: Callable[[bytes], PulledThread], answer: object) -> None:
    with pytest.raises(ValueError, match="no "):
        read(bytes_of(answer))


def test_giscus_reads_the_pages_of_a_long_answer() -> None:
    def page(title: str) -> dict[str, object]:
        return {"data": {"repository": {"discussions": {"nodes": [{"title": title, "comments": {"nodes": []}}]}}}}

    assert [thread.key for thread in read_giscus(bytes_of([page("/p/a"), page("/p/b")]))] == ["/p/a", "/p/b"]


def test_disqus_refuses_entities() -> None:
    with pytest.raises(ValueError, match="entities"):
        read_disqus(b'<!DOCTYPE d [<!ENTITY a "x">]><disqus xmlns="http://disqus.com">&a;</disqus>')


def test_waline_renders_the_markdown_of_its_export() -> None:
    said = {"objectId": 5, "pid": 4, "nick": "Kim", "mail": "k@example.com", "ip": "10.0.0.1", "url": "/p/robot"}
    approved = {**said, "comment": "Hi", "status": "approved", "insertedAt": "2026-03-12 12:00:00"}
    export = {"type": "waline", "data": {"Comment": [approved, {**approved, "objectId": 6, "status": "spam"}]}}
    assert read_waline(bytes_of(export)) == (
        PulledThread(
            key="/p/robot", source="waline", comments=(comment("waline:5", parent="waline:4", text="<p>Hi</p>\n"),)
        ),
    )


def test_webmentions_are_answers_and_mentions_but_no_likes() -> None:
    said = {"wm-id": 9, "wm-property": "in-reply-to", "author": {"name": "Kim", "photo": "x"}, "published": None}
    said |= {"wm-received": "2026-03-12T12:00:00Z", "url": "https://k.example/1", "content": {"text": "Hi"}}
    answer = {"type": "feed", "children": [said, {**said, "wm-id": 8, "wm-property": "like-of"}]}
    found = comment("webmention:9", url="https://k.example/1")
    assert read_webmentions(bytes_of(answer), "/p/robot") == PulledThread(
        key="/p/robot", source="webmention", comments=(found,)
    )


def test_a_mastodon_thread_holds_public_replies_alone() -> None:
    base = {"id": "22", "in_reply_to_id": "11", "created_at": "2026-03-12T12:00:00.000Z", "content": "<p>Hi</p>"}
    said: dict[str, object] = dict(base) | {
        "visibility": "public",
        "url": "",
        "account": {"display_name": "Kim", "acct": "kim@m.example"},
    }
    replies = [said, {**said, "id": "33", "in_reply_to_id": "22"}, {**said, "id": "44", "visibility": "direct"}]
    post = "https://m.example/@jane/11"
    assert read_mastodon(bytes_of({"descendants": replies}), "/p/robot", post).comments == (
        comment("mastodon:22"),
        comment("mastodon:33", parent="mastodon:22"),
    )
    assert context_url(post) == "https://m.example/api/v1/statuses/11/context"


@pytest.mark.parametrize(
    "url", ["https://m.example/jane/11", "http://m.example/@jane/11", "https://m.example/@jane/x", ""]
)
def test_what_is_no_mastodon_post_is_never_asked(url: str) -> None:
    assert context_url(url) == ""
