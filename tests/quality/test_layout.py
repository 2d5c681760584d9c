"""Nothing scrolls sideways on the smallest phone, and nothing moves once it is there."""

import pytest
from playwright.sync_api import Browser

from tests.browser.gates import sideways_overflow
from tests.browser.visit import visiting
from tests.published import Published
from tests.quality.pages import COMPONENT_PAGES, all_kinds

NARROWEST = 320
"""Source: WCAG 2.2, 1.4.10 Reflow."""


def test_a_page_that_scrolls_sideways_is_found(browser: Browser, broken_origin: str) -> None:
    """The control."""
    with visiting(browser, broken_origin, width=NARROWEST) as visit:
        visit.open("")
        assert sideways_overflow(visit.page) != []


def test_a_page_that_moves_is_found(browser: Browser, broken_origin: str) -> None:
    """The control."""
    with visiting(browser, broken_origin) as visit:
        visit.open("")
        visit.page.wait_for_function("window.__shifts.length > 0")
        assert visit.shifts() != []


def test_no_page_of_the_sample_scrolls_sideways(browser: Browser, origin: str, sample: Published) -> None:
    found = {}
    with visiting(browser, origin, width=NARROWEST) as visit:
        for path in sample.read_pages:
            visit.open(path)
            if overflow := sideways_overflow(visit.page):
                found[path] = overflow
    assert found == {}


@pytest.mark.parametrize("width", [NARROWEST, 1920])
@pytest.mark.parametrize("path", COMPONENT_PAGES)
def test_no_component_scrolls_the_page_sideways(
    browser: Browser, components_origin: str, path: str, width: int
) -> None:
    with visiting(browser, components_origin, width=width) as visit:
        visit.open(path)
        assert sideways_overflow(visit.page) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", list(all_kinds()))
def test_nothing_moves_while_a_page_loads(browser: Browser, origin: str, kind: str, width: int) -> None:
    with visiting(browser, origin, width=width) as visit:
        visit.open(all_kinds()[kind])
        assert visit.shifts() == []


@pytest.mark.parametrize("width", [360, 1280])
def test_no_component_moves_while_it_loads(browser: Browser, components_origin: str, width: int) -> None:
    with visiting(browser, components_origin, width=width) as visit:
        visit.open("all/")
        assert visit.shifts() == []
