"""Nothing that a writer writes runs: ten thousand renders, each opened in Chromium."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.trust.figures import Figure
from tests.trust.inert import assert_bodies_are_inert, assert_pages_are_inert, fired_raw


def test_no_vector_runs_in_ten_thousand_renders(browser: Browser, figure: Figure, tmp_path: Path) -> None:
    fired = fired_raw(browser, 1_000)
    assert fired >= 100
    renders = assert_bodies_are_inert(browser, 360, seed=2)
    assert renders >= 10_000
    pages = assert_pages_are_inert(browser, tmp_path, 40, seed=3)
    figure("P5", f"{renders:,} renders, {pages:,} pages and feed entries: 0 ran; raw, {fired} of 1,000 vectors ran")
