"""A picture that leads on is held to its words, though it stands in no passage of its own."""

from collections.abc import Callable
from pathlib import Path

from tests.site import check

HEAD = """
-- config.toml --
[site]
title = "A blog"
base_url = "https://blog.example.com/"
-- content/posts/robot.md --
---
id: robot
title: A robot with four legs
date: 2026-03-12
authors: [jane]
category: tech
summary: What broke when I built a robot with four legs.
responder: jane
---
I built it in March and broke two of its legs. I wrote down what I would do otherwise.

"""
LEG = """
-- content/posts/leg.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>
"""


def test_a_picture_whose_words_say_nothing_does_not_lead_on_unnoticed(site: Callable[[str], Path]) -> None:
    said = check(site(f"{HEAD}[![Here](leg.svg)](https://legs.example/list)\n{LEG}")).stderr
    assert "[craft/link-text]: `Here` does not say where the link leads" in said


def test_a_picture_that_says_what_it_shows_may_lead_on(site: Callable[[str], Path]) -> None:
    said = check(site(f"{HEAD}[![Two legs on the wall](leg.svg)](https://legs.example/list)\n{LEG}")).stderr
    assert "[craft/link-text]" not in said
