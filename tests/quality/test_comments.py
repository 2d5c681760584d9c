"""Comments survive what moves a post: a real Isso, a real Chromium, and a reader without a script."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.gates import axe_violations, small_targets
from tests.browser.server import served
from tests.browser.visit import Scheme, visiting
from tests.comments.isso_server import Isso, running_isso
from tests.comments.test_clean import vectors
from tests.site import build, run, write_site

CONFIG = """
-- config.toml --
[site]
title = "A blog"
base_url = "{origin}/"
language = "{language}"
languages = ["ko", "en"]
[policy]
since = 2100-01-01
[comments]
provider = "isso"
reply_days = 2
[comments.options]
server = "{server}"
"""

POST = """
-- content/posts/robot.{language}.md --
---
id: robot
title: A robot
slug: {slug}
date: 2026-03-12
authors: [jane]
category: {category}
responder: jane
---
I built it, and then I measured how far it walks.
"""


def headers_of(published: Path) -> dict[str, str]:
    """What a host is told to send with every file, as the built `_headers` says it."""
    lines = (published / "_headers").read_text(encoding="utf-8").splitlines()[1:]
    pairs = (line.strip().partition(": ") for line in lines)
    return {name: value for name, _, value in pairs}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of the site; its output is served before it is built."""
    (tmp_path / "served").mkdir()
    return tmp_path / "site"


@pytest.fixture
def headers() -> dict[str, str]:
    """What the host sends with every file; filled by `publish`."""
    return {}


@pytest.fixture
def origin(tmp_path: Path, headers: dict[str, str]) -> Iterator[str]:
    """Where the output is served."""
    with served(tmp_path / "served", headers=headers) as url:
        yield url


@pytest.fixture
def isso(tmp_path: Path, origin: str) -> Iterator[Isso]:
    """A server that readers of the site may write to."""
    home = tmp_path / "isso"
    home.mkdir()
    with running_isso(home, origin) as server:
        yield server


@pytest.fixture
def publish(folder: Path, origin: str, isso: Isso, headers: dict[str, str], tmp_path: Path) -> Callable[..., None]:
    """A function that writes the post anew and builds the site into the folder that is served."""

    def publish(*, slug: str = "robot", category: str = "tech", language: str = "en", default: str = "en") -> None:
        for old in (folder / "content/posts").glob("*.md"):
            old.unlink()
        text = CONFIG.format(origin=origin, server=isso.url, language=default)
        text += POST.format(slug=slug, category=category, language=language)
        moved = ("--adopt", "--no-memory")  # a build that remembers would ask for aliases
        result = build(write_site(folder, text), "--out", str(tmp_path / "served"), *moved)
        assert result.exit_code == 0, result.output
        headers.update(headers_of(tmp_path / "served"))

    return publish


def open_thread(page: Page, url: str) -> None:
    """Goes to a post and to its comments; waits until they are there."""
    page.goto(url)
    page.locator("#comments").scroll_into_view_if_needed()
    page.wait_for_selector('.live[data-state="ready"]')


def texts(page: Page) -> list[str]:
    """What the live comments say."""
    page.wait_for_selector("#isso-root .isso-comment")
    return page.locator("#isso-root .isso-comment .isso-text").all_inner_texts()


def test_a_comment_stays_when_slug_category_and_language_prefix_change(
    browser: Browser, origin: str, isso: Isso, folder: Path, publish: Callable[..., None]
) -> None:
    publish()
    with visiting(browser, origin) as visit:
        page = visit.page
        open_thread(page, f"{origin}/robot/")
        page.fill(".isso-postbox textarea", "How far does it walk?")
        page.fill(".isso-postbox input[name=author]", "Kim")
        page.click(".isso-postbox input[type=submit]")
        assert texts(page) == ["How far does it walk?"]
        publish(slug="walking", category="design", language="en", default="ko")
        open_thread(page, f"{origin}/en/walking/")
        assert texts(page) == ["How far does it walk?"]
        page.goto(f"{origin}/p/robot/")
        page.wait_for_url("**/en/walking/")
        assert (visit.errors, [url for url in visit.foreign if not url.startswith(isso.url)]) == ([], [])
        assert axe_violations(page) == []


def inbox_of(folder: Path) -> tuple[int, list[str]]:
    """Exit code of the inbox long after every promise, and the ids that wait."""
    assert run("-C", folder, "comments", "pull").exit_code == 0
    inbox = run("-C", folder, "desk", "inbox", "--format", "json", "--now", "2100-01-01")
    return inbox.exit_code, [item["id"] for item in json.loads(inbox.stdout)["waiting"]]


def test_the_desk_sees_a_question_until_the_responder_has_answered_it(
    browser: Browser, origin: str, isso: Isso, folder: Path, publish: Callable[..., None]
) -> None:
    publish()
    with visiting(browser, origin) as visit:
        page = visit.page
        open_thread(page, f"{origin}/robot/")
        page.fill(".isso-postbox textarea", "How far does it walk?")
        page.click(".isso-postbox input[type=submit]")
        assert texts(page) == ["How far does it walk?"]
        assert (inbox_of(folder), visit.errors) == ((1, ["isso:1"]), [])
    with visiting(browser, origin) as visit:
        page = visit.page
        open_thread(page, f"{origin}/robot/")
        page.click("#isso-1 .isso-reply")
        reply = page.locator("#isso-1 .isso-postbox")
        reply.locator("textarea").fill("Four metres.")
        reply.locator("input[name=author]").fill("Jane Doe")
        reply.locator("input[type=submit]").click()
        page.wait_for_selector("#isso-2")
        assert visit.errors == []
    assert inbox_of(folder) == (0, [])
    publish()
    with visiting(browser, origin, script=False) as visit:
        visit.open("robot/")
        words = visit.page.locator(".thread .words").all_inner_texts()
        assert (words, visit.foreign) == (["How far does it walk?", "Four metres."], [])
        assert visit.page.locator(".thread .thread .words").inner_text() == "Four metres."


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_kept_conversation_and_the_live_one_are_clean(
    browser: Browser, origin: str, isso: Isso, folder: Path, publish: Callable[..., None], scheme: Scheme
) -> None:
    first = isso.post("/p/robot", "> far\n\nHow **far**? [See](https://a.example)\n\n- `x`", author="Kim")
    isso.post("/p/robot", "Four metres.", author="Jane Doe", parent=first)
    publish()
    assert run("-C", folder, "comments", "pull").exit_code == 0
    publish()
    with visiting(browser, origin, scheme=scheme) as visit:
        visit.page.route(f"{isso.url}/**", lambda route: route.abort())
        visit.page.goto(f"{origin}/robot/")
        visit.page.locator("#comments").scroll_into_view_if_needed()
        visit.page.wait_for_selector('.live[data-state="failed"]')
        assert axe_violations(visit.page) == []
    with visiting(browser, origin, scheme=scheme) as visit:
        open_thread(visit.page, f"{origin}/robot/")
        visit.page.click("#isso-1 .isso-reply")
        assert (axe_violations(visit.page), small_targets(visit.page)) == ([], [])


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_nothing_below_the_conversation_jumps_when_it_comes(
    browser: Browser, origin: str, isso: Isso, folder: Path, publish: Callable[..., None], width: int, height: int
) -> None:
    for number in range(4):
        isso.post("/p/robot", f"Comment {number}.", author="Kim")
    publish()
    assert run("-C", folder, "comments", "pull").exit_code == 0
    publish()
    with visiting(browser, origin, width=width, height=height) as visit:
        open_thread(visit.page, f"{origin}/robot/")
        texts(visit.page)
        assert visit.shifts() == []


def test_what_strangers_wrote_never_runs(
    browser: Browser, origin: str, folder: Path, publish: Callable[..., None]
) -> None:
    hostile = [*vectors()]
    comments = [
        {
            "id": f"disqus:{number}",
            "parent": f"disqus:{number - 1}" if number % 3 else "",
            "author": text,
            "date": f"2026-03-13T12:00:00.{number:06}+00:00",
            "text": text.replace("alert(1)", "window.ran=1"),
            "url": text,
            "source": "disqus",
        }
        for number, text in enumerate(hostile)
    ]
    snapshot = json.dumps({"version": 1, "comments": comments})
    write_site(folder, f"-- content/comments/robot.json --\n{snapshot}\n")
    publish()
    context = browser.new_context(bypass_csp=True)  # nothing but the cleaning may hold it back
    try:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{origin}/robot/")
        assert page.locator(".thread li").count() == len(hostile)
        page.evaluate(POKE_EVERYTHING)
        page.wait_for_timeout(200)
        assert page.evaluate("window.ran") is None
        assert [url for url in asked if "evil" in url or url.endswith("/x")] == []
    finally:
        context.close()


POKE_EVERYTHING = """
() => document.querySelectorAll(".thread *").forEach((element) => {
  for (const name of ["load", "error", "focus", "toggle", "mouseover", "click"])
    element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
  element.focus?.();
})
"""
"""Every event that a hostile attribute waits for, at every element of the kept comments."""


def test_a_provider_that_does_not_answer_says_so_and_can_be_tried_again(
    browser: Browser, origin: str, isso: Isso, publish: Callable[..., None]
) -> None:
    publish()
    with visiting(browser, origin) as visit:
        page = visit.page
        page.route("**/embed.min.js", lambda route: route.abort())
        page.goto(f"{origin}/robot/")
        page.locator("#comments").scroll_into_view_if_needed()
        page.wait_for_selector('.live[data-state="failed"]')
        assert page.locator(".failed").is_visible()
        page.unroute("**/embed.min.js")
        page.click("[data-retry]")
        page.wait_for_selector('.live[data-state="ready"]')
        assert not page.locator(".failed").is_visible()
