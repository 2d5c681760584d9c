"""How it is to read: with the keyboard, without a script, light or dark, on paper."""

import pytest
from playwright.sync_api import Browser

from tests.browser.gates import axe_violations
from tests.browser.visit import visiting

POST = "en/cron-to-queue/"
COMPONENTS = "all/"


def test_the_first_key_leads_to_the_text(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        visit.open(POST)
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.getAttribute('href')") == "#main"
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("location.hash") == "#main"


def test_whatever_has_the_focus_shows_it(browser: Browser, origin: str) -> None:
    hidden = []
    with visiting(browser, origin) as visit:
        visit.open(POST)
        for _ in range(40):
            visit.page.keyboard.press("Tab")
            unseen = visit.page.evaluate("""() => {
              const element = document.activeElement, style = getComputedStyle(element);
              const shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
              return shown || element === document.body ? "" : element.outerHTML.slice(0, 160);
            }""")
            hidden += [unseen] if unseen else []
    assert hidden == []


def test_everything_can_be_read_without_a_script(browser: Browser, components_origin: str) -> None:
    with visiting(browser, components_origin, script=False) as visit:
        visit.page.goto(f"{components_origin}/{COMPONENTS}")
        text = visit.page.inner_text("main")
    told = ["A note with a list", "return depth", "With a caption", "What is said in the video", "Depth and error"]
    assert [words for words in told if words not in text] == []


def test_no_control_is_shown_that_does_nothing_without_a_script(browser: Browser, components_origin: str) -> None:
    with visiting(browser, components_origin, script=False) as visit:
        visit.page.goto(f"{components_origin}/{COMPONENTS}")
        assert [button.inner_text() for button in visit.page.locator("button").all() if button.is_visible()] == []


def test_the_choice_of_light_or_dark_is_kept_from_page_to_page(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, scheme="light") as visit:
        visit.open("")
        light = ground(visit.page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        visit.page.locator("[data-theme-switch]").click()
        visit.open(POST)
        dark = ground(visit.page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert (light, dark) == ("light", "dark")


def test_a_choice_against_the_system_is_as_readable(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, scheme="light") as visit:
        visit.open(POST)
        visit.page.locator("[data-theme-switch]").click()
        assert axe_violations(visit.page) == []


def test_code_can_be_copied(browser: Browser, components_origin: str) -> None:
    with visiting(browser, components_origin) as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.open(COMPONENTS)
        visit.page.locator("figure.code button.copy").first.click()
        copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("def read(depth: float) -> float:\n    return depth * 1.001")


def test_a_video_is_fetched_on_a_click_and_not_before(browser: Browser, components_origin: str) -> None:
    with visiting(browser, components_origin) as visit:
        visit.page.route("https://**", lambda route: route.fulfill(status=200, content_type="text/html", body="ok"))
        visit.open(COMPONENTS)
        before = list(visit.foreign)
        visit.page.locator("figure.video a").first.click(timeout=3000)
        source = visit.page.locator("figure.video iframe").first.get_attribute("src", timeout=3000)
    assert (before, str(source).partition("?")[0]) == ([], "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")


@pytest.mark.parametrize("path", [POST, "en/oaxaca-cistern-two-tanks/"])
def test_paper_shows_the_post_and_not_the_chrome(browser: Browser, origin: str, path: str) -> None:
    with visiting(browser, origin) as visit:
        visit.open(path)
        visit.page.emulate_media(media="print")
        assert visit.page.locator("main h1").is_visible()
        assert not visit.page.locator("header nav").first.is_visible()


def test_a_disclosure_stays_on_paper(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        visit.open("en/oaxaca-cistern-two-tanks/")
        visit.page.emulate_media(media="print")
        assert visit.page.get_by_text("I was paid").first.is_visible()


def ground(colour: str) -> str:
    """`light` or `dark` for `rgb(…)`."""
    channels = [float(part) for part in colour.partition("(")[2].rstrip(")").split(",")[:3]]
    return "light" if sum(channels) > 384 else "dark"
