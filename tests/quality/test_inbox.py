"""The inbox as a page, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from blogsmith.desk.inbox_text import as_html
from blogsmith.reports.words import Words
from tests.browser.gates import axe_violations, sideways_overflow, small_targets
from tests.browser.visit import Scheme, visiting
from tests.desk.test_inbox_text import some


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_axe_finds_nothing_in_the_inbox(
    browser: Browser, tmp_path: Path, language: str, width: int, scheme: Scheme
) -> None:
    (tmp_path / "inbox.html").write_text(as_html(some(), Words(language).say, language=language))
    with visiting(browser, tmp_path.as_uri(), width=width, height=844, scheme=scheme) as own:
        own.open("inbox.html")
        assert axe_violations(own.page) == []
        assert small_targets(own.page) == []
        assert sideways_overflow(own.page) == []
        assert own.errors == []
