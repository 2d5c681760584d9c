"""How every widget is brought in, proved against stand-ins: when, in which order, how it is told of light and dark."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from blogsmith.pages.widgets.table import PROVIDERS
from tests.browser.gates import axe_violations, small_targets
from tests.browser.server import served
from tests.browser.visit import Visit, visiting
from tests.quality.stand_ins import LISTENING_FRAME, STAND_INS, StandIn
from tests.quality.test_comments import POST, headers_of
from tests.site import CONFIG, build, write_site

BY_ID = {provider.id: provider for provider in PROVIDERS}

NOTE_UNASKED_SHIFTS = """
window.__unasked = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.__unasked.push(value);
}).observe({ type: "layout-shift", buffered: true });
"""
"""What a click moves is expected. Source: web.dev, CLS."""

KEPT = """
-- content/comments/robot.json --
{"version": 1, "comments": [
{"id": "a:1", "parent": "", "author": "Kim", "date": "2026-03-13T12:00:00Z", "text": "Hi", "url": "", "source": "NAME"},
{"id": "a:2", "parent": "", "author": "Lee", "date": "2026-03-14T12:00:00Z", "text": "Ho", "url": "", "source": "NAME"}
]}
"""

each_widget = pytest.mark.parametrize("name", STAND_INS)


@pytest.fixture
def post(name: str, tmp_path: Path) -> Iterator[str]:
    """The address of a post under which the provider `name` is talked with, under the policy that it asks for."""
    given = STAND_INS[name]
    options = "\n".join(f"{key} = {value!r}".replace("'", '"') for key, value in given.options.items())
    comments = f'[comments]\nprovider = "{name}"\n[comments.options]\n{options}\n[policy]'
    text = f"-- config.toml --\n{CONFIG.replace('[policy]', comments)}{KEPT.replace('NAME', name)}"
    folder = write_site(tmp_path, text + POST.format(slug="robot", category="tech", language="en"))
    result = build(folder)
    assert result.exit_code == 0, result.output
    with served(folder / "public", headers=headers_of(folder / "public")) as origin:
        yield f"{origin}/robot/"


def stand_in(page: Page, given: StandIn, *, late: Callable[[], None] = lambda: None) -> None:
    """Answers for the provider; its script once `late` is over."""

    def answer(body: str, kind: str) -> Callable[[Route], None]:
        headers = {"Access-Control-Allow-Origin": "*", "Content-Type": kind}

        def fulfil(route: Route) -> None:
            if kind == "text/javascript":
                late()
            route.fulfill(body=body, headers=headers)

        return fulfil

    page.route(f"**{given.script.removeprefix('https:')}", answer(given.code, "text/javascript"))
    if given.frame:
        page.route(f"{given.frame}*", answer(LISTENING_FRAME, "text/html"))
    if given.style:
        page.route(f"**{given.style.removeprefix('https:')}", answer("", "text/css"))


def bring_in(visit: Visit, url: str, *, third_party: bool) -> None:
    """Goes to the comments and asks for them, where that takes a click."""
    visit.page.goto(url)
    visit.page.locator("#comments").scroll_into_view_if_needed()
    if third_party:
        visit.page.click("[data-open]")
    visit.page.wait_for_selector('.live[data-state="ready"]')


def heard(page: Page) -> Any:
    """What the stand-in was told last, once it is dark."""
    for _ in range(50):
        if page.evaluate("window.heard !== undefined && window.heard !== 'light'"):
            break
        page.wait_for_timeout(50)
    return page.evaluate("window.heard")


@each_widget
def test_nothing_foreign_is_asked_for_before_it_is_wanted(browser: Browser, name: str, post: str) -> None:
    with visiting(browser, post.removesuffix("/robot/")) as visit:
        visit.page.goto(post)
        if BY_ID[name].third_party:
            visit.page.locator("#comments").scroll_into_view_if_needed()
            assert visit.page.locator("[data-open]").is_visible()
            assert (axe_violations(visit.page), small_targets(visit.page)) == ([], [])
        visit.page.wait_for_timeout(200)
        wanted = [] if BY_ID[name].third_party or name == "waline" else visit.foreign
        assert visit.foreign == wanted


@each_widget
def test_the_widget_is_told_its_thread_and_of_light_and_dark(browser: Browser, name: str, post: str) -> None:
    given = STAND_INS[name]
    with visiting(browser, post.removesuffix("/robot/")) as visit:
        stand_in(visit.page, given)
        bring_in(visit, post, third_party=BY_ID[name].third_party)
        said = visit.page.evaluate("window.said")
        assert {key: said[key] for key in given.said} == dict(given.said)
        if given.frame:
            visit.page.frame_locator(f"iframe[src^='{given.frame}']").locator("html").wait_for(state="attached")
        visit.page.locator("[data-theme-switch]").first.click()
        if given.heard is not None:
            assert heard(visit.page) == given.heard
        assert [error for error in visit.errors if "Content Security Policy" in error] == []


@each_widget
def test_without_a_script_readers_see_what_was_said_and_what_to_do(browser: Browser, name: str, post: str) -> None:
    with visiting(browser, post.removesuffix("/robot/"), script=False) as visit:
        visit.page.goto(post)
        assert visit.page.locator(".live .answer").inner_text().endswith("Writing here takes JavaScript.")
        assert visit.page.locator(".thread .words").all_inner_texts() == ["Hi", "Ho"]
        linked = visit.page.locator(".live .answer a").count()
        assert linked == (1 if name in {"giscus", "utterances"} else 0)
        assert not visit.page.locator("[data-open]").is_visible()
        assert visit.foreign == []


@each_widget
def test_nothing_jumps_while_the_widget_comes_late(browser: Browser, name: str, post: str) -> None:
    with visiting(browser, post.removesuffix("/robot/")) as visit:
        stand_in(visit.page, STAND_INS[name], late=lambda: time.sleep(0.8))
        visit.page.add_init_script(NOTE_UNASKED_SHIFTS)
        bring_in(visit, post, third_party=BY_ID[name].third_party)
        visit.page.wait_for_timeout(300)
        assert visit.page.evaluate("window.__unasked") == []


@pytest.mark.parametrize("name", ["giscus"])
def test_a_widget_that_never_comes_is_given_up(browser: Browser, name: str, post: str) -> None:
    with visiting(browser, post.removesuffix("/robot/")) as visit:
        page = visit.page
        page.clock.install()
        page.route("https://giscus.app/client.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        page.goto(post)
        page.click("[data-open]")
        page.wait_for_selector('.live[data-state="loading"]')
        page.clock.fast_forward(13_000)
        page.wait_for_selector('.live[data-state="failed"]')
        assert page.locator(".failed").inner_text().startswith("giscus (GitHub Discussions) did not answer.")
        assert page.locator(".thread .words").all_inner_texts() == ["Hi", "Ho"]
