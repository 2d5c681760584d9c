"""Every type of page is accessible, light and dark, narrow and wide, in both languages. Source: WCAG 2.2 A, AA; axe."""

import pytest
from playwright.sync_api import Browser

from tests.browser.gates import axe_violations, small_targets
from tests.browser.visit import Scheme, visiting
from tests.quality.pages import COMPONENT_PAGES, all_kinds

WIDTHS = (360, 768, 1280)


def test_axe_finds_what_is_broken(browser: Browser, broken_origin: str) -> None:
    """The control."""
    with visiting(browser, broken_origin) as visit:
        visit.open("")
        found = {violation.partition(":")[0] for violation in axe_violations(visit.page)}
    assert {"color-contrast", "html-has-lang", "image-alt"} <= found


def test_a_small_button_is_found(browser: Browser, broken_origin: str) -> None:
    """The control."""
    with visiting(browser, broken_origin) as visit:
        visit.open("")
        assert len(small_targets(visit.page)) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", list(all_kinds()))
def test_a_page_has_no_violation(browser: Browser, origin: str, kind: str, scheme: Scheme) -> None:
    assert violations(browser, origin, all_kinds()[kind], scheme) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", COMPONENT_PAGES)
def test_no_component_has_a_violation(browser: Browser, components_origin: str, path: str, scheme: Scheme) -> None:
    assert violations(browser, components_origin, path, scheme) == []


@pytest.mark.parametrize("kind", ["home (ko)", "post, paid (en)", "author, in-house (ko)", "archive (en)"])
def test_controls_are_large_enough_for_a_finger(browser: Browser, origin: str, kind: str) -> None:
    with visiting(browser, origin, width=360) as visit:
        visit.open(all_kinds()[kind])
        assert small_targets(visit.page) == []


def violations(browser: Browser, origin: str, path: str, scheme: Scheme) -> list[str]:
    """What axe finds at any width, with the width."""
    found = []
    with visiting(browser, origin, scheme=scheme) as visit:
        visit.open(path)
        for width in WIDTHS:
            visit.page.set_viewport_size({"width": width, "height": 800})
            found += [f"{width}: {violation}" for violation in axe_violations(visit.page)]
    return found
