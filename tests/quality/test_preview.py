"""An editor's day in front of the preview, in a real browser with a real process."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.browser.gates import axe_violations, sideways_overflow, small_targets
from tests.browser.visit import Scheme, Visit, visiting
from tests.preview.process import Served, serving
from tests.preview.test_session import CONFIG, PATH, post
from tests.site import write_file, write_site

pytestmark = pytest.mark.quality

LONG = "\n\n".join(f"I built part {number} of the robot myself, and it broke." for number in range(60))
VOICE = "I built the robot myself. “I would not have,” said Tom.\n\nSee [it](nowhere.md).\n\n" + LONG
SECONDS = 20_000


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A blog with a draft that has something to say about everything."""
    root = write_site(tmp_path_factory.mktemp("preview") / "site", f"-- config.toml --\n{CONFIG}")
    write_file(root, "themes/local/assets/extra.css", "h1 { color: rgb(1, 2, 3) }")
    return root


@pytest.fixture(scope="module")
def served(blog: Path) -> Iterator[Served]:
    """It, served."""
    with serving(blog) as running:
        yield running


@pytest.fixture
def visit(browser: Browser, served: Served, blog: Path) -> Iterator[Visit]:
    """The draft as it was written first, open on a wide screen."""
    write_file(blog, PATH, post(body=VOICE, more="draft: true\n"))
    with visiting(browser, served.origin, width=1440, height=900) as own:
        own.open("robot/")
        own.page.wait_for_selector("blogsmith-panel .findings", timeout=SECONDS)
        yield own


def until(page: Page, condition: str) -> None:
    """Waits for a condition. Not as Playwright does: the preview's policy forbids what it evaluates."""
    for _ in range(400):
        with contextlib.suppress(Error):
            if page.evaluate(condition):
                return
        page.wait_for_timeout(50)
    raise AssertionError(condition)


def text(page: Page, selector: str) -> str:
    """The words of an element, in shadows too."""
    return page.locator(selector).first.inner_text()


def test_a_saved_sentence_is_on_the_page_and_the_place_stays(visit: Visit, blog: Path) -> None:
    page = visit.page
    page.evaluate("window.kept = true; scrollTo(0, 900)")
    write_file(blog, PATH, post(body=VOICE.replace("part 30 of", "the thirtieth part of"), more="draft: true\n"))
    until(page, "document.querySelector('main').innerText.includes('the thirtieth part')")
    assert page.evaluate("[window.kept, Math.abs(scrollY - 900) < 60]") == [True, True]


def test_a_new_title_is_on_the_page_and_its_tab(visit: Visit, blog: Path) -> None:
    page = visit.page
    page.evaluate("window.kept = true")
    write_file(blog, PATH, post(title="A better robot", body=VOICE, more="draft: true\n"))
    until(page, "document.title.startsWith('A better robot')")
    assert page.evaluate("[window.kept, document.querySelector('h1').innerText]") == [True, "A better robot"]


def test_what_a_script_takes_hold_of_loads_the_page_again_at_the_same_place(visit: Visit, blog: Path) -> None:
    page = visit.page
    page.evaluate("window.kept = true; scrollTo(0, 900)")
    write_file(blog, PATH, post(body=f"{VOICE}\n\n```python\nrobot = 1\n```", more="draft: true\n"))
    until(page, "document.querySelector('figure .copy') !== null && !window.kept")
    until(page, "Math.abs(scrollY - 900) < 60")


def test_open_details_and_focus_stay_where_the_page_changes_around_them(visit: Visit, blog: Path) -> None:
    page = visit.page
    fold = "## The plan\n\nI drew it.\n\n## The parts\n\n"
    write_file(blog, PATH, post(body=f"{fold}{VOICE}", more="draft: true\n"))
    until(page, "document.querySelector('main .toc details') !== null")
    page.evaluate(
        "window.kept = true; document.querySelector('main .toc details').open = true;"
        "document.querySelector('main .toc summary').focus()"
    )
    write_file(blog, PATH, post(body=f"{fold}I drew it twice.\n\n{VOICE}", more="draft: true\n"))
    until(page, "document.querySelector('main').innerText.includes('twice')")
    kept = "[window.kept, document.querySelector('main .toc details').open, document.activeElement.localName]"
    assert page.evaluate(kept) == [True, True, "summary"]


def test_a_new_style_sheet_is_exchanged_without_loading_the_page_again(visit: Visit, blog: Path) -> None:
    page = visit.page
    page.evaluate("window.kept = true")
    write_file(blog, "config.toml", CONFIG + '\n[identity.paper]\nink = "#010203"\n')
    try:
        until(page, "getComputedStyle(document.documentElement).getPropertyValue('--ink').includes('010203')")
        assert page.evaluate("window.kept")
    finally:
        write_file(blog, "config.toml", CONFIG)


def test_a_broken_head_is_told_over_the_last_good_page_and_vanishes_once_mended(visit: Visit, blog: Path) -> None:
    page = visit.page
    write_file(blog, PATH, post(author="jnae", body=VOICE))
    page.wait_for_selector("blogsmith-faults .faults", timeout=SECONDS)
    assert "`jnae`".strip("`") in text(page, "blogsmith-faults h1")
    assert f"{PATH}:5:11" in text(page, "blogsmith-faults .spot")
    assert "^^^^" in text(page, "blogsmith-faults pre")
    assert "part 3 of the robot" in text(page, "main")
    assert axe_violations(page) == []
    write_file(blog, PATH, post(body=VOICE, more="draft: true\n"))
    page.wait_for_selector("blogsmith-faults", state="detached", timeout=SECONDS)


def test_sentences_are_marked_and_no_element_of_the_page_changes(visit: Visit) -> None:
    page = visit.page
    until(page, "CSS.highlights.has('blogsmith-counted')")
    marks = page.evaluate(
        "Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String)]))"
    )
    assert marks["blogsmith-counted"][0] == "I built the robot myself."
    assert marks["blogsmith-fault"] == ["See it."]
    assert page.locator("main [class*=blogsmith], main [style]").count() == 0


def test_the_ribbon_says_that_a_draft_is_one(visit: Visit) -> None:
    assert "Draft" in text(visit.page, "blogsmith-ribbon .ribbon")


def test_the_panel_is_worked_with_keys_alone(visit: Visit) -> None:
    page = visit.page
    page.keyboard.press("Alt+KeyP")
    page.keyboard.press("Alt+KeyP")
    page.keyboard.press("ArrowRight")
    assert text(page, 'blogsmith-panel [aria-selected="true"]') == "Voice"
    page.keyboard.press("Escape")
    assert page.locator("blogsmith-panel aside").is_hidden()


@pytest.mark.parametrize("tab", ["findings", "voice", "profile", "share", "schedule"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_in_any_tab(browser: Browser, served: Served, tab: str, width: int) -> None:
    with visiting(browser, served.origin, width=width, height=900) as own:
        own.open("robot/")
        own.page.wait_for_selector("blogsmith-panel .pill", timeout=SECONDS)
        if width < 1100:
            own.page.locator("blogsmith-panel .pill").click()
        own.page.locator(f"blogsmith-panel #tab-{tab}").click(timeout=SECONDS)
        assert axe_violations(own.page) == []
        assert small_targets(own.page) == []
        assert sideways_overflow(own.page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_on_the_desk(browser: Browser, served: Served, scheme: Scheme, width: int) -> None:
    with visiting(browser, served.origin, width=width, height=900, scheme=scheme) as own:
        own.open("__blogsmith/")
        own.page.wait_for_selector(".list", timeout=SECONDS)
        assert axe_violations(own.page) == []
        assert sideways_overflow(own.page) == []
        assert own.errors == []


def test_nothing_is_asked_of_another_host_and_no_script_of_a_page_is_stopped(visit: Visit) -> None:
    assert (visit.foreign, visit.errors) == ([], [])
