"""A waiver whose last day has passed."""

from collections.abc import Callable
from pathlib import Path

from tests.site import build

SITE = """
-- config.toml --
[site]
base_url = "https://blog.example.com/"
[policy.rules."craft/no-summary"]
level = "error"
-- content/posts/robot.md --
---
id: robot
title: A robot
date: 2026-03-12
authors: [jane]
category: tech
allow: [{rule: craft/no-summary, reason: "the list shows the poem itself, agreed with the desk", until: 2026-05-01}]
---
I built it.
"""


def test_the_end_of_a_waiver_warns_and_stops_no_build(site: Callable[[str], Path]) -> None:
    result = build(site(SITE))
    assert result.exit_code == 0
    assert "warning[waiver/expired]" in result.stderr
    assert "warning[craft/no-summary]" in result.stderr


def test_without_a_waiver_the_same_post_is_not_published(site: Callable[[str], Path]) -> None:
    result = build(site(SITE.replace("allow:", "extra:\n  old:")))
    assert result.exit_code == 1
    assert "error[craft/no-summary]" in result.stderr
