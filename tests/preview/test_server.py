"""Requests that are none, ones that never end and many at once: each is answered, and nobody waits for another."""

import contextlib
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from blogsmith.preview.guard import TOOLS
from blogsmith.preview.server import PreviewServer
from tests.preview.asking import TOKEN, Preview, listening
from tests.preview.test_session import CONFIG, PATH, post
from tests.site import write_file, write_site
from tests.trust.figures import Figure

Listening = tuple[PreviewServer, Preview]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listening]:
    """A blog with one post, served on a socket."""
    root = write_site(tmp_path_factory.mktemp("server") / "site", f"-- config.toml --\n{CONFIG}")
    write_file(root, PATH, post())
    with listening(root) as own:
        yield own


def connected(running: Listening) -> socket.socket:
    """A connection to the server."""
    return socket.create_connection(("127.0.0.1", int(running[0].server_address[1])), timeout=15)


def raw(running: Listening, request: bytes) -> bytes:
    """All that comes back for some bytes."""
    with connected(running) as connection:
        with contextlib.suppress(OSError):
            connection.sendall(request)
        answer = b""
        with contextlib.suppress(OSError):
            while chunk := connection.recv(65536):
                answer += chunk
        return answer


def get(running: Listening, path: str, *, method: str = "GET", more: str = "") -> bytes:
    """The answer to a plain request."""
    host = f"localhost:{running[0].server_address[1]}"
    return raw(running, f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n{more}\r\n".encode())


def status(answer: bytes) -> int:
    """The status of an answer; 0 where there is none."""
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.") else 0


def test_a_page_comes_whole_and_with_its_length(running: Listening) -> None:
    head, _, body = get(running, "/robot/").partition(b"\r\n\r\n")
    assert b"I built it." in body
    assert f"Content-Length: {len(body)}".encode() in head


def test_a_question_for_the_head_alone_gets_no_body(running: Listening) -> None:
    head, _, body = get(running, "/robot/", method="HEAD").partition(b"\r\n\r\n")
    assert (status(head), body, b"Content-Length: 0" in head) == (200, b"", False)


def test_every_answer_says_what_may_run_and_that_nothing_else_may(running: Listening) -> None:
    for path in ("/robot/", "/nothing/", TOOLS, "/..", f"{TOOLS}dashboard.json"):
        head = get(running, path).partition(b"\r\n\r\n")[0].decode()
        assert "script-src 'self'; " in head
        assert "X-Content-Type-Options: nosniff" in head
        assert "unsafe" not in head


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        b"GET /robot/\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 500 + b"\r\n",
        b"GET / HTTP/1.1\r\nX: " + b"y" * 1_000_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\nHost: localhost\n\n",
    ],
)
def test_what_is_no_request_is_refused(running: Listening, request_bytes: bytes) -> None:
    answer = raw(running, request_bytes)
    assert status(answer) in (0, 400, 403, 405, 414, 431, 505)
    assert b"I built it." not in answer


def test_a_head_that_does_not_end_is_not_waited_for(running: Listening) -> None:
    with connected(running) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\nHo")
        assert b"408" in slow.recv(4096)


def test_a_second_request_on_a_connection_is_not_answered(running: Listening) -> None:
    host = f"localhost:{running[0].server_address[1]}"
    one = f"GET /robot/ HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
    assert raw(running, one * 2).count(b"HTTP/1.1 200") == 1


def test_two_hundred_half_open_connections_keep_nobody_waiting(running: Listening, figure: Figure) -> None:
    with contextlib.ExitStack() as stack:
        for _ in range(200):
            stack.enter_context(connected(running))
        assert status(get(running, "/robot/")) == 200
    figure("P9", "beside {} half-open connections a page is answered", 200)


def test_more_connections_than_there_is_room_for_push_out_the_idle_ones(running: Listening) -> None:
    with contextlib.ExitStack() as stack:
        for _ in range(560):
            stack.enter_context(connected(running))
        assert status(get(running, "/robot/")) == 200


def test_an_open_page_is_told_when_it_is_another(site: Callable[[str], Path]) -> None:
    root = site(f"-- config.toml --\n{CONFIG}")
    write_file(root, PATH, post())
    with listening(root) as own:
        mark = dict(own[1].get("/robot/").headers)["X-Blogsmith-Mark"]
        host = f"localhost:{own[0].server_address[1]}"
        query = f"token={TOKEN}&output=robot/index.html&mark={mark}"
        with connected(own) as stream:
            stream.sendall(f"GET {TOOLS}events?{query} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            heard = b""
            while b"event: status" not in heard:
                heard += stream.recv(4096)
            write_file(root, PATH, post(body="I broke it."))
            until = time.monotonic() + 15
            while b"event: change" not in heard and time.monotonic() < until:
                heard += stream.recv(4096)
        assert b"event: change" in heard


def test_a_page_that_nothing_changed_on_is_told_nothing(site: Callable[[str], Path]) -> None:
    root = site(f"-- config.toml --\n{CONFIG}")
    write_file(root, PATH, post())
    write_file(root, "content/posts/arm.md", post(title="An arm").replace("id: robot", "id: arm"))
    with listening(root) as own:
        preview = own[1]
        mark = dict(preview.get("/robot/").headers)["X-Blogsmith-Mark"]
        host = f"localhost:{own[0].server_address[1]}"
        query = f"token={TOKEN}&output=robot/index.html&mark={mark}"
        with connected(own) as stream:
            stream.sendall(f"GET {TOOLS}events?{query} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            heard = b""
            while b"event: status" not in heard:
                heard += stream.recv(4096)
            write_file(root, "content/posts/arm.md", post(title="An arm", body="New.").replace("id: robot", "id: arm"))
            while heard.count(b"event: status") < 2:
                heard += stream.recv(4096)
            assert "New." in preview.text("/arm/")
        assert b"event: change" not in heard
