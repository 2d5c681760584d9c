"""A page asks nothing of other hosts and has nothing to complain of."""

from playwright.sync_api import Browser

from tests.browser.visit import visiting
from tests.published import Published
from tests.quality.pages import COMPONENT_PAGES


def test_errors_and_foreign_requests_are_found(browser: Browser, broken_origin: str) -> None:
    """The control."""
    with visiting(browser, broken_origin) as visit:
        visit.open("")
        assert any("on purpose" in error for error in visit.errors)
        assert any("404" in error for error in visit.errors)
        assert visit.foreign == ["http://127.0.0.1:9/tracker.gif"]


def test_no_page_of_the_sample_complains_or_calls_another_host(
    browser: Browser, origin: str, sample: Published
) -> None:
    with visiting(browser, origin) as visit:
        for path in sample.read_pages:
            visit.open(path)
        assert (visit.errors, visit.foreign) == ([], [])


def test_no_component_complains_or_calls_another_host(browser: Browser, components_origin: str) -> None:
    with visiting(browser, components_origin) as visit:
        for path in COMPONENT_PAGES:
            visit.open(path)
            visit.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        assert (visit.errors, visit.foreign) == ([], [])
