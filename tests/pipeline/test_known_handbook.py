"""The handbook is remembered, and says at once what is enforced now."""

from collections.abc import Callable
from pathlib import Path

from tests.site import build

CONFIG = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
[policy.rules."craft/no-summary"]
level = "{level}"
"""


def test_a_rule_that_is_turned_off_leaves_the_handbook_with_the_next_build(site: Callable[[str], Path]) -> None:
    pages = []
    for level in ("warning", "warning", "off", "warning"):
        folder = site(CONFIG.format(level=level))
        assert build(folder).exit_code == 0
        pages.append((folder / "public/how-we-write/index.html").read_text())
    assert pages[0] == pages[1] == pages[3] != pages[2]
    assert "craft/no-summary" in pages[0]
    assert "craft/no-summary" not in pages[2]
