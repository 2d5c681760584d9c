"""Nothing that a writer writes runs in a reader's browser, and the pages' own policy has nothing to stop."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.trust.arena import arena
from tests.trust.figures import Figure
from tests.trust.inert import assert_bodies_are_inert, assert_pages_are_inert, fired_raw, odd_shapes


def test_vectors_do_run_where_they_are_let_in(chromium: Browser) -> None:
    """The control."""
    assert fired_raw(chromium, 100) >= 10


def test_what_breaks_out_of_its_place_is_seen(chromium: Browser) -> None:
    """The control."""
    with arena(chromium) as stage:
        seen = stage.show_bodies([("open", ["<p>a<!--", "b"]), ("img", ["<img name=a id=body src=//b.example/c>", ""])])
    assert [line.split(":")[0] for line in seen.left] == ["open", "img", "img"]
    assert (seen.foreign, odd_shapes(seen)) == (["https://b.example/c"], ["img id name src"])


@pytest.mark.sampled
def test_no_vector_runs_in_any_place_of_a_body(chromium: Browser, figure: Figure) -> None:
    renders = assert_bodies_are_inert(chromium, 72)
    assert renders >= 2_000
    figure("P5", f"{renders:,} renders of bodies: 0 ran, 0 foreign, 0 left over")


@pytest.mark.sampled
def test_no_vector_runs_in_any_slot_of_the_theme(chromium: Browser, figure: Figure, tmp_path: Path) -> None:
    pages = assert_pages_are_inert(chromium, tmp_path, 6)
    figure("P5", f"{pages:,} whole pages and feed entries: 0 ran, 0 stopped by their policy")


def test_a_policy_stops_what_gets_in_all_the_same(chromium: Browser) -> None:
    """The second wall, seen to stand."""
    policy = "default-src 'none'; script-src 'self'; base-uri 'none'"
    page = (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><script>ran()</script><img src=x onerror=ran()>'
    )
    with arena(chromium) as stage:
        seen = stage.show_pages({"a.html": page.encode()})
    assert (seen.fired, len(seen.violations)) == ([], 3)
